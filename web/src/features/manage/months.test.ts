import { expect, it } from 'vitest';
import { monthsOf } from './months';

it('puts the days of a year into their months', () => {
  const day = (text: string) => ({ day: text, state: 'on' as const, off_seconds: 0, not_kept: 0, no_open_account: 0 });
  expect(monthsOf([day('2026-01-30'), day('2026-01-31'), day('2026-02-01')])).toEqual([
    { month: 1, days: [day('2026-01-30'), day('2026-01-31')] },
    { month: 2, days: [day('2026-02-01')] },
  ]);
});
