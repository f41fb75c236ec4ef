import { describe, expect, test } from 'vitest';
import type { SimulatedServer } from '../../src/testing/index.js';
import { attempt, newAttempt, post, start } from './support/client.js';
import { challenged, offers } from './support/person.js';

const MINUTE = 60_000;

describe('a delivered code', () => {
  const EMAIL = { delivered: [{ channel: 'email', to: 'a•••@example.com' }] } as const;
  const send = (server: SimulatedServer) => post(server, '/challenge/deliveries', { offer: 'delivered-1' });
  const use = (server: SimulatedServer, code: string) =>
    attempt(server, { kind: 'delivered-code', id: 'delivered-1', code });

  test('is in the outbox, signs in, and is told of in the offer', async () => {
    const server = challenged(EMAIL);
    const { json } = await send(server);
    expect(json).toEqual({ sentAt: server.clock.now(), resendAt: server.clock.now() + 30_000 });
    expect(await offers(server)).toContainEqual(expect.objectContaining({ kind: 'delivered-code', sent: json }));
    expect(server.account.outbox).toMatchObject([{ kind: 'code', channel: 'email', code: server.sentCode() }]);
    expect((await use(server, server.sentCode())).json.by).toBe('delivered-code');
  });

  test('is not sent twice within the waiting time: a request that the browser sent again gets the same answer', async () => {
    const server = challenged(EMAIL);
    server.faults.next('sendCode', { kind: 'resent' });
    await send(server);
    expect(server.account.outbox).toHaveLength(1);
  });

  test('is void once a newer one is sent', async () => {
    const server = challenged(EMAIL);
    await send(server);
    const old = server.sentCode();
    server.clock.advance(30_000);
    await send(server);
    expect((await use(server, old)).problem.code).toBe('wrong-code');
    expect((await use(server, server.sentCode())).status).toBe(200);
  });

  test('marks the destination that was used last, of several', async () => {
    const server = challenged({
      delivered: [
        { channel: 'email', to: 'a•••@example.com' },
        { channel: 'sms', to: '••• 42' },
      ],
    });
    await post(server, '/challenge/deliveries', { offer: 'delivered-2' });
    await attempt(server, { kind: 'delivered-code', id: 'delivered-2', code: server.sentCode() });
    server.passFirstFactor();
    expect((await offers(server)).filter(({ lastUsed }) => lastUsed)).toMatchObject([{ id: 'delivered-2' }]);
  });

  test('is not sent while codes are locked', async () => {
    const server = start({ account: EMAIL, limits: { tries: 1 } });
    server.passFirstFactor();
    await send(server);
    await use(server, server.wrongCode('delivered-code'));
    expect((await send(server)).problem).toMatchObject({ code: 'too-many-attempts', blocks: ['delivered-code'] });
  });

  test('works once', async () => {
    const server = challenged(EMAIL);
    server.signIn({ privileged: false });
    await post(server, '/step-up/deliveries', { offer: 'delivered-1' });
    const proof = { kind: 'delivered-code', id: 'delivered-1', code: server.sentCode() };
    const prove = () => post(server, '/step-up/proofs', { attempt: newAttempt(), proof });
    expect((await prove()).status).toBe(204);
    expect((await prove()).problem.code).toBe('delivered-code-expired');
  });

  test('is too old after ten minutes', async () => {
    const server = challenged(EMAIL);
    await send(server);
    server.clock.advance(10 * MINUTE);
    expect((await use(server, server.sentCode())).problem.code).toBe('delivered-code-expired');
  });

  test('is sent five times an hour at most', async () => {
    const server = challenged(EMAIL);
    for (let time = 0; time < 5; time += 1) {
      await send(server);
      server.clock.advance(30_000);
    }
    expect((await send(server)).problem).toMatchObject({ code: 'too-many-attempts', blocks: ['delivered-code'] });
  });

  test('that was sent for another browser’s challenge opens nothing', async () => {
    const server = challenged(EMAIL);
    await send(server);
    const other = server.browser();
    other.passFirstFactor();
    const proof = { kind: 'delivered-code', id: 'delivered-1', code: server.sentCode() };
    expect((await attempt(other, proof)).problem.code).toBe('delivered-code-expired');
  });

  test('goes nowhere but to the account’s destinations', async () => {
    expect((await send(challenged())).problem).toMatchObject({ code: 'not-allowed', reason: 'not-offered' });
  });
});
