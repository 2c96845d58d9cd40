// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { draw, WithMe } from '../../../../test/words';
import type { Sync } from '../requests/syncs';
import { LdapView } from './LdapView';

const settings: Sync['settings'] = {
  host: 'ldap.example.org', port: null, security: 'ldaps', base: 'dc=example,dc=org', filter: '(mail=*)', attributes: { address: 'mail', name: 'cn' },
  departments: 'ou', page_size: null, schedule: 'day', hour: 4, leave_percent: 10, leave_accounts: 200,
};

let sync: Sync;
let saved: unknown;
let runs = 0;

beforeEach(() => {
  sync = { settings, password_set: true, last_begun: null, next: null, running: false };
  runs = 0;
  saved = undefined;
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    if (path.endsWith('/me')) {
      return Promise.resolve(Response.json({ person: { capabilities: ['directory:write'], roles: [] } }));
    }
    if (path.endsWith('/directory/syncs')) {
      runs++;
      return Promise.resolve(Response.json({ data: [] }));
    }
    saved = typeof init.body === 'string' ? JSON.parse(init.body) : saved;
    return Promise.resolve(Response.json(sync));
  });
});

afterEach(() => vi.unstubAllGlobals());

it('notices by itself that a reading is over, and shows how it went', async () => {
  sync = { ...sync, running: true };
  await draw(<WithMe><LdapView /></WithMe>);
  const button = await screen.findByRole('button', { name: /Read now/ });
  expect(button.className).toContain('loading');
  await waitFor(() => expect(runs).toBe(1));
  sync = { ...sync, running: false, last_begun: '2026-11-26T20:00:00Z' };
  await waitFor(() => expect(button.className).not.toContain('loading'));
  await waitFor(() => expect(runs).toBe(2));
});

it('does not want the hour of what is read every hour', async () => {
  await draw(<WithMe><LdapView /></WithMe>);
  await userEvent.clear(await screen.findByLabelText('Hour of the day (UTC)'));
  await userEvent.click(screen.getByRole('radio', { name: 'every hour' }));
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(saved).toMatchObject({ schedule: 'hour', hour: 2 }));
});
