import { test as base, expect, type Page } from '@playwright/test';
import { TOTP } from 'otpauth';
import type { DemoAccount } from '../../demo/server/accounts-file';
import { addPerson } from '../../demo/server/seed';
import { startDemoServer, type DemoServer } from '../../demo/server/start';
import { addDestination, addPasskey } from '../../src/server/better-auth';
import { emptyDatabase } from '../support/empty-database';
import { watchPolicy } from '../support/policy';
import { SoftwareAuthenticator } from '../support/software-authenticator';

export { expect };

/** A server with a database of its own takes its time where the machine is busy; none of it is a journey's. */
export const SERVER_START = 120_000;

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
        template: await emptyDatabase(),
        now: clock.now,
        trustDeviceDays: 30,
        signInsPerMinute: 1000,
        limits: { attempt: 1000, load: 1000, other: 1000 },
      });
      await use(server);
      await server.close();
    },
    { scope: 'worker', timeout: SERVER_START },
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
    const seen = await watchPolicy(context);
    await use(() => Promise.resolve([...seen]));
  },
});

/** E-mail and password, as the demo's own page asks for them. */
export async function passFirstFactor(page: Page, { email, password }: DemoAccount): Promise<void> {
  await page.goto('/login');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  // The plain form for pages without script stands there until the screen has taken its place.
  const screen = page.locator('mfa-sign-in > [data-part=box] [data-part=title]');
  await expect(
    screen.or(page.getByText('You are signed in as')).or(page.locator('#problem:not(:empty)')),
  ).toBeVisible();
}

async function userIdOf({ auth }: DemoServer, { email }: DemoAccount): Promise<string> {
  const found = await (await auth.$context).internalAdapter.findUserByEmail(email);
  if (!found) throw new Error(`${email} has no account.`);
  return found.user.id;
}

/** An authenticator built into this page's browser. Says what it was asked and holds what it is given. */
export async function addAuthenticator(
  page: Page,
  { verifies = true, transport = 'internal' }: { verifies?: boolean; transport?: 'internal' | 'usb' } = {},
) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport,
      hasUserVerification: true,
      isUserVerified: verifies,
      automaticPresenceSimulation: true,
    },
  });
  return {
    /** Whether who uses it is found to be its owner. */
    verifies: (isUserVerified: boolean) => cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
    async hold(key: SoftwareAuthenticator): Promise<void> {
      const credentialId = Buffer.from(key.id, 'base64url').toString('base64');
      const credential = { credentialId, isResidentCredential: false, rpId: 'localhost', privateKey: key.pkcs8 };
      await cdp.send('WebAuthn.addCredential', { authenticatorId, credential: { ...credential, signCount: 0 } });
    },
  };
}

/** Chooses an app on a phone, reads its key as a camera does, and types its first code. Gives the app. */
export async function connectApp(page: Page, clock: Clock): Promise<TOTP> {
  const setup = page.waitForResponse('**/totp/setups');
  await page.getByRole('button', { name: 'An app on a phone' }).click();
  const { key } = (await (await setup).json()) as { key: string };
  const app = new TOTP({ secret: key });
  await page.getByLabel('App code').fill(app.generate({ timestamp: clock.now() }));
  await page.getByRole('button', { name: 'Continue' }).click();
  return app;
}

/**
 * A passkey for a person, without the screen on which they add one: its private key is in this page's browser, its public key at
 * the server.
 */
export async function givePasskey(page: Page, server: DemoServer, person: DemoAccount) {
  const key = new SoftwareAuthenticator(server.origin);
  const authenticator = await addAuthenticator(page);
  await authenticator.hold(key);
  await addPasskey(server.auth, await userIdOf(server, person), key.credential);
  return { key, authenticator };
}

/** Until the page has the server's options, a click on the passkey's button opens no dialog. */
export async function passkeyIsReady(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: 'Use passkey' })).not.toHaveAttribute('aria-busy', 'true');
}

export async function usePasskey(page: Page): Promise<void> {
  await passkeyIsReady(page);
  await page.getByRole('button', { name: 'Use passkey' }).click();
}

/** Has codes sent to a person's address; read them by `sentCode`. */
export async function giveEmailCodes(server: DemoServer, person: DemoAccount): Promise<void> {
  await addDestination(server.auth, await userIdOf(server, person), { channel: 'email', to: person.email });
}

/** The code that was sent to a person last. */
export function sentCode({ outbox }: DemoServer, { email }: DemoAccount): string {
  const message = outbox.messages.find(({ to }) => to === email);
  if (!message) throw new Error(`Nothing was sent to ${email}.`);
  return message.code;
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
