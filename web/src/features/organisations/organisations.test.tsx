// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { draw } from '../../../test/words';
import { changeOf, wantedOf } from './fields';
import type { Organisation } from './organisations';
import { OrganisationsPage } from './OrganisationsPage';

const first: Organisation = {
  id: 'org_1', name: 'Example', domains: ['example.org'], is_default: true, seats: null, service_ends: null, days_left: null,
  service_ended: false, retention_years: 5, created: '2026-01-02T03:04:05Z', enabled: true, messages: 1_234, bytes: 5_000_000,
};
const second: Organisation = {
  ...first, id: 'org_2', name: 'Second', domains: ['second.example'], is_default: false, seats: 20, service_ends: '2026-01-31', days_left: 0,
  service_ended: true, enabled: false, messages: 0, bytes: 0,
};

interface Asked {
  method: string;
  path: string;
  body: unknown;
}

function serve(answer: (asked: Asked) => [number, unknown]): Asked[] {
  const asked: Asked[] = [];
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    const one = { method: init.method ?? 'GET', path, body: typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined };
    asked.push(one);
    const [status, body] = one.method === 'GET' ? [200, { data: [first, second] }] : answer(one);
    const type = status < 400 ? 'application/json' : 'application/problem+json';
    return Promise.resolve(new Response(JSON.stringify(body), { status, headers: { 'Content-Type': type } }));
  });
  return asked;
}

async function open(language: 'en' | 'zh-CN' = 'en') {
  await draw(<QueryClientProvider client={new QueryClient()}><OrganisationsPage /></QueryClientProvider>, language);
  await screen.findByRole('table');
}

async function fill(label: string, text: string) {
  await userEvent.click(screen.getByLabelText(label));
  await userEvent.paste(text);
}

afterEach(() => vi.unstubAllGlobals());

it('shows seats, service term and size of each, and says that a service has ended', async () => {
  serve(() => [500, {}]);
  await open();
  const row = screen.getByRole('row', { name: /Second/ });
  expect(within(row).getByText('Ended: archiving is off')).toBeTruthy();
  expect(within(row).getByText('20')).toBeTruthy();
  expect(within(screen.getByRole('row', { name: /Example/ })).getByText('1,234')).toBeTruthy();
});

it('speaks Chinese', async () => {
  serve(() => [500, {}]);
  await open('zh-CN');
  for (const name of ['组织', '席位', '服务期限']) {
    expect(screen.getByRole('columnheader', { name })).toBeTruthy();
  }
});

it('shows what the server says of a field at that field, and puts the focus there', async () => {
  serve(() => [422, { code: 'invalid-request', detail: 'two', errors: [
    { pointer: '/domains/1', code: 'invalid', detail: 'The domain b.example is taken.' },
    { pointer: '/postmaster/address', code: 'invalid', detail: 'p@a.example is somebody else.' },
  ] }]);
  await open();
  await userEvent.click(screen.getByRole('button', { name: 'New organisation' }));
  await screen.findByLabelText('Name');
  await fill('Name', 'Third');
  await fill('Mail domains', 'a.example b.example');
  await fill('First postmaster', 'p@a.example');
  await fill('Initial password', 'a long enough phrase');
  await fill('Reason', 'contract');
  await userEvent.click(screen.getByRole('button', { name: 'Create' }));
  expect(await screen.findByText('The domain b.example is taken.')).toBeTruthy();
  expect(screen.getByText('p@a.example is somebody else.')).toBeTruthy();
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Mail domains')));
});

it('does not lose what was typed to a click beside the dialog', async () => {
  serve(() => [500, {}]);
  await open();
  await userEvent.click(screen.getByRole('button', { name: 'New organisation' }));
  await screen.findByLabelText('Name');
  await fill('Name', 'Third');
  await userEvent.click(document.querySelector('.ant-modal-wrap')!);
  expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('Third');
});

it('sends a change of seats alone, with its reason', async () => {
  const asked = serve(() => [200, second]);
  await open();
  await userEvent.click(screen.getByRole('button', { name: 'Change Second' }));
  const seats = await screen.findByLabelText('Seats');
  await userEvent.clear(seats);
  await userEvent.paste('30');
  await fill('Reason', 'contract 18');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(asked.find(({ method }) => method === 'PATCH')).toEqual({
    method: 'PATCH', path: '/api/v1/organisations/org_2', body: { seats: 30, reason: 'contract 18' },
  }));
});

it('reads empty fields as no limit and no end', () => {
  const fields = { name: ' A ', domains: 'a.example,\nb.example', seats: '', service_ends: '', retention_years: '', address: 'p@a.example', password: 'x', reason: 'r' };
  expect(wantedOf(fields)).toMatchObject({ name: 'A', domains: ['a.example', 'b.example'], seats: null, service_ends: null, retention_years: null });
  expect(changeOf(second, { name: 'Second', seats: '', service_ends: '', retention_years: '5', reason: 'r' })).toEqual({ seats: null, service_ends: null, reason: 'r' });
});
