import { useCallback, useState } from 'react';

/** A number that this browser remembers. */
export function useKeptNumber(key: string, start: number): [number, (next: number) => void] {
  const [value, setValue] = useState(() => {
    const kept = Number(localStorage.getItem(key) ?? Number.NaN);
    return Number.isFinite(kept) ? kept : start;
  });
  const keep = useCallback((next: number) => {
    setValue(next);
    localStorage.setItem(key, String(next));
  }, [key]);
  return [value, keep];
}
