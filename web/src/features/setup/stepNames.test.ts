import { expect, it } from 'vitest';
import { stepAt } from './stepNames';

it('lets nobody jump over a step', () => {
  expect(stepAt('6', 3)).toBe('postmaster');
  expect(stepAt('2', 5)).toBe('organisation');
  expect(stepAt('7', 7)).toBe('review');
  expect([null, '0', '-1', '2.5', 'x'].map((asked) => stepAt(asked, 2))).toEqual(Array(5).fill('organisation'));
});
