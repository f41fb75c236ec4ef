import { afterEach, describe, expect, it, vi } from 'vitest';
import { createRestBackend } from '../../src/backends/rest.js';
import { MfaError, type MfaProblem } from '../../src/core/errors.js';
import type { Call, ChallengePort } from '../../src/ports/backend.js';
import { backendFactory } from '../../src/ports/registry.js';
import { CHALLENGE, IN_BY_CODE } from '../support/challenge.js';
import { json, problem, scriptedServer, type Reply } from '../support/scripted-server.js';

const call: Call = { signal: new AbortController().signal };
const proof = { kind: 'backup-code', code: 'CK7Q-M9XA-4TPB' } as const;
const attempt = 'attempt-0123456789';

const html: Reply = (_, response) => {
  response.writeHead(200, { 'content-type': 'text/html' });
  response.end('<h1>Welcome to the airport</h1>');
};
const hangUp: Reply = (_, response) => {
  response.destroy();
};
const halfABody: Reply = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
  response.write('{"by":');
  setImmediate(() => response.destroy());
};
const silence: Reply = () => undefined;

let close: (() => Promise<void>) | undefined;
afterEach(async () => {
  vi.restoreAllMocks();
  await close?.();
});

async function server(...replies: Reply[]) {
  const { seen, baseUrl, close: end } = await scriptedServer(...replies);
  close = end;
  const { challenge, policy } = createRestBackend({ baseUrl });
  return { seen, port: challenge as ChallengePort, policy };
}

async function problemOf(work: Promise<unknown>): Promise<MfaProblem> {
  const thrown: unknown = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(thrown).toBeInstanceOf(MfaError);
  return (thrown as MfaError).problem;
}

