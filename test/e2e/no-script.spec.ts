import type { Page } from '@playwright/test';
import type { DemoAccount } from '../../demo/server/accounts-file';
import { alert } from './said';
import { expect, nextCode, test } from './support';

test.use({ javaScriptEnabled: false });

/** The demo's login page as a plain form. */
async function passFirstFactor(page: Page, { email, password }: DemoAccount): Promise<void> {
  await page.goto('/login');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(/\/challenge$/);
}

test('without script an app code gets a person in', async ({ page, person }) => {
  await passFirstFactor(page, person);
  await page.getByLabel('App code').fill(person.appCode());
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page).toHaveURL(/\/account$/);
  await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible();
});

test('without script a backup code gets a person in, once', async ({ page, person, context }) => {
  const code = nextCode(person);
  const useCode = async () => {
    await passFirstFactor(page, person);
    await page.getByText('I lost my second factor').click();
    await page.getByLabel('Backup code').fill(code);
    await page.getByRole('button', { name: 'Use this code' }).click();
  };
  await useCode();
  await expect(page).toHaveURL(/\/account$/);
  await context.clearCookies();
  await useCode();
  await expect(alert(page)).toHaveText('Error: That code was used before. Use the next one.');
  expect(page.url()).not.toContain(code);
});

test('without script a wrong code is said to be wrong, and the right one then works', async ({ page, person }) => {
  await passFirstFactor(page, person);
  await page.getByLabel('App code').fill('not a code');
  await page.keyboard.press('Enter');
  await expect(alert(page)).toHaveText("Error: That code didn't work. Check it and try again.");
  await expect(page.getByLabel('App code')).toHaveValue('');
  await page.getByLabel('App code').fill(person.appCode());
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/account$/);
});

test('a form that another site sends gets nobody in', async ({ page, person, server }) => {
  await passFirstFactor(page, person);
  const code = nextCode(person);
  const action = `${server.origin}/api/auth/mfa/challenge/form`;
  // `localhost` and `127.0.0.1` are two sites.
  await page.route('http://127.0.0.1/evil', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<form method="post" action="${action}"><input name="backup-code" value="${code}"><button>Win</button></form>`,
    }),
  );
  await page.goto('http://127.0.0.1/evil');
  const [response] = await Promise.all([
    page.waitForResponse(action),
    page.getByRole('button', { name: 'Win' }).click(),
  ]);
  expect(response.status()).toBe(403);
});
