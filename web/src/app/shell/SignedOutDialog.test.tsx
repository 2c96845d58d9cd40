// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { takeWayBack } from '@/shared/session/wayBack';
import { draw, WithMe } from '../../../test/words';
import { SignedOutDialog } from './SignedOutDialog';

/** Who was signed in can prove it by these, and the archive has these providers. */
function serve(proofs: string[], providers: string[]) {
  vi.stubGlobal('fetch', (path: string) => Promise.resolve(Response.json(path.endsWith('/me')
    ? { person: { address: 'ada@example.org', capabilities: [], roles: [] }, proof_ways: proofs }
    : { single_sign_on: providers.map((name) => ({ name, url: '#provider' })) })));
}

async function open() {
  window.history.replaceState(null, '', '/log?date=all#log_1');
  await draw(<WithMe><SignedOutDialog onDone={vi.fn()} /></WithMe>);
  await screen.findByRole('dialog');
}

/** The provider's page is nowhere. */
const stay = (event: Event) => event.preventDefault();

beforeEach(() => document.addEventListener('click', stay));

afterEach(() => {
  document.removeEventListener('click', stay);
  vi.unstubAllGlobals();
  sessionStorage.clear();
});

it('asks nobody for a password that she does not have, and leads back to the page', async () => {
  serve([], ['Example ID']);
  await open();
  fireEvent.click(await screen.findByRole('link', { name: 'Sign in with Example ID' }));
  expect(takeWayBack()).toBe('/log?date=all#log_1');
  expect(screen.queryByLabelText('Password')).toBeNull();
});

it('asks for the password otherwise, and names the page to the sign-in page', async () => {
  serve(['password'], ['Example ID']);
  await open();
  expect(await screen.findByLabelText('Password')).toBeTruthy();
  expect(await screen.findByRole('link', { name: 'Sign in with Example ID' })).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Open the sign-in page' }).getAttribute('href')).toBe('/signin?to=%2Flog%3Fdate%3Dall%23log_1');
});

it('asks for the password where there is no other way', async () => {
  serve([], []);
  await open();
  expect(await screen.findByLabelText('Password')).toBeTruthy();
});
