// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { onProofNeeded, request } from '@/shared/api/request';
import { draw } from '../../../test/words';
import { question, useIsAsked } from './reauthentication';
import { ReauthenticationDialog } from './ReauthenticationDialog';

let fresh = false;
let ways: string[] = [];
const calls: string[] = [];

/** A server that acts only after the right password was given. */
function server(path: string, init: RequestInit): Response {
  const problem = (status: number, code: string) => new Response(JSON.stringify({ code }), { status, headers: { 'Content-Type': 'application/problem+json' } });
  if (path.endsWith('/me')) {
    return Response.json({ person: { address: 'ada@example.org' }, proof_ways: ways });
  }
  calls.push(`${init.method ?? ''} ${path}`);
  if (path.endsWith('/me/reauthentication')) {
    fresh = /right one|123456/.test(init.body as string);
    return fresh ? Response.json({ fresh_until: '' }) : problem(401, 'not-authenticated');
  }
  return fresh ? Response.json({ done: true }) : problem(403, 'reauth-required');
}

function Host() {
  return useIsAsked() && <ReauthenticationDialog />;
}

beforeEach(() => {
  fresh = false;
  ways = ['password'];
  calls.length = 0;
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => Promise.resolve(server(path, init)));
  return onProofNeeded(question.ask);
});

afterEach(() => vi.unstubAllGlobals());

it('asks once for all that waits, says when the password is wrong, and repeats what was asked for', async () => {
  await draw(<Host />);
  const both = Promise.all([request('/admins', { method: 'POST' }), request('/tokens', { method: 'POST' })]);
  await userEvent.type(await screen.findByLabelText('Your password'), 'wrong one{Enter}');
  expect((await screen.findByRole('alert')).textContent).toBe('The password is wrong');
  await userEvent.clear(screen.getByLabelText('Your password'));
  await userEvent.type(screen.getByLabelText('Your password'), 'right one{Enter}');
  expect(await both).toEqual([{ done: true }, { done: true }]);
  expect(calls.filter((call) => call.endsWith('/admins'))).toHaveLength(2);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

it('tells the caller what the server wanted, when somebody does not prove it', async () => {
  await draw(<Host />);
  const refused = request('/admins', { method: 'POST' }).catch((failed: unknown) => failed);
  await userEvent.click(await screen.findByRole('button', { name: 'Cancel' }));
  expect(await refused).toMatchObject({ code: 'reauth-required' });
  expect(calls).toHaveLength(1);
});

it('takes a code from who has no password, as soon as it is whole', async () => {
  ways = ['totp'];
  await draw(<Host />);
  const act = request<unknown>('/admins', { method: 'POST' });
  await userEvent.type(await screen.findByLabelText('Code of the authenticator app'), '654321');
  expect((await screen.findByRole('alert')).textContent).toBe('This code is wrong or was used already');
  expect(screen.queryByLabelText('Your password')).toBeNull();
  await userEvent.type(screen.getByLabelText('Code of the authenticator app'), '123 456');
  expect(await act).toEqual({ done: true });
});

it('lets who has both choose the authenticator app instead of the password', async () => {
  ways = ['password', 'totp'];
  await draw(<Host />);
  const act = request<unknown>('/admins', { method: 'POST' });
  await userEvent.click(await screen.findByRole('button', { name: 'Use the authenticator app' }));
  await userEvent.type(await screen.findByLabelText('Code of the authenticator app'), '123456');
  expect(await act).toEqual({ done: true });
});

it('says plainly what to do when nothing here can prove it', async () => {
  ways = ['passkey']; // which this browser cannot use
  await draw(<Host />);
  const refused = request('/admins', { method: 'POST' }).catch((failed: unknown) => failed);
  await screen.findByText(/Sign out and sign in again/);
  expect(screen.queryByLabelText('Your password')).toBeNull();
  expect(screen.getByRole('button', { name: 'Sign out' })).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(await refused).toMatchObject({ code: 'reauth-required' });
});
