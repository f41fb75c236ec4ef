import { readFileSync } from 'node:fs';
import { expect, test as base, type Page } from '@playwright/test';
import { parse } from 'yaml';
import { JOURNEY } from '../../demo/playground/journeys';
import { STATES } from '../../src/testing/states';
import { serveStatic } from '../support/static-server';
import { walk } from './playground/journeys';
import { stage } from './playground/page';

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

const storyOf = ({ id }: { readonly id: string }): string => `journeys--${id}`;

test('every state of every element has its story, and every journey', async ({ page, book }) => {
  const stories = (await entriesOf(page, book)).filter(({ type }) => type === 'story').map(({ id }) => id);
  const states = STATES.map(({ id }) => id.replace('/', '--'));
  expect(stories.sort()).toEqual([...states, ...JOURNEY.choices.map(storyOf)].sort());
});

for (const journey of JOURNEY.choices) {
  test(
    `the page of “${journey.label}” tells its steps, and is walked by them`,
    { tag: journey.id === 'lost-factor' ? [] : ['@long'] },
    async ({ page, book, watched }) => {
      await page.goto(`${book}iframe.html?id=${storyOf(journey)}`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(journey.label);
      await expect(page.locator('.journey-way li')).toHaveCount(journey.steps.length);
      await expect(
        stage(page).locator('[data-part=box] [data-part~=title], [data-part~=card-title]').first(),
      ).toBeVisible();
      await walk(page, journey);
      expect(watched).toEqual({ errors: [], foreign: [] });
    },
  );
}

test('a journey starts anew, and its look is taken off where it stands @long', async ({ page, book }) => {
  await page.goto(`${book}iframe.html?id=journeys--lost-factor&globals=look:unstyled`);
  await expect(stage(page).locator('[data-look=none]').first()).toBeVisible();
  await stage(page).getByRole('link', { name: 'I lost my second factor' }).click();
  await expect(stage(page).getByLabel('Backup code')).toBeVisible();
  await page.getByRole('button', { name: 'Start anew' }).click();
  await expect(stage(page).getByLabel('App code')).toBeVisible();
});

/** What a browser computes of a part of the element on the theming page. */
const computed = (page: Page, part: string, property: string): Promise<string> =>
  page
    .locator(`.live-stage [data-part~=${part}]`)
    .first()
    .evaluate((it, name) => getComputedStyle(it).getPropertyValue(name), property);

test('a token that is moved on the theming page changes the element, and gives its rule', async ({
  page,
  context,
  book,
  watched,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${book}iframe.html?id=theming--docs&viewMode=docs`);
  const button = page.locator('.live-stage [data-part~=button]');
  await expect(button).toBeVisible();
  const ours = await computed(page, 'button', 'background-color');

  await page.getByLabel('--mfa-accent').fill('#0a7f5a');
  await page.getByLabel('--mfa-radius').fill('20');
  await page.getByLabel('--mfa-code-font').fill('monospace');
  expect(await computed(page, 'button', 'background-color')).toBe('rgb(10, 127, 90)');
  expect(await computed(page, 'button', 'border-top-left-radius')).toBe('20px');
  expect(await computed(page, 'input', 'font-family')).toBe('monospace');

  await page.getByRole('button', { name: 'Copy', exact: true }).last().click();
  await expect(page.getByText('Copied.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    ':root {\n  --mfa-accent: light-dark(#0a7f5a, #8fb6ff);\n  --mfa-radius: 20px;\n  --mfa-code-font: monospace;\n}',
  );

  await page.getByLabel('Page').selectOption('dark');
  expect(await computed(page, 'button', 'background-color')).toBe('rgb(143, 182, 255)');
  await page.getByLabel('Page').selectOption('light');
  await page.getByRole('button', { name: 'Ours again' }).click();
  expect(await computed(page, 'button', 'background-color')).toBe(ours);
  expect(watched).toEqual({ errors: [], foreign: [] });
});

test('every documented token can be moved', async ({ page, book }) => {
  await page.goto(`${book}iframe.html?id=theming--docs&viewMode=docs`);
  const rows = page.locator('.live-form .dial code');
  await expect(rows.first()).toBeVisible();
  const documented = [...readFileSync('docs/look.md', 'utf8').matchAll(/^\| `(--mfa-[\w-]+)`/gm)].map(
    ([, name]) => name,
  );
  expect(await rows.allTextContents()).toEqual(documented);
});

for (const id of ['theming--docs&viewMode=docs', 'journeys--lost-factor', 'journeys--required']) {
  test(`nothing is cut off at 390 px: ${id}`, { tag: '@long' }, async ({ page, book }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${book}iframe.html?id=${id}`);
    await expect(page.locator('[data-part=box]').first()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
}

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
