import { describe, expect, test } from 'vitest';
import type { SimulatedServer } from '../../src/testing/index.js';
import { attempt, byApp, lost, post } from './support/client.js';
import { beginApp, inside, setUpApp, verifyApp } from './support/person.js';

const MINUTE = 60_000;

describe('an app', () => {
  test('is given its key in an address and to type', async () => {
    const { json } = await beginApp(inside(), true);
    expect(new URL(json.uri).searchParams.get('secret')).toBe(json.key);
  });

  test('is not in force until it has shown a right code', async () => {
    const server = inside({ totp: false });
    const { json } = await beginApp(server);
    expect((await verifyApp(server, json.id, server.wrongCode('totp'))).problem.code).toBe('wrong-code');
    expect(server.account.factors).toEqual([]);
    expect((await verifyApp(server, json.id, server.appCode(json.key))).status).toBe(200);
    expect(server.account.appKey).toBe(json.key);
  });

  test('has its key told by the account while it is being set up', async () => {
    const server = inside({ totp: false });
    const before = server.account.newAppKey;
    const { json } = await beginApp(server);
    const meanwhile = server.account.newAppKey;
    await verifyApp(server, json.id, server.appCode(json.key));
    expect([before, meanwhile, server.account.newAppKey]).toEqual([null, json.key, null]);
  });

  test('takes the place of the old one in one act', async () => {
    const server = inside({ totp: { name: 'Old phone' } });
    const old = server.account.appKey!;
    expect((await setUpApp(server, true)).json).toEqual({ todo: [], notified: ['a•••@example.com'] });
    expect(server.account.factors.map(({ name }) => name)).toEqual(['Old phone']);
    server.passFirstFactor();
    expect((await attempt(server, byApp(server.appCode(old)))).problem.code).toBe('wrong-code');
    expect((await attempt(server, byApp(server.appCode()))).status).toBe(200);
  });

  test('that replaces a lost one leaves the other sessions to be ended', async () => {
    const server = inside();
    expect((await setUpApp(server, true, true)).json.todo).toEqual(['end-other-sessions']);
  });

  test('leads on to backup codes where there are none', async () => {
    const server = inside({ totp: false, backupCodes: false });
    expect((await setUpApp(server)).json.todo).toEqual(['new-codes']);
  });

  test('is verified again after a lost answer', async () => {
    const server = inside();
    const { json } = await beginApp(server, true);
    const code = server.appCode(json.key);
    server.faults.next('verifyTotp', { kind: 'lost', committed: true });
    await lost(verifyApp(server, json.id, code));
    expect((await verifyApp(server, json.id, code)).status).toBe(200);
    expect(server.account.factors).toHaveLength(1);
  });

  test.each<[string, (server: SimulatedServer, id: string) => unknown]>([
    ['a newer one was begun', (server) => beginApp(server, true)],
    ['it was abandoned', (server, id) => post(server, `/totp/setups/${id}/abandon`)],
    ['it is half an hour old', (server) => server.clock.advance(30 * MINUTE)],
  ])('is superseded when %s', async (_, meanwhile) => {
    const server = inside();
    const { json } = await beginApp(server, true);
    await meanwhile(server, json.id);
    expect((await verifyApp(server, json.id, server.appCode(json.key))).problem.code).toBe('superseded');
  });

  test('beside another one is refused: it has to take its place', async () => {
    expect((await beginApp(inside())).problem).toMatchObject({ code: 'not-allowed', reason: 'policy' });
  });

  test('that is in force is not abandoned', async () => {
    const server = inside();
    const { json } = await beginApp(server, true);
    await verifyApp(server, json.id, server.appCode(json.key));
    await post(server, `/totp/setups/${json.id}/abandon`);
    expect(server.account.appKey).toBe(json.key);
  });
});
