// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router';
import { afterEach, expect, it, vi } from 'vitest';
import { draw, WithMe } from '../../../test/words';
import { useGlobalShortcuts } from './useGlobalShortcuts';

function Host() {
  useGlobalShortcuts(() => undefined);
  return <output>{useLocation().pathname}</output>;
}

async function signedIn(capabilities: string[]) {
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ person: { capabilities, roles: [] } })));
  await draw(<WithMe><Host /></WithMe>);
  await screen.findByRole('status');
}

afterEach(() => vi.unstubAllGlobals());

it('goes to archive management and to the log by two keys', async () => {
  await signedIn(['accounts:read', 'log:own']);
  await userEvent.keyboard('gm');
  expect(screen.getByRole('status').textContent).toBe('/manage');
  await userEvent.keyboard('gl');
  expect(screen.getByRole('status').textContent).toBe('/log');
});

it('goes nowhere that one may not go', async () => {
  await signedIn([]);
  await userEvent.keyboard('gm');
  expect(screen.getByRole('status').textContent).toBe('/');
});
