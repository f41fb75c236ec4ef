import { test as base, expect, type Page } from '@playwright/test';
import { TOTP } from 'otpauth';
import { addKratosPerson, askAdmin, giveAddress, sentByKratos, type MadePerson } from '../../demo/server/kratos/people';
import { openKratos, type KratosSite } from '../../demo/server/kratos/site';
import { startDemoServer, type DemoServer } from '../../demo/server/start';
import { watchPolicy } from '../support/policy';
import { LIVE, NO_OLD_PROOF, NOT_SET, PRIVILEGED_SECONDS } from './settings';

export { expect, LIVE, NO_OLD_PROOF, NOT_SET };

export interface Person {
  readonly id: string;
  readonly email: string;
  readonly password: string;
  /** Of the list that was made with the account. */
  readonly codes: string[];
  appCode(): string;
}

interface WorkerFixtures {
  readonly site: KratosSite;
  readonly server: DemoServer;
}

interface Fixtures {
  /** Somebody with an app and backup codes. */
  readonly person: Person;
  /** Somebody with a password and nothing else. */
  readonly beginner: Person;
  /** What the pages' policy blocked. */
  readonly violations: readonly string[];
  /** Adds an address for codes to somebody's account, and gives what was sent to it last. */
  readonly mailbox: (person: Person) => Promise<{ newest: () => Promise<string>; count: () => Promise<number> }>;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  site: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures from here.
    async ({}, use) => {
      if (!LIVE) throw new Error(NOT_SET);
      await use(await openKratos(LIVE));
    },
    { scope: 'worker' },
  ],
  server: [
    async ({ site }, use) => {
      // Where Kratos sends browsers to is where the demo has to be. Without the admin address it makes no people of its own.
      const kratos = { url: site.url };
      const server = await startDemoServer({ port: Number(new URL(site.base).port), kratos });
      await use(server);
      await server.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ server }, use) => {
    await use(server.origin);
  },
  person: async ({ site }, use, { testId }) => {
    await use(await made(site, testId, true));
  },
  beginner: async ({ site }, use, { testId }) => {
    await use(await made(site, testId, false));
  },
  violations: async ({ context }, use) => {
    await use(await watchPolicy(context));
  },
  mailbox: async ({ site }, use) => {
    await use(async ({ id, email }) => {
      const to = `codes-${email}`;
      await giveAddress(site, id, to);
      const sent = () => sentByKratos(site, to);
      return {
        count: async () => (await sent()).length,
        newest: async () => /\b(\d{6})\b/.exec((await sent())[0]?.body ?? '')?.[1] ?? '',
      };
    });
  },
});

async function made(site: KratosSite, testId: string, secondFactor: boolean): Promise<Person> {
  const email = `${testId}-${Date.now().toString(36)}@person.example`;
  const { id, account }: MadePerson = await addKratosPerson(site, {
    email,
    password: 'a password of the tests',
    secondFactor,
  });
  const { password, totpSecret, backupCodes } = account;
  return { id, email, password, codes: backupCodes, appCode: () => new TOTP({ secret: totpSecret ?? '' }).generate() };
}

/** What an administrator does for who has lost everything. */
export const removeByAdmin = (site: KratosSite, { id }: Person, type: string): Promise<unknown> =>
  askAdmin(site, 'DELETE', `/identities/${id}/credentials/${type}`);

export const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name });

/** E-mail and password, on the demo's page. */
export async function givePassword(page: Page, { email, password }: Person): Promise<void> {
  await page.goto('/login?backend=kratos');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(/\/(challenge|account)\?backend=kratos/);
}

export const expectIn = (page: Page, { email }: Person) =>
  expect(page.getByText(`You are signed in as ${email}.`)).toBeVisible();

/** Wholly in, by the app. */
export async function signIn(page: Page, person: Person): Promise<void> {
  await givePassword(page, person);
  await typeAppCode(page, person.appCode());
  await expectIn(page, person);
}

export async function typeAppCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('App code').fill(code);
  await page.getByRole('button', { name: 'Continue' }).click();
}

/** In by the next code of the list. */
export async function useBackupCode(page: Page, person: Person, code = person.codes.shift() ?? ''): Promise<void> {
  await givePassword(page, person);
  await page.getByRole('link', { name: 'I lost my second factor' }).click();
  await page.getByLabel('Backup code').fill(code);
  await page.getByRole('button', { name: 'Use this code' }).click();
}

export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL('**/login?backend=kratos');
}

/** The codes that are on screen. */
export async function shownCodes(page: Page): Promise<string[]> {
  const list = page.getByRole('list', { name: 'Your backup codes' });
  await expect(list.getByRole('listitem')).toHaveCount(12);
  return list.locator('code').allTextContents();
}

export async function finish(page: Page): Promise<void> {
  await page.getByLabel('I have saved these codes.').check();
  await page.getByRole('button', { name: 'Finish' }).click();
}

/** The key that an app is to be given, as it is to be typed. */
export async function shownKey(page: Page): Promise<string> {
  await page.getByText("Can't scan it?").click();
  const shown = await page.getByRole('group', { name: 'Key' }).textContent();
  return (shown ?? '').replaceAll(/\s/g, '');
}

/** Waits until the session's proof is old. */
export async function oldProof(page: Page): Promise<void> {
  const { authenticated_at } = (await (await page.request.get('/kratos/sessions/whoami')).json()) as {
    authenticated_at: string;
  };
  const old = Date.parse(authenticated_at) + (PRIVILEGED_SECONDS + 1) * 1000;
  await page.waitForTimeout(Math.max(0, old - Date.now()));
}

/** An authenticator built into this page's browser, which keeps passkeys. */
export async function addAuthenticator(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}
