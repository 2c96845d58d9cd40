import { describe, expect, it } from 'vitest';
import { ProblemError } from '@/shared/api/problem';
import { alternatives, formOf, NO_CONDITIONS, narrowing, toldOf, without } from './conditions';
import { changed, type Draft, draftOf } from './draft';

const parsed = (query: string, conditions = {}) => ({ query, conditions });
const typed = (draft: Draft, line: string) => changed(draft, { kind: 'line', line });
const syntax = (position: number, pointer?: string) =>
  new ProblemError({ code: 'query-syntax', detail: 'no closing bracket', position, ...(pointer && { errors: [{ pointer, code: 'invalid' }] }) });

describe('a draft', () => {
  it('fills the form from the line and leaves the line as typed', () => {
    const ahead = typed(draftOf(''), 'from:paula   （合同）');
    expect(ahead.ahead).toBe('line');
    const both = changed(ahead, { kind: 'parsed', edit: ahead.edit, parsed: parsed('from:paula 合同', { senders: ['paula'], keywords: '合同' }) });
    expect(both).toMatchObject({ line: 'from:paula   （合同）', ahead: undefined, form: { senders: ['paula'], keywords: '合同' } });
  });

  it('writes the line from the form and leaves the form as filled in', () => {
    const ahead = changed(draftOf(''), { kind: 'form', form: { keywords: 'a  OR b' } });
    const both = changed(ahead, { kind: 'parsed', edit: ahead.edit, parsed: parsed('a OR b', { keywords: 'a OR b' }) });
    expect(both).toMatchObject({ line: 'a OR b', form: { keywords: 'a  OR b' }, ahead: undefined });
  });

  it('does not listen to answers that came too late', () => {
    const first = typed(draftOf(''), 'a');
    const second = typed(first, 'ab');
    expect(changed(second, { kind: 'parsed', edit: first.edit, parsed: parsed('a', { keywords: 'a' }) })).toBe(second);
    expect(changed(second, { kind: 'refused', edit: first.edit, problem: syntax(0) })).toBe(second);
  });

  it('asks nobody what an empty line or an empty form means', () => {
    expect(typed(draftOf('offer'), '  ')).toMatchObject({ form: NO_CONDITIONS, ahead: undefined });
    const range = changed(draftOf(''), { kind: 'form', form: { keyword_range: ['subject'] } });
    expect(range).toMatchObject({ line: '', ahead: undefined, form: { keyword_range: ['subject'] } });
  });

  it('shows a fault at the character, also behind characters of two units', () => {
    const ahead = typed(draftOf(''), '𠮷 subject:(');
    const refused = changed(ahead, { kind: 'refused', edit: ahead.edit, problem: syntax(10) });
    expect(refused.fault).toEqual({ at: 'line', detail: 'no closing bracket', position: 11 });
    expect(refused.line.slice(11)).toBe('(');
  });

  it('shows a fault of the form at its field', () => {
    const ahead = changed(draftOf(''), { kind: 'form', form: { senders: ['x'] } });
    const fault = (problem: ProblemError) => changed(ahead, { kind: 'refused', edit: ahead.edit, problem }).fault?.at;
    expect(fault(syntax(0, '/conditions/senders/0'))).toBe('senders');
    expect(fault(syntax(0, '/conditions/keywords'))).toBe('keywords');
    expect(fault(syntax(0, '/conditions/accounts/1'))).toBe('accounts');
    expect(fault(syntax(0, '/conditions/departments/ids/0'))).toBe('departments');
    expect(fault(syntax(0))).toBe('keywords');
  });

  it('loses its fault when the next answer is good', () => {
    const bad = typed(draftOf(''), '(');
    const good = typed(changed(bad, { kind: 'refused', edit: bad.edit, problem: syntax(0) }), '(a)');
    expect(good.fault).toBeDefined();
    expect(changed(good, { kind: 'parsed', edit: good.edit, parsed: parsed('a') }).fault).toBeUndefined();
  });
});

describe('conditions', () => {
  it('go to the server and back without loss', () => {
    const departments = { ids: ['dept_1', 'Sales/North'], below: false, now: true };
    const form = {
      accounts: ['b@b.c'], senders: ['a@b.c'], recipients: ['@d.e'], keywords: '合同', keyword_range: ['body' as const], departments, rest: 'cc:x',
    };
    expect(formOf(toldOf(form))).toEqual(form);
    expect(formOf(toldOf(NO_CONDITIONS))).toEqual(NO_CONDITIONS);
  });

  it('narrow only where something is asked', () => {
    expect(narrowing({ ...NO_CONDITIONS, keyword_range: ['body'] })).toEqual([]);
    const form = { ...NO_CONDITIONS, senders: ['a'], keywords: 'b', keyword_range: ['body' as const] };
    expect(narrowing(form)).toEqual(['senders', 'keywords', 'keyword_range']);
    const whose = { ...NO_CONDITIONS, accounts: ['a@b.c'], departments: { ids: ['dept_1'], below: true, now: false } };
    expect(narrowing(whose)).toEqual(['accounts', 'departments']);
    expect(narrowing(without(whose, 'departments'))).toEqual(['accounts']);
    expect(narrowing({ ...NO_CONDITIONS, departments: { ids: [], below: false, now: true } })).toEqual([]);
    expect(without(form, 'keyword_range').keyword_range).toEqual(['subject', 'body', 'attachment']);
  });

  it('take pasted lines as alternatives', () =>
    expect(alternatives('合同\r\n framework contract \n\nsay "hi"')).toBe('合同 OR "framework contract" OR "say  hi"'));
});
