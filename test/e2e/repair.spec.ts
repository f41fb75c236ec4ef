import type { Page } from '@playwright/test';
import { addPerson } from '../../demo/server/seed';
import { finish, opens, shownCodes } from './codes';
import { addAuthenticator, connectApp, expect, loseSecondFactor, passFirstFactor, test, type Person } from './support';

const FINN = { name: 'Finn', password: 'finn-has-three-left', secondFactor: true, codesLeft: 3 };
const heading = (page: Page, name: string) => page.getByRole('heading', { name });

/** In by a backup code: the third screen. */
async function getInByCode(page: Page, person: Person): Promise<void> {
  await loseSecondFactor(page, person);
  await page.getByLabel('Backup code').fill(person.backupCodes[0] ?? '');
  await page.getByRole('button', { name: 'Use this code' }).click();
  await expect(heading(page, "You're in")).toBeVisible();
}

const goneForGood = (page: Page) => page.getByRole('button', { name: 'Yes, set up a new one' }).click();

test('a person who lost the phone is safe again after seven screens and four decisions', async ({
  page,
  person,
  browser,
  baseURL,
  violations,
}) => {
  await page.goto('/login');
  await addAuthenticator(page);
  await getInByCode(page, person);
  await goneForGood(page);
  await expect(heading(page, 'Set up a new second factor')).toBeVisible();
  await page.getByRole('button', { name: 'This device' }).click();
  await page.getByRole('button', { name: 'Add this device' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  const codes = await shownCodes(page);
  await finish(page);
  await expect(heading(page, 'All set')).toBeVisible();
  await expect(page.getByText('10 backup codes are on; old codes no longer work')).toBeVisible();
  await expect(page.getByText('You are signed out on your other devices')).toBeVisible();
  await page.getByRole('button', { name: 'Go to' }).click();
  await expect(page.getByText(`You are signed in as ${person.email}.`)).toBeVisible();
  expect(await violations()).toEqual([]);

  const [old, fresh] = [person.backupCodes[1] ?? '', codes[0] ?? ''];
  expect([
    await opens(browser, baseURL ?? '', person, old),
    await opens(browser, baseURL ?? '', person, fresh),
  ]).toEqual([false, true]);
});

test('a person whose phone is at home leaves after the third screen', async ({ page, person }) => {
  await getInByCode(page, person);
  await page.getByRole('button', { name: "No, I just don't have it here" }).click();
  await expect(page.getByText(`You are signed in as ${person.email}.`)).toBeVisible();
});

test('the lost app opens nothing once the repair is done', { tag: '@long' }, async ({ page, person, context }) => {
  await page.goto('/login');
  await addAuthenticator(page);
  await getInByCode(page, person);
  await goneForGood(page);
  await page.getByRole('button', { name: 'This device' }).click();
  await page.getByRole('button', { name: 'Add this device' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await finish(page);
  await expect(heading(page, 'All set')).toBeVisible();
  await context.clearCookies();
  await passFirstFactor(page, person);
  await expect(page.getByRole('button', { name: 'Use passkey' })).toBeVisible();
  await expect(page.getByLabel('App code')).toHaveCount(0);
});

test('the lost app works until the new one does', { tag: '@long' }, async ({ page, person, browser, baseURL }) => {
  await page.goto('/login');
  await addAuthenticator(page);
  await getInByCode(page, person);
  await goneForGood(page);
  await page.getByRole('button', { name: 'This device' }).click();
  const other = await browser.newContext({ baseURL });
  const tab = await other.newPage();
  await passFirstFactor(tab, person);
  await tab.getByLabel('App code').fill(person.appCode());
  await tab.getByRole('button', { name: 'Continue' }).click();
  await expect(tab.getByText(`You are signed in as ${person.email}.`)).toBeVisible();
  await other.close();
});

test(
  'an app on a new phone takes the place of the lost one, before new codes',
  { tag: '@long' },
  async ({ page, person, clock, context }) => {
    await getInByCode(page, person);
    await goneForGood(page);
    const app = await connectApp(page, clock);
    await shownCodes(page);
    await finish(page);
    await expect(heading(page, 'All set')).toBeVisible();
    await expect(page.getByText('no longer works', { exact: false }).last()).toBeVisible();
    await context.clearCookies();
    await passFirstFactor(page, person);
    clock.advance(1);
    await page.getByLabel('App code').fill(app.generate({ timestamp: clock.now() }));
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect(page.getByText(`You are signed in as ${person.email}.`)).toBeVisible();
  },
);

test('a repair that was left half done is offered again at the next sign-in', async ({
  page,
  person,
  clock,
  context,
}) => {
  await getInByCode(page, person);
  await goneForGood(page);
  const app = await connectApp(page, clock);
  await shownCodes(page);
  await context.clearCookies();
  await passFirstFactor(page, person);
  clock.advance(1);
  await page.getByLabel('App code').fill(app.generate({ timestamp: clock.now() }));
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(heading(page, "You're in")).toBeVisible();
  await expect(page.getByText('Sign out on your other devices.')).toBeVisible();
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(heading(page, 'All set')).toBeVisible();
  await expect(page.getByText('You are signed out on your other devices')).toBeVisible();
});

test('a person who uses the last codes is offered new ones, and may leave them for later', async ({ page, server }) => {
  const finn = await addPerson(server.auth, { ...FINN, email: `finn-${crypto.randomUUID()}@example.com` });
  await loseSecondFactor(page, finn);
  await page.getByLabel('Backup code').fill(finn.backupCodes[0] ?? '');
  await page.getByRole('button', { name: 'Use this code' }).click();
  await page.getByRole('button', { name: "No, I just don't have it here" }).click();
  await expect(page.getByRole('button', { name: 'Make new codes' })).toBeVisible();
  await page.getByRole('link', { name: 'Not now. Remind me.' }).click();
  await page.getByRole('button', { name: 'Go to' }).click();
  await expect(page.getByText(`You are signed in as ${finn.email}.`)).toBeVisible();
});
