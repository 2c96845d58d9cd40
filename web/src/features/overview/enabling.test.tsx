// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import type { ArchiveSummary } from '@/shared/api/schema';
import { draw, WithMe } from '../../../test/words';
import { NextSteps } from './NextSteps';

const archive: ArchiveSummary = {
  enabled: false, status: 'off', last_turned_on: null, last_closed: null, retention_years: 5, administrators: [], number_of_archives: 10,
  number_of_open_archives: 0, mode: 'whole_domain', seats: null, over_seats: 0, waiting_for_seat: 0, service: { state: 'running', last_day: null, days_left: null },
};

function iAm(roles: string[], capabilities: string[]) {
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ person: { address: 'paula@example.org', roles, capabilities } })));
}

afterEach(() => vi.unstubAllGlobals());

it('leads who may enable archiving to where the switch is', async () => {
  iAm(['archive_administrator'], ['archive:switch']);
  await draw(<WithMe><NextSteps archive={{ ...archive, administrators: ['ada@example.org'] }} messages={0} /></WithMe>);
  expect((await screen.findByRole('link', { name: 'Enable archiving' })).getAttribute('href')).toBe('/manage/summary');
});

it('names who can enable it to everybody else', async () => {
  iAm(['postmaster'], ['admins:write']);
  await draw(<WithMe><NextSteps archive={{ ...archive, administrators: ['ada@example.org', 'bob@example.org'] }} messages={0} /></WithMe>);
  expect(await screen.findByText('Enabling archiving is up to ada@example.org, bob@example.org.')).toBeTruthy();
});

it('leads whoever may appoint to the administrators while there is none', async () => {
  iAm(['postmaster'], ['admins:write']);
  await draw(<WithMe><NextSteps archive={archive} messages={0} /></WithMe>);
  expect((await screen.findByRole('link', { name: 'Appoint an archive administrator first' })).getAttribute('href')).toBe('/admins');
});

it('only says so to whoever may not', async () => {
  iAm(['auditor'], []);
  await draw(<WithMe><NextSteps archive={archive} messages={0} /></WithMe>, 'zh-CN');
  expect(await screen.findByText('请先任命归档管理员')).toBeTruthy();
  expect(screen.queryByRole('link', { name: '请先任命归档管理员' })).toBeNull();
});
