// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes, useLocation } from 'react-router';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keepWayBack, takeWayBack } from '@/shared/session/wayBack';
import { draw } from '../../../test/words';
import { SignInPage } from './SignInPage';

const session = { expires_at: '', person: {}, must_enrol: false };

beforeEach(() => vi.stubGlobal('fetch', (path: string) => Promise.resolve(
  path.endsWith('/setup') ? new Response('{"code":"not-found"}', { status: 404, headers: { 'Content-Type': 'application/problem+json' } })
    : Response.json(path.endsWith('/ways') ? { single_sign_on: [{ name: 'Example ID', url: '#provider' }] } : session),
)));

afterEach(() => {
  vi.unstubAllGlobals();
  sessionStorage.clear();
});

function Where() {
  const { pathname, search, hash } = useLocation();
  return <output>{pathname + search + hash}</output>;
}

/** Opens the sign-in page at this address of the browser. */
async function open(address: string) {
  window.history.replaceState(null, '', address);
  await draw(<Routes><Route path="/" element={<SignInPage />} /><Route path="*" element={<Where />} /></Routes>);
}

const place = async () => (await screen.findByRole('status')).textContent;

it('comes from the provider to the page that was wanted, once', async () => {
  keepWayBack('/search?q=a#log_1');
  await open('/signin#sso=done');
  expect(await place()).toBe('/search?q=a#log_1');
  expect(takeWayBack()).toBeNull();
});

it('leads nowhere else, whatever was kept', async () => {
  keepWayBack('//evil.example/manage');
  await open('/signin#sso=refused');
  fireEvent.click(await screen.findByRole('link', { name: 'Sign in with Example ID' }));
  expect(takeWayBack()).toBe('/');
});

it('remembers the page through the second step, once', async () => {
  keepWayBack('/log?date=all');
  await open('/signin#ticket=tkt_1&methods=totp&expires=2126-11-26T20:00:00Z');
  await userEvent.type(await screen.findByLabelText('Code of the authenticator app'), '123456');
  expect(await place()).toBe('/log?date=all');
});

it('does not lead a sign-in that has nothing to do with it there', async () => {
  keepWayBack('/log?date=all');
  await open('/signin');
  fireEvent.click(await screen.findByRole('link', { name: 'Sign in with Example ID' }));
  expect(takeWayBack()).toBe('/');
});
