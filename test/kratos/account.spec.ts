import type { Page } from '@playwright/test';
import { TOTP } from 'otpauth';
import { alert } from '../e2e/said';
import {
  addAuthenticator,
  expect,
  expectIn,
  finish,
  givePassword,
  heading,
  LIVE,
  NO_OLD_PROOF,
  NOT_SET,
  oldProof,
  removeByAdmin,
  shownCodes,
  shownKey,
  signIn,
  signOut,
  test,
  typeAppCode,
  useBackupCode,
} from './support';

test.skip(!LIVE, NOT_SET);

const app = (page: Page) => page.locator('mfa-totp-enrollment');
const codes = (page: Page) => page.locator('mfa-backup-codes');
const usePasskey = async (page: Page): Promise<void> => {
  const button = page.getByRole('button', { name: 'Use passkey' });
  await expect(button).not.toHaveAttribute('aria-busy', 'true');
  await button.click();
};

async function addKey(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Set up a security key' }).click();
  const add = page.getByRole('button', { name: 'Add a security key' });
  await expect(add).not.toHaveAttribute('aria-busy', 'true');
  await page.getByLabel('Name').fill(name);
  await add.click();
  await expect(heading(page, /^Added/)).toBeVisible();
  await page.getByRole('button', { name: 'Continue' }).click();
}

/** Connects the app whose key is on screen. */
async function connect(page: Page): Promise<TOTP> {
  const totp = new TOTP({ secret: await shownKey(page) });
  await app(page).getByLabel('App code').fill(totp.generate());
  await app(page).getByRole('button', { name: 'Continue' }).click();
  return totp;
}

test('an app that is connected is asked for from then on', async ({ page, beginner }) => {
  await givePassword(page, beginner);
  await app(page).locator('[data-action=start]').click();
  const totp = await connect(page);
  await expect(heading(page, 'Your app is connected')).toBeVisible();
  await page.reload();
  await signOut(page);
  await givePassword(page, beginner);
  await typeAppCode(page, totp.generate());
  await expectIn(page, beginner);
});

test('new codes open the account once they are on, and the old ones no more', async ({ page, person }) => {
  await signIn(page, person);
  await page.getByRole('button', { name: 'Make new codes' }).click();
  const [fresh = ''] = await shownCodes(page);
  await finish(page);
  await expect(codes(page)).toContainText('on');
  await signOut(page);
  await useBackupCode(page, person);
  await expect(alert(page)).toContainText("That code didn't work.");
  await page.getByLabel('Backup code').fill(fresh);
  await page.getByRole('button', { name: 'Use this code' }).click();
  await expect(heading(page, "You're in")).toBeVisible();
});

test('codes that were made and not turned on change nothing', async ({ page, person }) => {
  await signIn(page, person);
  await page.getByRole('button', { name: 'Make new codes' }).click();
  await shownCodes(page);
  await page.reload();
  await signOut(page);
  await useBackupCode(page, person);
  await expect(heading(page, "You're in")).toBeVisible();
});

test('a fresh proof comes first where the last one is old, in place, and the person clicks again', async ({
  page,
  person,
}) => {
  test.skip(NO_OLD_PROOF !== undefined, NO_OLD_PROOF);
  test.setTimeout(180_000);
  await signIn(page, person);
  await oldProof(page);
  await page.getByRole('button', { name: 'Make new codes' }).click();
  await expect(heading(page, "Confirm it's you")).toBeVisible();
  await typeAppCode(page, person.appCode());
  await expect(page.getByText('Thank you. Now choose “Make new codes” again.')).toBeVisible();
  await page.getByRole('button', { name: 'Make new codes' }).click();
  await shownCodes(page);
});

