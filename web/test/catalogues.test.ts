import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const folders = ['src/app', 'src/shared', ...readdirSync('src/features').map((name) => `src/features/${name}`)];
const PLURAL = /_(zero|one|two|few|many|other)$/;

type Words = { [key: string]: string | Words };

function read(folder: string, language: string): Map<string, string> {
  const words = JSON.parse(readFileSync(`${folder}/${language}.json`, 'utf8')) as Words;
  return new Map(flat('', words));
}

function flat(prefix: string, words: Words): [string, string][] {
  return Object.entries(words).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : flat(`${prefix}${key}.`, value));
}

/** Chinese has one plural form where English has two. */
function withoutPlurals(words: Map<string, string>): string[] {
  return [...new Set([...words.keys()].map((key) => key.replace(PLURAL, '')))].sort();
}

function placeholders(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\{\s*(\w+)/g)].map((found) => found[1] ?? ''))].sort();
}

describe.each(folders)('the catalogue of %s', (folder) => {
  const en = read(folder, 'en');
  const zh = read(folder, 'zh');

  it('says everything in both languages', () => {
    expect(withoutPlurals(zh)).toEqual(withoutPlurals(en));
  });

  it('has the plural forms of each language', () => {
    const forms = (words: Map<string, string>, suffix: string) => [...words.keys()].filter((key) => key.endsWith(suffix)).map((key) => key.replace(PLURAL, ''));
    expect(forms(en, '_one')).toEqual(forms(en, '_other'));
    expect(forms(zh, '_one')).toEqual([]);
    expect(forms(zh, '_other')).toEqual(forms(en, '_other'));
  });

  it('names the same values in both languages', () => {
    for (const [key, text] of zh) {
      expect([key, placeholders(text)]).toEqual([key, placeholders(en.get(key) ?? '')]);
    }
  });

  it('leaves no sentence in English in the Chinese catalogue', () => {
    for (const [key, text] of zh) {
      expect([key, /[a-z]{2,} [a-z]{2,} [a-z]{2,}/i.test(text.replace(/`[^`]*`|\{\{[^}]*\}\}/g, ''))]).toEqual([key, false]);
    }
  });
});
