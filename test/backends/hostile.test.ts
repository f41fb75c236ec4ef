import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createBetterAuthBackend } from '../../src/backends/better-auth.js';
import { createRestBackend } from '../../src/backends/rest.js';
import { MfaError } from '../../src/core/errors.js';
import type { Call, MfaBackend } from '../../src/ports/backend.js';
import { BETTER_AUTH_ANSWERS, betterAuthFetch } from '../support/better-auth-answers.js';
import { CHALLENGE } from '../support/challenge.js';
import {
  deep,
  HOSTILE,
  IN_OBJECTS,
  isPolluted,
  placesIn,
  POLLUTING,
  TYPES,
  withValue,
  type Place,
} from '../support/hostile.js';
import { attempt, page } from '../support/kratos/page.js';
import { answer as replay, hasOthers, other, RECORDED } from '../support/kratos/payloads.js';
import { REST_CALLS, type Whole } from '../support/rest-calls.js';

/** What a server says that is broken, of another version, or somebody's. Nothing of it may take the page down. */

const BASE = 'https://app.example/mfa';
const call: Call = { signal: new AbortController().signal };
const full = process.env['VERIFY'] === 'full';
/** All of them in the long run, and some of each sort otherwise. */
const some = <T>(all: readonly T[], step: number): readonly T[] =>
  full ? all : all.filter((_, at) => at % step === 0);
const TYPED = some(Object.entries(TYPES), 4);
const TEXTS = some(Object.entries(HOSTILE), 13);
const LARGE = full ? 5_000_000 : 500_000;

/** `read`, the problem that it was told as, or the fault that came out of the adapter. */
async function outcomeOf(work: Promise<unknown>): Promise<string> {
  try {
    const value = await work;
    return unsafeIn(value) ?? 'read';
  } catch (error) {
    if (error instanceof MfaError) return unsafeIn(error.problem) ?? error.problem.code;
    return `FAULT ${String(error)}`;
  }
}

/** What would take a screen down later: an instant that is no date, or a number that is none. */
function unsafeIn(value: unknown): string | undefined {
  for (const [place, one] of placesIn(value)) {
    const name = String(place.at(-1));
    if (typeof one !== 'number' || place.includes('options')) continue;
    const isInstant = /^(?!lowAt).*At$|^(at|made|madeOn|added|lastUsed|confirmBy|deadline|privilegedUntil)$/.test(name);
    if (Number.isNaN(one) || (isInstant && Number.isNaN(new Date(one).getTime())))
      return `FAULT ${place.join('.')} is ${String(one)}`;
  }
  return undefined;
}

const isFault = (outcome: string): boolean => outcome.startsWith('FAULT');

/** Each value of a body in turn is of each type, or missing. */
function* spoiled(body: unknown): Generator<readonly [string, unknown]> {
  for (const [place] of placesIn(body)) {
    for (const [type, value] of TYPED) yield [`${nameOf(place)} is ${type}`, withValue(body, place, value)];
    if (place.length > 0) yield [`${nameOf(place)} is missing`, withValue(body, place, undefined)];
  }
}
const nameOf = (place: Place): string => place.join('.') || 'the body';

/** Strings, each in turn hostile. */
function* poisoned(body: unknown): Generator<readonly [string, unknown]> {
  for (const [place, value] of placesIn(body)) {
    if (typeof value !== 'string') continue;
    for (const [what, text] of TEXTS) yield [`${nameOf(place)} is ${what}`, withValue(body, place, text)];
  }
}

const json = (text: string, status = 200, type = 'application/json', headers = {}): Response =>
  new Response(text, { status, headers: { 'content-type': type, ...headers } });

const rest = (answer: () => Response): Whole =>
  createRestBackend({ baseUrl: BASE, fetch: () => Promise.resolve(answer()) }) as Whole;

// A reading is asked again after a pause.
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout'] }));
afterEach(() => {
  vi.useRealTimers();
  expect(isPolluted()).toBe(false);
});
async function hastened<T>(work: Promise<T>): Promise<T> {
  let isOver = false;
  void work.then(
    () => (isOver = true),
    () => (isOver = true),
  );
  for (let turns = 0; turns < 100 && !isOver; turns += 1) await vi.advanceTimersByTimeAsync(500);
  return work;
}

const withoutOptions = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'options' in value ? { ...value, options: null } : value;

const ANSWERED = Object.entries(REST_CALLS).filter(([, { answer }]) => answer !== undefined);

