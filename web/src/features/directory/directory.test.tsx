// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { draw, WithMe } from '../../../test/words';
import { DepartmentTree } from './DepartmentTree';
import { PlanPanel } from './PlanPanel';
import { adopt } from './requests/unknown';
import { TableForm } from './TableForm';
import { UnknownView } from './UnknownView';

type Answer = (path: string, init: RequestInit) => object;

const calls: string[] = [];

function server(answer: Answer) {
  calls.length = 0;
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    const url = path.replace('/api/v1', '');
    calls.push(`${init.method ?? ''} ${url}${typeof init.body === 'string' ? ` ${init.body}` : ''}`);
    const given = answer(url, init);
    return Promise.resolve(given instanceof Response ? given : Response.json(given));
  });
}

beforeEach(() => vi.stubGlobal('CSS', { escape: (text: string) => text }));
afterEach(() => vi.unstubAllGlobals());

const department = (id: string, departments: number, accounts: number) => ({ id, name: id, parent: null, path: [id], departments, accounts, accounts_within: accounts, closed: null });
const me = { person: { address: 'paula@example.org', roles: ['postmaster'], capabilities: ['directory:read', 'directory:write'] } };

it('fetches what lies below a department when it is expanded, and chooses by keyboard', async () => {
  server((url) => ({ data: url.includes('parent=top') ? [department('Sales', 1, 12), department('Legal', 0, 1)] : [department('North', 0, 7)] }));
  const chosen = vi.fn();
  await draw(<DepartmentTree selected="" onSelect={chosen} />);
  const sales = await screen.findByRole('treeitem', { name: 'Sales, 12 accounts' });
  expect(screen.getByRole('treeitem', { name: 'Legal, 1 account' }).getAttribute('aria-expanded')).toBeNull();
  sales.focus();
  await userEvent.keyboard('{ArrowRight}');
  const north = await screen.findByRole('treeitem', { name: 'North, 7 accounts' });
  expect(north.getAttribute('aria-level')).toBe('2');
  await userEvent.keyboard('{ArrowDown}{Enter}');
  expect(document.activeElement).toBe(north);
  expect(chosen).toHaveBeenCalledExactlyOnceWith('North');
  expect(calls).toEqual(['GET /departments?parent=top', 'GET /departments?parent=Sales']);
});

it('adopts more than the server takes at once, part after part, and keeps what it did not take', async () => {
  const seen = Array.from({ length: 2_500 }, (_, i) => `seen${i}@example.org`);
  const sizes: number[] = [];
  server((_, init) => {
    const { addresses } = JSON.parse(init.body as string) as { addresses: string[] };
    sizes.push(addresses.length);
    return sizes.length < 3 ? { adopted: addresses.length } : new Response('{"code":"conflict"}', { status: 409, headers: { 'Content-Type': 'application/problem+json' } });
  });
  const told: [number, number][] = [];
  await expect(adopt(seen, null, (adopted, left) => told.push([adopted, left.length]))).rejects.toMatchObject({ code: 'conflict' });
  expect(sizes).toEqual([1_000, 1_000, 500]);
  expect(told).toEqual([[1_000, 1_500], [2_000, 500]]);
});

it('adopts what was chosen', async () => {
  server((url) => (url === '/me' ? me : url.startsWith('/departments') ? { data: [] } : url.endsWith(':adopt') ? { adopted: 2 }
    : { data: [{ address: 'a@example.org' }, { address: 'b@example.org' }], next_cursor: null, total: 2 }));
  await draw(<WithMe><UnknownView /></WithMe>);
  await userEvent.click(await screen.findByRole('checkbox', { name: 'All that are shown' }));
  await userEvent.click(screen.getByRole('button', { name: 'Adopt 2 addresses' }));
  expect(await screen.findByText('2 addresses are accounts now')).toBeTruthy();
  expect(calls).toContain('POST /directory/unknown:adopt {"addresses":["a@example.org","b@example.org"],"department":null}');
});

it('lists every fault of a table with its place, and reads nothing', async () => {
  server(() => new Response(JSON.stringify({ code: 'invalid-request', errors: [
    { pointer: '/3/address', code: 'invalid', detail: 'Line 3, column address: “ada” is no address.' },
    { pointer: '/9/state', code: 'invalid', detail: 'Line 9, column state: “gone” is no state.' },
  ] }), { status: 422, headers: { 'Content-Type': 'application/problem+json' } }));
  const read = vi.fn();
  await draw(<TableForm onRead={read} />);
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Show what it would change' }).disabled).toBe(true);
  await userEvent.upload(screen.getByLabelText('CSV file'), new File(['address\nada\n'], 'accounts.csv', { type: 'text/csv' }));
  await userEvent.click(screen.getByRole('button', { name: 'Show what it would change' }));
  const alert = await screen.findByRole('alert');
  expect(within(alert).getAllByRole('listitem').map((item) => item.textContent)).toEqual(['Line 3, column address: “ada” is no address.', 'Line 9, column state: “gone” is no state.']);
  expect(calls).toEqual(['POST /directory/imports?encoding=auto&missing=left']);
  expect(read).not.toHaveBeenCalled();
});

it('applies a plan in which very many would leave only after it was said to be meant', async () => {
  const plan = { id: 'dpl_1', source: 'csv', state: 'open', created: '2026-11-26T20:00:00Z', created_by: 'paula@example.org', ended: null, ended_by: null, confirm_needed: true, changes: 42, counts: { new: 2, left: 40, unchanged: 3 } };
  server((url) => (url === '/me' ? me : url.includes('/changes') ? { data: [], next_cursor: null } : url.endsWith(':apply') ? { ...plan, state: 'applied' } : plan));
  await draw(<WithMe><PlanPanel id="dpl_1" onClose={vi.fn()} /></WithMe>);
  const apply = await screen.findByRole<HTMLButtonElement>('button', { name: 'Apply 42 changes' });
  expect(apply.disabled).toBe(true);
  expect(screen.getByRole('button', { name: '40 left' })).toBeTruthy();
  await userEvent.click(screen.getByRole('checkbox'));
  await userEvent.click(apply);
  await waitFor(() => expect(calls).toContain('POST /directory/imports/dpl_1:apply {"confirm":true}'));
});
