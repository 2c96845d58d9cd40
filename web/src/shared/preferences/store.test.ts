// @vitest-environment jsdom
import { beforeEach, expect, it, vi } from 'vitest';

beforeEach(() => {
  localStorage.clear();
  vi.resetModules();
});

async function fresh(languages: string[]) {
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(languages);
  return (await import('./store')).preferences;
}

it('guesses the language from the browser', async () => {
  expect((await fresh(['fr', 'zh-TW', 'en'])).current().language).toBe('zh-CN');
  vi.resetModules();
  expect((await fresh(['fr'])).current().language).toBe('en');
});

it('keeps what was chosen for the next visit, and goes back to the guess', async () => {
  (await fresh(['en'])).apply({ language: 'zh-CN', theme: 'dark' });
  vi.resetModules();
  const next = await fresh(['en']);
  expect(next.current()).toMatchObject({ language: 'zh-CN', theme: 'dark', density: 'normal' });
  next.apply({ language: null });
  expect(next.current().language).toBe('en');
});

it('does not take a zone that the browser does not know', async () => {
  const store = await fresh(['en']);
  store.apply({ time_zone: 'Mars/Olympus' });
  expect(store.current().time_zone).toBe(Intl.DateTimeFormat().resolvedOptions().timeZone);
});

it('stands broken storage', async () => {
  localStorage.setItem('muniment.preferences', '{broken');
  expect((await fresh(['en'])).current().language).toBe('en');
});
