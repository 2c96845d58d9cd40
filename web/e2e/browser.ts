import AxeBuilder from '@axe-core/playwright';
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Browser, type LaunchOptions, type Page, chromium } from 'playwright-core';
import { expect } from 'vitest';

export const shots = resolve(import.meta.dirname, '../target/screenshots');

/** The installed Chromium, without a screen and without anything that calls home. */
export function options(...more: string[]): LaunchOptions {
  return {
    executablePath: process.env.MUNIMENT_CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...more,
    ],
  };
}

export function openBrowser(): Promise<Browser> {
  return chromium.launch(options());
}

export async function shoot(page: Page, name: string) {
  mkdirSync(shots, { recursive: true });
  await page.screenshot({ path: `${shots}/${name}.png` });
}

/** Nothing on the page moves any more: what fades in has not yet the contrast that it will have. */
async function atRest(page: Page) {
  await page.evaluate(async () => {
    const moving = () =>
      document
        .getAnimations()
        .filter(({ effect, playState }) => playState === 'running' && effect?.getComputedTiming().endTime !== Infinity);
    for (let some = moving(); some.length > 0; some = moving()) {
      await Promise.allSettled(some.map(({ finished }) => finished));
    }
  });
}

/** No finding of axe that is serious or critical. */
export async function expectAccessible(page: Page, what: string) {
  await atRest(page);
  // Legacy: the mail's frame runs no scripts, so axe would wait in it for ever.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  const serious = violations
    .filter((violation) => violation.impact === 'serious' || violation.impact === 'critical')
    .map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html.slice(0, 200)).join(' | ')}`);
  expect(serious, `axe on ${what}`).toEqual([]);
}
