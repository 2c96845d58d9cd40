// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { draw } from '../../../test/words';
import { inside } from '@/shared/session/inside';
import { SignInForm } from './SignInForm';

function answerWith(status: number, body: object, headers: Record<string, string> = {}) {
  const answer = () => new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/problem+json', ...headers } });
  vi.stubGlobal('fetch', () => Promise.resolve(answer()));
}

const notReached = () => Promise.reject(new Error('not reached'));

afterEach(() => vi.unstubAllGlobals());

async function signIn() {
  await userEvent.type(screen.getByLabelText('Address'), 'ada@example.org');
  await userEvent.type(screen.getByLabelText('Password'), 'wrong one');
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
}

it('says the same of an unknown address as of a wrong password', async () => {
  answerWith(401, { code: 'not-authenticated', detail: 'whatever the server says' });
  await draw(<SignInForm onSignedIn={notReached} onStep={notReached} />);
  await signIn();
  expect((await screen.findByRole('alert')).textContent).toBe('Address or password is wrong');
});

it('counts the wait down, takes nothing meanwhile, and says when it is over', async () => {
  answerWith(429, { code: 'rate-limited' }, { 'Retry-After': '2' });
  await draw(<SignInForm onSignedIn={notReached} onStep={notReached} />);
  await signIn();
  expect(await screen.findByText(/^Try again in \d seconds?\.$/)).toBeTruthy();
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Sign in' }).disabled).toBe(true);
  await waitFor(() => expect(screen.getByText('You can try again now.')).toBeTruthy());
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Sign in' }).disabled).toBe(false);
});

it('goes on to the session', async () => {
  answerWith(201, { expires_at: '', person: {}, must_enrol: false });
  const entered = vi.fn(() => Promise.resolve());
  await draw(<SignInForm onSignedIn={entered} onStep={notReached} />);
  await signIn();
  await waitFor(() => expect(entered).toHaveBeenCalledOnce());
});

it('hands the second step on, when the person has a second factor', async () => {
  const step = { ticket: 'tkt_1', expires_at: '2026-11-26T20:00:00Z', methods: ['totp'] };
  answerWith(202, step);
  const stepped = vi.fn();
  await draw(<SignInForm onSignedIn={notReached} onStep={stepped} />);
  await signIn();
  await waitFor(() => expect(stepped).toHaveBeenCalledExactlyOnceWith(step));
});

it('leads only to pages of this console', () => {
  expect(inside('/search?q=a%20b')).toBe('/search?q=a%20b');
  for (const elsewhere of [null, '', 'https://evil.example/', '//evil.example/', '/\\evil.example/', 'javascript:alert(1)', 'search']) {
    expect(inside(elsewhere)).toBe('/');
  }
});
