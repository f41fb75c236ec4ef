import { alert, status } from '../e2e/said';
import {
  expect,
  expectIn,
  givePassword,
  heading,
  LIVE,
  NOT_SET,
  removeByAdmin,
  signIn,
  signOut,
  test,
  typeAppCode,
  useBackupCode,
} from './support';

test.skip(!LIVE, NOT_SET);

test('a person gets in by the app’s code, and a wrong one is refused before', async ({ page, person, violations }) => {
  await givePassword(page, person);
  await typeAppCode(page, '000000');
  await expect(alert(page)).toContainText("That code didn't work.");
  await typeAppCode(page, person.appCode());
  await expectIn(page, person);
  expect(violations).toEqual([]);
});

test('a person who lost the phone gets in by a backup code, once', async ({ page, person }) => {
  const [code = ''] = person.codes;
  await useBackupCode(page, person);
  await expect(heading(page, "You're in")).toBeFocused();
  await expect(status(page)).toContainText('That backup code is now used up.');
  await page.getByRole('button', { name: "No, I just don't have it here" }).click();
  await expectIn(page, person);

  await signOut(page);
  await useBackupCode(page, person, code);
  await expect(alert(page)).toContainText('You have used that code before.');
  await page.goto('/account?backend=kratos');
  await expect(page).toHaveURL(/\/login\?backend=kratos$/);
});

test('an answer that is lost once the code was taken lets the person in all the same', async ({ page, person }) => {
  await page.route('**/kratos/self-service/login?flow=*', async (route) => {
    if (!route.request().postData()?.includes('lookup_secret')) return route.continue();
    await route.fetch();
    await route.abort('connectionreset');
  });
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.postData()?.includes('lookup_secret')) sent.push(request.url());
  });
  await useBackupCode(page, person);
  await expect(heading(page, "You're in")).toBeVisible();
  expect(sent).toHaveLength(1);
});

test('a code comes by e-mail and gets a person in', async ({ page, person, mailbox }) => {
  const { newest } = await mailbox(person);
  await givePassword(page, person);
  await page.getByRole('button', { name: 'Code by email' }).click();
  await page.getByRole('button', { name: 'Send code' }).click();
  await expect(page.getByLabel('Code from the email')).toBeVisible();
  await page.getByLabel('Code from the email').fill(await newest());
  await page.getByRole('button', { name: 'Continue' }).click();
  await expectIn(page, person);
});

test('a code that was sent still counts after a reload and a slip', async ({ page, person, mailbox }) => {
  const { newest, count } = await mailbox(person);
  await givePassword(page, person);
  await page.getByRole('button', { name: 'Code by email' }).click();
  await page.getByRole('button', { name: 'Send code' }).click();
  await expect(page.getByLabel('Code from the email')).toBeVisible();
  await page.reload();
  await page.getByRole('button', { name: 'Code by email' }).click();
  await page.getByLabel('Code from the email').fill('000000');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(alert(page)).toContainText("That code didn't work.");
  await page.getByLabel('Code from the email').fill(await newest());
  await page.getByRole('button', { name: 'Continue' }).click();
  await expectIn(page, person);
  expect(await count()).toBe(1);
});

test('who has nothing but an address gets one code, however often the page is loaded', async ({
  page,
  beginner,
  mailbox,
}) => {
  const { newest, count } = await mailbox(beginner);
  await givePassword(page, beginner);
  await expect(page.getByLabel('Code from the email')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Code from the email')).toBeVisible();
  expect(await count()).toBe(1);
  await page.getByLabel('Code from the email').fill(await newest());
  await page.getByRole('button', { name: 'Continue' }).click();
  await expectIn(page, beginner);
});

test('who has no second factor is in by the password', async ({ page, beginner }) => {
  await givePassword(page, beginner);
  await expectIn(page, beginner);
});

test('Cancel signs a person out who is half in', async ({ page, person }) => {
  await givePassword(page, person);
  const statusOf = () => page.evaluate(async () => (await fetch('/kratos/sessions/whoami')).status);
  expect(await statusOf()).toBe(403);
  await page.getByRole('link', { name: 'Cancel' }).click();
  await page.waitForURL('**/login?backend=kratos');
  expect(await statusOf()).toBe(401);
});

test('after an administrator has taken app and codes away, the password alone opens the account', async ({
  page,
  person,
  site,
}) => {
  await signIn(page, person);
  await signOut(page);
  await removeByAdmin(site, person, 'totp');
  await removeByAdmin(site, person, 'lookup_secret');
  await givePassword(page, person);
  await expectIn(page, person);
});

test('after an administrator has taken the app away alone, a backup code is what is asked for', async ({
  page,
  person,
  site,
}) => {
  await removeByAdmin(site, person, 'totp');
  await givePassword(page, person);
  await expect(page.getByLabel('App code')).toHaveCount(0);
  await page.getByLabel('Backup code').fill(person.codes[0] ?? '');
  await page.getByRole('button', { name: 'Use this code' }).click();
  await expect(heading(page, "You're in")).toBeVisible();
});
