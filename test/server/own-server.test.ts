import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRestBackend } from '../../src/backends/rest';
import {
  contract,
  REST,
  type Capabilities,
  type ContractBrowser,
  type ContractWorld,
} from '../../src/testing/contract';
import { Browser } from './support/harness';

/** The server of the guide, which a stranger begins with: the challenge by app and backup code, on Node alone. */

interface Challenges {
  addPerson(email: string, password: string): { person: object; codes: string[] };
  personOf(session: string | undefined): { email: string } | null;
}
interface OwnServer {
  readonly origin: string;
  readonly challenges: Challenges;
  close(): void;
}

const FOLDER = pathToFileURL('docs/own-server/').href;
const PASSWORD = 'a password of the tests';
const clock = { now: Date.now() };

let server: OwnServer;
let appCode: (person: object, at: number) => string;
beforeAll(async () => {
  const { startServer } = (await import(/* @vite-ignore */ `${FOLDER}server.mjs`)) as {
    startServer(options: { now: () => number }): Promise<OwnServer>;
  };
  ({ appCode } = (await import(/* @vite-ignore */ `${FOLDER}challenge.mjs`)) as { appCode: typeof appCode });
  server = await startServer({ now: () => clock.now });
});
afterAll(() => server.close());

const SERVED: Capabilities = {
  id: 'own',
  challenge: {
    methods: { ...REST.challenge.methods, send: 'unreached', preparePasskey: 'unreached' },
    values: {
      ...REST.challenge.values,
      entries: ['challenge', 'signed-in', 'sign-in-first'],
      proofs: ['totp', 'backup-code'],
      tasks: [],
    },
  },
  stepUp: null,
  factors: null,
  backupCodes: null,
  totp: null,
  passkeys: null,
  sessions: null,
  assistance: null,
  activity: null,
};

const notServed = () => Promise.reject(new Error('This server does not serve it.'));
let people = 0;

async function join() {
  const email = `person-${(people += 1)}@example.com`;
  const { person, codes } = server.challenges.addPerson(email, PASSWORD);
  const nextAppCode = () => appCode(person, (clock.now += 30_000));
  const signIn = (browser: Browser) => browser.sendPage('/sign-in', { email, password: PASSWORD });
  return { email, codes, nextAppCode, signIn, browser: () => new Browser(server) };
}
type Joined = Awaited<ReturnType<typeof join>>;

function inBrowser(browser: Browser, { email, signIn }: Joined): ContractBrowser {
  return {
    backend: createRestBackend({ baseUrl: `${server.origin}/api/auth/mfa`, fetch: browser.fetch }),
    passFirstFactor: async () => void (await signIn(browser)),
    signIn: notServed,
    signedIn: async () => server.challenges.personOf(browser.cookies.get('session'))?.email === email,
    loseNext: (at) => browser.loseNext(at),
    authenticator: { available: () => false } as never,
  };
}

async function makeWorld(): Promise<ContractWorld> {
  const person = await join();
  const codes = [...person.codes];
  return {
    ...inBrowser(person.browser(), person),
    otherBrowser: () => inBrowser(person.browser(), person),
    appCode: () => Promise.resolve(person.nextAppCode()),
    appCodeOf: notServed,
    backupCode: () => Promise.resolve(codes.pop()!),
    sentCode: notServed,
    password: PASSWORD,
    freezeToken: notServed,
    close: () => Promise.resolve(),
  };
}

describe('the server of the guide keeps the contract', () => {
  for (const { facet, cases } of contract(SERVED)) {
    describe(facet, () => {
      for (const { name, run } of cases) test(name, async () => run(await makeWorld()));
    });
  }
});

