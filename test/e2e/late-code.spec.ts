import type { Page } from '@playwright/test';
import { alert } from './said';
import { expect, passFirstFactor, test } from './support';

/** What comes after the first input. */
const LATER = /\/assets\/(later-(?!parts|screens)|gestures-)/;

/** Holds those files back until the way back is called. */
async function holdBack(page: Page): Promise<() => void> {
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(LATER, async (route) => {
    await held;
    await route.continue();
  });
  return letGo;
}

const sentProofs = (page: Page): string[] => {
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/challenge/attempts')) sent.push(request.method());
  });
  return sent;
};

test('a code that is sent before the rest of the page is there waits for it, and is sent once', async ({
  page,
  person,
}) => {
  const letGo = await holdBack(page);
  const sent = sentProofs(page);
  await passFirstFactor(page, person);
  await page.getByLabel('App code').fill(person.appCode());
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Checking…' })).toBeVisible();
  expect(sent).toEqual([]);
  letGo();
  await expect(page.getByText(`You are signed in as ${person.email}.`)).toBeVisible();
  expect(sent).toEqual(['POST']);
});

test('a code whose page did not come whole is kept, and sent once the rest is there', async ({ page, person }) => {
  await page.route(LATER, (route) => route.abort());
  const sent = sentProofs(page);
  await passFirstFactor(page, person);
  await page.getByLabel('App code').fill(person.appCode());
  await page.keyboard.press('Enter');
  await expect(alert(page)).toHaveText("Error: Part of this page didn't load. Try again.");
  // While it is asked for again on account of the code, the button says "Checking…".
  await expect(page.getByRole('button', { name: 'Continue' })).toBeVisible();
  expect(sent).toEqual([]);
  await page.unroute(LATER);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText(`You are signed in as ${person.email}.`)).toBeVisible();
  expect(sent).toEqual(['POST']);
});

test('a page that never comes whole says so, and the code is sent once the rest is there', async ({ page, person }) => {
  const letGo = await holdBack(page);
  const sent = sentProofs(page);
  await page.clock.install();
  await passFirstFactor(page, person);
  await page.getByLabel('App code').fill(person.appCode());
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Checking…' })).toBeVisible();
  await page.clock.fastForward(15_000);
  await expect(alert(page)).toHaveText("Error: Part of this page didn't load. Try again.");
  expect(sent).toEqual([]);
  letGo();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText(`You are signed in as ${person.email}.`)).toBeVisible();
  expect(sent).toEqual(['POST']);
});
