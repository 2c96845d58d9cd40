import type { BrowserContext } from 'playwright-core';
import type { Server } from './server.ts';

export const organisation = 'Kontor Nord';
export const domain = 'kontor-nord.example';
export const postmaster = { address: `paula@${domain}`, password: 'seven quiet harbour cranes' };
export const administrator = { address: `anton@${domain}`, password: 'nine rusty archive shelves' };

/** Sets the organisation up without the pages, for tests of what comes later. */
export async function setUp(server: Server, secondFactor: 'optional' | 'required' = 'optional') {
  const answer = await fetch(`${server.url}/api/v1/setup`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Setup-Code': await server.printed(setUpCode) },
    body: JSON.stringify({
      organisation,
      domains: [domain],
      postmaster,
      archive_administrator: administrator,
      second_factor: secondFactor,
      retention_years: 5,
    }),
  });
  if (answer.status !== 201) throw new Error(`set-up answered ${answer.status}: ${await answer.text()}`);
}

/** The code as the server prints it: groups of letters and digits. */
export const setUpCode = /code ([0-9A-Z]{4}(?:-[0-9A-Z]{4})+)/;

/** Gives the browser the session that the sign-in page would give it. */
export async function signIn(context: BrowserContext, server: Server, person = administrator) {
  const answer = await context.request.post(`${server.url}/api/v1/sessions`, { data: { ...person, kind: 'cookie' } });
  if (answer.status() !== 201) throw new Error(`sign-in answered ${answer.status()}: ${await answer.text()}`);
}
