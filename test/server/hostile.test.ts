import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { deep, HOSTILE, IN_OBJECTS, isPolluted, placesIn, POLLUTING, TYPES, withValue } from '../support/hostile';
import { startDesk, type Desk } from './support/desk';
import { attemptId, MINUTE, type Answer, type Browser } from './support/harness';
import { bodyOf, nameOf, ROUTES_OF_OURS, type Route } from './support/rights';

/** What a stranger's client may send, on every route, with every right that is needed to be listened to. */

const full = process.env['VERIFY'] === 'full';
const FORM = '/mfa/challenge/form';
/** What takes the right away that the next request needs. */
const ENDING = ['/mfa/sessions/end-others', '/mfa/challenge/cancel', '/mfa/backup-codes/remove'];

let d: Desk;
let challenged: Browser;
let signedIn: Browser;
let agent: Browser;
beforeAll(async () => {
  const many = 1_000_000;
  d = await startDesk({
    deliver: { email: () => Promise.resolve() },
    linked: { providers: [], returnUrl: '/account' },
    limits: { load: many, attempt: many, other: many },
  });
  challenged = await d.t.challenged(await d.t.addPerson());
  agent = (await d.agent()).browser;
  signedIn = await d.t.signedIn(await d.t.addPerson());
});
afterAll(() => d.t.close());
afterEach(() => {
  expect(isPolluted()).toBe(false);
});

const callerOf = ({ path }: Route): Browser =>
  (/^\/mfa\/(challenge|assistance)/.test(path) ? challenged : path.startsWith('/desk') ? agent : signedIn).copy();

/** Ids that are nobody's, or what a test puts in their place. */
const urlOf = ({ path }: Route, id = 'x'.repeat(22)): string =>
  `/api/auth${path.replace(':number', id === 'x'.repeat(22) ? '000-000000' : id).replaceAll(/:\w+/g, id)}`;

const ask = (route: Route, body?: unknown, id?: string): Promise<Answer> =>
  callerOf(route).send(route.method, urlOf(route, id), body);

/** Every member of what a route takes that it looks at: the proofs of each kind, too. */
function bodiesOf({ path }: Route): readonly object[] {
  const body = bodyOf(path);
  if (!('proof' in body) || path.startsWith('/desk')) return [body];
  const proofs = [
    { kind: 'totp', code: '000000' },
    { kind: 'delivered-code', id: 'nobody', code: '000000' },
    {
      kind: 'passkey',
      ceremony: 'x'.repeat(22),
      credential: { id: 'AQ', rawId: 'AQ', type: 'public-key', response: {} },
    },
  ];
  return [body, ...proofs.map((proof) => ({ ...body, attempt: attemptId(), proof, trustDevice: true }))];
}

/** Types and texts that are tried in every run; the others in the long one. */
const OFTEN = ['a list', 'an object', 'a NUL and controls'];
const VALUES = Object.entries({ ...TYPES, ...HOSTILE }).filter(([name]) => full || OFTEN.includes(name));
const some = <T>(all: readonly T[], step: number): readonly T[] =>
  full ? all : all.filter((_, at) => at % step === 0);

const WRITES = ROUTES_OF_OURS.filter(({ method, path }) => method === 'POST' && path !== FORM);

const named = (routes: readonly Route[]): readonly (readonly [string, Route])[] =>
  some(routes, 5).map((route) => [nameOf(route), route]);

/** What an answer should not have been, or nothing. */
function faultOf(what: string, { status, body }: Answer): string[] {
  const code = (body as { code?: unknown } | null)?.code;
  // What a server was not set up for is 501.
  if (status >= 500 && status !== 501) return [`${what}: ${String(status)} ${String(code)}`];
  return status >= 400 && typeof code !== 'string' ? [`${what}: ${String(status)} without a code`] : [];
}

