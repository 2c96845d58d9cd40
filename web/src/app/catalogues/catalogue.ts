import type { ResourceLanguage } from 'i18next';

/** Joins catalogue files; each is a namespace with the name of its folder. */
export function catalogue(...found: Record<string, unknown>[]): ResourceLanguage {
  const files = Object.assign({}, ...found) as Record<string, ResourceLanguage[string]>;
  return Object.fromEntries(Object.entries(files).map(([path, words]) => [folder(path), words]));
}

/** The words of features by their names; each file is fetched when the first page of its feature is shown. */
export type Later = Record<string, () => Promise<unknown>>;

export function later(found: Later): Later {
  return Object.fromEntries(Object.entries(found).map(([path, load]) => [folder(path), load]));
}

function folder(path: string): string {
  const parts = path.split('/');
  const name = parts.at(-2);
  return name === undefined || name === '..' ? 'app' : name;
}
