import { useMemo } from 'react';
import { usePreferences } from '@/shared/preferences/store';

export interface Numbers {
  /** 12431 as `12,431`. */
  count(value: number): string;
  /** Bytes with at most one decimal: `1.8 GB` (powers of 1000). */
  bytes(value: number): string;
  /** 0.87 as `87%`. */
  percent(share: number): string;
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte', 'petabyte'];

export function numbersIn(language: string): Numbers {
  const plain = new Intl.NumberFormat(language);
  const percent = new Intl.NumberFormat(language, { style: 'percent' });
  const units = UNITS.map((unit, step) => new Intl.NumberFormat(language, {
    style: 'unit', unit, unitDisplay: step === 0 ? 'long' : 'short', maximumFractionDigits: step === 0 ? 0 : 1,
  }));
  return {
    count: (value) => plain.format(value),
    percent: (share) => percent.format(share),
    bytes: (value) => {
      const step = value < 1000 ? 0 : Math.min(Math.floor(Math.log10(value) / 3), UNITS.length - 1);
      return units[step]?.format(value / 1000 ** step) ?? plain.format(value);
    },
  };
}

/** Numbers in the language of the console. */
export function useNumbers(): Numbers {
  const { language } = usePreferences();
  return useMemo(() => numbersIn(language), [language]);
}
