import { describe, expect, test } from 'vitest';
import { createRestBackend } from '../../src/backends/rest/create.js';
import { problemOf } from '../../src/core/errors.js';
import type { SimulatedServer } from '../../src/testing/index.js';
import { attempt, byApp, byCode, lost, newAttempt, settle } from './support/client.js';
import { challenged, entry } from './support/person.js';

const MINUTE = 60_000;

describe('a lost answer', () => {
  /** Signs in by a backup code whose answer is lost. */
  async function signInLost(server: SimulatedServer): Promise<string> {
    const id = newAttempt();
    server.faults.next('attempt', { kind: 'lost', committed: true });
    await lost(attempt(server, byCode(server.backupCode()), id));
    return id;
  }

  test('does not sign the browser in, although the server has made the session', async () => {
    const server = challenged();
    await signInLost(server);
    expect([server.signedIn, server.account.sessions.length, server.account.codesLeft]).toEqual([false, 1, 9]);
  });

  test.each(['settle', 'load'] as const)('gives the session again by %s, more than once', async (by) => {
    const server = challenged();
    const id = await signInLost(server);
    server.faults.next('*', { kind: 'lost', committed: true });
    const again = async () => (by === 'settle' ? (await settle(server, id)).json.state : (await entry(server)).status);
    await lost(again());
    expect(server.signedIn).toBe(false);
    expect([await again(), server.signedIn, server.account.sessions.length]).toEqual(['signed-in', true, 1]);
  });

  test('gives the session no more after two minutes', async () => {
    const server = challenged();
    const id = await signInLost(server);
    server.clock.advance(2 * MINUTE + 1);
    expect((await settle(server, id)).json).toEqual({ state: 'over', spent: true });
    expect(server.signedIn).toBe(false);
  });

  test('that had not arrived is void: should it come later, it is refused', async () => {
    const server = challenged();
    const [id, proof] = [newAttempt(), byCode(server.backupCode())];
    expect((await settle(server, id)).json).toEqual({ state: 'pending', spent: false });
    expect((await attempt(server, proof, id)).problem.code).toBe('superseded');
    expect(server.account.codesLeft).toBe(10);
  });

  test.each([
    ['wrong', 'unknown'],
    ['used', true],
  ])('with a %s code is settled as spent: %s', async (which, spent) => {
    const server = challenged();
    const used = server.backupCode();
    await attempt(server, byCode(used));
    server.passFirstFactor();
    const id = newAttempt();
    await attempt(server, byCode(which === 'used' ? used : server.wrongCode('backup-code')), id);
    expect((await settle(server, id)).json).toEqual({ state: 'pending', spent });
  });

  test('that did arrive is settled by the session itself', async () => {
    const server = challenged();
    const id = newAttempt();
    await attempt(server, byApp(server.appCode()), id);
    expect((await settle(server, id)).json).toMatchObject({ state: 'signed-in', verified: { by: 'totp' } });
  });

  test('is settled for nobody else', async () => {
    const server = challenged();
    const id = await signInLost(server);
    expect((await settle(server.browser(), id)).json).toEqual({ state: 'over', spent: 'unknown' });
  });

  test('reads as outcome-unknown to the adapter, and settles', async () => {
    const server = challenged();
    const { challenge } = createRestBackend({ baseUrl: server.baseUrl, fetch: server.fetch });
    const [id, call] = [newAttempt(), { signal: new AbortController().signal }];
    server.faults.next('attempt', { kind: 'lost', committed: true });
    const proof = { kind: 'backup-code', code: server.backupCode() } as const;
    const thrown: unknown = await challenge!.verify(proof, { attempt: id }, call).catch((error: unknown) => error);
    expect(problemOf(thrown).code).toBe('outcome-unknown');
    expect((await challenge!.settle(id, call)).state).toBe('signed-in');
    expect(server.signedIn).toBe(true);
  });
});
