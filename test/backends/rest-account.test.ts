import { afterEach, describe, expect, it } from 'vitest';
import { createRestBackend, type RestOptions } from '../../src/backends/rest.js';
import type { StepUpNeed } from '../../src/core/factor.js';
import { MfaError, type MfaProblem } from '../../src/core/errors.js';
import { DEFAULT_POLICY } from '../../src/core/policy.js';
import type { Call } from '../../src/ports/backend.js';
import { OPERATIONS, operationOf } from '../server/support/openapi.js';
import { FACTOR, REST_CALLS, STEP_UP, type RestCall, type Whole } from '../support/rest-calls.js';
import { json, problem, scriptedServer, type Reply } from '../support/scripted-server.js';

const call: Call = { signal: new AbortController().signal };
const T = 1_700_000_000_000;

const noContent: Reply = (_, response) => void response.writeHead(204).end();
const hangUp: Reply = (_, response) => void response.destroy();
const html =
  (status: number): Reply =>
  (_, response) =>
    void response.writeHead(status, { 'content-type': 'text/html' }).end('<h1>Hello</h1>');

let close: (() => Promise<void>) | undefined;
afterEach(() => close?.());

async function server(replies: Reply[], options: Partial<RestOptions> = {}) {
  const { seen, baseUrl, close: end } = await scriptedServer(...replies);
  close = end;
  return { seen, backend: createRestBackend({ baseUrl, ...options }) as Whole };
}

/** The problem that a call rejects with; anything else is told as text, which equals none. */
const failure = (work: Promise<unknown>): Promise<MfaProblem | string> =>
  work.then(
    () => 'no failure',
    (error: unknown) => (error instanceof MfaError ? error.problem : `no MfaError: ${String(error)}`),
  );

const all = Object.entries(REST_CALLS).map(([operation, made]) => ({ operation, ...made }));
const reads = all.filter(({ body }) => body === undefined);
const writes = all.filter(({ body, operation }) => body !== undefined && operation !== 'settle');

const reply = ({ answer }: RestCall, change = {}): Reply =>
  answer === undefined ? noContent : json({ ...(answer as object), ...change });

type Json = Record<string, unknown>;
/** Every place of an answer, such as `factors.0.name`; what a browser reads is not looked into. */
const places = (value: unknown, at: readonly string[] = []): string[][] =>
  typeof value === 'object' && value !== null && at.at(-1) !== 'options'
    ? Object.entries(value).flatMap(([key, inner]) => [[...at, key], ...places(inner, [...at, key])])
    : [];

function changed(answer: unknown, place: readonly string[], change: (holder: Json, key: string) => void): unknown {
  const copy = structuredClone(answer);
  const holder = place.slice(0, -1).reduce<unknown>((found, key) => (found as Json)[key], copy);
  change(holder as Json, place.at(-1)!);
  return copy;
}

describe('the REST adapter asks', () => {
  it('every operation of the contract', () => {
    expect(Object.keys(REST_CALLS).sort()).toEqual(OPERATIONS.map(([, , operationId]) => operationId).sort());
  });

  it.each(all)('$operation as the contract says', async (made) => {
    const { seen, backend } = await server([reply(made)]);
    await made.make(backend, call);
    const { method, url, headers, body } = seen[0]!;
    expect(operationOf(method, url.replace(/^\/mfa|\?.*/g, ''))?.operationId).toBe(made.operation);
    expect([url, headers['x-mfa']]).toEqual([`/mfa${made.path}`, '1']);
    expect(headers['content-type']).toBe(made.body === undefined ? undefined : 'application/json');
    const sent: unknown = body === '' ? undefined : JSON.parse(body);
    const { attempt: fresh } = made.operation === 'proveStepUp' ? (sent as Json) : {};
    expect(sent).toEqual(fresh === undefined ? made.body : { ...(made.body as object), attempt: fresh });
  });

  it('for a step-up with a fresh attempt each time', async () => {
    const { seen, backend } = await server([noContent]);
    await backend.stepUp.prove({ kind: 'totp', code: '123456' }, call);
    await backend.stepUp.prove({ kind: 'totp', code: '123456' }, call);
    const attempts = seen.map(({ body }) => (JSON.parse(body) as { attempt: string }).attempt);
    expect(attempts.every((id) => /^[A-Za-z0-9_-]{16,64}$/.test(id))).toBe(true);
    expect(new Set(attempts).size).toBe(2);
  });

  it('for what makes a session privileged where it asks whether it is', async () => {
    const { seen, backend } = await server([json(STEP_UP)]);
    expect(await backend.stepUp.need(call)).toEqual(STEP_UP.need);
    expect(seen.map(({ method, url }) => `${method} ${url}`)).toEqual(['GET /mfa/step-up']);
  });
});

