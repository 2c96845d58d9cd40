import { expect, it } from 'vitest';
import { bucketsOf, unitFor } from './buckets';
import { readRange, writeRange } from './range';

const today = '2026-11-22';

it('reads presets up to today', () => {
  expect(readRange('7d', today)).toEqual({ preset: '7d', from: '2026-11-16', to: today });
  expect(readRange('12m', today)).toEqual({ preset: '12m', from: '2025-11-23', to: today });
});

it('reads days of one’s own, and writes what it read', () => {
  const range = readRange('2026-01-01..2026-03-31', today);
  expect(range).toEqual({ from: '2026-01-01', to: '2026-03-31' });
  expect(writeRange(range)).toBe('2026-01-01..2026-03-31');
});

it('takes thirty days for what makes no sense', () => {
  for (const text of [null, '', '5d', '2026-03-31..2026-01-01', '2026-02-30..2026-03-01', '1900-01-01..2026-01-01', 'a..b']) {
    expect(readRange(text, today)).toMatchObject({ preset: '30d', from: '2026-10-24' });
  }
});

it('adds days up to weeks and months, and loses none', () => {
  const days = Array.from({ length: 40 }, (_, i) => ({
    day: new Date(Date.UTC(2026, 0, 1 + i)).toISOString().slice(0, 10), archived: 2, merged: 1, excluded: 0, failed: 0, by_source: { smtp: 2 },
  }));
  for (const unit of ['day', 'week', 'month'] as const) {
    const buckets = bucketsOf(days, unit);
    expect(buckets.reduce((sum, bucket) => sum + bucket.archived, 0)).toBe(80);
    expect(buckets.reduce((sum, bucket) => sum + (bucket.by_source.smtp ?? 0), 0)).toBe(80);
    expect([buckets[0]?.from, buckets.at(-1)?.to]).toEqual(['2026-01-01', '2026-02-09']);
  }
  expect(bucketsOf(days, 'month')).toHaveLength(2);
  expect([unitFor('2026-01-01', '2026-03-31'), unitFor('2025-01-01', '2026-03-31'), unitFor('2016-01-01', '2026-03-31')]).toEqual(['day', 'week', 'month']);
});
