import { useSyncExternalStore } from 'react';
import type { Preferences } from '@/shared/api/schema';

export type Language = 'en' | 'zh-CN';

/** Preferences with nothing left open: what the person never chose is guessed from the browser. */
export interface Chosen {
  language: Language;
  theme: 'light' | 'dark' | 'system';
  density: 'normal' | 'compact';
  time_zone: string;
  search_view: 'list' | 'right' | 'bottom';
  columns: readonly string[] | undefined;
  single_keys: boolean;
}

const KEY = 'muniment.preferences';
const listeners = new Set<() => void>();
let current: Chosen | undefined;

/**
 * The preferences in force. Kept in the browser too, so that the sign-in page looks as the person left it;
 * the server's copy wins as soon as she is known.
 */
export const preferences = {
  current(): Chosen {
    return (current ??= complete(kept()));
  },

  /** Takes over what is set in {@code given}; `null` goes back to the guess. */
  apply(given: Preferences): void {
    const set = { ...kept(), ...given };
    current = complete(set);
    keep(set);
    listeners.forEach((listener) => listener());
  },

  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

/** The preferences in force; the component is drawn again when they change. */
export function usePreferences(): Chosen {
  return useSyncExternalStore(preferences.subscribe, preferences.current);
}

function complete(set: Preferences): Chosen {
  return {
    language: set.language ?? guessLanguage(),
    theme: set.theme ?? 'system',
    density: set.density ?? 'normal',
    time_zone: knownZone(set.time_zone) ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    search_view: set.search_view ?? 'right',
    columns: set.columns ?? undefined,
    single_keys: set.single_keys ?? true,
  };
}

function guessLanguage(): Language {
  const first = navigator.languages.find((tag) => /^(en|zh)\b/i.test(tag)) ?? 'en';
  return first.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}

function knownZone(zone: string | null | undefined): string | undefined {
  if (zone === null || zone === undefined) {
    return undefined;
  }
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

function kept(): Preferences {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Preferences;
  } catch {
    return {};
  }
}

function keep(set: Preferences): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(set));
  } catch {
    // A browser that keeps nothing only loses the look of the sign-in page.
  }
}
