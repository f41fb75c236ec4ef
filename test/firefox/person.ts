import type { Browser, Page } from 'puppeteer-core';
import { TOTP } from 'otpauth';
import { addPerson } from '../../demo/server/seed';
import type { DemoServer } from '../../demo/server/start';

const PATIENCE = 15_000;

/** Somebody with a second factor and a list of codes, and a page of theirs in a browser that knows nothing yet. */
export interface Person {
  readonly email: string;
  readonly codes: string[];
  readonly page: Page;
  appCode(): string;
  /** Clicks what has this name, as voice control finds it. [button] */
  press(name: string, role?: 'button' | 'link' | 'checkbox'): Promise<void>;
  /** Types with the keyboard, key by key, into the field with this label. */
  type(label: string, text: string): Promise<void>;
  /** Waits until these words are on the page. */
  reads(words: string): Promise<void>;
  /** E-mail and password. */
  passFirstFactor(): Promise<void>;
  /** What holds the focus: its text, or its label. */
  focused(): Promise<string>;
  leave(): Promise<void>;
}

const PASSWORD = 'ann-lost-her-phone';
let count = 0;

/** @param origin where the pages are, if a proxy stands before the server */
export async function somebody(browser: Browser, server: DemoServer, origin = server.origin): Promise<Person> {
  count += 1;
  const email = `firefox-${String(count)}@example.com`;
  const account = await addPerson(server.auth, { name: 'Ann', email, password: PASSWORD, secondFactor: true });
  const app = new TOTP({ secret: account.totpSecret ?? '' });
  return openFor(browser, origin, { email, codes: [...account.backupCodes], appCode: () => app.generate() });
}

/** The same person in another browser. */
export async function openFor(
  browser: Browser,
  origin: string,
  { email, codes, appCode }: Pick<Person, 'email' | 'codes' | 'appCode'>,
): Promise<Person> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const named = (name: string, role: string): string => `::-p-aria([name=${JSON.stringify(name)}][role="${role}"])`;
  const person: Person = {
    email,
    codes,
    page,
    appCode,
    press: (name, role = 'button') => page.locator(named(name, role)).click(),
    async type(label, text) {
      const field = await page.waitForSelector(named(label, 'textbox'));
      await field?.type(text);
    },
    async reads(words) {
      await page.waitForFunction((words) => document.body.textContent.includes(words), {}, words);
    },
    async passFirstFactor() {
      await page.goto(`${origin}/login`);
      await person.type('Email', email);
      await page.locator('input[type=password]').fill(PASSWORD);
      await person.press('Sign in');
    },
    focused: () =>
      page.evaluate(() => {
        const held = document.activeElement;
        const label = held instanceof HTMLInputElement ? held.labels?.[0] : held;
        return label?.textContent.trim() ?? '';
      }),
    leave: () => context.close(),
  };
  return person;
}
