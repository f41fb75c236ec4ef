import { finishButton, makeButton, savedBox, shownCodes } from './codes';
import { addDevice, banner, card, cards, heading, openRemoval, remove, says } from './settings-page';
import {
  codeFor,
  confirmByPassword,
  expectIn,
  giveAppCode,
  giveBackupCode,
  givePassword,
  QUERY,
  signIn,
  test,
  watchApps,
} from './stock';
import { alert } from './said';
import { addAuthenticator, expect } from './support';

/** The account page on an unmodified Better Auth: the same screens, by what that server can do. */

const LONG = { tag: '@long' };
const APP = 'App on a phone';
const SETTINGS = `/settings${QUERY}`;

test(
  'the page shows what Better Auth tells, and nothing that it can not do',
  LONG,
  async ({ page, owner, violations }) => {
    await signIn(page, owner);
    await page.goto(SETTINGS);
    await expect(cards(page)).toHaveCount(2);
    await expect(card(page, APP)).toContainText('Second step when you sign in.');
    await expect(card(page, APP)).not.toContainText(/added|last used/);
    await expect(card(page, 'Backup codes')).toContainText("We can't show whether you have any.");
    for (const name of ['Turn off', 'Recent activity', `Rename ${APP}`])
      await expect(page.getByRole('link', { name })).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Add a security key' })).toHaveCount(0);
    // A code by e-mail is not in its list: so nobody can say that there is one way only.
    await expect(banner(page)).toHaveCount(0);
    await page.goto(`${SETTINGS}&view=activity`);
    await expect(cards(page)).toHaveCount(2);
    expect(await violations()).toEqual([]);
  },
);

test(
  'a passkey is added under a name, renamed and removed, and is said to be a whole sign-in',
  LONG,
  async ({ page, owner }) => {
    await addAuthenticator(page);
    await signIn(page, owner);
    await page.goto(SETTINGS);
    await addDevice(page, 'Old laptop');
    await expect(card(page, 'Old laptop')).toContainText('Signs you in by itself.');
    await page.getByRole('link', { name: 'Rename Old laptop' }).click();
    await page.getByLabel('Name').fill('Laptop');
    await page.getByRole('button', { name: 'Save' }).click();
    await says(page, 'The new name is saved.');
    await page.reload();
    await remove(page, 'Laptop');
    await says(page, 'Laptop no longer works. Also delete it in your password manager.');
    const listed = await page.request.get('/api/stock/passkey/list-user-passkeys');
    expect(await listed.json()).toEqual([]);
  },
);

test(
  'removing the app turns off the codes and the second step, which is said before',
  LONG,
  async ({ page, owner }) => {
    await signIn(page, owner);
    await page.goto(SETTINGS);
    await openRemoval(page, APP);
    await expect(page.getByText('This also turns off your backup codes.')).toBeVisible();
    await expect(page.getByText('From then on no second step is asked for when you sign in.')).toBeVisible();
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await confirmByPassword(page, owner);
    await says(page, `${APP} no longer works. Backup codes are turned off.`);
    await expect(cards(page)).toHaveCount(1);
    await page.context().clearCookies();
    await givePassword(page, owner);
    await expectIn(page, owner);
  },
);

test('a wrong password removes nothing, and may be typed again', LONG, async ({ page, owner }) => {
  await signIn(page, owner);
  await page.goto(SETTINGS);
  await remove(page, APP);
  await confirmByPassword(page, { ...owner, password: 'not-the-one' });
  await expect(alert(page)).toContainText("didn't work");
  await page.getByRole('link', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Keep it' }).click();
  await page.reload();
  await expect(card(page, APP)).toBeVisible();
});

test(
  'another app takes the place of the first, after the warning that all is off in between',
  LONG,
  async ({ page, owner }) => {
    const newest = await watchApps(page);
    await signIn(page, owner);
    await page.goto(SETTINGS);
    await page.getByRole('button', { name: 'Use another app' }).click();
    const app = page.locator('mfa-totp-enrollment');
    await expect(app).toContainText('This turns your second factor and all backup codes off until you finish.');
    await app.locator('[data-action=start]').click();
    await confirmByPassword(page, owner);
    await page.getByRole('button', { name: 'Continue' }).click();
    const codes = await shownCodes(page);
    await savedBox(page).check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await giveAppCode(page, codeFor(newest()));
    await app.locator('[data-action=done]').click();
    await expect(card(page, APP)).toHaveCount(1);
    await page.context().clearCookies();
    await giveBackupCode(page, { ...owner, backupCodes: codes });
    await expect(heading(page, "You're in")).toBeVisible();
  },
);

test('new codes take the place of the old ones at once, which is said before', LONG, async ({ page, owner }) => {
  await signIn(page, owner);
  await page.goto(SETTINGS);
  await makeButton(page).click();
  await page.getByLabel('I understand.').check();
  await makeButton(page).click();
  await confirmByPassword(page, owner);
  const [fresh = ''] = await shownCodes(page);
  await savedBox(page).check();
  await finishButton(page).click();
  await expect(heading(page, 'All set')).toBeVisible();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(card(page, 'Backup codes')).toBeVisible();
  await page.context().clearCookies();
  await giveBackupCode(page, { ...owner, backupCodes: [fresh] });
  await expect(heading(page, "You're in")).toBeVisible();
});

test(
  'signing out elsewhere ends the other session, and says that trusted devices stay',
  LONG,
  async ({ page, owner, browser, baseURL }) => {
    const other = await browser.newContext({ baseURL: baseURL ?? '' });
    const tab = await other.newPage();
    await signIn(tab, owner);
    await signIn(page, owner);
    await page.goto(SETTINGS);
    await page.getByRole('link', { name: 'Sign out everywhere else' }).click();
    await says(
      page,
      "You are signed out everywhere else. A device on which you chose not to be asked again still isn't.",
    );
    await tab.goto(`/account${QUERY}`);
    await expect(tab).toHaveURL(/\/login/);
    await other.close();
  },
);

test(
  'an old session leads to the sign-in, and back to the passkey that was to be added',
  LONG,
  async ({ page, owner, server }) => {
    await addAuthenticator(page);
    await signIn(page, owner);
    await page.goto(SETTINGS);
    const client = await server.database.connect();
    await client.query(`update "stockSession" set "createdAt" = now() - interval '2 days'`).finally(client.release);
    await page.getByRole('button', { name: 'Add this device' }).click();
    const add = page.getByRole('button', { name: 'Add this device' }).and(page.locator(':not([aria-busy])'));
    await add.click();
    await page.getByRole('link', { name: 'Go to sign-in' }).click();
    await page.waitForURL('**/login?backend=better-auth');
    await page.getByLabel('Email').fill(owner.email);
    await page.getByLabel('Password').fill(owner.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: 'Authenticator app' }).click();
    await giveAppCode(page, codeFor(owner.totpUri ?? ''));
    await expectIn(page, owner);
    await page.goto(SETTINGS);
    await expect(cards(page)).toHaveCount(0);
    await add.click();
    await expect(page.getByRole('heading', { name: /^Added/ })).toBeFocused();
  },
);