describe.each(ANSWERED)('the contract’s answer to %s', (name, { make, answer }) => {
  const ask = (body: string, type?: string): Promise<string> =>
    outcomeOf(
      make(
        rest(() => json(body, 200, type)),
        call,
      ),
    );
  const plain = (): Promise<unknown> =>
    make(
      rest(() => json(JSON.stringify(answer))),
      call,
    );

  it('is read or refused, whatever type its values have', async () => {
    const faults = [];
    for (const [what, body] of spoiled(answer)) {
      const outcome = await ask(JSON.stringify(body) ?? '');
      if (isFault(outcome)) faults.push(`${what}: ${outcome}`);
    }
    expect(faults).toEqual([]);
  });

  it('is read or refused, whatever its texts say', async () => {
    const faults = [];
    for (const [what, body] of poisoned(answer)) {
      const outcome = await ask(JSON.stringify(body));
      if (isFault(outcome)) faults.push(`${what}: ${outcome}`);
    }
    expect(faults).toEqual([]);
  });

  it('is read as ever with members of a later contract, such as would change every object among them', async () => {
    const told = JSON.stringify(answer).replaceAll('{', `{${POLLUTING},"later":[1],`).replaceAll(',}', '}');
    const read = await make(
      rest(() => json(told)),
      call,
    );
    // The options of a ceremony are the browser's to read, whole.
    expect(withoutOptions(read)).toEqual(withoutOptions(await plain()));
  });

  it('is read as ever behind a mark of its encoding, and by the last of two members of one name', async () => {
    const twice = JSON.stringify(answer).replaceAll(/"(\w+)":/g, '"$1":"the first","$1":');
    for (const told of [`\ufeff${JSON.stringify(answer)}`, twice])
      expect(
        await make(
          rest(() => json(told)),
          call,
        ),
      ).toEqual(await plain());
  });

  it('is read as ever with megabytes, or ten thousand levels, of what we do not know', async () => {
    const text = JSON.stringify(answer);
    for (const more of [`"${'x'.repeat(LARGE)}"`, deep(10_000), deep(10_000, IN_OBJECTS)])
      expect(
        await make(
          rest(() => json(text.replace('{', `{"later":${more},`))),
          call,
        ),
      ).toEqual(await plain());
  });

  it.each([
    ['megabytes of text', `"${'x'.repeat(LARGE)}"`],
    ['lists in lists', deep(10_000)],
    ['objects in objects', deep(10_000, IN_OBJECTS)],
    ['lists that never end', '['.repeat(10_000)],
  ])('is refused in place of it: %s', async (_name, body) => {
    expect(await hastened(ask(body))).toMatch(
      // A policy that can't be read hides nothing.
      name === 'policy' ? /^(read|bad-response)$/ : /^(bad-response|outcome-unknown|unreachable)$/,
    );
  });

  it.each(['text/html', 'text/plain; application/json', 'image/svg+xml', 'application/jsonp', ''])(
    'is refused as "%s"',
    async (type) => {
      expect(await hastened(ask(JSON.stringify(answer), type))).toBe('bad-response');
    },
  );
});

describe('an answer that is refused', () => {
  it('would be seen to come out as a fault of the adapter', async () => {
    const work = Promise.reject(new TypeError("Cannot read properties of undefined (reading 'kind')"));
    expect(isFault(await outcomeOf(work))).toBe(true);
    expect(isFault(await outcomeOf(Promise.resolve({ retryAt: 9e15 })))).toBe(true);
    expect(isFault(await outcomeOf(Promise.resolve({ retryAt: 8e15 })))).toBe(false);
  });
});

/** Values that a screen compares with those it knows. */
const UNKNOWN = ['telepathy', '__proto__', 'constructor', 'toString', 'hasOwnProperty', '', 'TOTP', 'totp '];

