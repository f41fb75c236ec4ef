import type { BrowserContext, Page } from '@playwright/test';
import { codeList, expectAllSet, finish, holdPrint, endPrint, makeButton, makeCodes, signIn } from './codes';
import { comeBackFromCache, markCodes, test, watchSecrets } from './secrecy';
import { expect, signOut } from './support';

// A trace keeps the texts of the page in its heap.
test.use({ trace: 'off' });

interface Exit {
  readonly leave: (page: Page, context: BrowserContext) => Promise<void>;
  readonly long: boolean;
}

const EXITS: Record<string, Exit> = {
  'codes are on': {
    long: false,
    async leave(page) {
      await finish(page);
      await expectAllSet(page);
    },
  },
  'the page was left, kept by the browser, and come back to': {
    long: true,
    async leave(page) {
      await comeBackFromCache(page, makeButton(page));
    },
  },
  'the person left without saving': {
    long: true,
    async leave(page) {
      await page.getByRole('link', { name: 'Leave without saving' }).click();
      await expect(page.getByText("These new codes won't work. Your old codes still do.")).toBeVisible();
    },
  },
  'the host took the element out and still holds it': {
    long: true,
    async leave(page) {
      await page.evaluate(() => {
        const element = document.querySelector('mfa-backup-codes');
        globalThis.held = element;
        element?.remove();
      });
      await expect(codeList(page)).toHaveCount(0);
    },
  },
  'the page was loaded again': {
    long: true,
    async leave(page) {
      await page.reload();
      await expect(makeButton(page)).toBeVisible();
    },
  },
  'the person signed out': {
    long: true,
    async leave(page) {
      await signOut(page);
    },
  },
  'the session was over': {
    long: true,
    async leave(page, context) {
      await context.clearCookies();
      await finish(page);
      await expect(page.getByRole('heading', { name: 'Please sign in again' })).toBeVisible();
    },
  },
};

for (const [name, { leave, long }] of Object.entries(EXITS)) {
  test(`no code is left anywhere once ${name}`, { tag: long ? ['@long'] : [] }, async ({ page, person, context }) => {
    test.slow();
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    page.on('dialog', (dialog) => void dialog.accept());
    const secrets = await watchSecrets(page);
    await markCodes(page);
    await holdPrint(page);
    await signIn(page, person);
    const codes = await makeCodes(page);
    await page.getByRole('button', { name: 'Copy' }).click();
    await expect(page.getByText('Copied.')).toBeVisible();
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download' }).click();
    await downloading;
    await page.getByRole('button', { name: 'Print' }).click();
    await expect(page.getByText('Check that every code is on the paper.')).toBeVisible();
    await endPrint(page);
    expect(await secrets.places(codes)).toEqual(['heap', 'text']);

    await leave(page, context);
    expect(await secrets.places(codes)).toEqual([]);
  });
}

test(
  'nothing that the browser keeps holds a code once the tab is closed',
  { tag: '@long' },
  async ({ page, person, context }) => {
    await markCodes(page);
    await signIn(page, person);
    const codes = await makeCodes(page);
    await page.evaluate(() => localStorage.setItem('of-a-host', 'kept'));
    await page.close();
    const kept = JSON.stringify(await context.storageState({ indexedDB: true }));
    expect(kept).toContain('of-a-host');
    expect(codes.filter((code) => kept.includes(code))).toEqual([]);
  },
);

const CODE = 'CANA-RY42-PLNT';

/** One secret in each place that is searched, by the name that the search has for it. */
const PLANTS: Record<string, (code: string) => unknown> = {
  text: (code) => document.body.append(code),
  attribute: (code) => document.body.setAttribute('title', code),
  comment: (code) => document.body.append(document.createComment(code)),
  'local-storage': (code) => localStorage.setItem('a', code),
  'session-storage': (code) => sessionStorage.setItem('a', code),
  cookie: (code) => (document.cookie = `a=${code}`),
  'indexed-db': (code) =>
    new Promise((resolve) => {
      const opening = indexedDB.open('a');
      opening.onupgradeneeded = () => opening.result.createObjectStore('b').put(code, 1);
      opening.onsuccess = () => resolve(opening.result.close());
    }),
  cache: async (code) => (await caches.open('a')).put('/a', new Response(code)),
  history: (code) => history.replaceState({ code }, ''),
  location: (code) => (location.hash = code),
  address: (code) => (location.hash = code),
  network: (code) => fetch(`/api/me?${code}`),
  'request-url': (code) => fetch(`/api/me?${code}`),
  'request-body': (code) => fetch('/api/me', { method: 'POST', body: code }),
  console: (code) => console.log(code),
  event: (code) => dispatchEvent(new CustomEvent('of-a-host', { detail: { code } })),
  message: (code) => new BroadcastChannel('a').postMessage({ code }),
  replay: (code) => document.body.append(code),
  heap: (code) => (globalThis.held = [code]),
};

for (const [place, plant] of Object.entries(PLANTS)) {
  test(`a code is found where it was planted: ${place}`, { tag: ['@long'] }, async ({ page }) => {
    const secrets = await watchSecrets(page);
    await page.goto('/help');
    expect(await secrets.places([CODE])).toEqual([]);
    await page.evaluate(plant, CODE);
    await expect.poll(() => secrets.places([CODE])).toContain(place);
  });
}

for (const [width, code] of [
  ['one byte', CODE],
  ['two bytes', `${CODE}…`],
] as const) {
  test(`a code whose string has ${width} a character is found in the heap`, async ({ page }) => {
    const secrets = await watchSecrets(page);
    await page.goto('/help');
    await page.evaluate((text) => (globalThis.held = [text]), code);
    expect(await secrets.places([CODE])).toEqual(['heap']);
  });
}
