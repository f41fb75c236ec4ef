import type { Browser, Page } from '@playwright/test';
import { TOTP } from 'otpauth';
import type { DemoAccount } from '../../demo/server/accounts-file';
import { addPerson } from '../../demo/server/seed';
import { startDemoServer, type DemoServer } from '../../demo/server/start';
import { emptyDatabase } from '../support/empty-database';
import { finish, shownCodes } from './codes';
import { expect, passFirstFactor, SERVER_START, test, type Clock } from './support';

export const REASON = 'Called back on the number on file, and answered from there.';

/** A server whose one agent may open as many accounts as the journeys need. */
export const deskTest = test.extend<object, { clock: Clock; server: DemoServer }>({
  server: [
    async ({ clock }, use) => {
      const server = await startDemoServer({
        template: await emptyDatabase(),
        now: clock.now,
        signInsPerMinute: 1000,
        limits: { attempt: 1000, load: 1000, other: 1000 },
        assistance: { cap: 1000 },
      });
      await use(server);
      await server.close();
    },
    { scope: 'worker', timeout: SERVER_START },
  ],
});

/** Somebody who lost the phone, and whose codes are all used. @param codesTo where codes are sent besides */
export const outOfWays = ({ auth }: DemoServer, codesTo: string[] = []): Promise<DemoAccount> =>
  addPerson(auth, {
    name: 'Gro',
    email: `gro-${crypto.randomUUID()}@example.com`,
    password: 'gro-used-them-all',
    secondFactor: true,
    codesTo: codesTo.map((to) => ({ channel: 'email', to })),
    codesLeft: 0,
  });

/** Gives the code that the agent read out. */
export async function givePass(page: Page, pass: string): Promise<void> {
  await page.getByLabel('Code from the help team').fill(pass);
  await page.getByRole('button', { name: 'Continue' }).click();
}

/** From the help team's code on: sets up this device, saves codes, and goes to the app. */
export async function addDevice(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'This device' }).click();
  await page.getByRole('button', { name: 'Add this device' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await shownCodes(page);
  await finish(page);
}

export async function goOn(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'All set' })).toBeVisible();
  await page.getByRole('button', { name: 'Go to' }).click();
}

export async function enroll(page: Page): Promise<void> {
  await addDevice(page);
  await goOn(page);
}

/** Asks for help inside the challenge. Gives the number of the case. */
export async function askForHelp(page: Page, person: DemoAccount): Promise<string> {
  await passFirstFactor(page, person);
  await page.getByRole('link', { name: 'I lost my second factor' }).click();
  await page.getByRole('button', { name: 'Ask for help' }).click();
  await expect(page.getByRole('heading', { name: 'We have your request' })).toBeFocused();
  const words = await page.getByText(/^Case .+, asked /).textContent();
  return /Case (\S+), asked/.exec(words ?? '')?.[1] ?? '';
}

function agentOf({ accounts }: DemoServer): DemoAccount {
  const agent = accounts.find(({ email }) => email === 'ines@example.com');
  if (!agent) throw new Error('The demo has no agent.');
  return agent;
}

/** An agent at the help desk's page, in a browser of their own. */
export class Desk {
  private constructor(readonly page: Page) {}

  /** Signs in one of the demo's agents, who has just given a fresh proof. */
  static async open(browser: Browser, server: DemoServer, clock: Clock): Promise<Desk> {
    const page = await (await browser.newContext({ baseURL: server.origin })).newPage();
    await passFirstFactor(page, agentOf(server));
    const desk = new Desk(page);
    await desk.prove(server, clock);
    await expect(page.getByText('You are signed in as')).toBeVisible();
    await page.goto('/desk');
    return desk;
  }

  /** Gives the code of the agent's app. */
  async prove(server: DemoServer, clock: Clock): Promise<void> {
    // Each step of an app counts once, and another journey may have used this one.
    clock.advance(1);
    const app = new TOTP({ secret: agentOf(server).totpSecret ?? '' });
    await this.page.getByLabel('App code').fill(app.generate({ timestamp: clock.now() }));
    await this.page.getByRole('button', { name: 'Continue' }).click();
  }

  /** Opens somebody's case. Gives what the agent sees of it. */
  async look(number: string): Promise<string> {
    const facts = this.page.locator('#facts');
    await this.page.getByRole('button', { name: number }).click();
    await expect(facts).toContainText(number);
    return (await facts.textContent()) ?? '';
  }

  /** Opens a case for who called and can't ask for help themselves. Gives what the agent sees of it. */
  async openFor({ email }: DemoAccount): Promise<string> {
    const account = this.page.getByLabel('Email of the account');
    if (!(await account.isVisible())) await this.page.getByText('Somebody calls who has no case').click();
    await account.fill(email);
    await this.page.getByLabel('Why').fill(REASON);
    await this.page.getByRole('button', { name: 'Open a case' }).click();
    await expect(this.page.getByRole('heading', { name: email })).toBeFocused();
    const facts = this.page.locator('#facts');
    await expect(facts).toContainText('waiting');
    return (await facts.textContent()) ?? '';
  }

  /** Does what the case calls for. Gives what is read out to the person, if anything is. */
  async act(
    name: string,
    { proof = 'Called on the number on file', reason = REASON, count = 1 } = {},
  ): Promise<string> {
    await this.page.getByLabel('Temporary codes').selectOption(String(count));
    if (proof) await this.page.getByLabel(proof).check();
    await this.page.getByLabel('Reason').fill(reason);
    await this.page.getByRole('button', { name }).click();
    await expect(this.page.locator('#said, #problem').filter({ hasText: /./ })).toBeVisible();
    return (await this.page.locator('#read-out').textContent()) ?? '';
  }

  get problem(): Promise<string | null> {
    return this.page.locator('#problem').textContent();
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}

interface AuditLine {
  readonly event: string;
  readonly actorId: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** What the audit log says of a person, in no order. */
export async function auditOf({ auth, database }: DemoServer, { email }: DemoAccount): Promise<AuditLine[]> {
  const found = await (await auth.$context).internalAdapter.findUserByEmail(email);
  const client = await database.connect();
  try {
    const { rows } = await client.query('select event, "actorId", detail from "mfaAudit" where "subjectId" = $1', [
      found?.user.id,
    ]);
    return (rows as { event: string; actorId: string | null; detail: string }[]).map((row) => ({
      ...row,
      detail: JSON.parse(row.detail) as Record<string, unknown>,
    }));
  } finally {
    client.release();
  }
}

/** The link of the last notice that stops what the help team was asked to do. */
export function stopLink({ outbox }: DemoServer, { email }: DemoAccount): string {
  const notice = outbox.all.find(({ to, text }) => to === email && text.includes('/freeze#'));
  const found = /\S+\/freeze#\S+/.exec(notice?.text ?? '')?.[0];
  if (!found) throw new Error(`No notice to ${email} has a link.`);
  return found;
}
