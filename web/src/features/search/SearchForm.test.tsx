// @vitest-environment jsdom
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createInstance } from 'i18next';
import { I18nextProvider, initReactI18next } from 'react-i18next';
import { MemoryRouter } from 'react-router';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import shared from '@/shared/en.json';
import type { Criteria } from './criteria';
import en from './en.json';
import { SearchForm } from './SearchForm';

const i18n = createInstance();
let searched: Criteria[];

/** The server, as far as the form talks to it: `from:` and words only, and a bracket that never closes. */
interface Given {
  query?: string;
  conditions?: { accounts?: string[]; senders?: string[]; keywords?: string; departments?: { ids: string[]; include_subdepartments: boolean; membership: string } };
}

const TOP = [{ id: 'dept_1', name: 'Sales', path: ['Sales'], departments: 1, accounts_within: 12 }];
const BELOW = [{ id: 'dept_2', name: 'North', path: ['Sales', 'North'], departments: 0, accounts_within: 1 }];
let departments = TOP;

/** The directory, as far as the form asks it. */
function directory(url: string): Response {
  const data = url.includes('/directory/suggest')
    ? [{ kind: 'account', id: 'dac_1', address: 'carol@example.org', name: 'Carol', path: null, state: 'deleted' }]
    : url.includes('parent=top') ? departments : BELOW;
  return new Response(JSON.stringify(url.includes('departments/dept_') ? TOP[0] : { data }));
}

function answer(body: Given): Response {
  const words = (body.query ?? '').split(' ').filter((word) => word !== '');
  if (words.some((word) => word.includes('('))) {
    const problem = { code: 'query-syntax', title: 'x', detail: 'No closing bracket.', position: body.query?.indexOf('(') };
    return new Response(JSON.stringify(problem), { status: 422, headers: { 'Content-Type': 'application/problem+json' } });
  }
  const senders = body.conditions?.senders ?? words.filter((word) => word.startsWith('from:')).map((word) => word.slice(5));
  const keywords = body.conditions?.keywords ?? words.filter((word) => !word.startsWith('from:')).join(' ');
  const { accounts = [], departments: chosen } = body.conditions ?? {};
  const dept = chosen?.membership === 'now' ? 'dept.now' : 'dept';
  const below = chosen?.include_subdepartments === true ? '/*' : '';
  const people = [...accounts.map((one) => `account:${one}`), ...(chosen?.ids ?? []).map((id) => `${dept}:${id}${below}`)];
  const query = [...people, ...senders.map((one) => `from:${one}`), keywords].filter((part) => part !== '').join(' ');
  return new Response(JSON.stringify({ query, conditions: { senders, keywords } }));
}

beforeAll(() => i18n.use(initReactI18next).init({ lng: 'en', resources: { en: { search: en, shared } }, interpolation: { escapeValue: false } }));

beforeEach(() => {
  searched = [];
  localStorage.clear();
  departments = TOP;
  vi.stubGlobal('fetch', (url: string, init: RequestInit) =>
    Promise.resolve(init.body === undefined ? directory(url) : answer(JSON.parse(init.body as string) as Given)));
});

function show(line = '') {
  return render(
    <I18nextProvider i18n={i18n}>
      <QueryClientProvider client={new QueryClient()}><MemoryRouter>
        <SearchForm line={line} criteria={undefined} busy={false} refusal={undefined} onSearch={(one) => searched.push(one)} onProblem={(problem) => { throw problem as Error; }} />
      </MemoryRouter></QueryClientProvider>
    </I18nextProvider>,
  );
}

const query = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Query' });
const submit = () => act(async () => {
  fireEvent.submit(screen.getByRole('search', { name: 'Search conditions' }));
  await Promise.resolve();
});

