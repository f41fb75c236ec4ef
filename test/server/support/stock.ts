import { randomBytes } from 'node:crypto';
import { getMigrations } from 'better-auth/db/migration';
import { TOTP } from 'otpauth';
import { openDatabase } from '../../../demo/server/database';
import { createStockAuth, STOCK_PATH } from '../../../demo/server/stock';
import { addStockPerson, stockVisitor, type StockPerson } from '../../../demo/server/stock-people';
import { emptyDatabase } from '../../support/empty-database';
import { SoftwareAuthenticator } from '../../support/software-authenticator';
import { Browser, PASSWORD, siteOf, type Answer } from './harness';
import { makeDatabase } from './postgres';

const ORIGIN = 'http://localhost:9';
export const STOCK_URL = ORIGIN + STOCK_PATH;
const DAY = 24 * 60 * 60_000;

export type StockHarness = Awaited<ReturnType<typeof startStock>>;

/** The demo's second app, an unmodified Better Auth, on a database of its own. */
export async function startStock({ databaseUrl = process.env.TEST_DATABASE_URL, limited = false } = {}) {
  const own = databaseUrl ? await makeDatabase(databaseUrl) : undefined;
  const database = await openDatabase({ databaseUrl: own?.url, template: await emptyDatabase() });
  const sent = new Map<string, string>();
  const auth = createStockAuth({
    database,
    origin: ORIGIN,
    secret: randomBytes(32).toString('hex'),
    signInsPerMinute: 100_000,
    limited,
    sendOTP: async ({ to, code }) => void sent.set(to, code),
  });
  const { runMigrations } = await getMigrations(auth.options);
  await runMigrations();
  const { password: passwords } = await auth.$context;
  // Its scrypt would be most of the time that these tests take.
  Object.assign(passwords, {
    hash: async (password: string) => `plain ${password}`,
    verify: async ({ hash, password }: { hash: string; password: string }) => hash === `plain ${password}`,
  });

  async function addPerson({ factor = true } = {}) {
    const email = `person-${randomBytes(6).toString('hex')}@example.com`;
    const ask = stockVisitor(auth);
    const account = await addStockPerson(
      auth,
      { name: 'A person', email, password: PASSWORD, secondFactor: factor },
      ask,
    );
    /** A passkey, which their authenticator holds. */
    const addKey = async (name?: string) => {
      const key = new SoftwareAuthenticator(ORIGIN);
      const options = await ask<PublicKeyCredentialCreationOptionsJSON>('GET', '/passkey/generate-register-options');
      await ask('POST', '/passkey/verify-registration', { response: key.register(options), name });
      return key;
    };
    return { ...account, addKey };
  }

  /** Makes every session of a person older than what counts as fresh. */
  async function ageSessions({ email }: Pick<StockPerson, 'email'>): Promise<void> {
    const client = await database.connect();
    const old = new Date(Date.now() - 2 * DAY);
    const theirs = 'where "userId" = (select id from "stockUser" where email = $2)';
    await client.query(`update "stockSession" set "createdAt" = $1 ${theirs}`, [old, email]).finally(client.release);
  }

  return {
    auth,
    addPerson,
    ageSessions,
    sentTo: ({ email }: Pick<StockPerson, 'email'>) => sent.get(email) ?? '',
    browser: () => new StockBrowser(siteOf(ORIGIN, auth)),
    async close() {
      await database.end();
      await own?.drop();
    },
  };
}

/** A browser at the second app. */
export class StockBrowser extends Browser {
  post(path: string, body: object = {}): Promise<Answer> {
    return this.send('POST', STOCK_PATH + path, body);
  }

  passFirstFactor({ email, password }: Pick<StockPerson, 'email' | 'password'>): Promise<Answer> {
    return this.post('/sign-in/email', { email, password });
  }

  /** E-mail, password and an app code. */
  async signInWholly(person: StockPerson): Promise<void> {
    await this.passFirstFactor(person);
    const { status } = await this.post('/two-factor/verify-totp', { code: appCode(person) });
    if (status !== 200) throw new Error(`The sign-in was answered ${status}.`);
  }

  /** The e-mail address that the server knows this browser by, or null. */
  override async whoAmI(): Promise<string | null> {
    return (await this.send('GET', `${STOCK_PATH}/get-session`)).body?.user.email ?? null;
  }
}

export const codeOf = (secret: string) => new TOTP({ secret }).generate();
export const appCode = ({ totpSecret }: StockPerson) => codeOf(totpSecret ?? '');
