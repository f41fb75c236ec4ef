import { randomBytes } from 'node:crypto';
import { TOTP } from 'otpauth';
import { expect } from 'vitest';
import { startDemoServer, type DemoServerOptions } from '../../../demo/server/start';
import { addPasskey, addTotp, makeBackupCodes, type PasskeyCredential } from '../../../src/server/better-auth';
import { emptyDatabase } from '../../support/empty-database';
import { SoftwareAuthenticator, type Twist } from '../../support/software-authenticator';
import { answerSchema, faults, operationOf } from './openapi';
import { makeDatabase } from './postgres';

export const MINUTE = 60_000;
const BASE = '/api/auth';
export const PASSWORD = 'a password of the tests';

export interface Answer {
  status: number;
  headers: Headers;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the tests look into answers of every shape
  body: any;
  setCookies: string[];
}

export interface Person {
  id: string;
  email: string;
  codes: string[];
  /** The app's key in base32; empty without a second factor. */
  appKey: string;
  /** The app code at an instant, now by default. */
  appCode(at?: number): string;
}

export type Harness = Awaited<ReturnType<typeof startHarness>>;

/** A random attempt id, as a client makes one for each gesture. */
export const attemptId = () => randomBytes(12).toString('base64url');

/**
 * The reference server with a clock of our own and limits that are out of the way unless a test asks for them.
 * `databaseUrl` names a PostgreSQL server, on which it makes a database for itself.
 */
export async function startHarness({
  databaseUrl = process.env.TEST_DATABASE_URL,
  ...options
}: DemoServerOptions = {}) {
  const own = databaseUrl ? await makeDatabase(databaseUrl) : undefined;
  const clock = { now: Date.now() };
  const many = 100_000;
  const server = await startDemoServer({
    now: () => clock.now,
    limits: { load: many, attempt: many, other: many },
    signInsPerMinute: many,
    databaseUrl: own?.url,
    template: await emptyDatabase(),
    people: false,
    ...options,
    // The demo's people differ in where codes go; here whoever has a sender tests the whole.
    deliver: options.deliver && { accountEmail: true, ...options.deliver },
  });
  const context = await server.auth.$context;
  // Better Auth's scrypt would be most of the time that these tests take.
  Object.assign(context.password, {
    hash: async (password: string) => `plain ${password}`,
    verify: async ({ hash, password }: { hash: string; password: string }) => hash === `plain ${password}`,
  });

  async function sql<T = Record<string, unknown>>(text: string, parameters: unknown[] = []): Promise<T[]> {
    const client = await server.database.connect();
    try {
      return (await client.query(text, parameters)).rows as T[];
    } finally {
      client.release();
    }
  }

  async function addPerson({ factor = true } = {}): Promise<Person> {
    const email = `person-${randomBytes(6).toString('hex')}@example.com`;
    const { internalAdapter } = context;
    const user = await internalAdapter.createUser(
      { name: 'A person', email, emailVerified: true },
      { method: 'email-password' },
    );
    await internalAdapter.linkAccount({
      userId: user.id,
      providerId: 'credential',
      accountId: user.id,
      password: `plain ${PASSWORD}`,
    });
    const appKey = factor ? (await addTotp(server.auth, user.id)).secret : '';
    return {
      id: user.id,
      email,
      codes: factor ? await makeBackupCodes(server.auth, user.id) : [],
      appKey,
      appCode: (at = clock.now) => new TOTP({ secret: appKey }).generate({ timestamp: at }),
    };
  }

  /** A passkey of a person, whose second factor it is besides the others that they have. */
  async function addKey({ id }: Person, more: Partial<PasskeyCredential> = {}): Promise<SoftwareAuthenticator> {
    const key = new SoftwareAuthenticator(server.origin);
    await addPasskey(server.auth, id, { ...key.credential, ...more });
    return key;
  }

  /** A browser at the challenge of a person. */
  async function challenged(person: Pick<Person, 'email'>): Promise<Browser> {
    const browser = new Browser(server);
    expect((await browser.signIn(person)).body).toEqual({ secondFactor: true });
    return browser;
  }

  /** An app code that was not used before: the clock goes on by a step. */
  const nextAppCode = (person: Person) => person.appCode((clock.now += 30_000));

  /** A browser that has just signed in by an app code. */
  async function signedIn(person: Person): Promise<Browser> {
    const browser = await challenged(person);
    expect((await browser.attempt('totp', nextAppCode(person))).status).toBe(200);
    return browser;
  }

  /** What was written down about a person, oldest first: by transaction and by the command in it, where the clock stands. */
  async function activityOf({ id }: Person): Promise<string[]> {
    const rows = await sql<{ what: string }>(
      'select what from "mfaActivity" where "userId" = $1 order by at, xmin::text::bigint, cmin::text::bigint',
      [id],
    );
    return rows.map(({ what }) => what);
  }

  const sessionsOf = async (person: Person) =>
    (await sql('select id from session where "userId" = $1', [person.id])).length;
  const usedCodesOf = async (person: Person) =>
    (await sql('select id from "mfaBackupCode" where "userId" = $1 and "usedAt" is not null', [person.id])).length;

  const browser = () => new Browser(server);
  const close = async () => {
    await server.close();
    await own?.drop();
  };
  return {
    server,
    clock,
    context,
    sql,
    addPerson,
    addKey,
    browser,
    challenged,
    signedIn,
    nextAppCode,
    activityOf,
    sessionsOf,
    usedCodesOf,
    close,
  };
}

