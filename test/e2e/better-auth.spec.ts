import type { Page } from '@playwright/test';
import { finishButton, makeButton, savedBox, shownCodes } from './codes';
import {
  codeFor,
  confirmByPassword,
  expectIn,
  giveAppCode,
  giveBackupCode,
  givePassword,
  signIn,
  test,
  typeBackupCode,
  watchApps,
} from './stock';
import { alert } from './said';
import { addAuthenticator, expect } from './support';

/** The same screens on an unmodified Better Auth. */

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name });
const app = (page: Page) => page.locator('mfa-totp-enrollment');

/** Whether a sign-in in another browser is asked for a second factor. */
async function isChallenged(page: Page, { email, password }: { email: string; password: string }): Promise<boolean> {
  const { origin } = new URL(page.url());
  const answer = await fetch(`${origin}/api/stock/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ email, password }),
  });
  return ((await answer.json()) as { twoFactorRedirect?: boolean }).twoFactorRedirect === true;
}

test('a code of the app lets a person in', async ({ page, owner, violations }) => {
  await signIn(page, owner);
  expect(await violations()).toEqual([]);
});

test('a code by e-mail lets a person in', { tag: '@long' }, async ({ page, owner, server }) => {
  await givePassword(page, owner);
  await page.getByRole('button', { name: 'Code by email' }).click();
  await page.getByRole('button', { name: 'Send code' }).click();
  const field = page.getByLabel('Code from the email');
  await expect(field).toBeVisible();
  const sent = () => server.outbox.messages.find(({ to }) => to === owner.email)?.code;
  await expect.poll(sent).toBeDefined();
  await field.fill(sent() ?? '');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expectIn(page, owner);
});

test('a device that is trusted is not asked again', { tag: '@long' }, async ({ page, owner }) => {
  await givePassword(page, owner);
  await page.getByRole('button', { name: 'Authenticator app' }).click();
  await page.getByLabel("Don't ask on this device").check();
  await giveAppCode(page, owner.appCode());
  await expectIn(page, owner);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL('**/login**');
  await givePassword(page, owner);
  await expectIn(page, owner);
});

test('a person who lost their phone is safe again with a new app and the codes that come with it', async ({
  page,
  owner,
  violations,
}) => {
  test.slow();
  const newest = await watchApps(page);
  await giveBackupCode(page, owner);
  await expect(page.getByText('That backup code is now used up. Cross it out on your list.')).toBeVisible();
  await page.getByRole('button', { name: 'Yes, set up a new one' }).click();
  await page.getByRole('button', { name: 'An app on a phone' }).click();
  await expect(
    page.getByText('This turns your second factor and all backup codes off until you finish.'),
  ).toBeVisible();
  await app(page).locator('[data-action=start]').click();
  await confirmByPassword(page, owner);
  await expect(page.getByRole('img', { name: 'Picture to scan with your authenticator app.' })).toBeVisible();
  expect(await isChallenged(page, owner)).toBe(false);
  await page.getByRole('button', { name: 'Continue' }).click();
  const codes = await shownCodes(page);
  await savedBox(page).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('Last step: type the code your app shows. That turns everything on.')).toBeVisible();
  await giveAppCode(page, codeFor(newest()));
  await expect(heading(page, 'All set')).toBeVisible();
  expect(await isChallenged(page, owner)).toBe(true);
  expect(await violations()).toEqual([]);

  await page.context().clearCookies();
  await giveBackupCode(page, { ...owner, backupCodes: codes });
  await expect(heading(page, "You're in")).toBeVisible();
});

test(
  'new codes end the old ones at once, which is accepted first, and want the password',
  { tag: '@long' },
  async ({ page, owner }) => {
    await signIn(page, owner);
    await expect(page.getByText("We can't show whether you have any.")).toBeVisible();
    await makeButton(page).click();
    await expect(page.getByText('Your old codes stop working at once.')).toBeVisible();
    await page.getByLabel('I understand.').check();
    await makeButton(page).click();
    await confirmByPassword(page, { ...owner, password: 'not the password' });
    await expect(page.getByRole('alert').filter({ hasText: 'password' })).toBeVisible();
    await confirmByPassword(page, owner);
    const codes = await shownCodes(page);
    await savedBox(page).check();
    await finishButton(page).click();
    await expect(heading(page, 'All set')).toBeVisible();

    await page.context().clearCookies();
    await giveBackupCode(page, owner);
    await expect(page.getByRole('alert').filter({ hasText: "That code didn't work." })).toBeVisible();
    await typeBackupCode(page, codes[0] ?? '');
    await expect(heading(page, "You're in")).toBeVisible();
  },
);

test(
  'a first app turns on nothing before its codes are saved and its code is right',
  { tag: '@long' },
  async ({ page, newcomer }) => {
    const newest = await watchApps(page);
    await givePassword(page, newcomer);
    await expectIn(page, newcomer);
    await app(page).locator('[data-action=start]').click();
    await confirmByPassword(page, newcomer);
    await app(page).getByRole('button', { name: 'Continue' }).click();
    await expect(app(page).getByRole('list', { name: 'Your backup codes' }).getByRole('listitem')).toHaveCount(10);
    await app(page).getByRole('button', { name: 'Continue' }).click();
    await expect(alert(app(page))).toContainText('Tick the box first');
    expect(await isChallenged(page, newcomer)).toBe(false);
    await app(page).getByLabel('I have saved these codes.').check();
    await app(page).getByRole('button', { name: 'Continue' }).click();
    await app(page).getByLabel('App code').fill(codeFor(newest()));
    await app(page).getByRole('button', { name: 'Continue' }).click();
    await expect(heading(page, 'Your app is connected')).toBeVisible();
    expect(await isChallenged(page, newcomer)).toBe(true);
  },
);

test('a passkey is added by one click, and said to be a whole sign-in', { tag: '@long' }, async ({ page, owner }) => {
  await addAuthenticator(page);
  await signIn(page, owner);
  await expect(page.getByRole('button', { name: 'Set up a security key' })).toBeHidden();
  await page.getByRole('button', { name: 'Set up this device' }).click();
  await expect(page.getByText("It doesn't take the place of your app.")).toBeVisible();
  const add = page.getByRole('button', { name: 'Add this device' });
  await expect(add).not.toHaveAttribute('aria-busy', 'true');
  await add.click();
  await expect(heading(page, /^Added/)).toBeFocused();
  const listed = await page.request.get('/api/stock/passkey/list-user-passkeys');
  expect(await listed.json()).toHaveLength(1);
});

test(
  'a session that is old leads to the sign-in before a passkey is added',
  { tag: '@long' },
  async ({ page, owner, server }) => {
    await addAuthenticator(page);
    await signIn(page, owner);
    const client = await server.database.connect();
    await client.query(`update "stockSession" set "createdAt" = now() - interval '2 days'`).finally(client.release);
    await page.getByRole('button', { name: 'Set up this device' }).click();
    const add = page.getByRole('button', { name: 'Add this device' });
    await expect(add).not.toHaveAttribute('aria-busy', 'true');
    await add.click();
    await expect(page.getByText('You will be signed out for a moment.')).toBeVisible();
    await page.getByRole('link', { name: 'Go to sign-in' }).click();
    await page.waitForURL('**/login?backend=better-auth');
  },
);

test('no address, storage or page holds a code once it was saved', { tag: '@long' }, async ({ page, owner }) => {
  const addresses: string[] = [];
  page.on('request', (request) => addresses.push(request.url()));
  await signIn(page, owner);
  await makeButton(page).click();
  await page.getByLabel('I understand.').check();
  await makeButton(page).click();
  await confirmByPassword(page, owner);
  const codes = await shownCodes(page);
  const everywhere = async () =>
    [
      ...addresses,
      await page.content(),
      await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state])),
    ].join('\n');
  const shown = await everywhere();
  expect(codes.every((code) => shown.includes(code))).toBe(true);
  await savedBox(page).check();
  await finishButton(page).click();
  await expect(heading(page, 'All set')).toBeVisible();
  const left = await everywhere();
  expect([...codes, owner.password].filter((secret) => left.includes(secret))).toEqual([]);
});

test('an answer that is lost leads to the sign-in, and the code is said to be perhaps used up', async ({
  page,
  owner,
  network,
}) => {
  network.closeAfterAnswers();
  network.lose({ path: /verify-backup-code$/, cut: 'after' });
  await giveBackupCode(page, owner);
  await expect(heading(page, 'Please sign in again')).toBeVisible();
  await expect(page.getByText('The backup code that you typed may be used up.')).toBeVisible();
  network.heal();
  const [, next] = owner.backupCodes;
  await page.getByRole('button', { name: 'Go to sign-in' }).click();
  await page.waitForURL('**/login?backend=better-auth');
  await giveBackupCode(page, owner, next);
  await expect(heading(page, "You're in")).toBeVisible();
});
