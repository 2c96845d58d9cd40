import { useSyncExternalStore } from 'react';
import { usePreferences } from '@/shared/preferences/store';

const system = window.matchMedia('(prefers-color-scheme: dark)');

function subscribe(listener: () => void): () => void {
  system.addEventListener('change', listener);
  return () => system.removeEventListener('change', listener);
}

/** Whether the console is drawn dark: by choice, or because the system is. */
export function useDark(): boolean {
  const { theme } = usePreferences();
  const systemDark = useSyncExternalStore(subscribe, () => system.matches);
  return theme === 'system' ? systemDark : theme === 'dark';
}
