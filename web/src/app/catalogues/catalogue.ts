import type { ResourceLanguage } from 'i18next';

/** Joins catalogue files; each is a namespace with the name of its folder. */
export function catalogue(...found: Record<string, unknown>[]): ResourceLanguage {
  const files = Object.assign({}, ...found) as Record<string, ResourceLanguage[string]>;
  return Object.fromEntries(Object.entries(files).map(([path, words]) => [folder(path), words]));
}

function folder(path: string): string {
  const parts = path.split('/');
  const name = parts.at(-2);
  return name === undefined || name === '..' ? 'app' : name;
}
