import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDemoServer } from '../../demo/server/start';
import { alert, status } from './said';
import { expect, loseSecondFactor, nextCode, test } from './support';

test('a person who is offline is told that nothing was sent', async ({ page, person, context }) => {
  await loseSecondFactor(page, person);
  const code = nextCode(person);
  await page.getByLabel('Backup code').fill(code);
  await context.setOffline(true);
  await page.keyboard.press('Enter');
  await expect(alert(page)).toHaveText("Error: You're offline. Your code was not sent.");
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Use this code' }).click();
  await expect(page.getByRole('heading', { name: "You're in" })).toBeVisible();
});

test('a page in place of an answer loses no code', async ({ page, person }) => {
  await loseSecondFactor(page, person);
  await page.route(
    '**/challenge/attempts',
    (route) => route.fulfill({ contentType: 'text/html', body: '<h1>Welcome to the airport</h1>' }),
    { times: 1 },
  );
  await page.getByLabel('Backup code').fill(nextCode(person));
  await page.keyboard.press('Enter');
  await expect(alert(page)).toHaveText("Error: You're not in yet, and your code still works.");
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { name: "You're in" })).toBeVisible();
});

test('a server that goes down and comes back loses no code', { tag: '@long' }, async ({ page }) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'mfa-demo-'));
  const first = await startDemoServer({ dataDir });
  const [ada] = first.accounts;
  if (!ada) throw new Error('The demo has nobody.');
  await page.goto(`${first.origin}/login`);
  await page.getByLabel('Email').fill(ada.email);
  await page.getByLabel('Password').fill(ada.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('link', { name: 'I lost my second factor' }).click();
  await page.getByLabel('Backup code').fill(nextCode(ada));

  await first.close();
  await page.keyboard.press('Enter');
  await expect(alert(page)).toHaveText("Error: We still can't tell whether you're in. Your code was not sent again.");
  const second = await startDemoServer({ dataDir, port: first.port });
  await page.getByRole('button', { name: 'Check again' }).click();
  await expect(alert(page)).toHaveText("Error: You're not in yet, and your code still works.");
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(status(page)).toHaveText('That backup code is now used up. You have 9 left.');
  await second.close();
  await rm(dataDir, { recursive: true });
});

test('a challenge that can’t be loaded says so and is tried again', async ({ page }) => {
  await page.route('**/api/auth/mfa/challenge', (route) => route.abort());
  await page.goto('/challenge');
  await expect(alert(page)).toHaveText("Error: We can't reach Fjord Bank right now. Try again in a moment.");
  await page.unroute('**/api/auth/mfa/challenge');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { name: 'Please sign in first' })).toBeVisible();
});
