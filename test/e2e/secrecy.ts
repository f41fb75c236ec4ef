import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from '@playwright/test';
import { build } from 'esbuild';
import { CANARY_LETTERS, findCanary, type PageWatch, type searchPage } from '../../src/testing/canary';
import { heapStrings, WHOLE_STRINGS } from './heap';
import { expect, test as base } from './support';

interface Kit {
  readonly searchPage: typeof searchPage;
  readonly watch: PageWatch;
  /** Every event that a script sends, also those that are not ours. */
  readonly events: string[];
}

declare global {
  var canary: Kit;
  var tellReplay: (event: string) => Promise<void>;
  /** What a host still holds of an element that it took out. */
  var held: unknown;
  /** Whether each showing of this page was out of the cache. */
  var persisted: boolean[];
}

/** With the back/forward cache, as people's browsers have it. */
export const test = base.extend({
  launchOptions: [
    async ({ launchOptions }, use) => {
      const { args = [] } = launchOptions;
      const ignoreDefaultArgs = ['--disable-back-forward-cache'];
      await use({ ...launchOptions, args: [...args, WHOLE_STRINGS], ignoreDefaultArgs });
    },
    { scope: 'worker' },
  ],
});

/** Leaves the page and comes back to it as the browser kept it. @param sign what stands there again */
export async function comeBackFromCache(page: Page, sign: Locator): Promise<void> {
  await page.evaluate(() => {
    globalThis.persisted = [];
    addEventListener('pageshow', ({ persisted }) => globalThis.persisted.push(persisted));
  });
  await page.goto('/help');
  await expect(page.getByRole('heading').first()).toBeVisible();
  await page.goBack({ waitUntil: 'commit' });
  await expect(sign).toBeVisible();
  expect(await page.evaluate(() => globalThis.persisted)).toEqual([true]);
}

/** The test kit's own scanners, installed before any script of the page. */
const IN_PAGE = `
  import { searchPage, watchPage } from './src/testing/canary';
  import { textOf } from './src/testing/canary/text';
  const events = [];
  const dispatch = EventTarget.prototype.dispatchEvent;
  EventTarget.prototype.dispatchEvent = function (event) {
    events.push(textOf([event.type, event, event.detail, event.data]));
    return dispatch.call(this, event);
  };
  globalThis.canary = { searchPage, watch: watchPage(), events };
`;

async function scanners(): Promise<string> {
  const resolveDir = fileURLToPath(new URL('../..', import.meta.url));
  const stdin = { contents: IN_PAGE, resolveDir, loader: 'ts' as const };
  const { outputFiles } = await build({ stdin, bundle: true, format: 'iife', target: 'es2022', write: false });
  return outputFiles.map(({ text }) => text).join('\n');
}

/** A session replay, at its defaults. */
async function recorder(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('rrweb');
  const umd = await readFile(join(dirname(entry), 'rrweb.umd.min.cjs'), 'utf8');
  // It makes frames of its own: begun in them too, it would never end.
  return `${umd}\n;if (self === top) rrweb.record({ emit: (event) => void tellReplay(JSON.stringify(event)) });`;
}

/** Where one of the secrets is now, or was since the watch began. */
export interface Secrecy {
  places(secrets: readonly string[]): Promise<string[]>;
}

/**
 * Watches a page from before its first script on: all that a script can see, what the browser says outside, a session
 * replay, and the heap. The secrets hold the simulated server's marks: see `markCodes` and `markKeys`.
 */
export async function watchSecrets(page: Page): Promise<Secrecy> {
  const outside: [place: string, text: string][] = [];
  const context = page.context();
  await context.exposeFunction('tellReplay', (event: string) => void outside.push(['replay', event]));
  await context.addInitScript({ content: await scanners() });
  await context.addInitScript({ content: await recorder() });
  page.on('console', (message) => outside.push(['console', message.text()]));
  page.on('pageerror', (error) => outside.push(['error', error.stack ?? error.message]));
  page.on('framenavigated', (frame) => outside.push(['address', frame.url()]));
  page.on('request', (request) => outside.push(['network', `${request.url()}\n${request.postData() ?? ''}`]));

  return {
    async places(secrets) {
      // The driver's own world keeps the text that it looked through last: let that be the page of now.
      await page.getByText('no such words').count();
      // First, so that the search itself neither leaves a text in the heap nor takes one out.
      const heap = await heapStrings(page);
      const seen = await page.evaluate(async () => {
        const { searchPage, watch, events } = globalThis.canary;
        const hits = (await searchPage({ watch })).map(({ place }) => place);
        // A page keeps the text that a pattern was matched with last.
        /./.test('.');
        return { hits, events };
      });
      const kept = (await context.cookies()).map(({ name, value }): [string, string] => ['cookie', `${name}=${value}`]);
      const told = seen.events.map((text): [string, string] => ['event', text]);
      const isIn = (text: string): boolean => secrets.some((secret) => text.includes(secret));
      const found = [...outside, ...kept, ...told].filter(([, text]) => isIn(text) || findCanary(text).length > 0);
      const places = new Set<string>([...seen.hits, ...found.map(([place]) => place)]);
      if (heap.some(isIn)) places.add('heap');
      return [...places].sort();
    },
  };
}

/**
 * Gives the server's codes the marks that the scanners know, on their way to the page; they are turned on by their set's
 * id, which stays.
 */
export async function markCodes(page: Page): Promise<void> {
  await page.route('**/backup-codes/sets', async (route) => {
    const response = await route.fetch();
    const set = (await response.json()) as { codes?: string[] };
    const codes = set.codes?.map((code) => `CANA-RY${code.slice(2, 4).replace(/^./, '4')}-${code.slice(-4)}`);
    await route.fulfill({ response, json: codes ? { ...set, codes } : set });
  });
}

/** Marks the key of a new app likewise. Its codes are made from the server's own, which is told here. */
export async function markKeys(page: Page): Promise<() => string> {
  let own = '';
  await page.route('**/totp/setups', async (route) => {
    const response = await route.fetch();
    const setup = (await response.json()) as { key?: string; uri: string };
    own = setup.key ?? own;
    const key = own.replace(/^.{7}/, `${CANARY_LETTERS}4`);
    const json = setup.key === undefined ? setup : { ...setup, key, uri: setup.uri.replace(own, key) };
    await route.fulfill({ response, json });
  });
  return () => own;
}
