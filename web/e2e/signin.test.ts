import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Browser, type BrowserContext, type CDPSession, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, openBrowser, shoot } from './browser.ts';
import { administrator, domain, postmaster, setUp } from './people.ts';
import { Api, Server } from './server.ts';

// How people come in and stay in. Passkeys need a host with a name, so all of it is at localhost.
const libraries = resolve(import.meta.dirname, '../../server/target/muniment/lib');
let server: Server;
let browser: Browser;
let page: Page;
let authenticator: CDPSession;
let recoveryCode: string;

beforeAll(async () => {
  server = await Server.start();
  await setUp(server);
  browser = await openBrowser();
  page = await open(await context());
  authenticator = await page.context().newCDPSession(page);
  await authenticator.send('WebAuthn.enable');
  await authenticator.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const at = (path: string) => server.url.replace('127.0.0.1', 'localhost') + path;

test('a passkey is made on the own page, with recovery codes', async () => {
  await byPassword(page, administrator);
  await page.goto(at('/me'));
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByLabel('Name of the passkey').fill('Laptop');
  await page.getByRole('button', { name: 'Make the passkey' }).click();
  await page.getByText('The second factor is in place').waitFor();
  recoveryCode = await page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem').first().innerText();
  await page.getByRole('checkbox', { name: 'I keep them in a safe place' }).check();
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByText('Passkey “Laptop”').waitFor();
  await shoot(page, 'me-passkey');
});

test('it signs in alone', async () => {
  await signOut(page);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.getByRole('heading', { name: 'Overview' }).waitFor();
  expect((await me(page)).person.address).toBe(administrator.address);
});

test('a recovery code stands in for it, once', async () => {
  await signOut(page);
  for (const [attempt, answer] of [
    ['first', page.getByRole('heading', { name: 'Overview' })],
    ['second', page.getByText('This recovery code is wrong or was used already')],
  ] as const) {
    if (attempt === 'second') await signOut(page);
    await fillPassword(page, administrator);
    await page.getByRole('button', { name: 'Use a recovery code' }).click();
    await page.getByLabel('Recovery code').fill(recoveryCode);
    await page.getByRole('button', { name: 'Go on' }).click();
    await answer.waitFor();
  }
  await expectAccessible(page, 'a wrong recovery code');
});

test('a passkey that was removed lets nobody in', async () => {
  await page.goto(at('/signin'));
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.getByRole('heading', { name: 'Overview' }).waitFor();
  await page.goto(at('/me'));
  await page.getByRole('button', { name: 'Remove: Laptop' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click();
  await page.getByText('Passkey “Laptop”').waitFor({ state: 'detached' });
  await signOut(page);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.getByRole('alert').waitFor();
  expect((await page.request.get(at('/api/v1/me'))).status()).toBe(401);
});

test('a session that another one ends is signed out', async () => {
  const [one, other] = [await open(await context()), await open(await context())];
  for (const each of [one, other]) await byPassword(each, postmaster);
  await one.goto(at('/me'));
  // The set-up has left one too; the newest comes first.
  const ends = one.getByRole('button', { name: /^End: / });
  await ends.nth(1).waitFor();
  await ends.first().click();
  await one.getByRole('dialog').getByRole('button', { name: 'End', exact: true }).click();
  await expect.poll(() => ends.count()).toBe(1);
  await other.goto(at('/admins'));
  await other.waitForURL('**/signin**');
  expect((await one.request.get(at('/api/v1/me'))).status()).toBe(200);
  await other.context().close();
  await one.context().close();
});

test('an invitation works once', async () => {
  const api = await Api.signedIn(server, postmaster.address, postmaster.password);
  const appointed = (await (
    await api.call('POST', '/admins', {
      address: `ines@${domain}`,
      name: 'Ines Iversen',
      roles: ['auditor'],
      reason: 'yearly audit',
    })
  ).json()) as { invitation: { path: string } };
  const guest = await open(await context());
  await guest.goto(at(appointed.invitation.path));
  await guest.getByLabel('Password').first().fill('nine patient lock keepers');
  await guest.getByLabel('Password once more').fill('nine patient lock keepers');
  await guest.getByRole('button', { name: 'Set the password' }).click();
  await guest.getByText('Your password is set.').waitFor();
  await guest.context().close();
  const thief = await open(await context());
  await thief.goto(at(appointed.invitation.path));
  await thief.getByText('This invitation is not good').waitFor();
  expect(await thief.getByLabel('Password').count()).toBe(0);
  await thief.context().close();
});

test('names and reasons that are scripts are shown as they were written', async () => {
  const script = '<img src=x onerror="window.ran=1">';
  const api = await Api.signedIn(server, postmaster.address, postmaster.password);
  await api.call('POST', '/departments', { name: script });
  await api.call('POST', '/directory/accounts', { address: `script@${domain}`, name: script });
  await api.call('POST', '/admins', { address: `eve@${domain}`, name: script, roles: ['auditor'], reason: script });
  await api.call('POST', '/organisations', {
    name: script,
    domains: ['script.example'],
    postmaster: { address: 'eve@script.example', password: 'ten silent paper boats' },
    reason: script,
  });
  const reader = await open(await context());
  await byPassword(reader, postmaster);
  for (const path of ['/directory', '/admins', '/organisations', '/log']) {
    await reader.goto(at(path));
    await reader.getByText(script).first().waitFor();
    expect(await reader.evaluate(() => 'ran' in window), path).toBe(false);
    expect(await reader.locator('img[src="x"]').count(), path).toBe(0);
  }
  await reader.context().close();
});

test('signing in leads to no page of anybody else', async () => {
  const guest = await open(await context());
  await guest.goto(at('/signin?to=%2F%2Fevil.example%2F'));
  await guest.getByLabel('Address').fill(postmaster.address);
  await guest.getByLabel('Password').fill(postmaster.password);
  await guest.getByRole('button', { name: 'Sign in', exact: true }).click();
  await guest.getByRole('heading', { name: 'Overview' }).waitFor();
  expect(new URL(guest.url()).host).toBe(new URL(at('/')).host);
  await guest.context().close();
});

test('a proof that is too old is asked for once more, and the act then goes on', async () => {
  const late = await open(await context());
  await byPassword(late, postmaster);
  server = await elevenMinutesLater(server);
  await late.goto(at('/me'));
  await late.getByRole('button', { name: 'New token' }).click();
  await late.getByLabel('Name').fill('Nightly report');
  await late.getByRole('checkbox', { name: /archive/i }).first().check();
  await late.getByRole('button', { name: 'Make the token' }).click();
  const dialog = late.getByRole('dialog', { name: 'Confirm that it is you' });
  await dialog.getByLabel('Your password').fill('not the password');
  await dialog.getByRole('button', { name: 'Confirm' }).click();
  await dialog.getByText('The password is wrong').waitFor();
  await shoot(late, 'fresh-proof');
  await dialog.getByLabel('Your password').fill(postmaster.password);
  await dialog.getByRole('button', { name: 'Confirm' }).click();
  await late.getByText('Copy the token now').waitFor();
  expect((await me(late)).fresh_until).not.toBeNull();
});

function context(): Promise<BrowserContext> {
  return browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
}

async function open(inside: BrowserContext): Promise<Page> {
  const opened = await inside.newPage();
  opened.setDefaultTimeout(15_000);
  return opened;
}

/** Signs in without the page, at the host of the page. */
async function byPassword(as: Page, person: typeof postmaster) {
  const answer = await as.request.post(at('/api/v1/sessions'), { data: { ...person, kind: 'cookie' } });
  expect(answer.status()).toBe(201);
}

async function fillPassword(as: Page, person: typeof postmaster) {
  await as.getByLabel('Address').fill(person.address);
  await as.getByLabel('Password').fill(person.password);
  await as.getByRole('button', { name: 'Sign in', exact: true }).click();
}

async function signOut(as: Page) {
  await as.getByRole('button', { name: administrator.address }).or(as.getByRole('button', { name: /anton@/ })).first().click();
  await as.getByText('Sign out').click();
  await as.waitForURL('**/signin**');
}

async function me(as: Page): Promise<{ person: { address: string }; fresh_until: string | null }> {
  return (await as.request.get(at('/api/v1/me'))).json() as Promise<{
    person: { address: string };
    fresh_until: string | null;
  }>;
}

/** Stops the server, has all proofs been given eleven minutes earlier, and starts it on the same home. */
async function elevenMinutesLater(running: Server): Promise<Server> {
  const { pid } = JSON.parse(readFileSync(join(running.home, 'run/server.json'), 'utf8')) as { pid: number };
  process.kill(pid, 'SIGTERM');
  await expect.poll(() => isAlive(pid), { timeout: 30_000 }).toBe(false);
  const database = join(running.home, 'db/muniment');
  const { MUNIMENT_JAVA_HOME: jdk } = process.env;
  execFileSync(jdk === undefined ? 'java' : join(jdk, 'bin/java'), [
    ...['-cp', `${libraries}/*`, 'org.h2.tools.Shell', '-user', 'sa', '-password', ''],
    ...['-url', `jdbc:h2:file:${database};MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;IFEXISTS=TRUE;FILE_LOCK=FS`],
    ...['-sql', "update person_session set authenticated = dateadd('MINUTE', -11, authenticated)"],
  ]);
  return Server.start('run', running.home);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
