import type { Browser, Page } from '@playwright/test';
import { expect, loseSecondFactor, passFirstFactor, type Person } from './support';

/** Into the account, by the app's code. What wants a fresh proof needs none for half an hour. */
export async function signIn(page: Page, person: Person): Promise<void> {
  await passFirstFactor(page, person);
  await page.getByLabel('App code').fill(person.appCode());
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText(`You are signed in as ${person.email}.`)).toBeVisible();
}

export const makeButton = (page: Page) => page.getByRole('button', { name: 'Make new codes' });
export const finishButton = (page: Page) => page.getByRole('button', { name: 'Finish' });
export const savedBox = (page: Page) => page.getByLabel('I have saved these codes.');
export const codeList = (page: Page) => page.getByRole('list', { name: 'Your backup codes' });

/** The codes on screen, in order. */
export async function shownCodes(page: Page): Promise<string[]> {
  await expect(codeList(page).getByRole('listitem')).toHaveCount(10);
  return codeList(page).locator('code').allTextContents();
}

/** New codes by a click, on a page that wants no proof for it. */
export async function makeCodes(page: Page): Promise<string[]> {
  await makeButton(page).click();
  return shownCodes(page);
}

export async function finish(page: Page): Promise<void> {
  await savedBox(page).check();
  await finishButton(page).click();
}

export async function expectAllSet(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'All set' })).toBeVisible();
}

/** Whether a code lets its person in, tried in a browser of its own. */
export async function opens(browser: Browser, baseURL: string, person: Person, code: string): Promise<boolean> {
  const context = await browser.newContext({ baseURL });
  const page = await context.newPage();
  await loseSecondFactor(page, person);
  await page.getByLabel('Backup code').fill(code);
  await page.getByRole('button', { name: 'Use this code' }).click();
  const isIn = page.getByRole('heading', { name: "You're in" });
  const refused = page.getByRole('alert').filter({ hasText: "That code didn't work." });
  await expect(isIn.or(refused)).toBeVisible();
  const opened = await isIn.isVisible();
  await context.close();
  return opened;
}

/** Requests that make a set of codes, as they leave the page. */
export function countIssues(page: Page): () => number {
  let count = 0;
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/backup-codes/sets')) count += 1;
  });
  return () => count;
}

/** Headless browsers say nothing when they are told to print. This one says that it prints, until `endPrint` is called. */
export async function holdPrint(page: Page): Promise<void> {
  await page.addInitScript(() => {
    globalThis.print = () => void dispatchEvent(new Event('beforeprint'));
  });
}

export const endPrint = (page: Page): Promise<boolean> => page.evaluate(() => dispatchEvent(new Event('afterprint')));
