// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { onPurposeNeeded, request } from '@/shared/api/request';
import { draw } from '../../../test/words';
import { purposeQuestion, usePurposeIsAsked } from './purpose';
import { PurposeDialog } from './PurposeDialog';

let said: unknown;
const calls: string[] = [];

/** A server that shows mail only to whom it knows the reason of. */
function server(path: string, init: RequestInit): Response {
  calls.push(`${init.method ?? ''} ${path}`);
  if (path.endsWith('/me/purpose')) {
    said = JSON.parse(init.body as string);
    return Response.json(said);
  }
  const refusal = () => new Response(JSON.stringify({ code: 'reason-required' }), { status: 428, headers: { 'Content-Type': 'application/problem+json' } });
  return said === undefined ? refusal() : Response.json({ total: 1 });
}

function Host() {
  return usePurposeIsAsked() && <PurposeDialog onClose={purposeQuestion.answer} />;
}

beforeEach(() => {
  said = undefined;
  calls.length = 0;
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => Promise.resolve(server(path, init)));
  return onPurposeNeeded(purposeQuestion.ask);
});

afterEach(() => vi.unstubAllGlobals());

it('asks once before the first search, wants a reason or a case, and searches then', async () => {
  await draw(<Host />);
  const found = request<{ total: number }>('/searches', { method: 'POST' });
  await userEvent.click(await screen.findByRole('button', { name: 'Continue' }));
  expect(await screen.findByText('Give a reason or a case.')).toBeTruthy();
  expect(said).toBeUndefined();
  await userEvent.type(screen.getByLabelText('Case'), 'case_7');
  await userEvent.click(screen.getByRole('button', { name: 'Continue' }));
  expect(await found).toEqual({ total: 1 });
  expect(said).toEqual({ reason: null, case: 'case_7' });
  await request('/searches', { method: 'POST' });
  expect(calls.filter((call) => call.endsWith('/me/purpose'))).toHaveLength(1);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

it('tells the page that nothing is shown, when somebody says nothing', async () => {
  await draw(<Host />, 'zh-CN');
  const refused = request('/searches', { method: 'POST' }).catch((failed: unknown) => failed);
  expect(await screen.findByText('请说明查阅原因')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: /取\s*消/ }));
  expect(await refused).toMatchObject({ code: 'reason-required' });
});
