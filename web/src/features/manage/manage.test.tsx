// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { SummaryFields } from '@/shared/archive/SummaryFields';
import { draw } from '../../../test/words';
import { AccountsTab } from './AccountsTab';
import { AccountTable } from './AccountTable';
import { ActDialog } from './ActDialog';
import { CoveragePanel } from './CoveragePanel';
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

it('lets nobody change the mode before its effect is known, and counts again when that failed', async () => {
  const policy = { mode: 'opened_accounts' as const, open_new: { scope: 'none' as const, departments: [], subdepartments: true }, effect: null };
  const counted = { ...policy, effect: { open_accounts: 463, left_out: 12, opened_by_themselves: 7, days: 30, seats: null, over: 0 } };
  let answer: (response: Response) => void = () => undefined;
  vi.stubGlobal('fetch', () => new Promise<Response>((resolve) => { answer = resolve; }));
  await drawn(<ModeDialog policy={policy} onClose={vi.fn()} />);
  expect(await screen.findByText('The effect is being counted.')).toBeTruthy();
  expect(save().disabled).toBe(true);
  answer(new Response('{"code":"unavailable","detail":"Just starting."}', { status: 503, headers: { 'Content-Type': 'application/problem+json' } }));
  expect(await screen.findByText(/^The effect could not be counted/)).toBeTruthy();
  expect(save().disabled).toBe(true);
  answering(() => counted);
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(save().disabled).toBe(false));
  expect(screen.getByText(/^463 accounts are open/)).toBeTruthy();
});

it('says that the effect of opening accounts could not be counted, and counts again', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('{"code":"unavailable","detail":"Just starting."}', { status: 503, headers: { 'Content-Type': 'application/problem+json' } })));
  await drawn(<ActDialog act="open" addresses={['a@example.org']} onDone={vi.fn()} onClose={vi.fn()} />, 'zh-CN');
  expect(await screen.findByText(/^无法计算影响/)).toBeTruthy();
  answering(() => ({ ...effect, over: 0 }));
  await userEvent.click(screen.getByRole('button', { name: /重\s*试/ }));
  await waitFor(() => expect(screen.getByRole<HTMLButtonElement>('button', { name: /保\s*存/ }).disabled).toBe(false));
});

it('keeps what was typed when somebody clicks beside the dialog', async () => {
  answering(() => ({ ...effect, over: 0 }));
  const close = vi.fn();
  await drawn(<ActDialog act="open" onDone={vi.fn()} onClose={close} />);
  await userEvent.type(screen.getByLabelText(/^Addresses, one per line/), 'a@example.org');
  await userEvent.click(document.querySelector('.ant-modal-wrap')!);
  expect(close).not.toHaveBeenCalled();
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

const account = (address: string) => ({ id: `acct_${address}`, address, name: '', departments: [], status: 'open' as const, directory: 'active' as const, known: '2026-01-05T09:00:00Z', opened: null, closed: null });

it('chooses all that is shown, and leaves alone what was chosen before', async () => {
  const choose = vi.fn();
  const rows = [account('a@example.org'), account('b@example.org')];
  await drawn(<AccountTable rows={rows} chosen={new Set(['z@example.org', 'a@example.org'])} onChoose={choose} onShow={vi.fn()} />);
  await userEvent.click(screen.getByRole('checkbox', { name: 'Choose all that are shown' }));
  expect(choose).toHaveBeenLastCalledWith(new Set(['z@example.org', 'a@example.org', 'b@example.org']));
});

it('takes all that is shown away again, and nothing else', async () => {
  const choose = vi.fn();
  const rows = [account('a@example.org'), account('b@example.org')];
  await drawn(<AccountTable rows={rows} chosen={new Set(['z@example.org', 'a@example.org', 'b@example.org'])} onChoose={choose} onShow={vi.fn()} />);
  await userEvent.click(screen.getByRole('checkbox', { name: 'Choose all that are shown' }));
  expect(choose).toHaveBeenLastCalledWith(new Set(['z@example.org']));
});

it('opens and closes nothing that the filter has hidden', async () => {
  vi.stubGlobal('fetch', (path: string) => Promise.resolve(Response.json(path.includes('/departments') ? { data: [] } : path.includes('status=open')
    ? { data: [account('b@example.org')], next_cursor: null, total: 1 }
    : { data: [account('a@example.org'), account('b@example.org')], next_cursor: null, total: 2 })));
  await drawn(<AccountsTab />);
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Choose a@example.org' }));
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Close (1)' }).disabled).toBe(false);
  await userEvent.click(screen.getByRole('radio', { name: 'Open' }));
  expect(await screen.findByText('1 account, 0 chosen')).toBeTruthy();
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Close (0)' }).disabled).toBe(true);
});

it('says that there was no archive in a year before the set-up', async () => {
  vi.stubGlobal('fetch', (path: string) => Promise.resolve(Response.json({
    data: [{ day: '2026-05-01', state: path.includes(`from=${new Date().getFullYear()}-01-01`) ? 'on' : 'none', off_seconds: 0, not_kept: 0, no_open_account: 0 }],
  })));
  await drawn(<CoveragePanel />);
  expect(await screen.findByText('Archiving was on without a gap.')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'The year before' }));
  expect(await screen.findByText('There was no archive in this year.')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Show as table' }));
  expect(screen.queryByText('Archiving was on without a gap.')).toBeNull();
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
