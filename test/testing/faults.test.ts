import { afterAll, describe, expect, test } from 'vitest';
import { createRestBackend } from '../../src/backends/rest/create.js';
import { problemOf, type MfaProblem } from '../../src/core/errors.js';
import { FAULT_KINDS, type Fault, type SimulatedServer, type SimulatedServerOptions } from '../../src/testing/index.js';
import { attempt, byApp, byCode, get, newAttempt, post, settle, start } from './support/client.js';

const CALL = { signal: new AbortController().signal };
const HEADERS = { 'X-MFA': '1' };
const met = new Set<string>();

/** A server in a challenge whose next attempt meets the fault. */
function facing(fault: Fault, options: SimulatedServerOptions = {}): SimulatedServer {
  met.add(fault.kind);
  const server = start(options);
  server.passFirstFactor();
  server.faults.next('attempt', fault);
  return server;
}

/** What the adapter makes of an attempt by a backup code; undefined where it is accepted. */
async function problem(server: SimulatedServer, code = server.backupCode()): Promise<MfaProblem | undefined> {
  const { challenge } = createRestBackend({ baseUrl: server.baseUrl, fetch: server.fetch });
  const proof = { kind: 'backup-code', code } as const;
  return challenge!.verify(proof, { attempt: newAttempt() }, CALL).then(() => undefined, problemOf);
}

/** The answer to an attempt by a backup code, as it comes. */
const raw = (server: SimulatedServer): Promise<Response> =>
  server.fetch(`${server.baseUrl}/challenge/attempts`, {
    method: 'POST',
    headers: { ...HEADERS, 'Content-Type': 'application/json' },
    body: JSON.stringify({ attempt: newAttempt(), proof: byCode(server.backupCode()) }),
  });

const burned = (server: SimulatedServer): number => 10 - server.account.codesLeft;

describe('a request that gets lost', () => {
  test.each<[Fault, number]>([
    [{ kind: 'offline' }, 0],
    [{ kind: 'lost', committed: false }, 0],
    [{ kind: 'lost', committed: true }, 1],
  ])('by %o burns %i codes and signs nobody in', async (fault, codes) => {
    const server = facing(fault);
    expect(await problem(server)).toEqual({ code: 'outcome-unknown' });
    expect([burned(server), server.signedIn]).toEqual([codes, false]);
    expect(server.log).toMatchObject([
      { operationId: 'attempt', status: null, fault: fault.kind, committed: codes > 0 },
    ]);
  });

  test('may be sent again by the browser itself: one code burns, and the second answer signs in', async () => {
    const server = facing({ kind: 'resent' });
    expect(await problem(server)).toBe(undefined);
    expect([burned(server), server.signedIn, server.account.sessions.length]).toEqual([1, true, 1]);
    expect(server.log.map(({ status, fault, committed }) => [status, fault, committed])).toEqual([
      [null, 'resent', true],
      [200, null, true],
    ]);
  });
});

describe('a slow answer', () => {
  test('is held until it is let go; the server has committed by then', async () => {
    const server = facing({ kind: 'slow' });
    const waiting = problem(server);
    await expect.poll(() => server.faults.held).toBe(1);
    expect([burned(server), server.signedIn]).toEqual([1, false]);
    server.faults.release();
    expect(await waiting).toBe(undefined);
    expect([server.faults.held, server.signedIn]).toEqual([0, true]);
  });

  test('comes by the timer where a time is given', async () => {
    const timers: { done: () => void; ms: number }[] = [];
    const timer = (done: () => void, ms: number) => (timers.push({ done, ms }), () => undefined);
    const server = facing({ kind: 'slow', ms: 3000 }, { timer });
    const waiting = problem(server);
    await expect.poll(() => timers.length).toBe(1);
    expect(timers[0]!.ms).toBe(3000);
    timers[0]!.done();
    expect(await waiting).toBe(undefined);
  });

  test('to a page that has given up brings no session', async () => {
    const server = facing({ kind: 'slow' });
    const life = new AbortController();
    const gone = server.fetch(`${server.baseUrl}/challenge/attempts`, {
      method: 'POST',
      headers: { ...HEADERS, 'Content-Type': 'application/json' },
      body: JSON.stringify({ attempt: newAttempt(), proof: byCode(server.backupCode()) }),
      signal: life.signal,
    });
    await expect.poll(() => server.faults.held).toBe(1);
    life.abort(new Error('the screen is gone'));
    await expect(gone).rejects.toThrow('the screen is gone');
    server.faults.release();
    // Every promise on the way has its turn.
    await new Promise((resolve) => setTimeout(resolve));
    expect([burned(server), server.signedIn]).toEqual([1, false]);
  });

  test('may be a slow request: settled before it arrives, it is void', async () => {
    const server = facing({ kind: 'slow', committed: false });
    const id = newAttempt();
    const late = attempt(server, byCode(server.backupCode()), id);
    await expect.poll(() => server.faults.held).toBe(1);
    expect((await settle(server, id)).json).toEqual({ state: 'pending', spent: false });
    server.faults.release();
    expect((await late).problem.code).toBe('superseded');
    expect(burned(server)).toBe(0);
  });
});