describe('SearchForm', () => {
  it('fills the form from the query line', async () => {
    show();
    fireEvent.change(query(), { target: { value: 'from:paula   合同' } });
    await waitFor(() => expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Keywords' }).value).toBe('合同'));
    expect(screen.getByText('paula')).toBeTruthy();
    expect(query().value).toBe('from:paula   合同');
  });

  it('writes the query line from the form', async () => {
    show();
    const sender = screen.getByRole('textbox', { name: 'Sender Address' });
    fireEvent.change(sender, { target: { value: 'paula@example.org' } });
    fireEvent.keyDown(sender, { key: 'Enter' });
    await waitFor(() => expect(query().value).toBe('from:paula@example.org'));
  });

  it('searches with what was filled in a moment ago', async () => {
    show();
    fireEvent.change(screen.getByRole('textbox', { name: 'Keywords' }), { target: { value: 'offer' } });
    await submit();
    await waitFor(() => expect(searched.map((one) => one.query)).toEqual(['offer']));
  });

  it('does not search without a time range, and goes there', async () => {
    show('offer');
    const range = screen.getByRole('textbox', { name: /Time Range/ });
    fireEvent.change(range, { target: { value: '' } });
    await submit();
    expect(searched).toEqual([]);
    expect(document.activeElement).toBe(range);
    expect(screen.getByText(en.range.fault_empty)).toBeTruthy();
  });

  it('leaves the Enter that takes a candidate to the input method', () => {
    show();
    for (const field of [query(), screen.getByRole('textbox', { name: 'Keywords' }), screen.getByRole('textbox', { name: /Time Range/ })]) {
      expect(fireEvent.keyDown(field, { key: 'Enter', isComposing: true })).toBe(false);
      expect(fireEvent.keyDown(field, { key: 'Enter', keyCode: 229 })).toBe(false);
      expect(fireEvent.keyDown(field, { key: 'Enter', keyCode: 13 })).toBe(true);
    }
  });

  it('shows a fault at its character', async () => {
    show();
    fireEvent.change(query(), { target: { value: 'subject:(offer' } });
    const fault = await screen.findByRole('alert');
    expect(fault.textContent).toContain('No closing bracket.');
    expect(fault.querySelector('mark')?.textContent).toBe('(');
    expect(query().getAttribute('aria-invalid')).toBe('true');
  });

  it('completes an archive account, also one that has left', async () => {
    show();
    const account = screen.getByRole('combobox', { name: 'Archive Account' });
    fireEvent.change(account, { target: { value: 'car' } });
    const option = await screen.findByRole('option', { name: /carol@example.org/ });
    expect(option.textContent).toContain('has left');
    fireEvent.keyDown(account, { key: 'ArrowDown' });
    expect(account.getAttribute('aria-activedescendant')).toBe(option.id);
    fireEvent.keyDown(account, { key: 'Enter' });
    await waitFor(() => expect(query().value).toBe('account:carol@example.org'));
  });

  it('takes a pasted list of accounts apart', async () => {
    show();
    fireEvent.paste(screen.getByRole('combobox', { name: 'Archive Account' }), { clipboardData: { getData: () => 'a@example.org\nb@example.org' } });
    await waitFor(() => expect(query().value).toBe('account:a@example.org account:b@example.org'));
  });

  it('chooses departments from the tree, level by level', async () => {
    show();
    fireEvent.click(screen.getByRole('button', { name: 'Department: Choose…' }));
    fireEvent.click(await screen.findByRole('button', { name: 'What lies below Sales' }));
    fireEvent.click(await screen.findByRole('checkbox', { name: 'North' }));
    await waitFor(() => expect(query().value).toBe('dept:dept_2/*'));
    fireEvent.click(screen.getByRole('checkbox', { name: 'Include subdepartments' }));
    fireEvent.click(screen.getByRole('radio', { name: 'as it is now' }));
    await waitFor(() => expect(query().value).toBe('dept.now:dept_2'));
  });

  it('says that there are no departments', async () => {
    departments = [];
    show();
    fireEvent.click(screen.getByRole('button', { name: 'Department: Choose…' }));
    expect(await screen.findByText(en.form.department_none)).toBeTruthy();
  });

  it('takes a pasted list of addresses apart', async () => {
    show();
    const sender = screen.getByRole('textbox', { name: 'Sender Address' });
    fireEvent.paste(sender, { clipboardData: { getData: () => 'a@example.org；b@example.org\nc@example.org' } });
    await waitFor(() => expect(query().value).toBe('from:a@example.org from:b@example.org from:c@example.org'));
  });
});
