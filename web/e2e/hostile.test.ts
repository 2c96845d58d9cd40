import { readFileSync, readdirSync } from 'node:fs';
import { type Server as HttpServer, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { type Browser, type BrowserContext, type Frame, type Page, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { options } from './browser.ts';
import { administrator, setUp, signIn } from './people.ts';
import { Api, Server } from './server.ts';

const folder = resolve(import.meta.dirname, '../../server/src/test/resources/hostile');
const mails = readdirSync(folder)
  .filter((name) => name.endsWith('.eml'))
  .sort();

let server: Server;
let trap: HttpServer;
let browser: Browser;
let context: BrowserContext;
let ids: string[];
const caught: string[] = [];

beforeAll(async () => {
  // Every name but our own address leads here: what a mail makes the browser fetch is caught.
  trap = createServer((request, answer) => {
    caught.push(`${request.method} ${request.headers.host}${request.url}`);
    answer.end();
  });
  await new Promise<void>((listening) => trap.listen(0, '127.0.0.1', listening));
  server = await Server.start();
  await setUp(server);
  const api = await Api.signedIn(server, administrator.address, administrator.password);
  await api.call('PATCH', '/archive', { enabled: true, reason: 'test' });
  ids = await api.archive(mails.map((name) => readFileSync(`${folder}/${name}`)));
  const port = (trap.address() as AddressInfo).port;
  browser = await chromium.launch(
    options(`--host-resolver-rules=MAP * 127.0.0.1:${port}, EXCLUDE 127.0.0.1`, '--ignore-certificate-errors'),
  );
  context = await browser.newContext();
  await signIn(context, server);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  trap?.close();
});

test('there are at least fifty of them', () => {
  expect(mails.length).toBeGreaterThanOrEqual(50);
});

test.each(mails.map((name, number) => ({ name, number })))('$name does nothing in the viewer', async ({ number }) => {
  const page = await context.newPage();
  const seen = watch(page);
  await page.goto(`${server.url}/messages/${ids[number]}`);
  const frame = await mailFrame(page);
  await poke(frame);
  expect(page.url()).toContain(`/messages/${ids[number]}`);
  expect(seen.foreign).toEqual([]);
  expect(seen.ran).toEqual([]);
  expect(seen.pages).toBe(0);
  expect(caught).toEqual([]);
  await page.close();
});

test.each(mails.map((name, number) => ({ name, number })))(
  '$name does nothing when opened directly',
  async ({ number }) => {
    const page = await context.newPage();
    const seen = watch(page);
    const address = `${server.url}/api/v1/messages/${ids[number]}/render`;
    const answer = await page.goto(address);
    expect(answer?.headers()['content-security-policy']).toContain('sandbox');
    await poke(page.mainFrame());
    expect(page.url()).toBe(address);
    expect(seen.foreign).toEqual([]);
    expect(seen.ran).toEqual([]);
    expect(caught).toEqual([]);
    await page.close();
  },
);

/** What a page does that a mail should not make it do. */
function watch(page: Page) {
  const seen = { foreign: [] as string[], ran: [] as string[], pages: 0 };
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(server.url) && !url.startsWith('data:')) seen.foreign.push(url);
  });
  page.on('dialog', (dialog) => {
    seen.ran.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('popup', () => seen.pages++);
  page.on('console', (message) => {
    if (message.text().includes('hostile')) seen.ran.push(message.text());
  });
  return seen;
}

async function mailFrame(page: Page): Promise<Frame> {
  const element = await page.waitForSelector('iframe[src*="/render"]', { state: 'attached' });
  expect(await element.getAttribute('sandbox')).toBe('');
  const frame = await element.contentFrame();
  if (!frame) throw new Error('the mail has no frame');
  await frame.waitForLoadState('load');
  return frame;
}

/** Clicks what a reader might click, and gives late things a moment to happen. */
async function poke(frame: Frame) {
  for (const wanted of await frame.locator('a, button, img, input, [title]').all()) {
    await wanted.click({ timeout: 500, force: true, noWaitAfter: true }).catch(() => undefined);
  }
  await frame.page().waitForTimeout(150);
}
