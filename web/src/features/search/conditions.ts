import type { Schemas } from '@/shared/api/schema';

export const KEYWORD_RANGE = ['subject', 'body', 'attachment'] as const;
export type KeywordPart = (typeof KEYWORD_RANGE)[number];

/** The form, with nothing left open. */
export interface Conditions {
  senders: readonly string[];
  recipients: readonly string[];
  keywords: string;
  keyword_range: readonly KeywordPart[];
  /** What only the query line can say. */
  rest: string;
}

export type ConditionName = 'senders' | 'recipients' | 'keywords' | 'keyword_range' | 'rest';

export const NO_CONDITIONS: Conditions = { senders: [], recipients: [], keywords: '', keyword_range: KEYWORD_RANGE, rest: '' };

/** The form as the server tells it. */
export function formOf(told: Schemas['Conditions']): Conditions {
  return {
    senders: told.senders ?? [],
    recipients: told.recipients ?? [],
    keywords: told.keywords ?? '',
    keyword_range: KEYWORD_RANGE.filter((part) => told.keyword_range?.includes(part) ?? true),
    rest: told.rest ?? '',
  };
}

/** The form as the server takes it: what is not filled in is left out. */
export function toldOf(form: Conditions): Schemas['Conditions'] {
  return {
    ...(form.senders.length > 0 && { senders: [...form.senders] }),
    ...(form.recipients.length > 0 && { recipients: [...form.recipients] }),
    ...(form.keywords.trim() !== '' && { keywords: form.keywords }),
    ...(form.keyword_range.length < KEYWORD_RANGE.length && { keyword_range: [...form.keyword_range] }),
    ...(form.rest !== '' && { rest: form.rest }),
  };
}

/** Whether the form asks for nothing, so that every message of the time range is found. */
export function asksNothing(form: Conditions): boolean {
  return form.senders.length === 0 && form.recipients.length === 0 && form.keywords.trim() === '' && form.rest === '';
}

/** The conditions that take something away from the result, in the order of the form. */
export function narrowing(form: Conditions): ConditionName[] {
  const words = form.keywords.trim() !== '';
  return [
    ...(form.senders.length > 0 ? ['senders' as const] : []),
    ...(form.recipients.length > 0 ? ['recipients' as const] : []),
    ...(words ? ['keywords' as const] : []),
    ...(words && form.keyword_range.length < KEYWORD_RANGE.length ? ['keyword_range' as const] : []),
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
