import { useMemo } from 'react';
import { usePreferences } from '@/shared/preferences/store';

const STEPS = [['day', 86_400_000], ['hour', 3_600_000], ['minute', 60_000], ['second', 1_000]] as const;

/** A span of milliseconds in its largest unit, such as `20 sec` or `-5 min`, in the language of the console. */
export function useDuration(): (ms: number) => string {
  const { language } = usePreferences();
  return useMemo(() => durationIn(language), [language]);
}

export function durationIn(language: string): (ms: number) => string {
  return (ms) => {
    const [unit, size] = STEPS.find(([, length]) => Math.abs(ms) >= length) ?? ['second', 1_000];
    return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: unit === 'second' ? 0 : 1 }).format(ms / size);
  };
}