test('codes whose turning on wants a fresh proof stay on screen until they are on', async ({ page, person }) => {
  test.skip(NO_OLD_PROOF !== undefined, NO_OLD_PROOF);
  test.setTimeout(180_000);
  await signIn(page, person);
  await page.getByRole('button', { name: 'Make new codes' }).click();
  const [fresh = ''] = await shownCodes(page);
  await oldProof(page);
  await finish(page);
  await typeAppCode(page, person.appCode());
  await expect(page.getByText('Thank you. Now choose “Finish” again.')).toBeVisible();
  expect(await shownCodes(page)).toContain(fresh);
  await page.getByRole('button', { name: 'Finish' }).click();
  await expect(page.getByRole('list', { name: 'Your backup codes' })).toHaveCount(0);
  await signOut(page);
  await useBackupCode(page, person, fresh);
  await expect(heading(page, "You're in")).toBeVisible();
});

test('a security key is added by its name, and opens the account as a second factor', async ({ page, person }) => {
  await signIn(page, person);
  await addAuthenticator(page);
  await addKey(page, 'Blue key');
  await signOut(page);
  await givePassword(page, person);
  await page.getByRole('button', { name: 'Passkey or security key' }).click();
  await usePasskey(page);
  await expectIn(page, person);
});

test('a passkey is added, and is no second factor', async ({ page, person }) => {
  await signIn(page, person);
  await addAuthenticator(page);
  await page.getByRole('button', { name: 'Set up this device' }).click();
  const add = page.getByRole('button', { name: 'Add this device' });
  await expect(add).not.toHaveAttribute('aria-busy', 'true');
  await add.click();
  await expect(heading(page, /^Added/)).toBeVisible();
  await page.getByRole('button', { name: 'Continue' }).click();
  await signOut(page);
  await givePassword(page, person);
  await expect(page.getByLabel('App code')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Passkey or security key' })).toHaveCount(0);
});

test('who lost the phone for good is safe again: new app, new codes, and no other session', async ({
  page,
  person,
  browser,
  baseURL,
  violations,
}) => {
  const elsewhere = await (await browser.newContext({ baseURL })).newPage();
  await signIn(elsewhere, person);
  await useBackupCode(page, person);
  await page.getByRole('button', { name: 'Yes, set up a new one' }).click();
  await page.getByRole('button', { name: 'An app on a phone' }).click();
  // Kratos ends the old app before it takes the new one: the codes come first, so that something works in between.
  const fresh = await shownCodes(page);
  await finish(page);
  await page.getByRole('button', { name: 'I understand, go on' }).click();
  const totp = await connect(page);
  await expect(heading(page, 'All set')).toBeVisible();
  await page.getByRole('button', { name: 'Go to' }).click();
  await expectIn(page, person);
  expect(violations).toEqual([]);

  await elsewhere.reload();
  await expect(elsewhere).toHaveURL(/\/login\?backend=kratos$/);
  await elsewhere.context().close();

  await signOut(page);
  await givePassword(page, person);
  await typeAppCode(page, person.appCode());
  await expect(alert(page)).toContainText("That code didn't work.");
  await typeAppCode(page, totp.generate());
  await expectIn(page, person);

  await signOut(page);
  await useBackupCode(page, person);
  await expect(alert(page)).toContainText("That code didn't work.");
  await page.getByLabel('Backup code').fill(fresh[0] ?? '');
  await page.getByRole('button', { name: 'Use this code' }).click();
  await expect(heading(page, "You're in")).toBeVisible();
});

test('a security key that is lost for good ends with the repair, and the new app takes its place', async ({
  page,
  person,
  site,
}) => {
  await signIn(page, person);
  await addAuthenticator(page);
  await addKey(page, 'Lost key');
  await signOut(page);
  await removeByAdmin(site, person, 'totp');
  await useBackupCode(page, person);
  await page.getByRole('button', { name: 'Yes, set up a new one' }).click();
  await page.getByRole('button', { name: 'An app on a phone' }).click();
  await shownCodes(page);
  await finish(page);
  const totp = await connect(page);
  await expect(heading(page, 'All set')).toBeVisible();
  await page.getByRole('button', { name: 'Go to' }).click();
  await signOut(page);
  await givePassword(page, person);
  await expect(page.getByRole('button', { name: 'Use passkey' })).toHaveCount(0);
  await typeAppCode(page, totp.generate());
  await expectIn(page, person);
});
