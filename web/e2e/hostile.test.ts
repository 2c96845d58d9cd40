import { readFileSync, readdirSync } from 'node:fs';
import { type Server as HttpServer, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { type Browser, type BrowserContext, type Page, chromium } from 'playwright-core';
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
  // The hosts that the mails name lead here: what a mail makes the browser fetch is caught.
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
    options(`--host-resolver-rules=MAP *hostile.example 127.0.0.1:${port}`, '--ignore-certificate-errors'),
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

// Several at once, each on a page of its own: they wait more than they work.
test.concurrent.each(mails.map((name, number) => ({ name, number })))(
  '$name does nothing, neither in the viewer nor when its page is opened by itself',
  async ({ number }) => {
    const page = await context.newPage();
    const seen = watch(page);
    const viewer = `${server.url}/messages/${ids[number] ?? ''}`;
    await page.goto(viewer);
    await poke(page, await mailFrame(page));
    expect(page.url().startsWith(viewer)).toBe(true);
    expectNothing(seen);

    const alone = `${server.url}/api/v1/messages/${ids[number] ?? ''}/render`;
    const answer = await page.goto(alone);
    expect(answer?.headers()['content-security-policy']).toContain('sandbox');
    await poke(page, { x: 0, y: 0, width: 800, height: 100 });
    expect(page.url()).toBe(alone);
    expectNothing(seen);
    await page.close();
  },
);

test('the trap catches what it should', async () => {
  const free = await browser.newPage();
  await free.goto('http://hostile.example/00/control');
  expect(caught.splice(0)).toContain('GET hostile.example/00/control');
  await free.close();
});

function expectNothing(seen: ReturnType<typeof watch>) {
  expect(seen.foreign).toEqual([]);
  expect(seen.ran).toEqual([]);
  expect(seen.pages).toBe(0);
  expect(caught).toEqual([]);
}

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

/** Waits for the mail and returns where its frame lies. It runs no scripts, so nothing inside can be asked. */
async function mailFrame(page: Page) {
  const element = await page.waitForSelector('iframe[src*="/render"]');
  expect(await element.getAttribute('sandbox')).toBe('');
  const frame = await element.contentFrame();
  await frame?.waitForLoadState('load');
  const box = await element.boundingBox();
  if (!box) throw new Error('the mail is not on the screen');
  return box;
}

/** Clicks all over the mail, as a curious reader might, and gives late things a moment to happen. */
async function poke(page: Page, box: { x: number; y: number; width: number; height: number }) {
  for (let y = 10; y < Math.min(box.height, 400); y += 24) {
    for (const x of [12, 60, 160]) await page.mouse.click(box.x + x, box.y + y);
  }
  await page.waitForTimeout(100);
}
