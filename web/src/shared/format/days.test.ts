import { expect, it } from 'vitest';
import { addDays, addMonths, daysBetween, isDay, weekOf } from './days';

it('goes over the ends of months and years', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
});

it('takes the last day of a month that is too short', () => {
  expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
  expect(addMonths('2026-11-22', -12)).toBe('2025-11-22');
});

it('counts both ends', () => {
  expect(daysBetween('2026-01-01', '2026-01-01')).toBe(1);
  expect(daysBetween('2026-01-01', '2026-12-31')).toBe(365);
});

it('begins weeks on Monday', () => {
  expect(weekOf('2026-11-22')).toBe('2026-11-16');
  expect(weekOf('2026-11-23')).toBe('2026-11-23');
});

it('knows what is no day', () => {
  expect(['2026-02-30', '2026-2-3', 'today', ''].filter(isDay)).toEqual([]);
});