describe('what a later contract may add', () => {
  const load = (body: unknown): Promise<unknown> => rest(() => json(JSON.stringify(body))).challenge.load(null, call);
  const withOffers = (...offers: unknown[]): unknown => ({ status: 'challenge', challenge: { ...CHALLENGE, offers } });

  it.each(UNKNOWN)('a way called "%s" is left out, and keeps nobody from the others', async (kind) => {
    expect(await load(withOffers({ kind }, ...CHALLENGE.offers))).toEqual({
      status: 'challenge',
      challenge: CHALLENGE,
    });
  });

  it.each(UNKNOWN)('a notice called "%s" is left out', async (kind) => {
    const challenge = { ...CHALLENGE, notices: [{ kind, at: 1 }] };
    expect(await load({ status: 'challenge', challenge })).toEqual({ status: 'challenge', challenge: CHALLENGE });
  });

  it.each(UNKNOWN)('a problem called "%s" is told as one that we do not know', async (code) => {
    const problem = json(JSON.stringify({ code, status: 422 }), 422, 'application/problem+json');
    const work = rest(() => problem.clone()).challenge.verify({ kind: 'totp', code: '123456' }, { attempt }, call);
    expect(await outcomeOf(work)).toBe('bad-response');
  });

  it.each(UNKNOWN)('a rule called "%s" changes no rule that we know', async (name) => {
    const plain = await rest(() => json('{}')).policy(call);
    expect(await rest(() => json(`{"${name}":true}`)).policy(call)).toEqual(plain);
  });

  it('its problems may hold anything', async () => {
    const faults = [];
    for (const code of [
      'wrong-code',
      'too-many-attempts',
      'challenge-over',
      'not-allowed',
      'server',
      'step-up-required',
    ]) {
      const whole = {
        code,
        triesLeft: 1,
        blocks: ['totp'],
        retryAt: 1,
        restart: 'here',
        reason: 'policy',
        reference: 'r',
        need: { how: 'redirect', url: '/' },
      };
      for (const [what, body] of [...spoiled(whole), ...poisoned(whole)]) {
        const backend = rest(() => json(JSON.stringify(body), 422, 'application/problem+json'));
        for (const work of [
          backend.challenge.verify({ kind: 'totp', code: '123456' }, { attempt }, call),
          backend.backupCodes.issue(call),
        ]) {
          const outcome = await outcomeOf(work);
          if (isFault(outcome) || outcome === 'read') faults.push(`${code}, ${what}: ${outcome}`);
        }
      }
    }
    expect(faults).toEqual([]);
  });

  it.each([
    '9'.repeat(400),
    '9'.repeat(17),
    '-1',
    '1e9',
    '0x10',
    'Infinity',
    '__proto__',
    'Sat, 31 Dec 275760 23:59:59 GMT',
    '',
  ])('a Retry-After of "%s" is a time, or none', async (wait) => {
    const busy = (): Response =>
      json('{"code":"too-many-attempts","blocks":"all"}', 429, 'application/json', { 'retry-after': wait });
    const work = rest(busy).challenge.verify({ kind: 'totp', code: '123456' }, { attempt }, call);
    expect(await outcomeOf(work)).toBe('too-many-attempts');
  });
});

/** Every method that an adapter has, asked in a way that it takes. */
const METHODS: Readonly<Record<string, (backend: Whole, own: Call) => Promise<unknown> | undefined>> = {
  load: ({ challenge }, own) => challenge.load(null, own),
  send: ({ challenge }, own) => challenge.send('otp', own),
  'verify an app code': ({ challenge }, own) => challenge.verify({ kind: 'totp', code: '123456' }, { attempt }, own),
  'verify a sent code': ({ challenge }, own) =>
    challenge.verify({ kind: 'delivered-code', id: 'otp', code: '123456' }, { attempt }, own),
  'verify a backup code': ({ challenge }, own) =>
    challenge.verify({ kind: 'backup-code', code: 'aBcDe-fGhIj' }, { attempt }, own),
  settle: ({ challenge }, own) => challenge.settle(attempt, own),
  cancel: ({ challenge }, own) => challenge.cancel(own),
  'ask for a proof': ({ stepUp }, own) => stepUp.need(own),
  'ask how fresh': ({ stepUp }, own) => stepUp.privilegedUntil(own),
  'list factors': ({ factors }, own) => factors.list(own),
  'rename one': ({ factors }, own) => factors.rename('p1', 'Blue', own),
  'remove one': ({ factors }, own) => factors.remove('p1', own),
  'count codes': ({ backupCodes }, own) => backupCodes.status(own),
  'make codes': ({ backupCodes }, own) => backupCodes.issue(own),
  'begin an app': ({ totp }, own) => totp.start({ replace: true, lost: false }, own),
  'finish an app': ({ totp }, own) => totp.verify('pending', '123456', own),
  'begin a passkey': ({ passkeys }, own) => passkeys.prepare('passkey', own),
  'finish a passkey': ({ passkeys }, own) =>
    passkeys.register('passkey', { id: 'AQ' } as RegistrationResponseJSON, 'Blue', own),
  'end sessions': ({ sessions }, own) => sessions.endOthers(own),
};
const withPassword: Call = { ...call, stepUp: { password: 'open sesame' } };

/** A backend that answers for the methods which it does not have. */
const withAll = (backend: MfaBackend): Whole =>
  new Proxy(backend as Whole, {
    get: (whole, facet: keyof Whole) =>
      new Proxy((whole[facet] ?? {}) as object, {
        get: (port, method) => (Reflect.get(port, method) as unknown) ?? (() => Promise.resolve('no such method')),
      }),
  });

const outcomeIn = (make: () => MfaBackend, method: string): Promise<string> =>
  hastened(outcomeOf((async () => METHODS[method]?.(withAll(make()), withPassword))()));

/** The faults of a backend's methods, whichever it has. */
async function faultsOf(make: () => MfaBackend, what: string, methods = Object.keys(METHODS)): Promise<string[]> {
  const faults = [];
  for (const method of methods) {
    const outcome = await outcomeIn(make, method);
    if (isFault(outcome)) faults.push(`${method}, ${what}: ${outcome}`);
  }
  return faults;
}

