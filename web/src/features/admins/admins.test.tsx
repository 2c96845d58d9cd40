// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import type { Admin } from '@/shared/api/schema';
import { draw, WithMe } from '../../../test/words';
import { AdminDrawer } from './AdminDrawer';
import { PlainActDialog } from './PlainActDialog';
import { RoleDialog } from './RoleDialog';

const paula: Admin = {
  id: 'adm_1', address: 'paula@example.org', name: 'Paula', roles: ['postmaster'], state: 'active', second_factors: ['totp'], last_sign_in: null,
  sessions: 2, tokens: 1, created: '2026-11-26T20:00:00Z', invitation_expires_at: null, self: true,
};
const anton: Admin = { ...paula, id: 'adm_2', address: 'anton@example.org', name: 'Anton', roles: ['archive_administrator'], self: false };
const calls: string[] = [];

function server(capabilities: string[], answer: () => Response) {
  calls.length = 0;
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    if (path.endsWith('/me')) {
      return Promise.resolve(Response.json({ person: { address: paula.address, roles: [], capabilities } }));
    }
    calls.push(`${init.method ?? ''} ${path.replace('/api/v1', '')} ${init.body as string}`);
    return Promise.resolve(answer());
  });
}

afterEach(() => vi.unstubAllGlobals());

it('warns who appoints oneself, and takes it only when it is confirmed', async () => {
  server([], () => Response.json(paula));
  await draw(<RoleDialog admin={paula} what="grant" roles={['archive_administrator', 'auditor', 'postmaster']} onClose={vi.fn()} />);
  await userEvent.click(screen.getByRole('radio', { name: 'Postmaster' }));
  expect(screen.queryByText('You give yourself a role that reads mail')).toBeNull();
  await userEvent.click(screen.getByRole('radio', { name: 'Auditor' }));
  expect(screen.getByText('You give yourself a role that reads mail')).toBeTruthy();
  await userEvent.click(screen.getByRole('radio', { name: 'Archive administrator' }));
  expect(screen.getByText('You give yourself a role that reads mail')).toBeTruthy();
  await userEvent.type(screen.getByLabelText('Reason'), 'Nobody else is there.');
  await userEvent.click(screen.getByRole('button', { name: 'Grant a role' }));
  expect(await screen.findByText('Confirm that you mean it.')).toBeTruthy();
  expect(calls).toEqual([]);
  await userEvent.click(screen.getByRole('checkbox', { name: 'I know this and mean it' }));
  await userEvent.click(screen.getByRole('button', { name: 'Grant a role' }));
  await waitFor(() => expect(calls).toEqual(['POST /admins/adm_1:grant {"role":"archive_administrator","reason":"Nobody else is there.","confirm_self":true}']));
});

it('says in a sentence why the last one cannot be suspended, and keeps the reason', async () => {
  const detail = 'anton@example.org is the last archive administrator; appoint another one first, who has signed in.';
  server([], () => new Response(JSON.stringify({ code: 'conflict', title: 'Conflict', detail }), { status: 409, headers: { 'Content-Type': 'application/problem+json' } }));
  const closed = vi.fn();
  await draw(<PlainActDialog admin={anton} what="suspend" onClose={closed} />);
  expect(screen.getByText(/Sessions that end now: 2/)).toBeTruthy();
  await userEvent.type(screen.getByLabelText('Reason'), 'On leave.');
  await userEvent.click(screen.getByRole('button', { name: 'Suspend' }));
  expect(await screen.findByText(detail)).toBeTruthy();
  expect(screen.getByLabelText<HTMLTextAreaElement>('Reason').value).toBe('On leave.');
  expect(closed).not.toHaveBeenCalled();
});

it('offers an archive administrator nothing but reviewers', async () => {
  server(['admins:read', 'reviewers:write'], () => Response.json({}));
  await draw(<WithMe><AdminDrawer admin={{ ...paula, self: false }} onInvited={vi.fn()} onClose={vi.fn()} /></WithMe>);
  expect(await screen.findByRole('button', { name: 'Grant a role' })).toBeTruthy();
  for (const name of ['Take a role away', 'Suspend', 'End sessions', 'Reset the second factor', 'New invitation']) {
    expect(screen.queryByRole('button', { name })).toBeNull();
  }
});
