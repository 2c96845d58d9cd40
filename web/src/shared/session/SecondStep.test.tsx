// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import type { SignInStep } from '@/shared/api/schema';
import { draw } from '../../../test/words';
import { SecondStep } from './SecondStep';

const step: SignInStep = { ticket: 'tkt_1', expires_at: '2126-11-26T20:00:00Z', methods: ['passkey', 'totp', 'recovery_code'] };
const sent: unknown[] = [];

function answerWith(status: number, body: object) {
  sent.length = 0;
  vi.stubGlobal('fetch', (_: string, init: RequestInit) => {
    sent.push(JSON.parse(init.body as string));
    return Promise.resolve(new Response(JSON.stringify(body), { status, headers: { 'Content-Type': status < 300 ? 'application/json' : 'application/problem+json' } }));
  });
}

afterEach(() => vi.unstubAllGlobals());

it('sends the code by itself, once, as soon as six digits are there, however they were written', async () => {
  answerWith(201, { must_enrol: false });
  const entered = vi.fn(() => Promise.resolve());
  await draw(<SecondStep step={step} onSignedIn={entered} onBack={vi.fn()} />);
  await userEvent.click(screen.getByLabelText('Code of the authenticator app'));
  await userEvent.paste(' 123 ４56');
  await waitFor(() => expect(entered).toHaveBeenCalledOnce());
  expect(sent).toEqual([{ ticket: 'tkt_1', code: '123456' }]);
});

it('does not offer a passkey where the browser cannot use one, and takes a recovery code instead', async () => {
  answerWith(201, { must_enrol: false });
  const entered = vi.fn(() => Promise.resolve());
  await draw(<SecondStep step={step} onSignedIn={entered} onBack={vi.fn()} />);
  expect(screen.queryByRole('button', { name: 'Use a passkey' })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Use a recovery code' }));
  await userEvent.type(screen.getByLabelText('Recovery code'), 'ABCD-EFGH{Enter}');
  await waitFor(() => expect(sent).toEqual([{ ticket: 'tkt_1', recovery_code: 'ABCD-EFGH' }]));
});

it('empties the field after a wrong code and says so; after five it begins anew', async () => {
  answerWith(401, { code: 'not-authenticated' });
  const back = vi.fn();
  await draw(<SecondStep step={step} onSignedIn={() => Promise.reject(new Error('not reached'))} onBack={back} />);
  for (let tries = 1; tries <= 5; tries++) {
    await userEvent.type(await screen.findByLabelText('Code of the authenticator app'), '111111');
    await waitFor(() => expect(sent).toHaveLength(tries));
    if (tries < 5) {
      expect((await screen.findByRole('alert')).textContent).toBe('This code is wrong or was used already');
      await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('Code of the authenticator app').value).toBe(''));
    }
  }
  await userEvent.click(await screen.findByRole('button', { name: 'Start again' }));
  expect(back).toHaveBeenCalledOnce();
});
