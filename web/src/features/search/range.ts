/** A time range as people say it. Days are whole days of the zone that stands beside the range. */
export type Range =
  | { kind: 'all' }
  | { kind: 'named'; name: NamedRange }
  | { kind: 'last'; days: number }
  | { kind: 'days'; from: string; to: string };

export type NamedRange = (typeof NAMED)[number];
export const NAMED = ['today', 'yesterday', 'this-month', 'last-month', 'this-quarter', 'this-year'] as const;

export type RangeFault = 'empty' | 'unreadable' | 'no-such-day' | 'reversed';
export type ReadRange = { range: Range } | { fault: RangeFault };

const SPOKEN: Record<string, string> = {
  'all time': 'all', 'all': 'all', '全部': 'all', '全部时间': 'all', '不限': 'all',
  '今天': 'today', '昨天': 'yesterday', '本月': 'this-month', '这个月': 'this-month', '上月': 'last-month', '上个月': 'last-month',
  'quarter': 'this-quarter', '本季度': 'this-quarter', 'year': 'this-year', '今年': 'this-year', '本年': 'this-year',
};

/** Reads what stands in the URL and what people type: `last 30d`, `2026-01-01..2026-03-31`, `2026-03`, `最近30天`, `all`. */
export function readRange(typed: string): ReadRange {
  const text = typed.normalize('NFKC').trim().toLowerCase();
  if (text === '') {
    return { fault: 'empty' };
  }
  const name = SPOKEN[text] ?? text.replace(/\s+/g, '-');
  if (name === 'all') {
    return { range: { kind: 'all' } };
  }
  const named = NAMED.find((one) => one === name);
  return named === undefined ? (readLast(text) ?? readDays(text)) : { range: { kind: 'named', name: named } };
}

function readLast(text: string): ReadRange | undefined {
  const found = /^(?:last|past|最近|近|过去)\s*(\d{1,5})\s*(d|days?|天|日|w|weeks?|周|个星期)?$/.exec(text);
  const number = Number(found?.[1] ?? 0);
  if (found === null || number === 0) {
    return undefined;
  }
  const weeks = /^(w|周|个)/.test(found[2] ?? 'd');
  return { range: { kind: 'last', days: weeks ? number * 7 : number } };
}

function readDays(text: string): ReadRange {
  const ends = text.split(/\s*(?:\.{2,3}|…|→|~|至|到|\sto\s|\s-\s)\s*/);
  const [from, to] = [readDay(ends[0] ?? ''), readDay(ends.at(-1) ?? '')];
  if (ends.length > 2 || from === 'unreadable' || to === 'unreadable') {
    return { fault: 'unreadable' };
  }
  if (from === 'no-such-day' || to === 'no-such-day') {
    return { fault: 'no-such-day' };
  }
  return from.first > to.last ? { fault: 'reversed' } : { range: { kind: 'days', from: from.first, to: to.last } };
}

/** First and last day of `2026-03-02`, `2026-03` or `2026`, with the separators of both languages. */
function readDay(text: string): { first: string; last: string } | 'unreadable' | 'no-such-day' {
  const found = /^(\d{4})(?:[-/.年]\s*(\d{1,2})(?:[-/.月]\s*(\d{1,2})日?)?月?)?年?$/.exec(text.trim());
  if (found === null) {
    return 'unreadable';
  }
  const [year, month, day] = found.slice(1).map((part: string | undefined) => (part === undefined ? undefined : Number(part)));
  const first = dayOf(year ?? 0, month ?? 1, day ?? 1);
  const last = day !== undefined ? first : month !== undefined ? addDays(dayOf(year ?? 0, month + 1, 1), -1) : dayOf(year ?? 0, 12, 31);
  const exists = (month ?? 1) >= 1 && (month ?? 1) <= 12 && (day === undefined || Number(first.slice(8)) === day);
  return exists && (year ?? 0) > 0 ? { first, last } : 'no-such-day';
}

/** As it stands in the URL; {@link readRange} gives the same range again. */
export function rangeToken(range: Range): string {
  switch (range.kind) {
    case 'all': return 'all';
    case 'named': return range.name;
    case 'last': return `last${range.days}d`;
    case 'days': return `${range.from}..${range.to}`;
  }
}

/** The days that the range means today, both inclusive; nothing for all time. */
export function daysOf(range: Range, today: string): { from: string; to: string } | undefined {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  switch (range.kind) {
    case 'all': return undefined;
    case 'days': return { from: range.from, to: range.to };
    case 'last': return { from: addDays(today, 1 - range.days), to: today };
    case 'named': return namedDays(range.name, today, year, month);
  }
}

function namedDays(name: NamedRange, today: string, year: number, month: number): { from: string; to: string } {
  switch (name) {
    case 'today': return { from: today, to: today };
    case 'yesterday': return { from: addDays(today, -1), to: addDays(today, -1) };
    case 'this-month': return { from: dayOf(year, month, 1), to: today };
    case 'last-month': return { from: dayOf(year, month - 1, 1), to: addDays(dayOf(year, month, 1), -1) };
    case 'this-quarter': return { from: dayOf(year, month - ((month - 1) % 3), 1), to: today };
    case 'this-year': return { from: dayOf(year, 1, 1), to: today };
  }
}

/** How many days there are from one to the other, both counted. */
export function dayCount(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
}

function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return isoDay(date);
}

/** The day of the calendar; months outside 1 to 12 count into the neighbouring years. */
function dayOf(year: number, month: number, day: number): string {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return isoDay(date);
}

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}
