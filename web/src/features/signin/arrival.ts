import type { SignInStep } from '@/shared/api/schema';

/** What the server says behind the number sign to who comes back from an identity provider. */
export type Arrival = { kind: 'step'; step: SignInStep } | { kind: 'done' | 'refused' | 'failed' };

const known = ['passkey', 'totp', 'recovery_code'] as const;

/** Reads it; nothing if the address says nothing of the kind. */
export function arrivalOf(hash: string): Arrival | undefined {
  const said = new URLSearchParams(hash.replace(/^#/, ''));
  const sso = said.get('sso');
  if (sso === 'done' || sso === 'refused' || sso === 'failed') {
    return { kind: sso };
  }
  const ticket = said.get('ticket');
  const expires = said.get('expires');
  const given = (said.get('methods') ?? '').split(',');
  const methods = known.filter((method) => given.includes(method));
  return ticket === null || expires === null || methods.length === 0
    ? undefined
    : { kind: 'step', step: { ticket, expires_at: expires, methods } };
}

/** What the address said when the page was opened; it says so once, so that nobody finds a ticket in it later. */
export function takeArrival(): Arrival | undefined {
  const arrival = arrivalOf(window.location.hash);
  if (arrival !== undefined) {
    window.history.replaceState(window.history.state, '', window.location.pathname + window.location.search);
  }
  return arrival;
}
