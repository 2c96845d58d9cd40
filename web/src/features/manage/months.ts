import type { CoverageDay } from './requests/coverage';

export interface Month {
  /** 1 to 12. */
  month: number;
  days: CoverageDay[];
}

/** Days in the order of a calendar, month by month. */
export function monthsOf(days: readonly CoverageDay[]): Month[] {
  const months = new Map<number, CoverageDay[]>();
  for (const day of days) {
    const month = Number(day.day.slice(5, 7));
    months.set(month, [...(months.get(month) ?? []), day]);
  }
  return [...months].map(([month, own]) => ({ month, days: own }));
}
