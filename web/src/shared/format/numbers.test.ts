import { expect, it } from 'vitest';
import { toCsv } from './csv';
import { numbersIn } from './numbers';

it('groups digits and uses units of a thousand', () => {
  const { count, bytes } = numbersIn('en');
  expect(count(12431882)).toBe('12,431,882');
  expect(bytes(0)).toBe('0 bytes');
  expect(bytes(1)).toBe('1 byte');
  expect(bytes(999)).toBe('999 bytes');
  expect(bytes(1_800_000_000_000)).toBe('1.8 TB');
});

it('quotes what CSV needs quoted and calls no formula', () => {
  expect(toCsv([['a,b', 'say "x"', 3], ['=1+1', '', 0]])).toBe('"a,b","say ""x""",3\r\n\'=1+1,,0\r\n');
});
