import { formatDay } from '@/shared/format/time';
import type { Period } from './periods';

/** A time without archiving, between two periods or since the last; in milliseconds. */
export interface Gap {
  from: number;
  to: number;
}

/** When archiving was off after it had once been on, oldest first. */
export function gapsOf(periods: readonly Period[], now: number): Gap[] {
  const sorted = [...periods].sort((a, b) => Date.parse(a.started) - Date.parse(b.started));
  return sorted.flatMap((period, index) => {
    if (period.ended === null) {
      return [];
    }
    const next = sorted[index + 1];
    const gap = { from: Date.parse(period.ended), to: next === undefined ? now : Date.parse(next.started) };
    return gap.to > gap.from ? [gap] : [];
  });
}

/** A stretch of a year in which one thing was true; ends in shares of the year. */
export interface Stretch {
  state: 'on' | 'off' | 'none';
  from: number;
  to: number;
}

export interface Year {
  year: number;
  stretches: Stretch[];
}

/** The years since archiving was first turned on, each with its stretches on and off; `none` is before that and the future. */
export function yearsOf(periods: readonly Period[], now: number): Year[] {
  const first = Math.min(...periods.map((period) => Date.parse(period.started)));
  if (!Number.isFinite(first)) {
    return [];
  }
  const gaps = gapsOf(periods, now);
  const [from, to] = [new Date(first).getUTCFullYear(), new Date(now).getUTCFullYear()];
  return Array.from({ length: to - from + 1 }, (_, index) => yearAt(from + index, first, now, gaps));
}

function yearAt(year: number, first: number, now: number, gaps: readonly Gap[]): Year {
  const [begin, end] = [Date.UTC(year, 0), Date.UTC(year + 1, 0)];
  const share = (time: number) => (Math.min(Math.max(time, begin), end) - begin) / (end - begin);
  const marks: [number, Stretch['state']][] = [[begin, 'none'], [first, 'on'], ...gaps.flatMap((gap): [number, Stretch['state']][] => [[gap.from, 'off'], [gap.to, 'on']]), [now, 'none']];
  const stretches = marks.map(([time, state], index): Stretch => ({ state, from: share(time), to: share(marks[index + 1]?.[0] ?? end) }));
  return { year, stretches: stretches.filter((stretch) => stretch.to > stretch.from) };
}

/** Whether archiving was off during the whole of these days. */
export function isOff(from: string, to: string, gaps: readonly Gap[], zone: string): boolean {
  return gaps.some((gap) => formatDay(new Date(gap.from), zone) < from && formatDay(new Date(gap.to), zone) > to);
}