describe('every route', () => {
  test('is tried', () => {
    expect(WRITES.length).toBeGreaterThan(30);
  });

  test('would be seen to fall over', () => {
    const answer = { status: 500, body: { code: 'server' } } as Answer;
    expect(faultOf('a NUL', answer)).toEqual(['a NUL: 500 server']);
  });

  test.each(named(WRITES.filter(({ path }) => !ENDING.includes(path))))(
    '%s refuses what is mistyped, and never falls over',
    async (_, route) => {
      const faults: string[] = [];
      for (const whole of full ? bodiesOf(route) : bodiesOf(route).slice(0, 1)) {
        for (const [place] of placesIn(whole)) {
          for (const [name, value] of VALUES) {
            const body = withValue(whole, place, value);
            // What is sent as a body of JSON is an object or a list; other texts are not JSON to Better Auth.
            const answer = await ask(route, JSON.stringify(body));
            faults.push(...faultOf(`${place.join('.')} is ${name}`, answer));
          }
        }
      }
      expect(faults).toEqual([]);
    },
    full ? 600_000 : 120_000,
  );

  test.each(named(WRITES))('%s refuses a body that is none, and one that is too deep', async (_, route) => {
    const bodies = [
      '',
      '{',
      '[]',
      'null',
      '"text"',
      '1',
      '{"a":1}}',
      `{${POLLUTING}}`,
      deep(10_000),
      deep(10_000, IN_OBJECTS),
    ];
    const faults: string[] = [];
    for (const body of some(bodies, 3)) faults.push(...faultOf(body.slice(0, 20), await ask(route, body)));
    expect(faults).toEqual([]);
  });

  test.each(named(ROUTES_OF_OURS.filter(({ path }) => path.includes(':'))))(
    '%s knows nobody by an id that is none',
    async (_, route) => {
      const ids = [
        '%00',
        'a%00b',
        '..%2f..',
        '__proto__',
        'constructor',
        '%ff',
        '%ed%a0%80',
        '%F0%9F%98%80',
        'x'.repeat(4000),
        "'%3b--",
        '%25',
        '*',
        ':id',
      ];
      const faults: string[] = [];
      for (const id of some(ids, 3)) {
        const answer = await ask(route, route.method === 'GET' ? undefined : bodyOf(route.path), id);
        faults.push(...faultOf(id.slice(0, 20), answer));
        if (answer.status < 300) faults.push(`${id}: ${String(answer.status)}`);
      }
      expect(faults).toEqual([]);
    },
  );

  test('takes no more than the demo’s server lets through, and says so', async () => {
    const large = JSON.stringify({ ...bodyOf('/mfa/challenge/attempts'), more: 'x'.repeat(5_000_000) });
    const answer = await challenged
      .copy()
      .send('POST', '/api/auth/mfa/challenge/attempts', large)
      .catch(() => null);
    // A server may hang up on what is still being sent.
    expect(answer?.status ?? 413).toBe(413);
  });
});

describe('a query', () => {
  test.each([
    '?handle=%00',
    '?handle=__proto__',
    '?handle[]=a&handle[]=b',
    '?handle=a&handle=b',
    `?handle=${'x'.repeat(4000)}`,
    '?%ff',
    '?__proto__[polluted]=yes',
  ])('of the first request is refused or ignored: %s', async (query) => {
    expect(faultOf(query, await challenged.copy().send('GET', `/api/auth/mfa/challenge${query}`))).toEqual([]);
  });
});

describe('a form', () => {
  test.each(some(Object.entries(HOSTILE), 9))('leads back to the challenge with: %s', async (_, text) => {
    const answer = await challenged.copy().sendForm({
      code: text,
      'backup-code': text,
      attempt: text,
      redirect: 'https://evil.example/',
      next: '//evil.example',
    });
    const to = new URL(answer.headers.get('location') ?? '', d.t.server.origin);
    expect([answer.status, to.origin, to.href.includes('evil')]).toEqual([303, d.t.server.origin, false]);
  });
});

describe('what the server was told of itself', () => {
  test.each(some(Object.entries(HOSTILE), 20))('a name of a browser is no way in: %s', async (_, text) => {
    d.t.clock.now += MINUTE;
    // What no header can hold never arrives.
    const agentName = text.replaceAll(/[^\x20-\x7e]/g, '?').slice(0, 4000);
    const person = await d.t.addPerson();
    const browser = await d.t.challenged(person);
    const body = { attempt: attemptId(), proof: { kind: 'totp', code: person.appCode((d.t.clock.now += 30_000)) } };
    const answer = await browser.send('POST', '/api/auth/mfa/challenge/attempts', body, { 'user-agent': agentName });
    expect(answer.status).toBe(200);
    const shown = await browser.send('GET', '/api/auth/mfa/activity');
    expect(JSON.stringify(shown.body)).not.toContain('<');
  });
});

describe('the reason of an agent', () => {
  test.each(some(Object.entries(HOSTILE), 9))('is kept as it was written, or refused: %s', async (_, text) => {
    const { person, number } = await d.inNeed();
    const { browser } = await d.onDuty();
    const reason = `Called back. ${text.slice(0, 200)}`;
    const answer = await d.act(browser, 'refuse', number, person, { reason });
    expect(faultOf(reason, answer)).toEqual([]);
    const log = await browser.send('GET', '/api/auth/desk/audit');
    expect(log.status).toBe(200);
  });
});