describe('the server of the guide', () => {
  test('answers as the contract’s schemas say', async () => {
    const person = await join();
    const browser = person.browser();
    await person.signIn(browser);
    expect((await browser.load()).status).toBe(200);
    expect((await browser.attempt('backup-code', 'AAAA-AAAA-AAAA')).body.code).toBe('wrong-code');
    expect((await browser.settle('an-attempt-that-never-came')).body).toEqual({ state: 'pending', spent: false });
    expect((await browser.attempt('totp', person.nextAppCode())).status).toBe(200);
    expect((await browser.load()).body.status).toBe('signed-in');
    expect((await browser.cancel()).status).toBe(204);
  });

  test('refuses an attempt that was called not spent and comes late', async () => {
    const person = await join();
    const browser = person.browser();
    await person.signIn(browser);
    await browser.settle('an-attempt-that-comes-late');
    const late = await browser.attempt('backup-code', person.codes[0]!, 'an-attempt-that-comes-late');
    expect(late.body.code).toBe('superseded');
    expect((await browser.attempt('backup-code', person.codes[0]!)).status).toBe(200);
  });

  test('locks one kind of code after ten wrong ones, and opens it again', async () => {
    const person = await join();
    const browser = person.browser();
    await person.signIn(browser);
    for (let count = 0; count < 10; count += 1) await browser.attempt('totp', '000000');
    const locked = await browser.attempt('totp', person.nextAppCode());
    expect([locked.status, locked.body.blocks]).toEqual([429, ['totp']]);
    clock.now += 15 * 60_000;
    await person.signIn(browser);
    expect((await browser.attempt('totp', person.nextAppCode())).status).toBe(200);
  });

  test('takes an app code once', async () => {
    const person = await join();
    const code = person.nextAppCode();
    const [first, second] = [person.browser(), person.browser()];
    await person.signIn(first);
    await person.signIn(second);
    expect((await first.attempt('totp', code)).status).toBe(200);
    expect((await second.attempt('totp', code)).body.code).toBe('wrong-code');
  });

  test('gives a session whose answer was lost again for two minutes, and no longer', async () => {
    const person = await join();
    const browser = person.browser();
    await person.signIn(browser);
    const before = browser.copy();
    await browser.attempt('totp', person.nextAppCode(), 'an-attempt-that-is-lost');
    const settled = await before.settle('an-attempt-that-is-lost');
    expect([settled.body.state, settled.setCookies.length]).toEqual(['signed-in', 1]);
    clock.now += 121_000;
    const late = await before.copy().settle('an-attempt-that-is-lost');
    expect([late.body, late.setCookies]).toEqual([{ state: 'over', spent: true }, []]);
  });

  test.each([
    ['nothing', 'null'],
    ['a code that is no text', { attempt: 'an-attempt-of-no-sense-1', proof: { kind: 'totp', code: 123456 } }],
    ['a proof that is none', { attempt: 'an-attempt-of-no-sense-2', proof: null }],
    ['no JSON', '{'],
  ])('answers a body that holds %s as a bad request', async (_, body) => {
    const person = await join();
    const browser = person.browser();
    await person.signIn(browser);
    const answer = await browser.send('POST', '/api/auth/mfa/challenge/attempts', body);
    expect([answer.status, answer.body.code]).toEqual([400, 'bad-request']);
  });

  test('says that the password was wrong, and leaves who is in as they are', async () => {
    const person = await join();
    const browser = person.browser();
    await person.signIn(browser);
    await browser.attempt('totp', person.nextAppCode());
    const wrong = await browser.sendPage('/sign-in', { email: person.email, password: 'not hers' });
    expect(wrong.headers.get('location')).toBe('/?wrong');
    expect((await browser.send('GET', '/?wrong')).body).toContain('role="alert"');
    expect((await browser.send('GET', '/')).body).not.toContain('role="alert"');
    expect((await browser.send('GET', '/account')).body).toContain(person.email);
  });

  test.each([
    ['a request without X-MFA', { 'x-mfa': null }, 403],
    ['a request of another site', { origin: 'https://evil.example' }, 403],
    ['a request of a page without an origin', { origin: 'null' }, 403],
    ['a body that is no JSON', { 'content-type': 'text/plain' }, 415],
  ])('refuses %s, and spends nothing', async (_, headers, status) => {
    const person = await join();
    const browser = person.browser();
    await person.signIn(browser);
    const body = { attempt: 'an-attempt-from-elsewhere', proof: { kind: 'backup-code', code: person.codes[0] } };
    const path = '/api/auth/mfa/challenge/attempts';
    expect((await browser.send('POST', path, body, headers)).status).toBe(status);
    expect((await browser.attempt('backup-code', person.codes[0]!)).body.codesLeft).toBe(9);
  });

  test.each(['/step-up', '/factors'])('says of %s that it is not served', async (path) => {
    const answer = await new Browser(server).send('GET', `/api/auth/mfa${path}`);
    expect([answer.status, answer.body.reason]).toEqual([501, 'not-offered']);
  });

  test('lets a person without script in by the plain form, and says in words what was wrong', async () => {
    const person = await join();
    const browser = person.browser();
    await person.signIn(browser);
    const wrong = await browser.sendForm({ totp: '', 'backup-code': 'AAAA-AAAA-AAAA' });
    expect(wrong.headers.get('location')).toBe('/challenge?mfa=wrong-code');
    expect((await browser.send('GET', '/challenge?mfa=wrong-code')).body).toContain('That code didn&#39;t work.');
    const right = await browser.sendForm({ totp: '', 'backup-code': person.codes[0]! });
    expect(right.headers.get('location')).toBe('/account');
    expect((await browser.send('GET', '/account')).body).toContain(person.email);
  });

  test('takes no form of another site', async () => {
    const person = await join();
    const browser = person.browser();
    await person.signIn(browser);
    await browser.sendForm({ 'backup-code': person.codes[0]! }, { origin: 'https://evil.example' });
    expect(browser.cookies.has('session')).toBe(false);
    expect((await browser.sendForm({ 'backup-code': person.codes[0]! })).headers.get('location')).toBe('/account');
  });

  test('lets nobody in by the first factor alone', async () => {
    const person = await join();
    const browser = person.browser();
    await person.signIn(browser);
    expect((await browser.send('GET', '/account')).status).toBe(404);
  });
});
