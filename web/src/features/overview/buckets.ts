import { type Day, daysBetween, weekOf } from '@/shared/format/days';
import type { IngestDay } from './ingest';

export type Unit = 'day' | 'week' | 'month';

/** Days that are drawn as one bar. */
export interface Bucket extends Omit<IngestDay, 'day'> {
  from: Day;
  to: Day;
}

/** So that bars stay wide enough to be seen and read. */
export function unitFor(from: Day, to: Day): Unit {
  const days = daysBetween(from, to);
  return days <= 186 ? 'day' : days <= 1_200 ? 'week' : 'month';
}

/** Adds up the days of each unit, in order. */
export function bucketsOf(days: readonly IngestDay[], unit: Unit): Bucket[] {
  const buckets = new Map<string, Bucket>();
  for (const day of days) {
    const key = unit === 'day' ? day.day : unit === 'week' ? weekOf(day.day) : day.day.slice(0, 7);
    const known = buckets.get(key);
    buckets.set(key, known === undefined ? { ...day, from: day.day, to: day.day } : sum(known, day));
  }
  return [...buckets.values()];
}

function sum(bucket: Bucket, day: IngestDay): Bucket {
  const sources = new Set([...Object.keys(bucket.by_source), ...Object.keys(day.by_source)]);
  return {
    from: bucket.from,
    to: day.day,
    archived: bucket.archived + day.archived,
    merged: bucket.merged + day.merged,
    excluded: bucket.excluded + day.excluded,
    failed: bucket.failed + day.failed,
    by_source: Object.fromEntries([...sources].map((name) => [name, (bucket.by_source[name] ?? 0) + (day.by_source[name] ?? 0)])),
  };
}
