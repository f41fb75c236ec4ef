import type { Page } from '@playwright/test';
import { signIn } from './codes';
import { expect, type Person } from './support';

/** Into the account, and on to the page of everything that opens it. */
export async function openSettings(page: Page, person: Person): Promise<void> {
  await signIn(page, person);
  await page.goto('/settings');
  await expect(heading(page, "Ways to confirm it's you")).toBeVisible();
}

export const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });
export const cards = (page: Page) => page.locator('[data-part=cards] > li');
/** The card with this title. */
export const card = (page: Page, name: string) => cards(page).filter({ has: heading(page, name) });
export const banner = (page: Page) => page.locator('mfa-settings [data-part=banner]');
export const says = (page: Page, words: string) =>
  expect(page.getByRole('status').filter({ hasText: words })).toBeVisible();

/** A passkey in this page's browser, under a name that the person types. */
export async function addDevice(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Add this device' }).click();
  await page.getByRole('button', { name: 'Add this device' }).and(page.locator(':not([aria-busy])')).click();
  await page.getByLabel('Name').fill(name);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(heading(page, name)).toBeVisible();
}

/** Opens the question on a card. */
export async function openRemoval(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: `Remove ${name}` }).click();
  await expect(heading(page, `Remove ${name}?`)).toBeVisible();
}

/** Opens it, and answers yes. */
export async function remove(page: Page, name: string): Promise<void> {
  await openRemoval(page, name);
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
}

/** What the server itself says to a removal, whatever a page shows. */
export const removeByHand = (page: Page): Promise<{ status: number; reason: string }> =>
  page.evaluate(async () => {
    const headers = { 'X-MFA': '1', 'Content-Type': 'application/json' };
    const listed = await fetch('/api/auth/mfa/factors', { headers });
    const { factors } = (await listed.json()) as { factors: { id: string; kind: string }[] };
    const id = factors.find(({ kind }) => kind === 'totp')?.id ?? '';
    const answer = await fetch(`/api/auth/mfa/factors/${id}/remove`, { method: 'POST', headers, body: '{}' });
    const { reason } = (await answer.json()) as { reason: string };
    return { status: answer.status, reason };
  });
