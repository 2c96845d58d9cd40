import { formatDay } from '@/shared/format/time';
import type { Schemas } from '@/shared/api/schema';
import { daysOf, type Range, rangeToken, readRange } from './range';

/** What is searched for: all of it stands in the URL. */
export interface Criteria {
  query: string;
  range: Range;
  zone: string;
  by: 'sent' | 'archived';
}

/** Above this length the query moves behind `#`, where no server and no proxy has to take it. */
const LONGEST_IN_QUERY = 1_800;

/** The criteria that the URL names; without a time range there is nothing to search yet. */
export function readCriteria(location: { search: string; hash: string }, zone: string): Criteria | undefined {
  const params = new URLSearchParams(location.search);
  const read = readRange(params.get('date') ?? '');
  if (!('range' in read)) {
    return undefined;
  }
  return { query: readQuery(location), range: read.range, zone: params.get('tz') ?? zone, by: readBy(params) };
}

/** The query line that the URL names, also when it has no time range. */
export function readQuery(location: { search: string; hash: string }): string {
  const behind = new URLSearchParams(location.hash.slice(1));
  return new URLSearchParams(location.search).get('q') ?? behind.get('q') ?? '';
}

function readBy(params: URLSearchParams): 'sent' | 'archived' {
  return params.get('by') === 'archived' ? 'archived' : 'sent';
}

/** The URL of the criteria below `/search`; {@link readCriteria} gives them again. */
export function criteriaUrl(criteria: Criteria): { search: string; hash: string } {
  const query = new URLSearchParams(criteria.query === '' ? {} : { q: criteria.query });
  const rest = new URLSearchParams({ date: rangeToken(criteria.range), tz: criteria.zone, by: criteria.by });
  const long = query.toString().length > LONGEST_IN_QUERY;
  return {
    search: `?${legible(long || query.size === 0 ? `${rest}` : `${query}&${rest}`)}`,
    hash: long ? `#${query}` : '',
  };
}

/** Leaves readable what a URL may hold as it is. */
function legible(params: string): string {
  return params.replace(/%2F/g, '/').replace(/%3A/g, ':').replace(/%40/g, '@').replace(/%2C/g, ',');
}

/** Same key: same search, as long as the day does not change in its zone. */
export function criteriaKey(criteria: Criteria, now: Date): string {
  return JSON.stringify([criteria.query.trim(), timeRange(criteria, now)]);
}

/** The time range as the API takes it. */
export function timeRange(criteria: Criteria, now: Date): Schemas['TimeRange'] {
  const days = daysOf(criteria.range, formatDay(now, criteria.zone));
  return { ...(days ?? { all: true }), tz: criteria.zone, field: criteria.by };
}
