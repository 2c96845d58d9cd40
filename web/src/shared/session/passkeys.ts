import { request } from '@/shared/api/request';
import type { Schemas, Session } from '@/shared/api/schema';

type Assertion = Schemas['PasskeyAssertion'];

/** Whether this browser, on a page fetched like this one, can use passkeys at all. */
export function knowsPasskeys(): boolean {
  return window.isSecureContext && 'PublicKeyCredential' in window && 'parseRequestOptionsFromJSON' in PublicKeyCredential;
}

/** POST /sessions/second-factor/passkey-options, then the browser's own dialog. */
export function passkeyForStep(ticket: string): Promise<Assertion> {
  return passkeyGiven('/sessions/second-factor/passkey-options', { ticket });
}

/** POST /me/reauthentication/passkey-options, then the browser's own dialog. */
export function passkeyForProof(): Promise<Assertion> {
  return passkeyGiven('/me/reauthentication/passkey-options');
}

/** POST /sessions/passkey-options and /sessions/passkey: signs in by a passkey alone. */
export async function signInByPasskey(): Promise<Session> {
  const passkey = await passkeyGiven('/sessions/passkey-options');
  return request<Session>('/sessions/passkey', { method: 'POST', body: { passkey, kind: 'cookie' } });
}

/** POST /me/second-factor/passkeys/options, the browser's own dialog, then POST /me/second-factor/passkeys. */
export async function addPasskey(name: string): Promise<Schemas['Enrolled']> {
  const { public_key: given } = await request<Schemas['PasskeyCreation']>('/me/second-factor/passkeys/options', { method: 'POST' });
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(given as unknown as PublicKeyCredentialCreationOptionsJSON);
  const made = await navigator.credentials.create({ publicKey });
  return request<Schemas['Enrolled']>('/me/second-factor/passkeys', { method: 'POST', body: { name, credential: written(made) } });
}

async function passkeyGiven(path: string, body?: object): Promise<Assertion> {
  const { public_key: given } = await request<Schemas['PasskeyRequest']>(path, { method: 'POST', ...(body === undefined ? {} : { body }) });
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(given as unknown as PublicKeyCredentialRequestOptionsJSON);
  return written(await navigator.credentials.get({ publicKey })) as Assertion;
}

function written(credential: Credential | null): object {
  if (!(credential instanceof PublicKeyCredential)) {
    throw new DOMException('no passkey was given', 'NotAllowedError');
  }
  return credential.toJSON() as object;
}

/** Whether somebody closed the browser's dialog, or it waited too long: nothing to complain about. */
export function wasDismissed(failed: unknown): boolean {
  return failed instanceof DOMException && (failed.name === 'NotAllowedError' || failed.name === 'AbortError');
}
