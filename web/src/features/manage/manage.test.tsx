// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { SummaryFields } from '@/shared/archive/SummaryFields';
import { draw } from '../../../test/words';
import { AccountTable } from './AccountTable';
import { ActDialog } from './ActDialog';
import { ModeDialog } from './ModeDialog';
import { SwitchForm } from './SwitchForm';

afterEach(() => vi.unstubAllGlobals());

const archive = {
  enabled: true, status: 'on' as const, last_turned_on: '2026-01-05T09:00:00Z', last_closed: null, retention_years: 5, administrators: ['ada@example.org'],
  number_of_archives: 500, number_of_open_archives: 463, mode: 'opened_accounts' as const, seats: 500, over_seats: 0, waiting_for_seat: 0,
  service: { state: 'running' as const, last_day: null, days_left: null },
};

const effect = {
  dry_run: true, batch: null, asked: 2, changed: 2, unchanged: 0, added: 1, open_before: 499, open_after: 501, seats: 500, limited: true, over: 1,
  refused: [] as { pointer: string; detail: string }[],
};

/** Answers every request; gives what was sent. */
function answering(answer: (body: Record<string, unknown>) => object): Record<string, unknown>[] {
  const sent: Record<string, unknown>[] = [];
  vi.stubGlobal('fetch', (_: string, init: RequestInit) => {
    const body = (init.body === undefined ? {} : JSON.parse(init.body as string)) as Record<string, unknown>;
    sent.push(body);
    return Promise.resolve(Response.json(answer(body)));
  });
  return sent;
}

const me = { person: { id: 'adm_1', address: 'ada@example.org', roles: ['archive_administrator'], capabilities: ['accounts:write', 'directory:read'] } };

function drawn(element: ReactElement, language: 'en' | 'zh-CN' = 'en') {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  client.setQueryData(['me'], me);
  return draw(<QueryClientProvider client={client}>{element}</QueryClientProvider>, language);
}

const save = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Save' });

it('tells how many are over the limit before anything is opened, and lets nobody save it', async () => {
  answering(() => effect);
  await drawn(<ActDialog act="open" addresses={['a@example.org', 'b@example.org']} onDone={vi.fn()} onClose={vi.fn()} />);
  expect(await screen.findByText('1 over the limit of 500.')).toBeTruthy();
  expect(screen.getByText('Open archives: 499 now, 501 afterwards, of 500.')).toBeTruthy();
  expect(save().disabled).toBe(true);
});

it('closes a pasted list with a reason, and says that what is archived stays', async () => {
  const sent = answering((body) => ({ ...effect, dry_run: body.dry_run === true, over: 0, open_after: 497 }));
  const done = vi.fn();
  await drawn(<ActDialog act="close" onDone={done} onClose={vi.fn()} />);
  expect(screen.getByText('Name at least one address, or a department.')).toBeTruthy();
  await userEvent.click(screen.getByLabelText(/^Addresses, one per line/));
  await userEvent.paste('a@example.org\nb@example.org');
  await waitFor(() => expect(save().disabled).toBe(false));
  expect(screen.getByText(/What is archived stays/)).toBeTruthy();
  await userEvent.click(save());
  expect(await screen.findByText('Enter a reason.')).toBeTruthy();
  await userEvent.type(screen.getByLabelText('Reason'), 'They left.');
  await userEvent.click(save());
  await waitFor(() => expect(done).toHaveBeenCalledOnce());
  expect(sent.at(-1)).toEqual({ addresses: ['a@example.org', 'b@example.org'], reason: 'They left.' });
});

it('names the addresses that cannot be used', async () => {
  answering(() => ({ ...effect, over: 0, refused: [{ pointer: '/addresses/1', detail: '"nobody" is no mail address.' }] }));
  await drawn(<ActDialog act="open" addresses={['a@example.org', 'nobody']} onDone={vi.fn()} onClose={vi.fn()} />);
  expect(await screen.findByText('"nobody" is no mail address.')).toBeTruthy();
  expect(save().disabled).toBe(true);
});

it('shows the effect of another mode in numbers first', async () => {
  const policy = { mode: 'whole_domain' as const, open_new: { scope: 'none' as const, departments: [], subdepartments: true }, effect: null };
  answering(() => ({ ...policy, effect: { open_accounts: 463, left_out: 12, opened_by_themselves: 7, days: 30, seats: null, over: 0 } }));
  await drawn(<ModeDialog policy={policy} onClose={vi.fn()} />);
  expect(await screen.findByText(/^12 addresses that took part in mail of the last 30 days have no open account/)).toBeTruthy();
  expect(screen.getByText(/^463 accounts are open/)).toBeTruthy();
});

it('disables only after an explicit Save, with the effect and a reason', async () => {
  const sent = answering((body) => (body.enabled === undefined ? { counts: { archived: 12_431 } } : { ...archive, enabled: false }));
  await drawn(<SwitchForm archive={archive} />);
  await userEvent.click(screen.getByRole('radio', { name: 'Disable' }));
  expect(screen.queryByRole('dialog')).toBeNull();
  await userEvent.click(save());
  expect(await screen.findByRole('dialog')).toBeTruthy();
  expect(await screen.findByText(/12,431 messages stay, searchable/)).toBeTruthy();
  await userEvent.type(screen.getByLabelText('Reason'), 'The service moves.');
  await userEvent.click(screen.getAllByRole('button', { name: 'Save' }).at(-1)!);
  await waitFor(() => expect(sent.at(-1)).toEqual({ enabled: false, reason: 'The service moves.' }));
});

it('offers nothing to choose to who may only read', async () => {
  const row = { id: 'acct_1', address: 'a@example.org', name: 'Ada', departments: [{ id: 'dept_1', path: ['Sales', 'North'] }], status: 'open' as const, directory: 'active' as const, known: '2026-01-05T09:00:00Z', opened: null, closed: null };
  await drawn(<AccountTable rows={[row]} chosen={new Set()} onChoose={undefined} onShow={vi.fn()} />, 'zh-CN');
  expect(screen.queryByRole('checkbox')).toBeNull();
  expect(screen.getByRole('columnheader', { name: '归档账号' })).toBeTruthy();
  expect(screen.getByRole('cell', { name: '已开启' })).toBeTruthy();
});

it('warns before the service ends, and afterwards says that nothing is archived any more', async () => {
  const ending = { state: 'ending' as const, last_day: '2026-12-31', days_left: 12 };
  await drawn(<SummaryFields archive={{ ...archive, service: ending }} />);
  expect(screen.getByText(/^The service ends in 12 days; its last day is 2026-12-31\./)).toBeTruthy();
  expect(screen.queryByRole('alert')).toBeNull();
});

it('raises the alarm of an ended service in the reader\'s language', async () => {
  const ended = { state: 'ended' as const, last_day: '2026-11-01', days_left: 0 };
  await drawn(<SummaryFields archive={{ ...archive, enabled: false, status: 'off', service: ended }} />, 'zh-CN');
  expect(screen.getByRole('alert').textContent).toMatch(/^服务已于 2026-11-01 到期/);
});
