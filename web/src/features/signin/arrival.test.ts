// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { arrivalOf, takeArrival } from './arrival';

it('reads the second step that a provider leads to', () => {
  expect(arrivalOf('#ticket=tkt_1&methods=recovery_code,totp,unknown&expires=2026-11-26T20:00:00Z')).toEqual({
    kind: 'step',
    step: { ticket: 'tkt_1', expires_at: '2026-11-26T20:00:00Z', methods: ['totp', 'recovery_code'] },
  });
});

it('reads that somebody was let in, or nobody', () => {
  expect(arrivalOf('#sso=done')).toEqual({ kind: 'done' });
  expect(arrivalOf('#sso=refused')).toEqual({ kind: 'refused' });
  expect(arrivalOf('#sso=anything')).toBeUndefined();
  expect(arrivalOf('#ticket=tkt_1')).toBeUndefined();
  expect(arrivalOf('')).toBeUndefined();
});

it('leaves no ticket in the address', () => {
  window.history.replaceState(null, '', '/signin?to=%2Fsearch#ticket=tkt_1&methods=totp&expires=2026-11-26T20:00:00Z');
  expect(takeArrival()?.kind).toBe('step');
  expect(window.location.href).toMatch(/\/signin\?to=%2Fsearch$/);
  expect(takeArrival()).toBeUndefined();
});
