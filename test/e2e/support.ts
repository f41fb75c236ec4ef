import { test as base, expect, type Page } from '@playwright/test';
import { TOTP } from 'otpauth';
import type { DemoAccount } from '../../demo/server/accounts-file';
import { addPerson } from '../../demo/server/seed';
import { startDemoServer, type DemoServer } from '../../demo/server/start';

export { expect };

/** The server's clock, which a test may move on. Codes are made by it too. */
export class Clock {
  #ahead = 0;
  readonly now = (): number => Date.now() + this.#ahead;
  advance(minutes: number): void {
    this.#ahead += minutes * 60_000;
  }
}

/** Somebody with a second factor and a list of codes; each test has one to itself. */
export interface Person extends DemoAccount {
  readonly appCode: () => string;
}

interface Fixtures {
  readonly person: Person;
  readonly violations: () => Promise<string[]>;
}

interface WorkerFixtures {
  readonly clock: Clock;
  readonly server: DemoServer;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  clock: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures from here.
    async ({}, use) => {
      await use(new Clock());
    },
    { scope: 'worker' },
  ],
  server: [
    async ({ clock }, use) => {
      const server = await startDemoServer({
        now: clock.now,
        signInsPerMinute: 1000,
        limits: { attempt: 1000, load: 1000, other: 1000 },
      });
      await use(server);
      await server.close();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ server }, use) => {
    await use(server.origin);
  },
  person: async ({ server, clock }, use, { testId }) => {
    const email = `${testId}@example.com`;
    const account = await addPerson(server.auth, {
      name: 'Ann',
      email,
      password: 'ann-lost-her-phone',
      secondFactor: true,
    });
    const totp = new TOTP({ secret: account.totpSecret ?? '' });
    await use({ ...account, appCode: () => totp.generate({ timestamp: clock.now() }) });
  },
  /** What the page's policy blocked, on every page of the test. */
  violations: async ({ context }, use) => {
    const seen: string[] = [];
    await context.exposeFunction('cspViolation', (what: string) => seen.push(what));
    await context.addInitScript(() => {
      addEventListener(
        'securitypolicyviolation',
        ({ effectiveDirective, blockedURI, sample }) =>
          void (globalThis as unknown as { cspViolation: (what: string) => Promise<void> }).cspViolation(
            `${effectiveDirective} ${blockedURI} ${sample}`,
          ),
        true,
      );
    });
    await use(() => Promise.resolve(seen));
  },
});

/** E-mail and password, as the demo's own page asks for them. */
export async function passFirstFactor(page: Page, { email, password }: DemoAccount): Promise<void> {
  await page.goto('/login');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Waits for the way out to be gone, so that the next step does not cross it. */
export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL('**/login');
}

/** On to the field for a backup code. */
export async function loseSecondFactor(page: Page, person: DemoAccount): Promise<void> {
  await passFirstFactor(page, person);
  await page.getByRole('link', { name: 'I lost my second factor' }).click();
  await expect(page.getByRole('heading', { name: 'Enter a backup code' })).toBeFocused();
}

/** A real paste from the real clipboard. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((words) => navigator.clipboard.writeText(words), text);
  await page.keyboard.press('ControlOrMeta+V');
}

/** A code of this person's list that no test has used. */
export function nextCode(person: DemoAccount): string {
  const code = person.backupCodes.shift();
  if (!code) throw new Error('Every code of the list is used.');
  return code;
}
