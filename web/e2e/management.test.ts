import { type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import adminsEn from '../src/features/admins/en.json';
import adminsZh from '../src/features/admins/zh.json';
import directoryEn from '../src/features/directory/en.json';
import directoryZh from '../src/features/directory/zh.json';
import logEn from '../src/features/log/en.json';
import logZh from '../src/features/log/zh.json';
import manageEn from '../src/features/manage/en.json';
import manageZh from '../src/features/manage/zh.json';
import meEn from '../src/features/me/en.json';
import meZh from '../src/features/me/zh.json';
import organisationsEn from '../src/features/organisations/en.json';
import organisationsZh from '../src/features/organisations/zh.json';
import overviewEn from '../src/features/overview/en.json';
import signInEn from '../src/features/signin/en.json';
import signInZh from '../src/features/signin/zh.json';
import { expectAccessible, openBrowser, shoot } from './browser.ts';
import { domain, postmaster, setUp, signIn } from './people.ts';
import { Server } from './server.ts';
import { totp } from './totp.ts';

// From the set-up to two organisations side by side, each test a part of the way.
const berta = { name: 'Berta Brandt', address: `berta@${domain}`, password: 'eleven tidy lighthouse keepers' };
const domain2 = 'werft-ost.example';
const petra = { address: `petra@${domain2}`, password: 'six patient ferry captains' };
const otto = { name: 'Otto Olsen', address: `otto@${domain2}`, password: 'four sleepy tugboat cooks' };
const welders = Array.from({ length: 30 }, (_, i) => `welder${String(i + 1).padStart(2, '0')}@${domain}`);
const clerks = ['clerk1', 'clerk2', 'clerk3'].map((name) => `${name}@${domain}`);

let server: Server;
let browser: Browser;
let asPostmaster: Page;
let asAdministrator: Page;
let asStranger: Page;

beforeAll(async () => {
  server = await Server.start();
  await setUp(server, 'required');
  browser = await openBrowser();
  asPostmaster = await open(await context());
  await signIn(asPostmaster.context(), server, postmaster);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

test('an appointed archive administrator takes her invitation and enrols a second factor', async () => {
  await asPostmaster.goto(`${server.url}/admins`);
  const link = await appoint(asPostmaster, berta);
  await shoot(asPostmaster, 'admins-invitation');
  asAdministrator = await accept(link, berta);
  await asPostmaster.getByRole('button', { name: 'Done' }).click();
  await asPostmaster.getByRole('row', { name: berta.address }).getByText('Archive administrator').waitFor();
});

test('she enables archiving, with Save and a reason', async () => {
  const page = asAdministrator;
  await page.getByRole('link', { name: 'Archive management' }).first().click();
  await page.getByRole('radio', { name: 'Enable' }).check();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Enable archiving' });
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.getByText('Enter a reason.').waitFor();
  await dialog.getByLabel('Reason').fill('The yard goes into service.');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page
    .getByText(/Archiving on/)
    .first()
    .waitFor();
});

test('a table brings departments and their accounts', async () => {
  const page = asPostmaster;
  await page.goto(`${server.url}/directory?view=imports`);
  const lines = [
    'address,name,department',
    ...welders.map((address, i) => `${address},Welder ${i + 1},Yard/Welding`),
    ...clerks.map((address, i) => `${address},Clerk ${i + 1},Office`),
  ];
  await page
    .getByLabel('CSV file')
    .setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n')) });
  await page.getByRole('button', { name: 'Show what it would change' }).click();
  const apply = page.getByRole('button', { name: /^Apply \d+ changes$/ });
  await apply.waitFor();
  await expectAccessible(page, 'the plan of a table');
  await apply.click();
  await page.getByRole('heading', { name: 'Applied' }).waitFor();
  await page.goto(`${server.url}/directory`);
  await page.getByText('33 accounts', { exact: true }).first().waitFor();
});

test('thirty accounts of a department are opened in one act', async () => {
  const page = asAdministrator;
  await page.getByRole('link', { name: 'Accounts', exact: true }).click();
  await page.getByRole('button', { name: 'Open …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Open archive accounts' });
  await dialog.getByText('By department').click();
  await dialog.getByRole('combobox', { name: 'Department' }).fill('Welding');
  await page.locator('.ant-select-tree-title', { hasText: 'Welding (30)' }).click();
  await dialog.getByText(/^30 accounts will be open\./).waitFor();
  await expectAccessible(page, 'opening a department');
  await dialog.getByLabel(/^Reason/).fill('The welders sign contracts.');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('radiogroup', { name: 'Status' }).getByText('Open', { exact: true }).click();
  await page.getByText('30 accounts, 0 chosen').waitFor();
  expect(await page.getByRole('row').filter({ hasText: 'Yard / Welding' }).count()).toBe(30);
  expect(await page.getByRole('row').filter({ hasText: 'Office' }).count()).toBe(0);
  await shoot(page, 'accounts');
  await expectAccessible(page, 'accounts');
});

test('a second organisation sees nothing of the first', async () => {
  await server.deliver('Subject: Rivets\r\n\r\nHow many rivets does the hull need?\r\n', welders[0] ?? '');
  await found(asAdministrator, 'rivets', 1);
  await asAdministrator.locator('[aria-rowindex]').nth(1).click();
  const message = await asAdministrator.locator('iframe[src*="/render"]').getAttribute('src');

  const page = asPostmaster;
  await page.goto(`${server.url}/organisations`);
  await page.getByRole('button', { name: 'New organisation' }).click();
  const dialog = page.getByRole('dialog', { name: 'New organisation' });
  await dialog.getByLabel('Name').fill('Werft Ost');
  await dialog.getByLabel('Mail domains').fill(domain2);
  await dialog.getByLabel('First postmaster').fill(petra.address);
  await dialog.getByLabel('Initial password').fill(petra.password);
  await dialog.getByLabel('Reason').fill('Contract 17');
  await expectAccessible(page, 'a new organisation');
  await dialog.getByRole('button', { name: 'Create' }).click();
  await page.getByRole('row', { name: /Werft Ost/ }).waitFor();
  await shoot(page, 'organisations');

  const itsPostmaster = await open(await context());
  await signIn(itsPostmaster.context(), server, petra);
  await itsPostmaster.goto(`${server.url}/admins`);
  const link = await appoint(itsPostmaster, otto);
  asStranger = await accept(link, otto);

  await itsPostmaster.goto(`${server.url}/directory`);
  await itsPostmaster.getByText(/There is no account yet/).waitFor();
  await asStranger.goto(`${server.url}/manage/accounts`);
  await asStranger.getByText(/There is no archive account yet/).waitFor();
  await asStranger.goto(`${server.url}/search?q=rivets&date=all`);
  await asStranger
    .getByText(/^0 found/)
    .first()
    .waitFor();
  expect((await asStranger.request.get(`${server.url}${message}`)).status()).toBe(404);
  for (const stranger of [asStranger, itsPostmaster]) {
    await stranger.goto(`${server.url}/log?date=all`);
    await logRows(stranger).first().waitFor();
    // Who made the organisation stands in its log, and nothing else of hers.
    const foreign = await logRows(stranger).filter({ hasText: domain }).allInnerTexts();
    expect(foreign).toHaveLength(1);
    expect(foreign[0]).toContain(`${postmaster.address} set up the organisation Werft Ost`);
  }
});

test('the four filters of the log narrow it', async () => {
  const page = asAdministrator;
  const rows = logRows(page);
  const filters = page.getByRole('search', { name: 'Filters of the archive log' });
  const show = () => filters.getByRole('button', { name: 'Show', exact: true }).click();
  /** As somebody does who looks: the list has to be there before anything in it can be chosen. */
  const choose = async (label: string, value: string) => {
    await filters.getByLabel(label).fill(value);
    await page.locator(`.ant-select-item-option[title="${value}"]`).click();
    await filters.locator(`.ant-select-selection-item[title="${value}"]`).waitFor();
    await filters.getByLabel(label).press('Escape');
  };
  const begin = async () => {
    await page.goto(`${server.url}/log`);
    await rows.first().waitFor();
  };
  const column = async (number: number) => [...new Set(await rows.locator(`td:nth-child(${number})`).allInnerTexts())];
  await begin();
  expect((await column(2)).length).toBeGreaterThan(1);
  expect((await column(3)).length).toBeGreaterThan(3);

  await choose('Administrator', berta.address);
  await show();
  await expect.poll(() => column(2)).toEqual([berta.address]);

  await begin();
  await filters.getByLabel('Keywords').fill('contracts');
  await show();
  // The question itself is an entry too, with the words that were asked for.
  const others = async () => (await column(3)).filter((type) => type !== 'log.query');
  await expect.poll(others).toEqual(['archive.account_open']);
  expect(await rows.filter({ hasText: 'archive.account_open' }).count()).toBe(1);

  await begin();
  await choose('Types', 'archive.enable');
  await show();
  await expect.poll(() => column(3)).toEqual(['archive.enable']);
  expect(await column(6)).toEqual(['The yard goes into service.']);
  await shoot(page, 'log-types');

  await begin();
  await filters.getByLabel('Time range').click();
  await page.locator('.ant-select-item-option', { hasText: 'From … to …' }).click();
  for (const [name, day] of [
    ['First day', '2020-01-01'],
    ['Last day', '2020-01-31'],
  ] as const) {
    await filters.getByLabel(name).fill(day);
    await filters.getByLabel(name).press('Enter');
    await expect.poll(() => filters.getByLabel(name).inputValue()).toBe(day);
  }
  expect(page.url(), 'a chosen day sends nothing').not.toContain('2020');
  await show();
  await page.getByText(/No entry passes these filters/).waitFor();
  expect(page.url()).toContain('2020-01-01..2020-01-31');
  await filters.getByRole('button', { name: 'Clear' }).click();
  await rows.first().waitFor();
});

test.each([
  ['/manage', manageEn.title, manageZh.title],
  ['/manage/rules', manageEn.title, manageZh.title],
  ['/manage/history', manageEn.title, manageZh.title],
  ['/directory', directoryEn.title, directoryZh.title],
  ['/directory?view=unknown', directoryEn.title, directoryZh.title],
  ['/directory?view=ldap', directoryEn.title, directoryZh.title],
  ['/directory?view=domains', directoryEn.title, directoryZh.title],
  ['/admins', adminsEn.title, adminsZh.title],
  ['/log', logEn.title, logZh.title],
  ['/organisations', organisationsEn.title, organisationsZh.title],
  ['/me', meEn.title, meZh.title],
])('%s speaks both languages without loading again, and is accessible', async (path, english, chinese) => {
  await bothLanguages(asPostmaster, path, english, chinese);
});

test('the pages are accessible in the dark too', async () => {
  const page = await open(await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB', colorScheme: 'dark' }));
  await signIn(page.context(), server, postmaster);
  for (const [path, title] of [
    ['/', overviewEn.title],
    ['/manage', manageEn.title],
    ['/manage/rules', manageEn.title],
    ['/manage/history', manageEn.title],
    ['/directory', directoryEn.title],
    ['/directory?view=unknown', directoryEn.title],
    ['/directory?view=ldap', directoryEn.title],
    ['/directory?view=domains', directoryEn.title],
    ['/admins', adminsEn.title],
    ['/log', logEn.title],
    ['/organisations', organisationsEn.title],
    ['/me', meEn.title],
  ] as const) {
    await page.goto(server.url + path);
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
    await settled(page);
    await expectAccessible(page, `${path} in the dark`);
    await shoot(page, `${fileName(path)}-dark`);
  }
  await page.context().close();
});

test('the sentences of the log change their language too', async () => {
  const page = asPostmaster;
  await page.goto(`${server.url}/log`);
  const what = page.locator('.log-what').first();
  await expect.poll(() => what.innerText()).not.toMatch(/\p{Script=Han}/u);
  await page.getByRole('button', { name: '中文' }).click();
  await expect.poll(() => what.innerText()).toMatch(/\p{Script=Han}/u);
  await page.getByRole('button', { name: 'EN', exact: true }).click();
  await expect.poll(() => what.innerText()).not.toMatch(/\p{Script=Han}/u);
});

test('the sign-in page speaks both languages and is accessible', async () => {
  await bothLanguages(await open(await context()), '/signin', signInEn.title, signInZh.title);
});

function context(): Promise<BrowserContext> {
  return browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
}

async function open(inside: BrowserContext): Promise<Page> {
  const page = await inside.newPage();
  page.setDefaultTimeout(15_000);
  return page;
}

/** Appoints an archive administrator on the page of administrators; returns the link to hand over. */
async function appoint(page: Page, person: { name: string; address: string }): Promise<string> {
  await page.getByRole('button', { name: 'Appoint', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Appoint a person' });
  await dialog.getByLabel('Name').fill(person.name);
  await dialog.getByLabel('Address').fill(person.address);
  await dialog.getByRole('checkbox', { name: /^Archive administrator/ }).check();
  await dialog.getByLabel('Reason').fill('Decided by the board.');
  await dialog.getByRole('button', { name: 'Appoint' }).click();
  await dialog.waitFor({ state: 'detached' });
  return page.locator('code.invitation').innerText();
}

/** In a browser of her own: takes the invitation, signs in and adds the second factor that her role needs. */
async function accept(link: string, person: { address: string; password: string }): Promise<Page> {
  const page = await open(await context());
  await page.goto(link);
  await page.getByRole('heading', { name: 'Choose your password' }).waitFor();
  await page.getByLabel('Password').first().fill(person.password);
  await page.getByLabel('Password once more').fill(person.password);
  await page.getByRole('button', { name: 'Set the password' }).click();
  await page.getByText('Your password is set.').waitFor();
  expect(await page.getByLabel('Address').inputValue()).toBe(person.address);
  await page.getByLabel('Password').fill(person.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('heading', { name: 'Add a second factor' }).waitFor();
  await page.getByRole('button', { name: 'Set up an authenticator app' }).click();
  const secret = await page.locator('code.secret').innerText();
  await expectAccessible(page, 'enrolment');
  await page.getByLabel('Code of the authenticator app').fill(totp(secret));
  await page.getByText('The second factor is in place').waitFor();
  await page.getByRole('checkbox', { name: 'I keep them in a safe place' }).check();
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('heading', { name: 'Overview' }).waitFor();
  return page;
}

function logRows(page: Page) {
  return page.getByRole('region', { name: 'Entries of the archive log' }).locator('tbody tr');
}

/** Searches until the index has caught up. */
async function found(page: Page, words: string, count: number) {
  await expect
    .poll(
      async () => {
        await page.goto(`${server.url}/search?q=${words}&date=all`);
        return page
          .getByText(/^\d+ found/)
          .first()
          .innerText();
      },
      { timeout: 30_000 },
    )
    .toMatch(new RegExp(`^${count} found`));
}

/** Nothing of the page is still being fetched. */
async function settled(page: Page) {
  await expect.poll(() => page.locator('[aria-busy=true]').count()).toBe(0);
}

/** The name of a page's picture. */
function fileName(path: string): string {
  return path.slice(1).replace(/[^a-z]+/g, '-') || 'overview';
}

async function bothLanguages(page: Page, path: string, english: string, chinese: string) {
  await page.goto(server.url + path);
  await page.getByRole('heading', { level: 1, name: english }).waitFor();
  await page.evaluate(() => ((window as { stays?: boolean }).stays = true));
  await settled(page);
  await expectAccessible(page, `${path} in English`);
  await page.getByRole('button', { name: '中文' }).click();
  await page.getByRole('heading', { level: 1, name: chinese }).waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toMatch(/^zh/);
  await settled(page);
  await expectAccessible(page, `${path} in Chinese`);
  await shoot(page, `${fileName(path)}-zh`);
  await page.getByRole('button', { name: 'EN', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: english }).waitFor();
  expect(await page.evaluate(() => (window as { stays?: boolean }).stays)).toBe(true);
}
