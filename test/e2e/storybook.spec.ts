import { expect, test as base, type Page } from '@playwright/test';
import { parse } from 'yaml';
import { STATES } from '../../src/testing/states';
import { serveStatic } from '../support/static-server';

/** The static build of Storybook, as somebody would put it on a host: below a path, with nothing else around. */

interface Entry {
  readonly id: string;
  readonly type: 'story' | 'docs';
  readonly title: string;
  /** The status of the element's machine among them. */
  readonly tags: readonly string[];
}
interface Finished {
  readonly storyId: string;
  readonly status: 'success' | 'error';
  readonly reporters: readonly { type: string; result: { violations?: readonly { id: string }[] } }[];
}
interface Contract {
  readonly tags: readonly { readonly name: string }[];
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly tags: string[]; readonly summary: string }>>>
  >;
}
interface Watched {
  /** Errors of the page and its console, and answers that were none. */
  readonly errors: string[];
  /** Requests to anywhere but the host. */
  readonly foreign: string[];
}

const test = base.extend<{ watched: Watched }, { book: string }>({
  book: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures from here.
    async ({}, use) => {
      const server = await serveStatic('storybook-static', '/any/path/');
      await use(server.url);
      await server.close();
    },
    { scope: 'worker' },
  ],
  watched: async ({ context, book }, use) => {
    const watched: Watched = { errors: [], foreign: [] };
    const { origin } = new URL(book);
    // Browsers ask for it at the root of any host.
    await context.route(`${origin}/favicon.ico`, (route) => route.fulfill({ status: 204 }));
    context.on('request', (request) => {
      const { protocol, origin: to } = new URL(request.url());
      if (protocol.startsWith('http') && to !== origin) watched.foreign.push(request.url());
    });
    // What the simulated servers refuse or lose is what their stories are about.
    const simulated = (url: string): boolean => new URL(url, origin).pathname.startsWith('/simulated/');
    context.on('response', (response) => {
      if (response.status() >= 400 && !simulated(response.url())) watched.errors.push(response.url());
    });
    context.on('weberror', (error) => watched.errors.push(error.error().message));
    context.on('console', (message) => {
      if (message.type() === 'error' && !simulated(message.location().url)) watched.errors.push(message.text());
    });
    await use(watched);
  },
});

/**
 * Goes to an entry as Storybook's own sidebar does, in the page that is open, and waits until all the stories in it have
 * come to an end: their gestures done, axe run.
 */
async function show(page: Page, { id, type }: Entry, stories: readonly string[]): Promise<Finished[]> {
  return page.evaluate(
    ([storyId, viewMode, expected]) =>
      new Promise<Finished[]>((resolve, reject) => {
        const { __STORYBOOK_ADDONS_CHANNEL__: channel } = globalThis as unknown as {
          __STORYBOOK_ADDONS_CHANNEL__: Record<'on' | 'off' | 'emit', (event: string, what: unknown) => void>;
        };
        const finished = new Map<string, Finished>();
        const end = viewMode === 'docs' ? ['docsRendered', 'storyFinished'] : ['storyFinished'];
        const waiting = new Set<string>(end.includes('docsRendered') ? [storyId, ...expected] : expected);
        const note = (what: Finished | string): void => {
          if (typeof what !== 'string') finished.set(what.storyId, what);
          waiting.delete(typeof what === 'string' ? what : what.storyId);
          if (waiting.size > 0) return;
          for (const event of end) channel.off(event, note);
          resolve([...finished.values()]);
        };
        for (const event of end) channel.on(event, note);
        setTimeout(() => reject(new Error(`${storyId} waits for ${[...waiting].join(', ')}.`)), 20_000);
        channel.emit('setCurrentStory', { storyId, viewMode });
      }),
    [id, type === 'docs' ? 'docs' : 'story', stories] as const,
  );
}

async function entriesOf(page: Page, book: string): Promise<Entry[]> {
  const index = (await (await page.request.get(`${book}index.json`)).json()) as { entries: Record<string, Entry> };
  return Object.values(index.entries);
}

test('every state of every element has its story', async ({ page, book }) => {
  const stories = (await entriesOf(page, book)).filter(({ type }) => type === 'story').map(({ id }) => id);
  expect(stories.sort()).toEqual(STATES.map(({ id }) => id.replace('/', '--')).sort());
});

test('every page stands without an error, an accessibility fault or a request to another host @long', async ({
  page,
  book,
  watched,
}) => {
  test.setTimeout(300_000);
  const entries = await entriesOf(page, book);
  const isBeside = ({ type, tags }: Entry): boolean => type === 'story' && tags.includes('autodocs');
  const inside = (entry: Entry): Entry[] =>
    entry.type === 'story' ? [entry] : entries.filter((one) => isBeside(one) && one.title === entry.title);
  await page.goto(`${book}iframe.html`);
  await page.waitForFunction(() => '__STORYBOOK_ADDONS_CHANNEL__' in globalThis);

  const faults: string[] = [];
  for (const entry of entries) {
    const stories = inside(entry);
    const finished = await show(
      page,
      entry,
      stories.map(({ id }) => id),
    );
    for (const { storyId, status, reporters } of finished) {
      const violations = reporters.flatMap(({ result }) => result.violations ?? []).map(({ id }) => id);
      if (status !== 'success') faults.push(`${storyId}: ${violations.join(', ') || 'it failed'}`);
      if (entry.type === 'story' && reporters.length === 0) faults.push(`${storyId}: axe did not run`);
    }
    // What only a developer can mend is said to the developer.
    const isNotice = stories.some(({ tags }) => tags.includes('tells-developer'));
    const errors = watched.errors.splice(0).filter((error) => !(isNotice && error.startsWith('mfa-elements: ')));
    faults.push(...errors.map((error) => `${entry.id}: ${error}`));
  }
  expect(faults).toEqual([]);
  expect(watched.foreign).toEqual([]);
});

test('it opens by its address', async ({ page, book, watched }) => {
  await page.goto(book);
  const preview = page.frameLocator('#storybook-preview-iframe');
  await expect(preview.getByRole('heading', { level: 1 })).toHaveText('mfa-elements');
  expect(watched).toEqual({ errors: [], foreign: [] });
});

test('a story is served in a page that opens while the one before goes', async ({ page, book, watched }) => {
  const heading = { name: 'Enter the code from your app' };
  await page.goto(`${book}iframe.html?id=mfa-challenge--asking`);
  await expect(page.getByRole('heading', heading)).toBeVisible();
  await page.goto(`${book}?path=/story/mfa-challenge--asking`);
  await expect(page.frameLocator('#storybook-preview-iframe').getByRole('heading', heading)).toBeVisible();
  expect(watched).toEqual({ errors: [], foreign: [] });
});

test('the contract names every operation, and shows those of every tag', async ({ page, book, watched }) => {
  const { paths, tags } = parse(await (await page.request.get(`${book}openapi.yaml`)).text()) as Contract;
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.values(methods).map((operation) => ({ path, ...operation })),
  );
  await page.goto(`${book}iframe.html?id=contract--docs&viewMode=docs`);
  const explorer = page.locator('openapi-explorer');
  const links = explorer.locator('.nav-bar-path[data-content-id*="/"]');
  await expect(links).toHaveText(operations.map(({ summary }) => summary));
  for (const { name } of tags) {
    const first = operations.findIndex((operation) => operation.tags.includes(name));
    const { path } = operations[first] as (typeof operations)[number];
    await links.nth(first).click();
    await expect(explorer.locator('.main-content')).toContainText(path);
  }
  expect(watched).toEqual({ errors: [], foreign: [] });
});
