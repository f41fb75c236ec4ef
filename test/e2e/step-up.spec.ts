import { countIssues, makeButton, makeCodes, signIn } from './codes';
import { alert } from './said';
import { expect, givePasskey, nextCode, test, usePasskey } from './support';

test.beforeEach(async ({ page, person, clock }) => {
  await signIn(page, person);
  clock.advance(31);
});

test('a passkey, the strongest way, is asked for first and is enough', async ({ page, person, server, violations }) => {
  await givePasskey(page, server, person);
  await makeButton(page).click();
  await expect(page.getByRole('heading', { name: "Confirm it's you" })).toBeVisible();
  await usePasskey(page);
  await expect(page.getByText('Thank you. Now choose “Make new codes” again.')).toBeVisible();
  await makeCodes(page);
  expect(await violations()).toEqual([]);
});

test('an app code is enough, and what it was for waits for a click', async ({ page, person }) => {
  const issues = countIssues(page);
  await makeButton(page).click();
  await page.getByLabel('App code').fill(person.appCode());
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('Thank you. Now choose “Make new codes” again.')).toBeVisible();
  const before = issues();
  await makeCodes(page);
  expect(issues()).toBe(before + 1);
});

test('a backup code is enough and is used up by it', async ({ page, person }) => {
  const code = nextCode(person);
  await makeButton(page).click();
  await page.getByRole('link', { name: 'Use a backup code' }).click();
  await page.getByLabel('Backup code', { exact: true }).fill(code);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('Thank you. Now choose “Make new codes” again.')).toBeVisible();
  await expect(page.getByText('9 of 10 left')).toBeVisible();
});

test('a wrong app code changes nothing, and the next one is enough', async ({ page, person }) => {
  await makeButton(page).click();
  await page.getByLabel('App code').fill('000000');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(alert(page)).toContainText('Error:');
  await page.getByLabel('App code').fill(person.appCode());
  await page.getByRole('button', { name: 'Continue' }).click();
  await makeCodes(page);
});

test('Cancel goes back to the card, and nothing was made', async ({ page }) => {
  await makeButton(page).click();
  await page.getByRole('link', { name: 'Cancel' }).click();
  await expect(makeButton(page)).toBeVisible();
  await expect(page.getByText('10 of 10 left')).toBeVisible();
});
