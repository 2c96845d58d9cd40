import { describe, expect, it } from 'vitest';
import en from './en.json';
import { dayCount, daysOf, NAMED, type Range, rangeToken, readRange } from './range';
import zh from './zh.json';

const days = (from: string, to: string) => ({ range: { kind: 'days', from, to } });

describe('readRange', () => {
  it.each([
    ['2026-01-01..2026-03-31', days('2026-01-01', '2026-03-31')],
    ['2026-01-01 to 2026-03-31', days('2026-01-01', '2026-03-31')],
    ['2026-01-01 - 2026-03-31', days('2026-01-01', '2026-03-31')],
    ['2026年1月1日至2026年3月31日', days('2026-01-01', '2026-03-31')],
    ['２０２６-０１-０１..２０２６-０３-３１', days('2026-01-01', '2026-03-31')],
    ['2026/3/2', days('2026-03-02', '2026-03-02')],
    ['2024-02', days('2024-02-01', '2024-02-29')],
    ['2025..2026-02', days('2025-01-01', '2026-02-28')],
    ['last 30d', { range: { kind: 'last', days: 30 } }],
    ['last90d', { range: { kind: 'last', days: 90 } }],
    ['last 2 weeks', { range: { kind: 'last', days: 14 } }],
    ['最近30天', { range: { kind: 'last', days: 30 } }],
    ['This month', { range: { kind: 'named', name: 'this-month' } }],
    ['昨天', { range: { kind: 'named', name: 'yesterday' } }],
    ['All time', { range: { kind: 'all' } }],
  ])('reads %s', (typed, expected) => expect(readRange(typed)).toEqual(expected));

  it.each([
    ['', 'empty'],
    ['soon', 'unreadable'],
    ['2026-01-01..2026-02-01..2026-03-01', 'unreadable'],
    ['last 0d', 'unreadable'],
    ['2025-02-29', 'no-such-day'],
    ['2026-13', 'no-such-day'],
    ['2026-04-31..2026-05-01', 'no-such-day'],
    ['2026-03-31..2026-01-01', 'reversed'],
  ])('refuses "%s" as %s', (typed, fault) => expect(readRange(typed)).toEqual({ fault }));

  it.each([en.range, zh.range])('reads every preset as it is named on the screen', (words) => {
    NAMED.forEach((name) => expect(readRange(words[name])).toEqual({ range: { kind: 'named', name } }));
    expect(readRange(words.all)).toEqual({ range: { kind: 'all' } });
    expect(readRange(words.last_other.replace('{{count}}', '30'))).toEqual({ range: { kind: 'last', days: 30 } });
  });

  it('reads back every token that it writes', () => {
    const ranges: Range[] = [
      { kind: 'all' }, { kind: 'last', days: 7 }, { kind: 'named', name: 'this-quarter' },
      { kind: 'days', from: '1999-12-31', to: '2026-01-01' },
    ];
    ranges.forEach((range) => expect(readRange(rangeToken(range))).toEqual({ range }));
  });
});

describe('daysOf', () => {
  it.each([
    [{ kind: 'last', days: 30 }, '2026-03-01', '2026-01-31', '2026-03-01'],
    [{ kind: 'last', days: 1 }, '2026-03-01', '2026-03-01', '2026-03-01'],
    [{ kind: 'named', name: 'yesterday' }, '2026-01-01', '2025-12-31', '2025-12-31'],
    [{ kind: 'named', name: 'last-month' }, '2026-01-15', '2025-12-01', '2025-12-31'],
    [{ kind: 'named', name: 'last-month' }, '2024-03-31', '2024-02-01', '2024-02-29'],
    [{ kind: 'named', name: 'this-quarter' }, '2026-12-31', '2026-10-01', '2026-12-31'],
    [{ kind: 'named', name: 'this-year' }, '2026-05-05', '2026-01-01', '2026-05-05'],
  ] as [Range, string, string, string][])('says which days %o are on %s', (range, today, from, to) =>
    expect(daysOf(range, today)).toEqual({ from, to }));

  it('has no days for all time', () => expect(daysOf({ kind: 'all' }, '2026-01-01')).toBeUndefined());

  it('counts both ends', () => expect(dayCount('2024-02-28', '2024-03-01')).toBe(3));
});
