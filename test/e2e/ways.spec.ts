import type { Page } from '@playwright/test';
import {
  expect,
  giveEmailCodes,
  givePasskey,
  nextCode,
  passFirstFactor,
  paste,
  sentCode,
  test,
  usePasskey,
} from './support';

const inAccount = (page: Page) => expect(page.getByText('You are signed in as')).toBeVisible();

test('a person uses a passkey, found among several ways', async ({ page, person, server, violations }) => {
  await page.goto('/login');
  await givePasskey(page, server, person);
  await passFirstFactor(page, person);
  await page.getByRole('button', { name: 'Passkey or security key' }).click();
  await usePasskey(page);
  await inAccount(page);
  expect(await violations()).toEqual([]);
});

test('a passkey that its owner was not proved for is refused, and the way stays open', async ({
  page,
  person,
  server,
}) => {
  await page.goto('/login');
  const { authenticator } = await givePasskey(page, server, person);
  await authenticator.verifies(false);
  await passFirstFactor(page, person);
  await page.getByRole('button', { name: 'Passkey or security key' }).click();
  await usePasskey(page);
  await expect(page.getByText("That didn't finish. Try again, or choose another way.")).toBeVisible();
  await authenticator.verifies(true);
  await usePasskey(page);
  await inAccount(page);
});

test('a person gets a code by e-mail and types it', async ({ page, person, server, violations }) => {
  await giveEmailCodes(server, person);
  await passFirstFactor(page, person);
  await page.getByRole('button', { name: 'Code by email' }).click();
  await page.getByRole('button', { name: 'Send code' }).click();
  await expect(page.getByLabel('Code from the email')).toBeVisible();
  await page.getByLabel('Code from the email').fill(sentCode(server, person));
  await page.getByRole('button', { name: 'Continue' }).click();
  await inAccount(page);
  expect(await violations()).toEqual([]);
});

test('a sent code survives a reload', async ({ page, person, server }) => {
  await giveEmailCodes(server, person);
  await passFirstFactor(page, person);
  await page.getByRole('button', { name: 'Code by email' }).click();
  await page.getByRole('button', { name: 'Send code' }).click();
  await expect(page.getByLabel('Code from the email')).toBeVisible();
  const code = sentCode(server, person);
  await page.reload();
  await page.getByRole('button', { name: 'Code by email' }).click();
  await page.getByLabel('Code from the email').fill(code);
  await page.keyboard.press('Enter');
  await inAccount(page);
});

test('a person who lost the phone climbs the ladder to a backup code', async ({ page, person, server }) => {
  await giveEmailCodes(server, person);
  await passFirstFactor(page, person);
  await page.getByRole('button', { name: 'Authenticator app' }).click();
  await page.getByRole('link', { name: 'I lost my second factor' }).click();
  await expect(page.getByRole('heading', { name: "Let's get you back in" })).toBeFocused();
  await page.getByRole('button', { name: 'A backup code' }).click();
  await expect(page.getByRole('heading', { name: 'Enter a backup code' })).toBeFocused();
  await page.getByLabel('Backup code').focus();
  await paste(page, `  ${nextCode(person)} `);
  await page.keyboard.press('Enter');
  await expect(page.getByText('That backup code is now used up. You have 9 left.')).toBeVisible();
});

test('a device that is trusted is not asked again, and a backup code never makes one', async ({ page, person }) => {
  await passFirstFactor(page, person);
  await page.getByLabel("Don't ask on this device for 30 days.").check();
  await page.getByLabel('App code').fill(person.appCode());
  await page.keyboard.press('Enter');
  await inAccount(page);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL('**/login');
  await passFirstFactor(page, person);
  await inAccount(page);
});

test('the backup code form offers no trust', async ({ page, person }) => {
  await passFirstFactor(page, person);
  await page.getByRole('link', { name: 'I lost my second factor' }).click();
  await expect(page.getByRole('heading', { name: 'Enter a backup code' })).toBeVisible();
  await expect(page.getByRole('checkbox')).toHaveCount(0);
});

test('one tab signs in and the other follows', async ({ page, context, person }) => {
  await passFirstFactor(page, person);
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.getByLabel('App code')).toBeVisible();
  await page.getByLabel('App code').fill(person.appCode());
  await page.keyboard.press('Enter');
  await inAccount(page);
  await inAccount(other);
});
