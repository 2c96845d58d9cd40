// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { draw } from '../../../test/words';
import { NewTokenDialog } from './NewTokenDialog';
import { QrCode } from './QrCode';
import { RecoveryCodes } from './RecoveryCodes';

afterEach(() => vi.unstubAllGlobals());

it('draws a QR code with its three corners', async () => {
  const { container } = await draw(<QrCode text="otpauth://totp/Muniment:ada@example.org?secret=JBSWY3DPEHPK3PXP" label="code" />);
  const path = container.querySelector('path')?.getAttribute('d') ?? '';
  const size = Number(container.querySelector('svg')?.getAttribute('viewBox')?.split(' ')[2]);
  for (const corner of ['M2 2h', `M${size - 3} 2h`, `M2 ${size - 3}h`]) {
    expect(path).toContain(corner);
  }
});

it('lets nobody go on who has not said that the recovery codes are kept', async () => {
  const done = vi.fn();
  await draw(<RecoveryCodes codes={['AAAA-1111', 'BBBB-2222']} onDone={done} />);
  expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual(['AAAA-1111', 'BBBB-2222']);
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Done' }).disabled).toBe(true);
  await userEvent.click(screen.getByRole('checkbox', { name: 'I keep them in a safe place' }));
  await userEvent.click(screen.getByRole('button', { name: 'Done' }));
  expect(done).toHaveBeenCalledOnce();
});

it('makes a token with the chosen scopes, and shows the fault of a network at its field', async () => {
  const answers = [
    new Response(JSON.stringify({ code: 'invalid-request', errors: [{ pointer: '/networks/0', code: 'invalid', detail: 'This is no network.' }] }),
      { status: 422, headers: { 'Content-Type': 'application/problem+json' } }),
    Response.json({ token: 'mun_secret', details: {} }),
  ];
  const sent: unknown[] = [];
  vi.stubGlobal('fetch', (_: string, init: RequestInit) => {
    sent.push(JSON.parse(init.body as string));
    return Promise.resolve(answers.shift());
  });
  const made = vi.fn();
  await draw(<NewTokenDialog scopes={['search:run', 'archive:read']} onMade={made} onClose={vi.fn()} />);
  await userEvent.type(screen.getByLabelText('Name'), 'Nightly report');
  await userEvent.click(screen.getByRole('checkbox', { name: 'Search archived mail' }));
  await userEvent.type(screen.getByLabelText('Taken only from these addresses'), 'nowhere, 10.0.0.0/8');
  await userEvent.click(screen.getByRole('button', { name: 'Make the token' }));
  expect(await screen.findByText('This is no network.')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Make the token' }));
  await waitFor(() => expect(made).toHaveBeenCalledExactlyOnceWith('mun_secret'));
  expect(sent[1]).toEqual({ name: 'Nightly report', scopes: ['search:run'], expires_in_days: 90, networks: ['nowhere', '10.0.0.0/8'] });
});
