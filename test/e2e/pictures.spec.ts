import { writeFileSync } from 'node:fs';
import type { Page, TestInfo } from '@playwright/test';
import { addPerson } from '../../demo/server/seed';
import { smallPng } from '../support/small-png';
import { shownCodes } from './codes';
import { connectApp, expect, giveEmailCodes, nextCode, passFirstFactor, test } from './support';

/**
 * The README's pictures, on the way back in. `npm run pictures` writes them; every other run holds that each can still be
 * taken, and compares no pixels: fonts differ between machines.
 */

const ADA = { name: 'Ada', password: 'ada-lost-her-phone', secondFactor: true };
const SIZE = { width: 390, height: 720 };

/** Bytes of one picture; the README loads five. */
const LARGEST = 40_000;

async function take(page: Page, name: string, { config }: TestInfo): Promise<void> {
  const picture = smallPng(await page.screenshot({ animations: 'disabled', caret: 'hide' }));
  expect(picture.length).toBeLessThan(LARGEST);
  if (config.updateSnapshots === 'all') writeFileSync(`docs/pictures/${name}.png`, picture);
}

for (const theme of ['light', 'dark'] as const) {
  test(`the way back in has its pictures, ${theme} @long`, async ({ page, server, clock }, info) => {
    const heading = (name: string) => expect(page.getByRole('heading', { name })).toBeVisible();
    await page.setViewportSize(SIZE);
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    const person = await addPerson(server.auth, { ...ADA, email: `ada-${theme}@fjord.example` });
    await giveEmailCodes(server, person);
    await passFirstFactor(page, person);
    await page.getByRole('button', { name: 'Authenticator app' }).click();
    await heading('Enter the code from your app');
    await take(page, `challenge-${theme}`, info);
    await page.getByRole('link', { name: 'I lost my second factor' }).click();
    await heading("Let's get you back in");
    await take(page, `ladder-${theme}`, info);
    await page.getByRole('button', { name: 'A backup code' }).click();
    await heading('Enter a backup code');
    await page.getByLabel('Backup code').fill(nextCode(person));
    await take(page, `backup-code-${theme}`, info);
    await page.getByRole('button', { name: 'Use this code' }).click();
    await heading("You're in");
    await take(page, `in-${theme}`, info);
    await page.getByRole('button', { name: 'Yes, set up a new one' }).click();
    await connectApp(page, clock);
    await shownCodes(page);
    await page
      .getByRole('list', { name: 'Your backup codes' })
      .evaluate((list) => list.scrollIntoView({ block: 'center' }));
    await take(page, `new-codes-${theme}`, info);
  });
}