/** What a browser talks to: a server on the network, or a handler of requests. */
export interface Site {
  origin: string;
  fetch?: (url: string, init: RequestInit) => Promise<Response>;
}

/** A site that is a Better Auth app without a server around it. */
export const siteOf = (origin: string, auth: { handler(request: Request): Promise<Response> }): Site => ({
  origin,
  fetch: (url, init) => auth.handler(new Request(url, init)),
});

/** A browser with its cookies. Each answer of the contract is held against openapi.yaml. */
export class Browser {
  cookies = new Map<string, string>();
  #lose: 'before' | 'after' | null = null;

  constructor(private readonly server: Site) {}

  /** Another tab or request with the same cookies, whose answers don't change them. */
  copy(): Browser {
    const copy = new Browser(this.server);
    copy.cookies = new Map(this.cookies);
    return copy;
  }

  async send(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string | null> = {},
  ): Promise<Answer> {
    const all: Record<string, string | null> = {
      'x-mfa': '1',
      origin: method === 'GET' ? null : this.server.origin,
      'content-type': body === undefined ? null : 'application/json',
      cookie: this.#cookie,
      ...headers,
    };
    const response = await this.#ask(path, {
      method,
      redirect: 'manual',
      headers: Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null),
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    const answer: Answer = {
      status: response.status,
      headers: response.headers,
      body: isJson && text !== '' ? JSON.parse(text) : text,
      setCookies: response.headers.getSetCookie(),
    };
    this.#keep(answer.setCookies);
    if (path.startsWith(`${BASE}/mfa/`)) expectContract(method, path, answer);
    return answer;
  }

  /** Loses the next request of `fetch`, or its answer with all that is in it. */
  loseNext(at: 'before' | 'after'): void {
    this.#lose = at;
  }

  /** What an adapter in this browser calls. */
  readonly fetch = async (url: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    const lose = this.#lose;
    this.#lose = null;
    init.signal?.throwIfAborted();
    if (lose === 'before') throw new TypeError('fetch failed');
    const headers = new Headers(init.headers);
    if (init.method === 'POST') headers.set('origin', this.server.origin);
    if (this.#cookie !== null) headers.set('cookie', this.#cookie);
    const response = await this.#ask(
      (url instanceof Request ? url.url : url.toString()).slice(this.server.origin.length),
      { ...init, headers },
    );
    if (lose === 'after') throw new TypeError('fetch failed');
    this.#keep(response.headers.getSetCookie());
    return response;
  };

  #ask(path: string, init: RequestInit): Promise<Response> {
    return (this.server.fetch ?? fetch)(this.server.origin + path, init);
  }

  get #cookie(): string | null {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') || null;
  }

  #keep(setCookies: string[]): void {
    for (const line of setCookies) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }

  get holdsSession(): boolean {
    return this.cookies.has('better-auth.session_token');
  }

  get holdsChallenge(): boolean {
    return this.cookies.has('better-auth.mfa_challenge');
  }

  signIn({ email }: Pick<Person, 'email'>, rest: Record<string, unknown> = {}): Promise<Answer> {
    return this.send('POST', `${BASE}/sign-in/email`, { email, password: PASSWORD, ...rest });
  }

  load(): Promise<Answer> {
    return this.send('GET', `${BASE}/mfa/challenge`);
  }

  attempt(kind: 'totp' | 'backup-code', code: string, attempt = attemptId()): Promise<Answer> {
    return this.prove({ kind, code }, { attempt });
  }

  /** As `attempt`, with any proof. */
  prove(proof: object, more: { attempt?: string; trustDevice?: boolean } = {}): Promise<Answer> {
    return this.send('POST', `${BASE}/mfa/challenge/attempts`, { attempt: attemptId(), proof, ...more });
  }

  preparePasskey(): Promise<Answer> {
    return this.send('POST', `${BASE}/mfa/challenge/passkey`, {});
  }

  /** Answers a ceremony of this browser with a key. */
  async useKey(key: SoftwareAuthenticator, twist?: Twist, more?: { attempt?: string; trustDevice?: boolean }) {
    const { body } = await this.preparePasskey();
    return this.prove({ kind: 'passkey', ceremony: body.id, credential: key.answer(body.options, twist) }, more);
  }

  sendCode(offer: string): Promise<Answer> {
    return this.send('POST', `${BASE}/mfa/challenge/deliveries`, { offer });
  }

  /** Sends the plain form, as a browser without script does. */
  sendForm(fields: Record<string, string>, headers: Record<string, string | null> = {}): Promise<Answer> {
    return this.sendPage(`${BASE}/mfa/challenge/form`, fields, headers);
  }

  /** Sends a form of the app's own pages. */
  sendPage(path: string, fields: Record<string, string>, headers: Record<string, string | null> = {}): Promise<Answer> {
    return this.send('POST', path, new URLSearchParams(fields).toString(), {
      'x-mfa': null,
      'content-type': 'application/x-www-form-urlencoded',
      ...headers,
    });
  }

  settle(attempt: string): Promise<Answer> {
    return this.send('POST', `${BASE}/mfa/challenge/attempts/${attempt}/settle`, {});
  }

  cancel(): Promise<Answer> {
    return this.send('POST', `${BASE}/mfa/challenge/cancel`, {});
  }

  loadStepUp(): Promise<Answer> {
    return this.send('GET', `${BASE}/mfa/step-up`);
  }

  stepUp(proof: object, attempt = attemptId()): Promise<Answer> {
    return this.send('POST', `${BASE}/mfa/step-up/proofs`, { attempt, proof });
  }

  sendStepUpCode(offer: string): Promise<Answer> {
    return this.send('POST', `${BASE}/mfa/step-up/deliveries`, { offer });
  }

  prepareStepUpPasskey(): Promise<Answer> {
    return this.send('POST', `${BASE}/mfa/step-up/passkey`, {});
  }

  codes(): Promise<Answer> {
    return this.send('GET', `${BASE}/mfa/backup-codes`);
  }

  issue(): Promise<Answer> {
    return this.send('POST', `${BASE}/mfa/backup-codes/sets`, {});
  }

  confirm(set: string): Promise<Answer> {
    return this.send('POST', `${BASE}/mfa/backup-codes/sets/${set}/confirm`, {});
  }

  discard(set: string): Promise<Answer> {
    return this.send('POST', `${BASE}/mfa/backup-codes/sets/${set}/discard`, {});
  }

  removeCodes(): Promise<Answer> {
    return this.send('POST', `${BASE}/mfa/backup-codes/remove`, {});
  }

  factors(): Promise<Answer> {
    return this.send('GET', `${BASE}/mfa/factors`);
  }

  rename(factor: string, name: unknown): Promise<Answer> {
    return this.send('POST', `${BASE}/mfa/factors/${factor}/rename`, { name });
  }

  removeFactor(factor: string): Promise<Answer> {
    return this.send('POST', `${BASE}/mfa/factors/${factor}/remove`, {});
  }

  startTotp({ replace = true, lost = false } = {}): Promise<Answer> {
    return this.send('POST', `${BASE}/mfa/totp/setups`, { replace, lost });
  }

  verifyTotp(setup: string, code: string): Promise<Answer> {
    return this.send('POST', `${BASE}/mfa/totp/setups/${setup}/verify`, { code });
  }

  abandonTotp(setup: string): Promise<Answer> {
    return this.send('POST', `${BASE}/mfa/totp/setups/${setup}/abandon`, {});
  }

  prepareRegistration(kind = 'passkey'): Promise<Answer> {
    return this.send('POST', `${BASE}/mfa/passkeys/ceremonies`, { kind });
  }

  register(ceremony: string, credential: object, name: string | null = null): Promise<Answer> {
    return this.send('POST', `${BASE}/mfa/passkeys/ceremonies/${ceremony}/register`, { credential, name });
  }

  endOthers(): Promise<Answer> {
    return this.send('POST', `${BASE}/mfa/sessions/end-others`, {});
  }

  /** The e-mail address that the server knows this browser by, or null. */
  async whoAmI(): Promise<string | null> {
    return (await this.send('GET', '/api/me')).body.email;
  }
}

function expectContract(method: string, path: string, answer: Answer): void {
  expect(answer.headers.get('cache-control'), `${method} ${path}`).toBe('no-store');
  // A path or method that the contract doesn't know is answered as its operations answer a refusal.
  const operation =
    operationOf(method, path.slice(`${BASE}/mfa`.length).split('?')[0]!) ?? operationOf('GET', '/policy')!;
  const type = answer.headers.get('content-type')?.split(';')[0] ?? '';
  const schema = answerSchema(operation, answer.status, type);
  expect(schema, `${method} ${path} answered ${answer.status} ${type}`).not.toBe(undefined);
  expect(schema === null ? [] : faults(answer.body, schema!), `${method} ${path}`).toEqual([]);
  if (type !== 'application/problem+json') return;
  expect(answer.body.type).toBe(`urn:mfa-elements:problem:${answer.body.code}`);
  expect(answer.body.status).toBe(answer.status);
  expect(answer.headers.has('retry-after')).toBe(answer.body.code === 'too-many-attempts');
}
