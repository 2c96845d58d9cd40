// @vitest-environment jsdom
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
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
function answer(body: { query?: string; conditions?: { senders?: string[]; keywords?: string } }): Response {
  const words = (body.query ?? '').split(' ').filter((word) => word !== '');
  if (words.some((word) => word.includes('('))) {
    const problem = { code: 'query-syntax', title: 'x', detail: 'No closing bracket.', position: body.query?.indexOf('(') };
    return new Response(JSON.stringify(problem), { status: 422, headers: { 'Content-Type': 'application/problem+json' } });
  }
  const senders = body.conditions?.senders ?? words.filter((word) => word.startsWith('from:')).map((word) => word.slice(5));
  const keywords = body.conditions?.keywords ?? words.filter((word) => !word.startsWith('from:')).join(' ');
  const query = [...senders.map((one) => `from:${one}`), keywords].filter((part) => part !== '').join(' ');
  return new Response(JSON.stringify({ query, conditions: { senders, keywords } }));
}

beforeAll(() => i18n.use(initReactI18next).init({ lng: 'en', resources: { en: { search: en, shared } }, interpolation: { escapeValue: false } }));

beforeEach(() => {
  searched = [];
  localStorage.clear();
  vi.stubGlobal('fetch', (_: string, init: RequestInit) => Promise.resolve(answer(JSON.parse(init.body as string) as object)));
});

function show(line = '') {
  return render(
    <I18nextProvider i18n={i18n}>
      <MemoryRouter>
        <SearchForm line={line} criteria={undefined} busy={false} refusal={undefined} onSearch={(one) => searched.push(one)} onProblem={(problem) => { throw problem as Error; }} />
      </MemoryRouter>
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

  it('takes a pasted list of addresses apart', async () => {
    show();
    const sender = screen.getByRole('textbox', { name: 'Sender Address' });
    fireEvent.paste(sender, { clipboardData: { getData: () => 'a@example.org；b@example.org\nc@example.org' } });
    await waitFor(() => expect(query().value).toBe('from:a@example.org from:b@example.org from:c@example.org'));
  });
});
