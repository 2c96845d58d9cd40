import { expect, it } from 'vitest';
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
