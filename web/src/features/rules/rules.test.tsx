// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { App } from 'antd';
import { afterEach, expect, it, vi } from 'vitest';
import { meQuery } from '@/shared/session/me';
import { draw } from '../../../test/words';
import type { ArchiveRules } from './requests/rules';
import { RulesTab } from './RulesTab';

afterEach(() => vi.unstubAllGlobals());

const rules = (example: string | null): ArchiveRules => ({
  data: [
    { number: 4, key: 'monitor-copy', text: 'Monitored mail is not archived.', kind: 'setting', last_days: 12431, counted: 'monitor copies left out', example: null },
    { number: 7, key: 'system-mail', text: 'Notices are archived.', kind: 'fixed', last_days: 0, counted: 'such mails archived', example },
    { number: 11, key: 'deleted-by-users', text: 'Deleted mail stays.', kind: 'fixed', last_days: null, counted: null, example: null },
  ],
  days: 30,
  left_out: { 'archiving-off': 3, 'monitor-copy': 1 },
  settings: { monitors: ['watch@example.org'], marker_headers: [], separate_send: 'by_header' },
});

/** Answers every request; gives the bodies that were sent. */
function answering(answer: (body: unknown) => Response): unknown[] {
  const sent: unknown[] = [];
  vi.stubGlobal('fetch', (_: string, init: RequestInit) => {
    const body: unknown = init.body === undefined ? undefined : JSON.parse(init.body as string);
    if (body !== undefined) {
      sent.push(body);
    }
    return Promise.resolve(answer(body));
  });
  return sent;
}

async function drawn(capabilities: string[], language: 'en' | 'zh-CN' = 'en') {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  client.setQueryData(meQuery.queryKey, { person: { capabilities } } as never);
  await draw(<QueryClientProvider client={client}><App><RulesTab /></App></QueryClientProvider>, language);
  await screen.findByRole('table');
}

it('shows the auditor each rule with its number, kind and counter, and nothing to change', async () => {
  answering(() => Response.json(rules(null)));
  await drawn(['rules:read']);
  const row = (text: string) => within(screen.getByRole('row', { name: new RegExp(text) }));
  expect(row('Monitored').getByText('12,431')).toBeTruthy();
  expect(row('Monitored').getByText('Setting')).toBeTruthy();
  expect(row('Notices').getByText('0')).toBeTruthy();
  expect(row('Deleted').getByText('–')).toBeTruthy();
  expect(screen.getByText('3 mails while archiving was off')).toBeTruthy();
  expect(screen.getByText('1 copy for a monitor')).toBeTruthy();
  expect(screen.getByText('watch@example.org')).toBeTruthy();
  expect(screen.queryByRole('link')).toBeNull();
  expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
});

it('leads the archive administrator to examples of the same days', async () => {
  answering(() => Response.json(rules('is:system')));
  await drawn(['rules:read', 'rules:write', 'search:run']);
  const link = screen.getByRole('link', { name: 'Show examples of rule 7' });
  expect(link.getAttribute('href')).toBe('/search?q=is%3Asystem&date=last30d&by=archived');
});

it('saves settings with a reason only', async () => {
  const sent = answering(() => Response.json(rules(null)));
  await drawn(['rules:read', 'rules:write']);
  await userEvent.type(screen.getByLabelText('Monitor addresses'), '\n eve@example.org \n');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Enter a reason.')).toBeTruthy();
  expect(sent).toEqual([]);
  await userEvent.type(screen.getByLabelText('Reason'), 'She supervises.');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(sent).toEqual([
    { monitors: ['watch@example.org', 'eve@example.org'], marker_headers: [], separate_send: 'by_header', reason: 'She supervises.' },
  ]));
});

it('says at the field what is wrong with it', async () => {
  const fault = { pointer: '/monitors/0', code: 'invalid', detail: 'The field /monitors/0 must be a mail address.' };
  answering((body) => (body === undefined ? Response.json(rules(null)) : Response.json(
    { code: 'invalid-request', title: 'No', status: 422, detail: fault.detail, errors: [fault] },
    { status: 422, headers: { 'Content-Type': 'application/problem+json' } },
  )));
  await drawn(['rules:read', 'rules:write']);
  await userEvent.type(screen.getByLabelText('Reason'), 'Why not.');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText(fault.detail)).toBeTruthy();
});

it('speaks Chinese', async () => {
  answering(() => Response.json(rules('is:system')));
  await drawn(['rules:read', 'rules:write', 'search:run'], 'zh-CN');
  expect(screen.getByRole('link', { name: '查看规则 7 的示例' })).toBeTruthy();
  expect(screen.getByRole('button', { name: /保\s?存/ })).toBeTruthy();
});
