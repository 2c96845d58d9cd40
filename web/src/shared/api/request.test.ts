// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { preferences } from '@/shared/preferences/store';
import { ProblemError } from './problem';
import { onSignedOut, request } from './request';

/** What was sent, and what the server is to answer next. */
let sent: { path: string; init: RequestInit }[] = [];
let answers: Response[] = [];

function problem(status: number, body: object, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify({ status, ...body }), { status, headers: { 'Content-Type': 'application/problem+json', ...headers } });
}

beforeEach(() => {
  sent = [];
  answers = [];
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    sent.push({ path, init });
    const answer = answers.shift();
    return answer === undefined ? Promise.reject(new TypeError('network')) : Promise.resolve(answer);
  });
  document.cookie = 'XSRF-TOKEN=a%20b; path=/';
});

afterEach(() => {
  vi.unstubAllGlobals();
  preferences.apply({ language: null });
});

function header(index: number, name: string): string | undefined {
  return (sent[index]?.init.headers as Record<string, string>)[name];
}

it('asks in the language of the console', async () => {
  preferences.apply({ language: 'zh-CN' });
  answers = [Response.json({ a: 1 })];
  expect(await request<unknown>('/status')).toEqual({ a: 1 });
  expect(sent[0]?.path).toBe('/api/v1/status');
  expect(header(0, 'Accept-Language')).toBe('zh-CN');
});

it('proves with a writing request that it comes from this page, and with no other', async () => {
  answers = [new Response(null, { status: 204 }), Response.json({})];
  expect(await request<unknown>('/imports', { method: 'POST', body: {} })).toBeUndefined();
  await request('/imports');
  expect([header(0, 'X-XSRF-TOKEN'), header(1, 'X-XSRF-TOKEN')]).toEqual(['a b', undefined]);
});

it('says when nobody asks but the page by itself, which keeps no session alive', async () => {
  answers = [Response.json({}), Response.json({})];
  await request('/archive', { unattended: true });
  await request('/archive');
  expect([header(0, 'Unattended'), header(1, 'Unattended')]).toEqual(['true', undefined]);
});

it('tries once more when the proof was of the session before', async () => {
  answers = [problem(403, { code: 'csrf' }), Response.json({ ok: true })];
  expect(await request<unknown>('/archive', { method: 'PATCH', body: {} })).toEqual({ ok: true });
  answers = [problem(403, { code: 'csrf' }), problem(403, { code: 'csrf' })];
  await expect(request('/archive', { method: 'PATCH', body: {} })).rejects.toMatchObject({ code: 'csrf' });
  expect(sent).toHaveLength(4);
});

it('gives a problem in the words of the server, with its fields', async () => {
  answers = [problem(422, { code: 'invalid-request', title: 'No', detail: 'Wrong.', trace_id: 't1', errors: [{ pointer: '/domains/1', code: 'invalid' }] })];
  const thrown: unknown = await request('/setup/check').catch((failed: unknown) => failed);
  expect(thrown).toBeInstanceOf(ProblemError);
  expect(thrown).toMatchObject({ code: 'invalid-request', title: 'No', detail: 'Wrong.', traceId: 't1', status: 422 });
  expect((thrown as ProblemError).at('/domains')?.code).toBe('invalid');
  expect((thrown as ProblemError).at('/domain')).toBeUndefined();
});

it('makes a problem of what no server of ours said', async () => {
  answers = [new Response('<html>Bad gateway</html>', { status: 502, headers: { 'Retry-After': '7' } })];
  await expect(request('/status')).rejects.toMatchObject({ code: 'unavailable', status: 502, retryAfter: 7 });
  await expect(request('/status')).rejects.toMatchObject({ code: 'offline' });
});

it('tells that the session ended, but not when somebody signs in wrongly', async () => {
  let told = 0;
  const stop = onSignedOut(() => told++);
  answers = [problem(401, { code: 'not-authenticated' }), problem(401, { code: 'not-authenticated' })];
  await expect(request('/sessions', { method: 'POST', body: {} })).rejects.toMatchObject({ status: 401 });
  expect(told).toBe(0);
  await expect(request('/archive')).rejects.toMatchObject({ status: 401 });
  expect(told).toBe(1);
  stop();
});

it('tells a wrong password from a session that ended meanwhile', async () => {
  let told = 0;
  const stop = onSignedOut(() => told++);
  const refused = () => problem(401, { code: 'not-authenticated' });
  for (const path of ['/me/reauthentication', '/me/password']) {
    answers = [refused(), Response.json({})];
    await expect(request(path, { method: 'POST', body: {} })).rejects.toMatchObject({ status: 401 });
  }
  expect(told).toBe(0);
  answers = [refused(), refused()];
  await expect(request('/me/reauthentication', { method: 'POST', body: {} })).rejects.toMatchObject({ status: 401 });
  expect(told).toBe(1);
  expect(sent.at(-1)?.path).toBe('/api/v1/me');
  stop();
});