const WHOLE_BODIES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(TYPES).map(([name, value]) => [name, JSON.stringify(value)])),
  ...{
    'megabytes of text': `"${'x'.repeat(LARGE)}"`,
    'lists in lists': deep(10_000),
    'objects in objects': deep(10_000, IN_OBJECTS),
  },
  'what would change every object': `{${POLLUTING}}`,
};

describe('what a stock Better Auth answers', () => {
  const made = (fetching: typeof fetch) => (): MfaBackend =>
    createBetterAuthBackend({ baseUrl: BASE, plugins: ['two-factor', 'passkey'], otp: 'email', fetch: fetching });

  it.each(Object.keys(WHOLE_BODIES))('is read or refused, with any status: %s', async (name) => {
    const faults = [];
    for (const status of full ? [200, 400, 401, 403, 409, 429] : [200, 400])
      faults.push(
        ...(await faultsOf(
          made(() => Promise.resolve(json(WHOLE_BODIES[name] ?? '', status))),
          String(status),
        )),
      );
    expect(faults).toEqual([]);
  });

  it.each(UNKNOWN)('is no meaning of ours where its code is "%s"', async (code) => {
    const work = made(() => Promise.resolve(json(JSON.stringify({ code }), 400)))().challenge!.settle(attempt, call);
    expect(await outcomeOf(work)).toBe('bad-response');
  });

  it.each(Object.keys(BETTER_AUTH_ANSWERS))('is read or refused, whatever stands in it: %s', async (path) => {
    const asking: string[] = [];
    for (const method of Object.keys(METHODS)) {
      const note = (plain: unknown, asked: string): unknown => {
        if (asked === path) asking.push(method);
        return plain;
      };
      await outcomeIn(made(betterAuthFetch(BASE, note)), method);
    }
    expect(asking).not.toEqual([]);
    const faults: string[] = [];
    for (const [what, body] of [
      ...spoiled(BETTER_AUTH_ANSWERS[path]),
      ...(full ? poisoned(BETTER_AUTH_ANSWERS[path]) : []),
    ])
      faults.push(
        ...(await faultsOf(made(betterAuthFetch(BASE, (plain, asked) => (asked === path ? body : plain))), what, [
          ...new Set(asking),
        ])),
      );
    expect(faults).toEqual([]);
  });
});

const OTHERS = [
  'e01-login-aal2-all-methods',
  'e04-login-aal2-code-sent',
  'e05-settings-lookup-regenerated',
  'e07-settings-totp-setup',
  'e09-settings-webauthn-missing-name-error',
  'k11-session-aal2',
];

describe('what Kratos answers', () => {
  const ROUTES = [
    'GET /self-service/login/browser',
    'GET /self-service/settings/browser',
    'POST /self-service/login',
    'POST /self-service/settings',
    'GET /sessions/whoami',
  ];

  /** The faults where every route answers so. */
  const faultsWith = (answer: () => Response, what: string): Promise<string[]> =>
    faultsOf(() => {
      const made = page();
      made.kratos.signIn();
      for (const route of ROUTES) for (let times = 0; times < 4; times += 1) made.kratos.fail(answer, route);
      return made.backend;
    }, what);

  it.each(Object.keys(WHOLE_BODIES))('is read or refused, with any status: %s', async (name) => {
    const faults = [];
    for (const status of full ? [200, 400, 403, 410, 422, 429] : [200, 422])
      faults.push(...(await faultsWith(() => json(WHOLE_BODIES[name] ?? '', status), String(status))));
    expect(faults).toEqual([]);
  });

  /** One text or value of each kind that a recorded answer holds, not each of its hundred nodes. */
  function* oneOfEach(body: unknown): Generator<readonly [string, unknown]> {
    const seen = new Set<string>();
    for (const [place] of placesIn(body)) {
      const kind = place.filter((step) => typeof step === 'string').join('.');
      if (seen.has(kind)) continue;
      seen.add(kind);
      const types = Object.entries(TYPES).filter((_, at) => (at + seen.size) % 6 === 0);
      for (const [type, value] of types) yield [`${nameOf(place)} is ${type}`, withValue(body, place, value)];
    }
  }

  const recorded = [...RECORDED].map(([name, { status, body }]) => ({ name, status, body }));
  const others = (hasOthers ? OTHERS : []).map((file) => ({ name: file, status: 200, body: other(file) }));

  it.each(some([...recorded, ...others], 40))(
    'is read or refused, whatever stands in it: $name',
    async ({ status, body }) => {
      const faults: string[] = [];
      for (const [what, told] of oneOfEach(body))
        faults.push(...(await faultsWith(() => replay({ status, body: told }), what)));
      expect(faults).toEqual([]);
    },
    120_000,
  );
});
