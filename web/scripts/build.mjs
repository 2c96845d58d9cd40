// Builds the console, unless nothing of it changed since it was built.
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';

const built = statSync('target/classes/org/muniment/web/index.html', { throwIfNoEntry: false })?.mtimeMs ?? 0;
const sources = ['src', 'scripts', 'index.html', 'package.json', 'package-lock.json', 'vite.config.ts', 'tsconfig.json'];

function newest(path) {
  const stat = statSync(path);
  return stat.isDirectory()
    ? Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(`${path}/${name}`)))
    : stat.mtimeMs;
}

if (Math.max(...sources.map(newest)) > built) {
  const npm = spawnSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit', shell: process.platform === 'win32' });
  process.exit(npm.status ?? 1);
}