describe('the REST adapter gives', () => {
  it.each(all)('what $operation answers, without members that it does not know', async (made) => {
    const { backend } = await server([reply(made, { unheardOf: { of: 1 } })]);
    const expected = made.operation === 'policy' ? { ...DEFAULT_POLICY, lowAt: 5 } : (made.gives ?? made.answer);
    expect(await made.make(backend, call)).toEqual(expected);
  });

  it.each(all.filter(({ answer, operation }) => answer !== undefined && operation !== 'policy'))(
    'nothing where a member of what $operation answers is wrong or missing',
    async ({ make, answer, optional }) => {
      const broken = places(answer).flatMap((place) => {
        const wrong = changed(answer, place, (holder, key) => (holder[key] = -1));
        const missing = changed(answer, place, (holder, key) => delete holder[key]);
        const mayMiss = optional?.includes(place.join('.')) || /^\d+$/.test(place.at(-1)!);
        return [wrong, ...(mayMiss ? [] : [missing])];
      });
      const { seen, backend } = await server(broken.map((one) => json(one)));
      const passed: unknown[] = [];
      for (const one of broken) {
        const found = await failure(make(backend, call));
        if (typeof found === 'string' || found.code !== 'bad-response') passed.push([one, found]);
      }
      expect([passed, seen.length]).toEqual([[], broken.length]);
    },
  );

  it.each<[string, unknown, keyof typeof REST_CALLS]>([
    ['a list with a factor of a later contract', { factors: [FACTOR, { ...FACTOR, kind: 'dream' }] }, 'listFactors'],
    ['a factor without an id', { factors: [{ ...FACTOR, id: '' }] }, 'listFactors'],
    ['a set without codes', { ...(REST_CALLS.issueBackupCodes.answer as Json), codes: [] }, 'issueBackupCodes'],
    ['an empty code', { ...(REST_CALLS.issueBackupCodes.answer as Json), codes: [''] }, 'issueBackupCodes'],
    ['another address for the app', { id: 't', uri: 'javascript:alert(1)', key: 'MFRGG' }, 'startTotp'],
    ['a key that no app takes', { id: 't', uri: 'otpauth://totp/x', key: 'not base32' }, 'startTotp'],
    ['a body where there is to be none', {}, 'renameFactor'],
  ])('not %s', async (_, answer, operation) => {
    const { backend } = await server([json(answer)]);
    expect(await failure(REST_CALLS[operation].make(backend, call))).toEqual({ code: 'bad-response' });
  });

  it.each<[unknown, unknown]>([
    [T, T],
    [null, null],
    ['unknown', 'unknown'],
  ])('a session that is privileged until %j as that', async (privilegedUntil, expected) => {
    const { backend } = await server([json({ ...STEP_UP, privilegedUntil })]);
    expect(await backend.stepUp.privilegedUntil(call)).toBe(expected);
  });

  it('no open request to the help desk as null', async () => {
    const { backend } = await server([json({ case: null })]);
    expect(await backend.assistance.current(call)).toBe(null);
  });

  it('a registered passkey that the server does not describe', async () => {
    const { backend } = await server([json({ todo: [], notified: 'unknown', factor: 'unknown' })]);
    const { factor } = (await REST_CALLS.registerPasskey.make(backend, call)) as { factor: unknown };
    expect(factor).toBe('unknown');
  });
});

