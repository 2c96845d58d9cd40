// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { onProofNeeded, request } from '@/shared/api/request';
import { draw } from '../../../test/words';
import { question, useIsAsked } from './reauthentication';
import { ReauthenticationDialog } from './ReauthenticationDialog';

let fresh = false;
const calls: string[] = [];

/** A server that acts only after the right password was given. */
function server(path: string, init: RequestInit): Response {
  const problem = (status: number, code: string) => new Response(JSON.stringify({ code }), { status, headers: { 'Content-Type': 'application/problem+json' } });
  if (path.endsWith('/me/second-factor')) {
    return Response.json({ required: false, totp: null, passkeys: [], recovery_codes_left: 0 });
  }
  calls.push(`${init.method ?? ''} ${path}`);
  if (path.endsWith('/me/reauthentication')) {
    fresh = (init.body as string).includes('right one');
    return fresh ? Response.json({ fresh_until: '' }) : problem(401, 'not-authenticated');
  }
  return fresh ? Response.json({ done: true }) : problem(403, 'reauth-required');
}

function Host() {
  return useIsAsked() && <ReauthenticationDialog />;
}

beforeEach(() => {
  fresh = false;
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
