import { addDays, addMonths, type Day, daysBetween, isDay } from '@/shared/format/days';

export const presets = ['7d', '30d', '90d', '12m'] as const;
export type Preset = (typeof presets)[number];

/** Days, both ends included; `preset` when it moves on with time. */
export interface Range {
  preset?: Preset;
  from: Day;
  to: Day;
}

/** The most the API answers at once. */
const LONGEST = 3_700;
const PRESET: Preset = '30d';

/** Reads `90d`, `12m` or `2026-01-01..2026-03-31`; what cannot be read is the preset of 30 days. */
export function readRange(text: string | null, today: Day): Range {
  const [from, to] = (text ?? '').split('..');
  if (from !== undefined && to !== undefined && isDay(from) && isDay(to) && from <= to && daysBetween(from, to) <= LONGEST) {
    return { from, to };
  }
  const preset = presets.find((one) => one === text) ?? PRESET;
  return { preset, from: preset === '12m' ? addDays(addMonths(today, -12), 1) : addDays(today, 1 - Number.parseInt(preset)), to: today };
}

export function writeRange(range: Range): string {
  return range.preset ?? `${range.from}..${range.to}`;
}