describe('the REST adapter says in our words', () => {
  const late = { kind: 'telepathy' };
  const federated = { kind: 'federated', id: 'x', label: 'X', url: '/x' };

  it.each<[string, Json, StepUpNeed]>([
    ['in place', { how: 'in-place', ways: [{ kind: 'totp' }] }, { how: 'in-place', ways: [{ kind: 'totp' }] }],
    [
      'by ways of which it knows one',
      { how: 'in-place', ways: [late, federated, { kind: 'password' }] },
      { how: 'in-place', ways: [{ kind: 'password' }] },
    ],
    ['elsewhere', { how: 'redirect', url: '/again?to=/codes' }, { how: 'redirect', url: '/again?to=/codes' }],
    ['by a sign-in', { how: 'sign-in-again' }, { how: 'sign-in-again' }],
  ])('that a fresh proof is needed, %s', async (_, need, expected) => {
    const { backend } = await server([problem({ code: 'step-up-required', need }, 401)]);
    expect(await failure(backend.backupCodes.issue(call))).toEqual({ code: 'step-up-required', need: expected });
  });

  it.each<[string, unknown]>([
    ['missing', undefined],
    ['of a later contract', { how: 'by-heart' }],
    ['of another adapter', { how: 'with-call', ways: ['password'] }],
    ['without its ways', { how: 'in-place' }],
    ['without its address', { how: 'redirect' }],
  ])('that it cannot read what proof is needed: %s', async (_, need) => {
    const { backend } = await server([problem({ code: 'step-up-required', need }, 401)]);
    expect(await failure(backend.backupCodes.issue(call))).toEqual({ code: 'bad-response' });
  });

  it('that a challenge asks for no step-up', async () => {
    const { backend } = await server([problem({ code: 'step-up-required', need: { how: 'sign-in-again' } }, 401)]);
    expect(await failure(backend.challenge.cancel(call))).toEqual({ code: 'bad-response' });
  });

  it.each<[MfaProblem, number]>([
    [{ code: 'passkey-exists' }, 409],
    [{ code: 'invalid-name' }, 422],
    [{ code: 'other-account' }, 409],
    [{ code: 'not-allowed', reason: 'last-factor' }, 403],
    [{ code: 'superseded' }, 409],
    [{ code: 'server', reference: 'r-1' }, 500],
  ])('%j', async (expected, status) => {
    const { backend } = await server([problem({ ...expected }, status)]);
    expect(await failure(REST_CALLS.registerPasskey.make(backend, call))).toEqual(expected);
  });

  it.each(reads)('that $operation is not served, without asking again', async ({ make }) => {
    const { seen, backend } = await server([problem({ code: 'not-allowed', reason: 'not-offered' }, 501)]);
    expect(await failure(make(backend, call))).toEqual({ code: 'not-allowed', reason: 'not-offered' });
    expect(seen).toHaveLength(1);
  });
});

describe.each<[string, Reply, MfaProblem]>([
  ['a cut connection', hangUp, { code: 'outcome-unknown' }],
  ['a page instead of an answer', html(200), { code: 'bad-response' }],
  ['a gateway’s error', html(502), { code: 'server' }],
  ['another shape', json([]), { code: 'bad-response' }],
])('on %s', (_, fault, expected) => {
  it.each(writes)('$operation was sent once and fails closed', async ({ make }) => {
    const { seen, backend } = await server([fault]);
    expect([await failure(make(backend, call)), seen.length]).toEqual([expected, 1]);
  });
});

it.each(reads)('$operation is asked again after a cut connection', async (made) => {
  const { seen, backend } = await server([hangUp, reply(made)]);
  await made.make(backend, call);
  expect(seen).toHaveLength(2);
});

describe('the REST adapter offers', () => {
  const baseUrl = '/mfa';

  it('every facet, with what the contract says of it', () => {
    const { challenge, factors, backupCodes, totp, passkeys, ...rest } = createRestBackend({ baseUrl });
    expect(Object.keys(rest).sort()).toEqual(['activity', 'assistance', 'id', 'policy', 'sessions', 'stepUp']);
    expect(challenge).toBeDefined();
    expect(factors?.complete).toBe(true);
    expect([backupCodes?.issuing, backupCodes?.count, totp?.replacing]).toEqual(['staged', 'exact', 'atomic']);
    expect(passkeys?.kinds).toEqual([
      { kind: 'passkey', opens: 'second-step', naming: 'optional' },
      { kind: 'security-key', opens: 'second-step', naming: 'optional' },
    ]);
  });

  it('no codes to be shown again: the server keeps hashes', () => {
    expect('reveal' in createRestBackend({ baseUrl }).backupCodes!).toBe(false);
  });

  it('the facets that the server serves, and no other', () => {
    const backend = createRestBackend({ baseUrl, facets: ['challenge', 'activity'] });
    expect(Object.keys(backend).sort()).toEqual(['activity', 'challenge', 'id', 'policy']);
  });

  it('the kinds of passkey that the page names', () => {
    const passkeyKinds = [{ kind: 'security-key', opens: 'second-step', naming: 'none' }] as const;
    expect(createRestBackend({ baseUrl, passkeyKinds }).passkeys?.kinds).toEqual(passkeyKinds);
  });
});
