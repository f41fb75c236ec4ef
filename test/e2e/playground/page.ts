import { test as base, expect, type Locator, type Page } from '@playwright/test';
import { serveStatic } from '../../support/static-server';
import { watchPolicy } from '../../support/policy';

/** The playground as somebody would put it on a host: below a path, with nothing else around. */

export { expect };

/** The demo's own, strict as its pages have it. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; " +
  "frame-ancestors 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types lit-html";

export interface Watched {
  /** Errors of the page and its console, and answers that were none. */
  readonly errors: string[];
  /** Requests to anywhere but the static files. */
  readonly foreign: string[];
  /** What the policy blocked. */
  readonly blocked: readonly string[];
}

export const test = base.extend<{ watched: Watched }, { playground: string }>({
  playground: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures from here.
    async ({}, use) => {
      const server = await serveStatic('playground-static', '/any/path/', { 'content-security-policy': POLICY });
      await use(server.url);
      await server.close();
    },
    { scope: 'worker' },
  ],
  watched: [
    async ({ context, playground }, use) => {
      const errors: string[] = [];
      const foreign: string[] = [];
      const blocked = await watchPolicy(context);
      context.on('request', (request) => {
        const url = request.url();
        if (url.startsWith('http') && !url.startsWith(playground)) foreign.push(url);
      });
      context.on('response', (response) => {
        if (response.status() >= 400) errors.push(response.url());
      });
      context.on('weberror', (error) => errors.push(error.error().message));
      context.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
      });
      await use({ errors, foreign, blocked });
      expect({ errors, foreign, blocked }).toEqual({ errors: [], foreign: [], blocked: [] });
    },
    { auto: true },
  ],
});

export const stage = (page: Page): Locator => page.locator('#stage');
export const title = (page: Page, name: string): Locator => stage(page).getByRole('heading', { name });
/** A button that isn't ready yet does nothing. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  const button = stage(page).getByRole('button', { name });
  await expect(button).not.toHaveAttribute('aria-busy', 'true');
  await button.click();
}

/** The playground with these choices, once its element is there. */
export async function open(page: Page, playground: string, hash = ''): Promise<void> {
  await page.goto(`${playground}${hash}`);
  const titles = stage(page).locator('[data-part=box] :is([data-part~=title], [data-part~=card-title])');
  await expect(titles.first()).toBeVisible();
}

/** What the person has at hand: the first of them. */
export async function atHand(page: Page, name: string): Promise<string> {
  const code = page.locator(`#hand dt:text-is("${name}") + dd button`).first();
  await expect(code).toBeVisible();
  return code.innerText();
}

/** Types what is at hand, and sends it. */
export async function send(page: Page, label: string, name: string, button: string): Promise<void> {
  await stage(page)
    .getByLabel(label, { exact: true })
    .fill(await atHand(page, name));
  await press(page, button);
}

/** Chooses in the form, as a person does. */
export const choose = (page: Page, label: string, choice: string): Promise<string[]> =>
  page.getByLabel(label, { exact: true }).selectOption({ label: choice });

/** The names of the events that were listed, in order. */
export const events = (page: Page): Promise<string[]> => page.locator('#events b').allTextContents();
