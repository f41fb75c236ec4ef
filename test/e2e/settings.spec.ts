import { addPerson } from '../../demo/server/seed';
import { TOTP } from 'otpauth';
import { countIssues, expectAllSet, finish, makeButton, shownCodes } from './codes';
import { addDevice, banner, card, cards, heading, openSettings, remove, removeByHand, says } from './settings-page';
import { alert } from './said';
import { addAuthenticator, expect, givePasskey, passFirstFactor, test, usePasskey, type Person } from './support';

const LONG = { tag: '@long' };
const APP = 'App on a phone';
const ONE_WAY = 'You have one way only. Add a second.';

test('everything that opens the account has a card, with what is known of it', async ({ page, person, violations }) => {
  await openSettings(page, person);
  await expect(cards(page)).toHaveCount(2);
  await expect(card(page, APP)).toContainText(/added .*last used .*Second step when you sign in\./s);
  await expect(card(page, 'Backup codes')).toContainText('10 of 10 left · made ');
  await expect(banner(page)).toHaveText(new RegExp(ONE_WAY));
  expect(await violations()).toEqual([]);
});

test('a passkey is added under any name, renamed and removed', async ({ page, person, violations }) => {
  const name = '<img src=x onerror=alert(1)>';
  await page.goto('/login');
  await addAuthenticator(page);
  await openSettings(page, person);
  await addDevice(page, name);
  await expect(page.locator('mfa-settings img')).toHaveCount(0);
  await expect(banner(page)).toHaveCount(0);
  await expect(card(page, name)).toContainText('Passkey · added');
  await expect(card(page, name)).toContainText('Second step when you sign in. On one device only.');

  await page.getByRole('link', { name: `Rename ${name}` }).click();
  await page.getByLabel('Name').fill(' ');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(alert(page)).toContainText('Type a name.');
  await page.getByLabel('Name').fill('Laptop');
  await page.getByRole('button', { name: 'Save' }).click();
  await says(page, 'The new name is saved.');
  await page.reload();
  await expect(card(page, 'Laptop')).toBeVisible();

  await page.getByRole('link', { name: 'Remove Laptop' }).click();
  await expect(page.getByText("You won't be able to use it to sign in.")).toBeVisible();
  await page.getByRole('button', { name: 'Keep it' }).click();
  await remove(page, 'Laptop');
  await says(page, 'Laptop no longer works. Also delete it in your password manager. We told you about this at');
  await says(page, 'That is the only address where we can tell you. A second one is safer.');
  await expect(card(page, 'Laptop')).toHaveCount(0);
  await expect(banner(page)).toContainText('You removed a way to sign in. Make new codes');
  expect(await violations()).toEqual([]);
});

test('a security key is added and removed as a way of its own kind', LONG, async ({ page, person }) => {
  await page.goto('/login');
  await addAuthenticator(page, { transport: 'usb' });
  await openSettings(page, person);
  await page.getByRole('button', { name: 'Add a security key' }).click();
  await page.getByRole('button', { name: 'Add a security key' }).and(page.locator(':not([aria-busy])')).click();
  await page.getByLabel('Name').fill('Blue key');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(card(page, 'Blue key')).toContainText('Security key · added');
  await remove(page, 'Blue key');
  await says(page, 'Blue key no longer works.');
  await expect(card(page, 'Blue key')).toHaveCount(0);
});

test('the last way stays: the page says so, and the server holds it', async ({ page, person }) => {
  await openSettings(page, person);
  await page.getByRole('link', { name: `Remove ${APP}` }).click();
  await expect(page.getByText('This is your last way. Add another one first.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Remove', exact: true })).toHaveCount(0);
  expect(await removeByHand(page)).toEqual({ status: 403, reason: 'last-factor' });
  await page.getByRole('button', { name: 'Go back' }).click();
  await expect(card(page, APP)).toBeVisible();
});

