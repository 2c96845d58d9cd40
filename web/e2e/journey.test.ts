import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, openBrowser, shoot } from './browser.ts';
import { mbox } from './mails.ts';
import { administrator, domain, organisation, postmaster, setUpCode } from './people.ts';
import { Server } from './server.ts';

// One visit from the empty home to the export, each test a part of the way.
let server: Server;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  server = await Server.start();
  browser = await openBrowser();
  context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    acceptDownloads: true,
  });
  page = await context.newPage();
  page.setDefaultTimeout(15_000);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const button = (name: string | RegExp) => page.getByRole('button', { name });
const field = (name: string | RegExp) => page.getByLabel(name);

test('an empty home leads to the set-up, which asks for the printed code', async () => {
  await page.goto(server.url);
  await page.waitForURL('**/setup**');
  await field('Set-up code').fill('AAAA-AAAA-AAAA');
  await button('Next').click();
  await page.getByText('This is not the code').first().waitFor();
  await field('Set-up code').fill(await server.printed(setUpCode));
  await button('Next').click();
  await page.getByRole('heading', { name: 'Language and time' }).waitFor();
  await expectAccessible(page, 'set-up');
});

test('the steps lead to an archive', async () => {
  await button('Next').click();
  await field('Name of the organisation').fill(organisation);
  await field('Mail domains').fill(`${domain} `);
  await button('Next').click();
  await field('Address').fill(postmaster.address);
  await field('Password').first().fill('short');
  await field('Password once more').fill('short');
  await button('Next').click();
  await page
    .getByText(/at least 12 characters/)
    .first()
    .waitFor();
  await field('Password').first().fill(postmaster.password);
  await field('Password once more').fill(postmaster.password);
  await button('Next').click();
  await page.getByRole('heading', { name: 'Archive administrator' }).waitFor();
  await field('Address').fill(administrator.address);
  await field('Password').first().fill(administrator.password);
  await field('Password once more').fill(administrator.password);
  expect(await page.getByRole('radio', { name: 'Required' }).isChecked()).toBe(true);
  await page.getByRole('radio', { name: 'Optional' }).click();
  await button('Next').click();
  await page.getByRole('heading', { name: 'Archive retention' }).waitFor();
  expect(await page.getByRole('radio', { name: '5 years' }).isChecked()).toBe(true);
  await button('Next').click();
  await page.getByText(organisation).first().waitFor();
  await shoot(page, 'setup-review');
  await button('Create archive').click();
  await page.getByText(/Listening on/).waitFor();
  await page.getByText('always_bcc').first().waitFor();
  await expectAccessible(page, 'first source');
});

test('the first message is announced as it comes', async () => {
  await server.deliver('Subject: hello\r\n\r\nIs anybody there?\r\n', `anybody@${domain}`);
  await page.getByText(/First message received .* from 127\.0\.0\.1/).waitFor();
  await page
    .getByText(/accepted and not kept/)
    .first()
    .waitFor();
  await shoot(page, 'setup-first-message');
  expect((await page.request.get(`${server.url}/api/v1/setup`)).status()).toBe(404);
});

test('the postmaster sees the overview and no mail', async () => {
  await button('To the overview').click();
  await page.getByRole('heading', { name: 'Overview' }).waitFor();
  for (const name of sevenFields.en) await page.getByText(name, { exact: true }).first().waitFor();
  expect(await page.getByRole('link', { name: 'Search' }).count()).toBe(0);
  await page.getByRole('link', { name: 'Archive management' }).first().click();
  await page.getByRole('heading', { name: 'Archive management' }).waitFor();
  expect(await page.getByRole('radio', { name: 'Enable' }).count()).toBe(0);
  expect((await page.request.get(`${server.url}/api/v1/messages/msg_a-1`)).status()).toBe(403);
});

