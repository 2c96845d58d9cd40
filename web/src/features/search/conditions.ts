import type { Schemas } from '@/shared/api/schema';

export const KEYWORD_RANGE = ['subject', 'body', 'attachment'] as const;
export type KeywordPart = (typeof KEYWORD_RANGE)[number];

/** Departments that are alike in what counts as being in them. */
export interface InDepartments {
  /** Ids, or paths from the top; none asks for nothing. */
  ids: readonly string[];
  /** Whether the departments below count too. */
  below: boolean;
  /** As they are now, not as they were when the mail was sent. */
  now: boolean;
}

/** The form, with nothing left open. */
export interface Conditions {
  accounts: readonly string[];
  senders: readonly string[];
  recipients: readonly string[];
  keywords: string;
  keyword_range: readonly KeywordPart[];
  departments: InDepartments;
  /** What only the query line can say. */
  rest: string;
}

export const CONDITION_NAMES = ['accounts', 'senders', 'recipients', 'keyword_range', 'departments', 'rest', 'keywords'] as const;
export type ConditionName = (typeof CONDITION_NAMES)[number];

const NO_DEPARTMENTS: InDepartments = { ids: [], below: true, now: false };

export const NO_CONDITIONS: Conditions = {
  accounts: [], senders: [], recipients: [], keywords: '', keyword_range: KEYWORD_RANGE, departments: NO_DEPARTMENTS, rest: '',
};

/** The form as the server tells it. */
export function formOf(told: Schemas['Conditions']): Conditions {
  return {
    accounts: told.accounts ?? [],
    senders: told.senders ?? [],
    recipients: told.recipients ?? [],
    keywords: told.keywords ?? '',
    keyword_range: KEYWORD_RANGE.filter((part) => told.keyword_range?.includes(part) ?? true),
    departments: {
      ids: told.departments?.ids ?? [],
      below: told.departments?.include_subdepartments ?? true,
      now: told.departments?.membership === 'now',
    },
    rest: told.rest ?? '',
  };
}

/** The form as the server takes it: what is not filled in is left out. */
export function toldOf(form: Conditions): Schemas['Conditions'] {
  return {
    ...(form.accounts.length > 0 && { accounts: [...form.accounts] }),
    ...(form.senders.length > 0 && { senders: [...form.senders] }),
    ...(form.recipients.length > 0 && { recipients: [...form.recipients] }),
    ...(form.keywords.trim() !== '' && { keywords: form.keywords }),
    ...(form.keyword_range.length < KEYWORD_RANGE.length && { keyword_range: [...form.keyword_range] }),
    ...(form.departments.ids.length > 0 && { departments: departmentsOf(form.departments) }),
    ...(form.rest !== '' && { rest: form.rest }),
  };
}

function departmentsOf({ ids, below, now }: InDepartments): Schemas['InDepartments'] {
  return { ids: [...ids], include_subdepartments: below, membership: now ? 'now' : 'at_time' };
}

/** Whether the form asks for nothing, so that every message of the time range is found. */
export function asksNothing(form: Conditions): boolean {
  return narrowing(form).length === 0;
}

/** The conditions that take something away from the result, in the order of the form. */
export function narrowing(form: Conditions): ConditionName[] {
  const words = form.keywords.trim() !== '';
  return [
    ...(form.accounts.length > 0 ? ['accounts' as const] : []),
    ...(form.senders.length > 0 ? ['senders' as const] : []),
    ...(form.recipients.length > 0 ? ['recipients' as const] : []),
    ...(words ? ['keywords' as const] : []),
    ...(words && form.keyword_range.length < KEYWORD_RANGE.length ? ['keyword_range' as const] : []),
    ...(form.departments.ids.length > 0 ? ['departments' as const] : []),
    ...(form.rest !== '' ? ['rest' as const] : []),
  ];
}

/** The form without one of its conditions. */
export function without(form: Conditions, name: ConditionName): Conditions {
  return { ...form, [name]: NO_CONDITIONS[name] };
}

/** Lines that were pasted become alternatives; a line that is no single word becomes a phrase. */
export function alternatives(pasted: string): string {
  const lines = pasted.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== '');
  return lines.map((line) => (/^[^\s()"“”（）]+$/.test(line) ? line : `"${line.replace(/["“”＂]/g, ' ').trim()}"`)).join(' OR ');
}