test('a removal asks for a fresh proof, and then for another click', LONG, async ({ page, person, server, clock }) => {
  await page.goto('/login');
  await givePasskey(page, server, person);
  await passFirstFactor(page, person);
  await page.getByRole('button', { name: 'Passkey or security key' }).click();
  await usePasskey(page);
  await expect(page.getByText('You are signed in as')).toBeVisible();
  await page.goto('/settings');
  clock.advance(31);
  await remove(page, APP);
  await expect(page.getByText(`You're about to remove ${APP}.`)).toBeVisible();
  await page.getByRole('link', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await usePasskey(page);
  await says(page, 'Thank you. Now choose “Remove” again.');
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await says(page, `${APP} no longer works.`);
});

test('an app takes the place of the one before', LONG, async ({ page, person, clock }) => {
  await openSettings(page, person);
  const setup = page.waitForResponse('**/totp/setups');
  await page.getByRole('button', { name: 'Use another app' }).click();
  await page.locator('mfa-totp-enrollment [data-action=start]').click();
  const { key } = (await (await setup).json()) as { key: string };
  const app = new TOTP({ secret: key });
  await page.getByLabel('App code').fill(app.generate({ timestamp: clock.now() }));
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.locator('mfa-totp-enrollment [data-action=done]').click();
  await expect(card(page, APP)).toHaveCount(1);
});

test('codes are made, saved and turned off as a way of their own', async ({ page, person }) => {
  const issues = countIssues(page);
  await openSettings(page, person);
  await makeButton(page).click();
  await shownCodes(page);
  await expect(page.getByRole('link', { name: 'Go back' })).toHaveCount(0);
  await finish(page);
  await expectAllSet(page);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(card(page, 'Backup codes')).toContainText('10 of 10 left');
  await page.getByRole('link', { name: 'Turn off' }).click();
  await page.getByRole('button', { name: 'Keep', exact: false }).click();
  await expect(card(page, 'Backup codes')).toContainText('10 of 10 left');
  await page.getByRole('link', { name: 'Turn off' }).click();
  await page.getByRole('button', { name: 'Turn off' }).click();
  await says(page, 'Backup codes are turned off.');
  await expect(card(page, 'Backup codes')).toContainText('Not set up.');
  expect(issues()).toBe(1);
});

for (const [codesLeft, words] of [
  [3, '3 backup codes left. Make new ones.'],
  [0, 'No backup codes left.'],
] as const) {
  test(
    `with ${String(codesLeft)} codes left, one banner says so and nothing else`,
    LONG,
    async ({ page, server, clock }) => {
      const email = `gro-${crypto.randomUUID()}@example.com`;
      const gro = { name: 'Gro', password: 'gro-used-them-all', secondFactor: true, codesLeft, email };
      const account = await addPerson(server.auth, gro);
      const totp = new TOTP({ secret: account.totpSecret ?? '' });
      const person: Person = { ...account, appCode: () => totp.generate({ timestamp: clock.now() }) };
      await openSettings(page, person);
      await expect(banner(page)).toHaveCount(1);
      await expect(banner(page)).toContainText(words);
      await expect(page.getByText(ONE_WAY)).toHaveCount(0);
      await page.getByRole('link', { name: 'Not now' }).click();
      await expect(banner(page)).toHaveCount(0);
    },
  );
}

test('codes that were made and not saved are said to be so', LONG, async ({ page, person }) => {
  await openSettings(page, person);
  await page.getByRole('link', { name: 'Turn off' }).click();
  await page.getByRole('button', { name: 'Turn off' }).click();
  await says(page, 'Backup codes are turned off.');
  await makeButton(page).click();
  await shownCodes(page);
  // A browser that is gone tells the server nothing.
  page.on('dialog', (dialog) => void dialog.accept());
  await page.context().setOffline(true);
  await page.goto('about:blank');
  await page.context().setOffline(false);
  await page.goto('/settings');
  await expect(banner(page)).toContainText('New codes were made but not saved.');
});

test(
  'signing out elsewhere ends other sessions and every trust in a device',
  LONG,
  async ({ page, person, browser, baseURL, clock }) => {
    const other = await browser.newContext({ baseURL: baseURL ?? '' });
    const tab = await other.newPage();
    await passFirstFactor(tab, person);
    await tab.getByLabel("Don't ask on this device").check();
    await tab.getByLabel('App code').fill(person.appCode());
    await tab.getByRole('button', { name: 'Continue' }).click();
    await expect(tab.getByText('You are signed in as')).toBeVisible();

    clock.advance(1);
    await openSettings(page, person);
    await page.getByRole('link', { name: 'Sign out everywhere else' }).click();
    await says(
      page,
      'You are signed out on one other device. On every other device we ask for your second factor again.',
    );
    await tab.goto('/account');
    await expect(tab).toHaveURL(/\/login$/);
    await passFirstFactor(tab, person);
    await expect(tab.getByLabel('App code')).toBeVisible();
    await page.reload();
    await expect(card(page, APP)).toBeVisible();
    await other.close();
  },
);

test('what happened lately is told, newest first, with its time', LONG, async ({ page, person }) => {
  await openSettings(page, person);
  await page.getByRole('link', { name: 'Sign out everywhere else' }).click();
  await says(page, 'You were signed in nowhere else.');
  await page.getByRole('link', { name: 'Recent activity' }).click();
  const lines = page.locator('[data-part=happenings] > li');
  await expect(lines.first()).toContainText('Signed out everywhere else');
  await expect(lines.filter({ hasText: 'Signed in' }).locator('time')).toHaveAttribute(
    'datetime',
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
  );
  await page.getByRole('button', { name: 'Go back' }).click();
  await expect(card(page, APP)).toBeVisible();
});

test('a link opens one screen, on which nothing is begun', LONG, async ({ page, person, request }) => {
  const issues = countIssues(page);
  await page.goto('/login');
  await addAuthenticator(page);
  await openSettings(page, person);
  const places = (await (await request.get('/.well-known/passkey-endpoints')).json()) as Record<string, string>;
  await page.goto(places['enroll'] ?? '');
  await expect(page.getByRole('button', { name: 'Add this device' })).toBeVisible();
  await expect(cards(page)).toHaveCount(0);
  await page.goto('/settings?view=codes');
  await expect(makeButton(page)).toBeVisible();
  await page.goto('/settings?view=app');
  await expect(page.locator('mfa-totp-enrollment [data-action=start]')).toBeVisible();
  await page.goto('/settings?view=activity');
  await expect(heading(page, 'Recent activity')).toBeVisible();
  await page.goto('/settings?view=nothing-of-the-kind');
  await expect(card(page, APP)).toBeVisible();
  await page.goto(places['manage'] ?? '');
  await expect(card(page, APP)).toBeVisible();
  expect(issues()).toBe(0);
});
