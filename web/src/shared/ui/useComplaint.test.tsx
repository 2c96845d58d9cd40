// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { request } from '@/shared/api/request';
import { draw } from '../../../test/words';
import { useAct } from './useAct';

afterEach(() => vi.unstubAllGlobals());

function Removal() {
  const act = useAct();
  return <button type="button" onClick={() => act({ title: 'Remove it?', text: '', yes: 'Remove', run: () => request('/domains/a', { method: 'DELETE' }), changes: [] })}>Act</button>;
}

async function remove() {
  await userEvent.click(screen.getByRole('button', { name: 'Act' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Remove' }));
}

it('says that the server cannot be reached, not nothing', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('network')));
  await draw(<Removal />);
  await remove();
  expect(await screen.findByText('The server cannot be reached')).toBeTruthy();
});

it('says what the server says', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('{"code":"conflict","detail":"It is the last one."}', { status: 409, headers: { 'Content-Type': 'application/problem+json' } })));
  await draw(<Removal />);
  await remove();
  expect(await screen.findByText('It is the last one.')).toBeTruthy();
});
