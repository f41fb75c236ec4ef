import type { Page } from '@playwright/test';
import { signIn } from './codes';
import { alert } from './said';
import { addAuthenticator, expect, passFirstFactor, signOut, test, usePasskey } from './support';

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name });
/** With its name, where the server knows what made it. */
const ADDED = /^Added(: .+)?\.$/;
const addButton = (page: Page) => page.getByRole('button', { name: /^Add / });

/** The screen that begins, with its ceremony ready. */
async function open(page: Page, kind: 'this device' | 'a security key' = 'this device'): Promise<void> {
  await page.getByRole('button', { name: `Set up ${kind}` }).click();
  await expect(addButton(page)).not.toHaveAttribute('aria-busy', 'true');
}

/** What the page sends to change something. */
function countPosts(page: Page, path: string): () => number {
  let count = 0;
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith(path)) count += 1;
  });
  return () => count;
}

/** The names of the account's passkeys and security keys, by the server. */
const namesOf = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const answer = await fetch('/api/auth/mfa/factors', { headers: { 'X-MFA': '1' } });
    const { factors } = (await answer.json()) as { factors: { kind: string; name: string }[] };
    return factors.filter(({ kind }) => kind !== 'totp').map(({ name }) => name);
  });

test.beforeEach(async ({ page, person }) => {
  await signIn(page, person);
});

test('a passkey is added, named, and opens the account from then on', async ({ page, person, violations }) => {
  await addAuthenticator(page);
  await open(page);
  await addButton(page).click();
  await expect(heading(page, ADDED)).toBeFocused();
  await page.getByLabel('Name').fill('My <b>laptop</b>');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('button', { name: 'Set up this device' })).toBeVisible();
  expect(await namesOf(page)).toEqual(['My <b>laptop</b>']);
  await signOut(page);
  await passFirstFactor(page, person);
  await page.getByRole('link', { name: 'Use your passkey' }).click();
  await usePasskey(page);
  await expect(page.getByText(`You are signed in as ${person.email}.`)).toBeVisible();
  expect(await violations()).toEqual([]);
});

test('a device that is set up is not added again', { tag: '@long' }, async ({ page }) => {
  await addAuthenticator(page);
  const registered = countPosts(page, '/register');
  await open(page);
  await addButton(page).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await open(page);
  await addButton(page).click();
  await expect(heading(page, 'This device is already set up.')).toBeFocused();
  await page.getByRole('button', { name: 'Continue' }).click();
  expect([registered(), (await namesOf(page)).length]).toEqual([1, 1]);
});

test('a dialog that does not finish changes nothing, and the next one does', { tag: '@long' }, async ({ page }) => {
  const authenticator = await addAuthenticator(page, { verifies: false });
  await open(page);
  await addButton(page).click();
  await expect(page.getByText("That didn't finish. Nothing was changed. Try again when you're ready.")).toBeVisible();
  expect(await namesOf(page)).toEqual([]);
  await authenticator.verifies(true);
  await expect(addButton(page)).not.toHaveAttribute('aria-busy', 'true');
  await addButton(page).click();
  await expect(heading(page, ADDED)).toBeVisible();
});

test('an answer that is lost is asked for, and the passkey is not sent again', async ({ page }) => {
  await addAuthenticator(page);
  await open(page);
  await page.route('**/register', async (route) => {
    await route.fetch();
    await route.fulfill({ status: 200, contentType: 'text/html', body: '<p>Please sign in to the Wi-Fi.</p>' });
  });
  const registered = countPosts(page, '/register');
  await addButton(page).click();
  await expect(alert(page)).toContainText("We don't know yet whether it was added.");
  await page.getByRole('button', { name: 'Check again' }).click();
  await expect(heading(page, ADDED)).toBeVisible();
  expect([registered(), (await namesOf(page)).length]).toEqual([1, 1]);
});

test('a fresh proof comes first where the last one is old, and the person clicks again', async ({
  page,
  person,
  clock,
}) => {
  await addAuthenticator(page);
  clock.advance(31);
  const prepared = countPosts(page, '/passkeys/ceremonies');
  await open(page);
  expect(prepared()).toBe(0);
  await addButton(page).click();
  await expect(page.getByText("You're about to add a passkey.")).toBeVisible();
  await page.getByLabel('App code').fill(person.appCode());
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('Thank you. Now choose “Add this device” again.')).toBeVisible();
  await expect(addButton(page)).not.toHaveAttribute('aria-busy', 'true');
  await addButton(page).click();
  await expect(heading(page, ADDED)).toBeVisible();
});

test('a browser without a screen lock is offered a security key', { tag: '@long' }, async ({ page }) => {
  await open(page);
  await expect(page.getByText('This device has no fingerprint, face or screen lock')).toBeVisible();
  await page.getByRole('button', { name: 'Add a security key' }).click();
  await expect(page.getByText('Your browser will ask you to plug in or tap your key.')).toBeVisible();
});

test('Back leaves everything as it was', { tag: '@long' }, async ({ page }) => {
  await addAuthenticator(page);
  await open(page);
  await page.getByRole('link', { name: 'Back' }).click();
  await expect(page.getByRole('button', { name: 'Set up this device' })).toBeVisible();
  expect(await namesOf(page)).toEqual([]);
});
