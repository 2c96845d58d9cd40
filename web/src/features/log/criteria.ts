import { addDays, isDay } from '@/shared/format/days';

/** What of the log is on the screen; all of it stands in the URL. */
export interface Criteria {
  admin: readonly string[];
  /** `last30d`, `all`, or `2026-01-01..2026-03-31`. */
  date: string;
  keywords: string;
  types: readonly string[];
  object: string;
  case: string;
  ip: string;
  result: Result | '';
  reasoned: boolean;
}

export const RESULTS = ['ok', 'failed', 'denied'] as const;
export type Result = (typeof RESULTS)[number];

export const RANGES = ['last1d', 'last7d', 'last30d', 'last365d', 'all'] as const;
export const PRESET_RANGE = 'last30d';

export const NOTHING: Criteria = { admin: [], date: PRESET_RANGE, keywords: '', types: [], object: '', case: '', ip: '', result: '', reasoned: false };

/** What people come for: each replaces types and result. */
export const PRESETS: Record<'content' | 'changes' | 'signins' | 'denied', Pick<Criteria, 'types' | 'result'>> = {
  content: { types: ['search.*', 'message.*', 'export.*'], result: '' },
  changes: { types: ['archive.*', 'admin.*', 'directory.*', 'organisation.*', 'system.*', 'import.*'], result: '' },
  signins: { types: ['auth.*'], result: '' },
  denied: { types: [], result: 'denied' },
};

/** The criteria that the URL names. */
export function readCriteria(search: string): Criteria {
  const params = new URLSearchParams(search);
  const result = params.get('result');
  const date = params.get('date') ?? PRESET_RANGE;
  return {
    admin: list(params.get('admin')),
    date: daysOf(date, '2000-01-01') === undefined && date !== 'all' ? PRESET_RANGE : date,
    keywords: params.get('kw') ?? '',
    types: list(params.get('type')),
    object: params.get('object') ?? '',
    case: params.get('case') ?? '',
    ip: params.get('ip') ?? '',
    result: RESULTS.find((one) => one === result) ?? '',
    reasoned: params.get('reason') === 'yes',
  };
}

function list(text: string | null): string[] {
  return (text ?? '').split(',').map((one) => one.trim()).filter((one) => one !== '');
}

/** The URL of the criteria below `/log`; {@link readCriteria} gives them again. */
export function criteriaUrl(criteria: Criteria): string {
  const given: Record<string, string> = {
    admin: criteria.admin.join(','),
    date: criteria.date === PRESET_RANGE ? '' : criteria.date,
    kw: criteria.keywords.trim(),
    type: criteria.types.join(','),
    object: criteria.object.trim(),
    case: criteria.case.trim(),
    ip: criteria.ip.trim(),
    result: criteria.result,
    reason: criteria.reasoned ? 'yes' : '',
  };
  const params = new URLSearchParams(Object.entries(given).filter(([, value]) => value !== '')).toString();
  return params === '' ? '' : `?${params.replace(/%2C/g, ',').replace(/%40/g, '@').replace(/\*/g, '*')}`;
}

/** The days of a range, both inclusive; nothing for all time and for what is no range. */
export function daysOf(date: string, today: string): { from: string; to: string } | undefined {
  const last = /^last([1-9]\d{0,4})d$/.exec(date)?.[1];
  if (last !== undefined) {
    return { from: addDays(today, 1 - Number(last)), to: today };
  }
  const [from, to, more] = date.split('..');
  return from !== undefined && to !== undefined && more === undefined && isDay(from) && isDay(to) && from <= to ? { from, to } : undefined;
}

/** The criteria as the API takes them. */
export function apiParams(criteria: Criteria, today: string, zone: string): string {
  const days = daysOf(criteria.date, today);
  const given: Record<string, string> = {
    admin: criteria.admin.join(','),
    from: days?.from ?? '',
    to: days?.to ?? '',
    tz: zone,
    keywords: criteria.keywords.trim(),
    type: criteria.types.join(','),
    object: criteria.object.trim(),
    case: criteria.case.trim(),
    ip: criteria.ip.trim(),
    result: criteria.result,
    has_reason: criteria.reasoned ? 'true' : '',
  };
  return new URLSearchParams(Object.entries(given).filter(([, value]) => value !== '')).toString();
}