describe('too many requests', () => {
  test.each<[Fault, string, string]>([
    [{ kind: 'busy', retryAfter: 90 }, '90', 'application/problem+json'],
    [{ kind: 'busy', retryAfter: 90, as: 'date' }, 'Fri, 15 Jan 2027 08:01:30 GMT', 'application/problem+json'],
    [{ kind: 'busy', from: 'gateway' }, '60', 'text/html; charset=utf-8'],
  ])('are told by %o', async (fault, retryAfter, type) => {
    const server = facing(fault);
    const response = await raw(server);
    expect([response.status, response.headers.get('retry-after'), response.headers.get('content-type')]).toEqual([
      429,
      retryAfter,
      type,
    ]);
    expect(burned(server)).toBe(0);
  });

  test('block every way until the date', async () => {
    const server = facing({ kind: 'busy', as: 'date', retryAfter: 90 });
    const retryAt = server.clock.now() + 90_000;
    expect(await problem(server)).toEqual({ code: 'too-many-attempts', blocks: 'all', retryAt });
  });
});

describe('a lock', () => {
  test('blocks one way, truly, until its time is over', async () => {
    const server = facing({ kind: 'lock', way: 'backup-code', minutes: 5 });
    const retryAt = server.clock.now() + 5 * 60_000;
    const locked = { code: 'too-many-attempts', blocks: ['backup-code'], retryAt, waitFor: 5 * 60_000 };
    expect(await problem(server)).toEqual(locked);
    expect(await problem(server)).toEqual(locked);
    server.clock.advance(5 * 60_000);
    expect(await problem(server)).toBe(undefined);
  });

  test('leaves the other ways open', async () => {
    const server = facing({ kind: 'lock', way: 'backup-code' });
    await problem(server);
    expect((await attempt(server, byApp(server.appCode()))).status).toBe(200);
  });
});

describe('a spoiled answer', () => {
  const SPOILED: [Fault, MfaProblem, boolean][] = [
    [{ kind: 'broken', as: 'problem', committed: true }, { code: 'server', reference: 'reference-1' }, false],
    [{ kind: 'broken', as: 'gateway', committed: true }, { code: 'server' }, false],
    [{ kind: 'portal', committed: true }, { code: 'bad-response' }, false],
    [{ kind: 'wrong-type', committed: true }, { code: 'bad-response' }, true],
    [{ kind: 'wrong-shape', committed: true }, { code: 'bad-response' }, true],
    [{ kind: 'truncated', committed: true }, { code: 'bad-response' }, true],
  ];

  test.each(SPOILED)('by %o reads as %o; signed in: %s', async (fault, expected, signedIn) => {
    const server = facing(fault);
    expect(await problem(server)).toEqual(expected);
    expect([burned(server), server.signedIn]).toEqual([1, signedIn]);
  });

  test.each(SPOILED)('by %o is as bad where nothing was committed', async (fault, expected) => {
    const server = facing({ ...fault, committed: false } as Fault);
    expect(await problem(server)).toEqual(expected);
    expect([burned(server), server.signedIn, server.log[0]!.committed]).toEqual([0, false, false]);
  });

  test('can have any status of a server’s', async () => {
    const response = await raw(facing({ kind: 'broken', as: 'gateway', committed: false, status: 503 }));
    expect(response.status).toBe(503);
  });

  test.each<Fault>([
    { kind: 'wrong-type', committed: true },
    { kind: 'truncated', committed: true },
  ])('can be that of an operation without a body: %o', async (fault) => {
    const server = start();
    server.passFirstFactor();
    server.faults.next('cancel', fault);
    const { challenge } = createRestBackend({ baseUrl: server.baseUrl, fetch: server.fetch });
    expect(await challenge!.cancel(CALL).then(() => undefined, problemOf)).toEqual({ code: 'bad-response' });
    expect(server.challenged).toBe(false);
  });
});

describe('an end', () => {
  test('of the challenge is true: here, loading opens it again', async () => {
    const server = facing({ kind: 'expired', restart: 'here' });
    const code = server.backupCode();
    expect(await problem(server, code)).toEqual({ code: 'challenge-over', restart: 'here' });
    expect(await problem(server, code)).toEqual({ code: 'challenge-over', restart: 'here' });
    await get(server, '/challenge');
    expect(await problem(server, code)).toBe(undefined);
  });

  test('of the first factor’s proof is true: it has to be given again', async () => {
    const server = facing({ kind: 'expired', restart: 'sign-in' });
    expect(await problem(server)).toEqual({ code: 'challenge-over', restart: 'sign-in' });
    expect((await get(server, '/challenge')).json).toEqual({ status: 'sign-in-first' });
  });

  test('of the session is true', async () => {
    met.add('signed-out');
    const server = start();
    server.signIn();
    server.faults.next('listFactors', { kind: 'signed-out' });
    expect((await get(server, '/factors')).problem.code).toBe('signed-out');
    expect((await get(server, '/factors')).problem.code).toBe('signed-out');
    expect([server.signedIn, server.account.sessions]).toEqual([false, []]);
  });
});

describe('any refusal', () => {
  test('of the contract can be had', async () => {
    met.add('refused');
    const server = start();
    server.signIn();
    server.faults.next('issueBackupCodes', { kind: 'refused', problem: { code: 'other-account' }, status: 409 });
    const told = await post(server, '/backup-codes/sets');
    expect([told.status, told.problem.code, server.account.codeSets.length]).toEqual([409, 'other-account', 1]);
  });
});

afterAll(() => {
  // Every fault of the menu was met above.
  expect([...met].sort()).toEqual([...FAULT_KINDS].sort());
});
