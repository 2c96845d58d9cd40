// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { draw, WithMe } from '../../../test/words';
import { StatePill } from './StatePill';

const me = { person: { address: 'ada@example.org', roles: ['auditor'], capabilities: ['archive:read'] } };
const archive = { enabled: true, status: 'on', reason: null, last_turned_on: '2026-01-05T09:00:00Z', last_closed: null };

/** Answers with this archive; gives the headers with which it was asked for. */
function serve(summary: object): Record<string, string>[] {
  const asked: Record<string, string>[] = [];
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    if (path === '/api/v1/me') {
      return Promise.resolve(Response.json(me));
    }
    asked.push(init.headers as Record<string, string>);
    return Promise.resolve(Response.json(summary));
  });
  return asked;
}

afterEach(() => vi.unstubAllGlobals());

it('is asked for by the page itself, which does not keep the session of somebody who has left', async () => {
  const asked = serve(archive);
  await draw(<WithMe><StatePill /></WithMe>);
  expect(await screen.findByText('Archiving on')).toBeTruthy();
  expect(asked.map((headers) => headers.Unattended)).toEqual(['true']);
});

it('cries that mail cannot be taken only if it cannot', async () => {
  serve({ ...archive, status: 'trouble', reason: 'The disk is full.' });
  await draw(<WithMe><StatePill /></WithMe>);
  expect(await screen.findByText('On, but mail cannot be taken')).toBeTruthy();
});

it('tells of seats that are missing as of a problem', async () => {
  serve({ ...archive, status: 'trouble' });
  await draw(<WithMe><StatePill /></WithMe>, 'zh-CN');
  expect(await screen.findByText('归档已开启，但有问题')).toBeTruthy();
});
