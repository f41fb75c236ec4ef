import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { build } from 'esbuild';
import { findCanary, type PageWatch, type searchPage } from '../../src/testing/canary';
import { heapStrings } from './heap';

interface Kit {
  readonly searchPage: typeof searchPage;
  readonly watch: PageWatch;
  /** Every event that a script sends, also those that are not ours. */
  readonly events: string[];
}

declare global {
  var canary: Kit;
  var tellReplay: (event: string) => Promise<void>;
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

/** Where one of the codes is now, or was since the watch began. */
export interface Secrecy {
  places(codes: readonly string[]): Promise<string[]>;
}

/**
 * Watches a page from before its first script on: all that a script can see, what the browser says outside, a session
 * replay, and the heap. The codes are those of the simulated server's marks: see `markCodes`.
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
    async places(codes) {
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
      const found = [...outside, ...kept, ...told].filter(([, text]) => findCanary(text).length > 0);
      const places = new Set<string>([...seen.hits, ...found.map(([place]) => place)]);
      if (codes.some((code) => heap.some((text) => text.includes(code)))) places.add('heap');
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