describe('the REST adapter', () => {
  it('is known by its name once its module is imported', () => {
    expect(backendFactory('rest')?.({}).id).toBe('rest');
  });

  it('reads a challenge, and passes the handle back', async () => {
    const { port, seen } = await server(json({ status: 'challenge', challenge: CHALLENGE }));
    expect(await port.load('challenge 1', call)).toEqual({ status: 'challenge', challenge: CHALLENGE });
    expect(seen[0]).toMatchObject({ method: 'GET', url: '/mfa/challenge?handle=challenge%201' });
  });

  it('carries the guard header on a read', async () => {
    const { port, seen } = await server(json({ status: 'sign-in-first' }));
    await port.load(null, call);
    expect(seen[0]?.headers['x-mfa']).toBe('1');
  });

  it('sends a proof once, as JSON, under its attempt', async () => {
    const { port, seen } = await server(json(IN_BY_CODE));
    expect(await port.verify(proof, { attempt }, call)).toEqual(IN_BY_CODE);
    expect(
      seen.map(({ method, url, headers, body }) => [method, url, headers['content-type'], JSON.parse(body)]),
    ).toEqual([['POST', '/mfa/challenge/attempts', 'application/json', { attempt, proof }]]);
  });

  it('leaves out a way that it does not know', async () => {
    const offers = [...CHALLENGE.offers, { kind: 'telepathy', strength: 11 }];
    const { port } = await server(json({ status: 'challenge', challenge: { ...CHALLENGE, offers } }));
    expect(await port.load(null, call)).toEqual({ status: 'challenge', challenge: CHALLENGE });
  });

  it.each<[string, Parameters<typeof problem>, MfaProblem]>([
    ['a wrong code', [{ code: 'wrong-code', triesLeft: 3 }, 422], { code: 'wrong-code', triesLeft: 3 }],
    ['a used code', [{ code: 'used-code' }, 422], { code: 'used-code' }],
    [
      'a lock',
      [{ code: 'too-many-attempts', blocks: ['totp'], retryAt: 1_700_000_000_000 }, 429],
      { code: 'too-many-attempts', blocks: ['totp'], retryAt: 1_700_000_000_000 },
    ],
    ['an end', [{ code: 'challenge-over', restart: 'here' }, 410], { code: 'challenge-over', restart: 'here' }],
    ['a policy', [{ code: 'not-allowed', reason: 'policy' }, 403], { code: 'not-allowed', reason: 'policy' }],
    ['a fault with its reference', [{ code: 'server', reference: 'r-1' }, 500], { code: 'server', reference: 'r-1' }],
    ['a code of a later contract', [{ code: 'moon-phase' }, 400], { code: 'bad-response' }],
    ['an end that does not say what next', [{ code: 'challenge-over' }, 410], { code: 'bad-response' }],
  ])('says %s in our words', async (_, [body, status], expected) => {
    const { port } = await server(problem(body, status));
    expect(await problemOf(port.verify(proof, { attempt }, call))).toEqual(expected);
  });

  const locked = { code: 'too-many-attempts', blocks: 'all' } as const;

  it.each([
    ['seconds', '120'],
    ['a date', 'Tue, 14 Nov 2023 22:15:20 GMT'],
  ])('reads Retry-After in %s, on the clock of the server, where the body has no time', async (_, value) => {
    const headers = { 'retry-after': value, date: 'Tue, 14 Nov 2023 22:13:20 GMT' };
    const { port } = await server(problem(locked, 429, headers));
    const found = await problemOf(port.verify(proof, { attempt }, call));
    expect(found).toEqual({ ...locked, retryAt: 1_700_000_120_000, waitFor: 120_000 });
  });

  it('reads Retry-After in seconds from now where the answer has no date', async () => {
    const reply: Reply = (request, response) => {
      response.sendDate = false;
      problem(locked, 429, { 'retry-after': '120' })(request, response);
    };
    const { port } = await server(reply);
    const found = await problemOf(port.verify(proof, { attempt }, call));
    const wait = found.code === 'too-many-attempts' && found.retryAt !== 'unknown' ? found.retryAt - Date.now() : 0;
    expect(wait).toBeGreaterThan(110_000);
    expect(wait).toBeLessThan(125_000);
  });

  it('claims no time by a Retry-After that is neither', async () => {
    const { port } = await server(problem(locked, 429, { 'retry-after': 'soon' }));
    const found = await problemOf(port.verify(proof, { attempt }, call));
    expect(found).toEqual({ ...locked, retryAt: 'unknown' });
  });

  it.each<[string, Reply, MfaProblem]>([
    ['a page instead of an answer', html, { code: 'bad-response' }],
    ['another shape', json({ by: 'backup-code' }), { code: 'bad-response' }],
    ['a count below zero', json({ ...IN_BY_CODE, codesLeft: -1 }), { code: 'bad-response' }],
    ['a list instead of an object', json([]), { code: 'bad-response' }],
    ['null', json(null), { code: 'bad-response' }],
    [
      'a gateway’s error',
      (_, r) => void r.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>'),
      { code: 'server' },
    ],
    [
      'a gateway’s limit',
      (_, r) => void r.writeHead(429, { 'content-type': 'text/plain' }).end('slow'),
      { code: 'too-many-attempts', blocks: 'all', retryAt: 'unknown' },
    ],
    ['a cut connection', hangUp, { code: 'outcome-unknown' }],
    ['half an answer', halfABody, { code: 'outcome-unknown' }],
  ])('sends a proof once and fails closed on %s', async (_, reply, expected) => {
    const { port, seen } = await server(reply);
    expect(await problemOf(port.verify(proof, { attempt }, call))).toEqual(expected);
    expect(seen).toHaveLength(1);
  });

  it('sends a proof once and fails closed on silence', async () => {
    const deadline = new AbortController();
    vi.spyOn(AbortSignal, 'timeout').mockReturnValue(deadline.signal);
    const { port, seen } = await server(() => deadline.abort());
    expect(await problemOf(port.verify(proof, { attempt }, call))).toEqual({ code: 'outcome-unknown' });
    expect(seen).toHaveLength(1);
  });

  it('keeps what was typed out of its errors', async () => {
    const { port } = await server(hangUp);
    const error: unknown = await port.verify(proof, { attempt }, call).catch((thrown: unknown) => thrown);
    expect(JSON.stringify([String(error), (error as MfaError).problem])).not.toContain('CK7Q');
    expect(JSON.stringify([String(error), (error as MfaError).problem])).toContain('outcome-unknown');
  });

  it('reads again twice when nothing readable comes', async () => {
    const { port, seen } = await server(hangUp, html, json({ status: 'sign-in-first' }));
    expect(await port.load(null, call)).toEqual({ status: 'sign-in-first' });
    expect(seen).toHaveLength(3);
  });

  it('gives up reading after the third try', async () => {
    const { port, seen } = await server(hangUp);
    expect(await problemOf(port.load(null, call))).toEqual({ code: 'unreachable' });
    expect(seen).toHaveLength(3);
  });

  it('does not read again what was refused', async () => {
    const { port, seen } = await server(problem({ code: 'signed-out' }, 401));
    expect(await problemOf(port.load(null, call))).toEqual({ code: 'signed-out' });
    expect(seen).toHaveLength(1);
  });

  it('sends nothing while the browser is offline', async () => {
    const { port, seen } = await server(json(IN_BY_CODE));
    vi.stubGlobal('navigator', { onLine: false });
    const found = await problemOf(port.verify(proof, { attempt }, call));
    vi.unstubAllGlobals();
    expect([found, seen.length]).toEqual([{ code: 'offline' }, 0]);
  });

  it('lets a caller stop waiting, which is no failure of the server', async () => {
    const { port } = await server(silence);
    const life = new AbortController();
    const waiting = port.verify(proof, { attempt }, { signal: life.signal });
    life.abort();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('settles an attempt', async () => {
    const { port, seen } = await server(json({ state: 'pending', spent: false }));
    expect(await port.settle(attempt, call)).toEqual({ state: 'pending', spent: false });
    expect(seen[0]?.url).toBe(`/mfa/challenge/attempts/${attempt}/settle`);
  });

  it('does not take another answer for the end of a challenge', async () => {
    const { port } = await server(json({ ok: true }));
    expect(await problemOf(port.cancel(call))).toEqual({ code: 'bad-response' });
  });

  it('ends a challenge', async () => {
    const { port, seen } = await server((_, response) => void response.writeHead(204).end());
    await port.cancel(call);
    expect(seen[0]).toMatchObject({ method: 'POST', url: '/mfa/challenge/cancel' });
  });

  it('takes the server’s policy over the strict default', async () => {
    const { policy } = await server(json({ lowAt: 5, unheardOf: 1 }));
    expect(await policy(call)).toMatchObject({ lowAt: 5, reveal: false });
  });
});
