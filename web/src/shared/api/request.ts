import { preferences } from '@/shared/preferences/store';
import { ProblemError, problemOf } from './problem';

export const API = '/api/v1';

interface Wanted {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as it is, instead of a body; its type goes into the headers. */
  file?: Blob;
  headers?: Record<string, string>;
  signal?: AbortSignal;
  /** Whether the page asks by itself, and again and again: then it is no sign that somebody still uses the session. */
  unattended?: boolean;
}

type Listener = () => void;
const signedOut = new Set<Listener>();

/** Tells when the server no longer knows the session; returns how to stop listening. */
export function onSignedOut(listener: Listener): () => void {
  signedOut.add(listener);
  return () => signedOut.delete(listener);
}

/** Says that an answer of the server told so, also one that did not come through {@link send}. */
export function tellSignedOut(): void {
  signedOut.forEach((listener) => listener());
}

/** Asks the person to prove again who she is; whether she did. */
type Prover = () => Promise<boolean>;
let prover: Prover | undefined;

/** Who asks for a fresh proof when the server wants one before it acts; returns how to stop being asked. */
export function onProofNeeded(ask: Prover): () => void {
  prover = ask;
  return () => {
    prover = prover === ask ? undefined : prover;
  };
}

let purposeAsker: Prover | undefined;

/** Who asks why somebody reads when the server wants to know before it shows mail; returns how to stop being asked. */
export function onPurposeNeeded(ask: Prover): () => void {
  purposeAsker = ask;
  return () => {
    purposeAsker = purposeAsker === ask ? undefined : purposeAsker;
  };
}

const enrolment = new Set<Listener>();

/** Tells when the server lets the session do nothing but enrol a second factor; returns how to stop listening. */
export function onEnrolmentNeeded(listener: Listener): () => void {
  enrolment.add(listener);
  return () => enrolment.delete(listener);
}

/** Where a 401 is the answer to what was typed, and says nothing about the session. */
const ASKS_WHO = /^\/(sessions|invitations|setup)(\/|$)/;

/** Where a 401 may be either: the answer to what was typed, or that the session has ended. */
const ASKS_AGAIN = /^\/me\/(reauthentication|password)$/;

/** Calls the API and gives the JSON of the answer; throws {@link ProblemError} for everything that is no success. */
export async function request<T = undefined>(path: string, wanted: Wanted = {}): Promise<T> {
  const response = await send(path, wanted);
  return response.status === 204 ? (undefined as T) : ((await response.json()) as T);
}

/** As {@link request}, for answers that are plain text. */
export async function requestText(path: string, wanted: Wanted = {}): Promise<string> {
  return (await send(path, { ...wanted, headers: { Accept: 'text/plain', ...wanted.headers } })).text();
}

/** The answer itself, when its headers or its stream matter. */
export async function send(path: string, wanted: Wanted = {}, again = false): Promise<Response> {
  const method = wanted.method ?? 'GET';
  const init: RequestInit = { method, credentials: 'same-origin', headers: headersFor(method, wanted) };
  if (wanted.body !== undefined) {
    init.body = JSON.stringify(wanted.body);
  }
  if (wanted.file !== undefined) {
    init.body = wanted.file;
  }
  if (wanted.signal !== undefined) {
    init.signal = wanted.signal;
  }
  const response = await fetch(API + path, init).catch((reason: unknown) => {
    if (reason instanceof DOMException && reason.name === 'AbortError') {
      throw reason;
    }
    throw new ProblemError({ code: 'offline' });
  });
  if (response.ok) {
    return response;
  }
  const problem = await problemOf(response);
  if (problem.code === 'csrf' && !again) {
    // The token in the cookie was made anew meanwhile, as at every sign-in; this answer brought it.
    return send(path, wanted, true);
  }
  if (problem.code === 'reauth-required' && await prover?.() === true) {
    return send(path, wanted);
  }
  if (problem.code === 'reason-required' && await purposeAsker?.() === true) {
    return send(path, wanted);
  }
  if (problem.code === 'second-factor-required') {
    enrolment.forEach((listener) => listener());
  }
  if (problem.code === 'not-authenticated' && ASKS_AGAIN.test(path)) {
    // Tells so itself if the session has ended; otherwise what was typed is wrong.
    await send('/me').catch(() => undefined);
  } else if (problem.code === 'not-authenticated' && !ASKS_WHO.test(path)) {
    tellSignedOut();
  }
  throw problem;
}

function headersFor(method: string, wanted: Wanted): Record<string, string> {
  return {
    Accept: 'application/json',
    'Accept-Language': preferences.current().language,
    ...(wanted.body === undefined ? {} : { 'Content-Type': 'application/json' }),
    ...(method === 'GET' ? {} : csrfHeader()),
    ...(wanted.unattended === true ? { Unattended: 'true' } : {}),
    ...wanted.headers,
  };
}

/** Proves that a writing request comes from a page of this origin. */
export function csrfHeader(): Record<string, string> {
  const token = /(?:^|; )XSRF-TOKEN=([^;]*)/.exec(document.cookie)?.[1];
  return token === undefined ? {} : { 'X-XSRF-TOKEN': decodeURIComponent(token) };
}