test('the archive administrator signs in and enables archiving', async () => {
  await button(postmaster.address)
    .or(button(/paula@/))
    .first()
    .click();
  await page.getByText('Sign out').click();
  await page.waitForURL('**/signin**');
  await expectAccessible(page, 'sign-in');
  await field('Address').fill(administrator.address);
  await field('Password').fill('not the password');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByText(/wrong/i).first().waitFor();
  await field('Password').fill(administrator.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('heading', { name: 'Overview' }).waitFor();
  await page.getByRole('link', { name: 'Archive management' }).first().click();
  for (const name of sevenFields.en) await page.getByText(name, { exact: true }).first().waitFor();
  await page.getByRole('radio', { name: 'Enable' }).check();
  await button('Save').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reason').fill('The archive goes into service.');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page
    .getByText(/Archiving on/)
    .first()
    .waitFor();
});

test('a mailbox is uploaded and its import adds up', async () => {
  await page.getByRole('link', { name: 'Imports' }).click();
  const file = join(server.home, 'old.mbox');
  writeFileSync(file, mbox(domain, 120));
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByText('Uploaded').first().waitFor();
  await button('Start import').click();
  await page.waitForURL('**/imports/imp_**');
  await page.getByText('Done', { exact: true }).first().waitFor({ timeout: 60_000 });
  const text = (await page.locator('main').innerText()).replace(/\s+/g, ' ');
  expect(text).toMatch(/120/);
  await shoot(page, 'import');
  await expectAccessible(page, 'import');
});

test('a search finds, marks and counts', async () => {
  await page.getByRole('link', { name: 'Search', exact: true }).click();
  await field('Query').fill('invoice');
  await page.locator('#time-range').fill('all');
  await field('Query').press('Enter');
  await page
    .getByText(/^\d+ found/)
    .first()
    .waitFor();
  await page.locator('mark').first().waitFor();
  expect((await page.locator('mark').first().innerText()).toLowerCase()).toContain('invoice');
  expect(page.url()).toContain('q=invoice');
  await shoot(page, 'search');
  await expectAccessible(page, 'search');
});

test('form and query line are one', async () => {
  await field('Query').fill('from:dora subject:(offer OR invoice)');
  await expect.poll(() => page.locator('.fields').innerText()).toContain('dora');
  await field('Query').fill('subject:(');
  await page.locator('#query-fault').waitFor();
  await field('Query').fill('invoice');
  await expect.poll(() => page.locator('#keywords').inputValue()).toBe('invoice');
});

test('an Enter that ends a composition does not search', async () => {
  const before = page.url();
  const query = field('Query');
  await query.fill('');
  await query.focus();
  const session = await context.newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: 'ht', selectionStart: 2, selectionEnd: 2 });
  await session.send('Input.dispatchKeyEvent', {
    type: 'keyDown',
    key: 'Enter',
    code: 'Enter',
    windowsVirtualKeyCode: 229,
  });
  await session.send('Input.insertText', { text: '合同' });
  await expect.poll(() => query.inputValue()).toBe('合同');
  expect(page.url()).toBe(before);
  await query.press('Enter');
  await expect.poll(() => decodeURIComponent(page.url())).toContain('合同');
  await expect.poll(() => page.locator('mark').allInnerTexts()).toContain('合同');
});

test('a message is read, its parts are at hand, and Back leads to the result', async () => {
  await page.locator('[aria-rowindex]').nth(1).click();
  const frame = page.frameLocator('iframe[src*="/render"]');
  await frame.locator('body').waitFor();
  expect(await frame.locator('body').innerText()).toContain('合同');
  await expectAccessible(page, 'search with a message');
  await shoot(page, 'search-message');
  for (const tab of ['Headers', 'Source', 'Delivery', 'Evidence']) {
    await page.getByRole('tab', { name: tab }).click();
    await page.getByRole('tabpanel').waitFor();
  }
  await page.getByText('SHA-256').first().waitFor();
  const permalink = page.url();
  const other = await context.newPage();
  await other.goto(permalink);
  await other.getByText('SHA-256').first().waitFor();
  await other.close();
  await page.goBack();
  await page.locator('[aria-rowindex]').nth(1).waitFor();
});

test('the original is downloaded byte for byte', async () => {
  await page.goto(`${server.url}/search?q=subject%3Acontract&date=all`);
  await page.locator('[aria-rowindex]').nth(1).click();
  const link = page.getByRole('link', { name: 'Download .eml' }).or(button('Download .eml')).first();
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  const raw = await page.request.get(new URL(download.url()).pathname.replace(/^/, server.url));
  expect(readFileSync(await download.path()).equals(await raw.body())).toBe(true);
});

test('all that was found is exported as one zip', async () => {
  await page.goto(`${server.url}/search?q=invoice&date=all`);
  const found = Number(
    /(\d+) found/.exec(
      await page
        .getByText(/^\d+ found/)
        .first()
        .innerText(),
    )?.[1],
  );
  await page.locator('[aria-rowindex]').nth(1).waitFor();
  await page.keyboard.press('*');
  await page.keyboard.press('s');
  await page.getByText(/The whole result is selected/).waitFor();
  await button('Export…').first().click();
  await expectAccessible(page, 'export');
  const [download] = await Promise.all([page.waitForEvent('download'), button('Export and download').click()]);
  const zip = readFileSync(await download.path()).toString('latin1');
  const names = new Set(zip.match(/messages\/[\w-]+\.eml/g));
  expect(names.size).toBe(found);
});

test('the language is switched without loading again', async () => {
  await page.goto(`${server.url}/`);
  await page.getByRole('heading', { name: 'Overview' }).waitFor();
  await page.evaluate(() => ((window as { stays?: boolean }).stays = true));
  await button('中文').click();
  for (const name of sevenFields.zh) await page.getByText(name, { exact: true }).first().waitFor();
  expect(await page.evaluate(() => (window as { stays?: boolean }).stays)).toBe(true);
  await shoot(page, 'overview-zh');
  await expectAccessible(page, 'overview in Chinese');
  await page.goto(`${server.url}/search?q=合同&date=all`);
  await page.locator('[aria-rowindex]').nth(1).waitFor();
  await shoot(page, 'search-zh');
  await expectAccessible(page, 'search in Chinese');
});

test('the dark theme has enough contrast too', async () => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(`${server.url}/`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await expectAccessible(page, 'overview, dark');
  await shoot(page, 'overview-dark');
  await page.goto(`${server.url}/search?q=invoice&date=all`);
  await page.locator('[aria-rowindex]').nth(1).waitFor();
  await expectAccessible(page, 'search, dark');
  await shoot(page, 'search-dark');
});

const sevenFields = {
  en: [
    'Number of archives',
    'Number of open archives',
    'Archive retention',
    'Last turned on time',
    'Last closed time',
    'Archive administrator',
    'Archive status',
  ],
  zh: ['归档总数', '已开启归档数', '归档保留期限', '最近开启时间', '最近关闭时间', '归档管理员', '归档状态'],
};
