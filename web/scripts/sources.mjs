import { readdirSync, statSync } from 'node:fs';

/** What the built console depends on. */
export const sources = ['src', 'scripts', 'index.html', 'package.json', 'package-lock.json', 'vite.config.ts', 'tsconfig.json'];

/** When anything in the file or folder changed last, in milliseconds; 0 when there is none. */
export function changedAt(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) {
    return 0;
  }
  return stat.isDirectory() ? Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => changedAt(`${path}/${name}`))) : stat.mtimeMs;
}
