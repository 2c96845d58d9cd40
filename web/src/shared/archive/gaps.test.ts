import { expect, it } from 'vitest';
import { gapsOf, isOff, yearsOf } from './gaps';

const reasons = { started_by: 'a', started_reason: 'b', ended_by: null, ended_reason: null };
const now = Date.parse('2026-11-22T00:00:00Z');
const first = { started: '2025-07-02T12:00:00Z', ended: '2026-01-02T10:30:00Z', ...reasons };
const second = { started: '2026-01-05T01:00:00Z', ended: null, ...reasons };

it('finds the time between two periods', () => {
  expect(gapsOf([second, first], now)).toEqual([{ from: Date.parse('2026-01-02T10:30:00Z'), to: Date.parse('2026-01-05T01:00:00Z') }]);
});

it('is still off when the last period ended', () => {
  expect(gapsOf([first], now)).toEqual([{ from: Date.parse('2026-01-02T10:30:00Z'), to: now }]);
});

it('covers each year whole, with what was before and what is to come', () => {
  const years = yearsOf([second, first], now);
  expect(years.map(({ year, stretches }) => [year, stretches.map(({ state }) => state)])).toEqual([
    [2025, ['none', 'on']],
    [2026, ['on', 'off', 'on', 'none']],
  ]);
  for (const { stretches } of years) {
    expect([stretches[0]?.from, stretches.at(-1)?.to]).toEqual([0, 1]);
  }
  expect(yearsOf([], now)).toEqual([]);
});

it('calls a day off only when all of it was', () => {
  const gaps = gapsOf([second, first], now);
  expect(['2026-01-02', '2026-01-03', '2026-01-04', '2026-01-05'].map((day) => isOff(day, day, gaps, 'UTC'))).toEqual([false, true, true, false]);
});
