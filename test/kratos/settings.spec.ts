import type { Page } from '@playwright/test';
import { card, cards, banner, heading, remove, says } from '../e2e/settings-page';
import {
  addAuthenticator,
  expect,
  expectIn,
  finish,
  givePassword,
  LIVE,
  NO_OLD_PROOF,
  NOT_SET,
  oldProof,
  shownCodes,
  signIn,
  signOut,
  test,
  typeAppCode,
  type Person,
} from './support';

test.skip(!LIVE, NOT_SET);

/** The account page on Kratos: the same screens, by what that server can do. */

const APP = 'App on a phone';

async function openSettings(page: Page, person: Person): Promise<void> {
  await signIn(page, person);
  await page.goto('/settings?backend=kratos');
  await expect(heading(page, "Ways to confirm it's you")).toBeVisible();
}

async function leave(page: Page): Promise<void> {
  await page.goto('/account?backend=kratos');
  await signOut(page);
}

async function addKey(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Add a security key' }).click();
  const add = page.getByRole('button', { name: 'Add a security key' });
  await expect(add).not.toHaveAttribute('aria-busy', 'true');
  await page.getByLabel('Name').fill(name);
  await add.click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(card(page, name)).toBeVisible();
}

test('the page shows what Kratos tells, and nothing that it can not do', async ({ page, person, violations }) => {
  await openSettings(page, person);
  await expect(cards(page)).toHaveCount(2);
  await expect(card(page, APP)).toContainText('Second step when you sign in.');
  await expect(card(page, 'Backup codes')).toContainText("On. We can't show how many are left.");
  for (const name of ['Recent activity', `Rename ${APP}`])
    await expect(page.getByRole('link', { name })).toHaveCount(0);
  // A code by e-mail is not in its list: so nobody can say that there is one way only.
  await expect(banner(page)).toHaveCount(0);
  expect(violations).toEqual([]);
});

test('a security key is added and removed, and opens the account no more', async ({ page, person }) => {
  await addAuthenticator(page);
  await openSettings(page, person);
  await addKey(page, 'Blue key');
  await expect(card(page, 'Blue key')).toContainText('Security key');
  await remove(page, 'Blue key');
  await says(page, 'Blue key no longer works.');
  await leave(page);
  await givePassword(page, person);
  await expect(page.getByLabel('App code')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Passkey or security key' })).toHaveCount(0);
});

test('a passkey is said to sign in by itself', async ({ page, person }) => {
  await addAuthenticator(page);
  await openSettings(page, person);
  await page.getByRole('button', { name: 'Add this device' }).click();
  await page.getByRole('button', { name: 'Add this device' }).and(page.locator(':not([aria-busy])')).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('Signs you in by itself.')).toBeVisible();
});

test('codes are made anew and turned off as a way of their own', async ({ page, person }) => {
  await openSettings(page, person);
  await page.getByRole('button', { name: 'Make new codes' }).click();
  const [fresh = ''] = await shownCodes(page);
  await finish(page);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(card(page, 'Backup codes')).toContainText("On. We can't show how many are left.");
  await page.getByRole('link', { name: 'Turn off' }).click();
  await page.getByRole('button', { name: 'Turn off' }).click();
  await says(page, 'Backup codes are turned off.');
  await leave(page);
  await givePassword(page, person);
  await expect(page.getByLabel('App code')).toBeVisible();
  expect(fresh).not.toBe('');
});

test('signing out elsewhere ends the other session', async ({ page, person, browser, baseURL }) => {
  const elsewhere = await (await browser.newContext({ baseURL })).newPage();
  await signIn(elsewhere, person);
  await openSettings(page, person);
  await page.getByRole('link', { name: 'Sign out everywhere else' }).click();
  await expect(page.getByRole('status').filter({ hasText: /You are signed out/ })).toBeVisible();
  await elsewhere.reload();
  await expect(elsewhere).toHaveURL(/\/login\?backend=kratos$/);
  await page.goto('/account?backend=kratos');
  await expectIn(page, person);
  await elsewhere.context().close();
});

test('a removal asks for a fresh proof in place, and then for another click', async ({ page, person }) => {
  test.skip(NO_OLD_PROOF !== undefined, NO_OLD_PROOF);
  test.setTimeout(180_000);
  await addAuthenticator(page);
  await openSettings(page, person);
  await addKey(page, 'Blue key');
  await oldProof(page);
  await remove(page, 'Blue key');
  await expect(page.getByText("You're about to remove Blue key.")).toBeVisible();
  await page.getByRole('link', { name: 'Use a code from your app' }).click();
  await typeAppCode(page, person.appCode());
  await says(page, 'Thank you. Now choose “Remove” again.');
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await says(page, 'Blue key no longer works.');
});
