import { ProblemError } from '@/shared/api/problem';
import type { Schemas } from '@/shared/api/schema';
import { asksNothing, CONDITION_NAMES, type ConditionName, type Conditions, formOf, NO_CONDITIONS } from './conditions';

export type Side = 'line' | 'form';

/** What is wrong with a query, and where. */
export interface DraftFault {
  at: 'line' | ConditionName;
  /** The server's sentence. */
  detail: string;
  /** In the text of `at`, in UTF-16 units. */
  position: number | undefined;
}

/** A search that is being written: the query line and the form say the same as soon as `ahead` is empty. */
export interface Draft {
  line: string;
  form: Conditions;
  /** The side that was edited last and that the other has yet to follow. */
  ahead: Side | undefined;
  /** Grows with every edit; an answer to an older one is worth nothing. */
  edit: number;
  fault: DraftFault | undefined;
}

export type DraftChange =
  | { kind: 'line'; line: string }
  | { kind: 'form'; form: Partial<Conditions> }
  | { kind: 'parsed'; edit: number; parsed: Schemas['ParsedQuery'] }
  | { kind: 'refused'; edit: number; problem: ProblemError };

export function draftOf(line: string): Draft {
  return { line, form: NO_CONDITIONS, ahead: line.trim() === '' ? undefined : 'line', edit: 0, fault: undefined };
}

/** The side that was edited keeps its text as it was typed, so that the caret stays where it is; only the other side follows. */
export function changed(draft: Draft, change: DraftChange): Draft {
  switch (change.kind) {
    case 'line': return edited(draft, { line: change.line, form: draft.form }, 'line');
    case 'form': return edited(draft, { line: draft.line, form: { ...draft.form, ...change.form } }, 'form');
    case 'parsed': return change.edit === draft.edit ? followed(draft, change.parsed) : draft;
    case 'refused': return change.edit === draft.edit ? { ...draft, fault: faultOf(draft, change.problem) } : draft;
  }
}

function edited(draft: Draft, next: Pick<Draft, 'line' | 'form'>, ahead: Side): Draft {
  const edit = draft.edit + 1;
  if (ahead === 'line' && next.line.trim() === '') {
    return { line: next.line, form: NO_CONDITIONS, ahead: undefined, edit, fault: undefined };
  }
  if (ahead === 'form' && asksNothing(next.form)) {
    return { line: '', form: next.form, ahead: undefined, edit, fault: undefined };
  }
  return { ...next, ahead, edit, fault: draft.fault };
}

function followed(draft: Draft, parsed: Schemas['ParsedQuery']): Draft {
  return draft.ahead === 'form'
    ? { ...draft, line: parsed.query, ahead: undefined, fault: undefined }
    : { ...draft, form: formOf(parsed.conditions), ahead: undefined, fault: undefined };
}

/** What the server found fault with: a field of the form by its pointer, else a place in the text that was sent. */
export function faultOf(draft: Draft, problem: ProblemError): DraftFault | undefined {
  if (problem.code !== 'query-syntax' && problem.code !== 'invalid-request') {
    return undefined;
  }
  const fault = problem.errors[0];
  if (fault?.pointer.startsWith('/time_range')) {
    return undefined;
  }
  const named = CONDITION_NAMES.find((name) => fault?.pointer.includes(`/${name}`));
  const at = draft.ahead === 'form' ? (named ?? 'keywords') : 'line';
  const text = at === 'line' ? draft.line : at === 'keywords' || at === 'rest' ? draft.form[at] : '';
  return { at, detail: fault?.detail ?? problem.detail, position: unitsOf(text, problem.position) };
}

/** The server counts characters, a field of the browser counts UTF-16 units. */
function unitsOf(text: string, characters: number | undefined): number | undefined {
  return characters === undefined ? undefined : Array.from(text).slice(0, characters).join('').length;
}
