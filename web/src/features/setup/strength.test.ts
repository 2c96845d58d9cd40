import { expect, it } from 'vitest';
import { stepAt } from './stepNames';
import { isTaken, strengthOf } from './strength';

it('goes by length, and refuses what the server refuses', () => {
  expect(strengthOf('eleven char')).toBe('short');
  expect(strengthOf('aaaaaaaaaaaaaaaa')).toBe('same');
  expect(strengthOf('Paula@Example.org', 'paula@example.org')).toBe('address');
  expect(strengthOf('twelve chars')).toBe('fair');
  expect(strengthOf('a long enough phrase')).toBe('good');
  expect(strengthOf('correct horse battery staple')).toBe('strong');
  expect(['eleven char', 'aaaaaaaaaaaaaaaa'].map((password) => isTaken(strengthOf(password)))).toEqual([false, false]);
});

it('counts characters, not units of their encoding', () => {
  expect(strengthOf('😀😁😂😃😄😅')).toBe('short');
  expect(strengthOf('归档系统的密码要足够长才行')).toBe('fair');
});

it('lets nobody jump over a step', () => {
  expect(stepAt('6', 3)).toBe('postmaster');
  expect(stepAt('2', 5)).toBe('organisation');
  expect(stepAt('7', 7)).toBe('review');
  expect([null, '0', '-1', '2.5', 'x'].map((asked) => stepAt(asked, 2))).toEqual(Array(5).fill('organisation'));
});
