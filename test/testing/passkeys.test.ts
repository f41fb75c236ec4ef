import { describe, expect, test } from 'vitest';
import { createFakePlatform, type SimulatedServer } from '../../src/testing/index.js';
import { attempt, lost, post, start } from './support/client.js';
import { inside } from './support/person.js';
import { asserted, made } from './support/passkeys.js';

const MINUTE = 60_000;

describe('a passkey', () => {
  const prepare = async (server: SimulatedServer, kind = 'passkey') =>
    (await post(server, '/passkeys/ceremonies', { kind })).json;
  const register = (server: SimulatedServer, id: string, credential: object, name: string | null = null) =>
    post(server, `/passkeys/ceremonies/${id}/register`, { credential, name });

  test.each([
    ['passkey', null, 'This device', true],
    ['security-key', 'Blue key', 'Blue key', false],
  ])('is added as a %s under its name', async (kind, given, name, synced) => {
    const server = inside();
    const ceremony = await prepare(server, kind);
    const { json } = await register(server, ceremony.id, await made(ceremony), given);
    expect(json.factor).toMatchObject({ kind, name, synced, opens: 'second-step', canRename: true });
    expect(server.account.factors).toHaveLength(2);
  });

  test('is added once, also when its answer is lost', async () => {
    const server = inside();
    const ceremony = await prepare(server);
    const { id } = ceremony;
    const credential = await made(ceremony);
    server.faults.next('registerPasskey', { kind: 'lost', committed: true });
    await lost(register(server, id, credential));
    expect((await register(server, id, credential)).json.factor).toMatchObject({ id: 'passkey-1' });
    expect(server.account.factors).toHaveLength(2);
  });

  test('that the account has is refused, and its id is named beforehand', async () => {
    const server = inside({ passkeys: 1 });
    const ceremony = await prepare(server);
    const [held] = server.account.passkeys;
    expect(ceremony.options).toMatchObject({ excludeCredentials: [{ type: 'public-key', id: held!.id }] });
    const credential = { ...(await made(ceremony)), id: held!.id };
    expect((await register(server, ceremony.id, credential)).problem.code).toBe('passkey-exists');
  });

  test('made for another ceremony is refused', async () => {
    const server = inside();
    const [one, other] = [await prepare(server), await prepare(server)];
    const credential = await made(other);
    expect((await register(server, one.id, credential)).problem.code).toBe('passkey-refused');
  });

  test('comes too late after five minutes', async () => {
    const server = inside();
    const ceremony = await prepare(server);
    server.clock.advance(5 * MINUTE);
    expect((await register(server, ceremony.id, await made(ceremony))).problem.code).toBe('superseded');
  });

  test('with a bad name is refused and can be given another', async () => {
    const server = inside();
    const ceremony = await prepare(server);
    const { id } = ceremony;
    const credential = await made(ceremony);
    expect((await register(server, id, credential, '\u0000')).problem.code).toBe('invalid-name');
    expect((await register(server, id, credential, 'Mine')).status).toBe(200);
  });

  test('is good for one try in a challenge, and for this challenge alone', async () => {
    const server = start({ account: { passkeys: 1 } });
    const platform = createFakePlatform({ passkeys: server.account.passkeys });
    const other = server.browser();
    other.passFirstFactor();
    server.passFirstFactor();
    const proof = await asserted((await post(other, '/challenge/passkey')).json, platform);
    expect((await attempt(server, proof)).problem.code).toBe('passkey-refused');
    expect((await attempt(other, proof)).status).toBe(200);
    other.passFirstFactor();
    expect((await attempt(other, proof)).problem.code).toBe('passkey-refused');
  });

  test('answers its ceremony once, well or not', async () => {
    const server = start({ account: { passkeys: 1 } });
    const platform = createFakePlatform({ passkeys: server.account.passkeys });
    server.passFirstFactor();
    const proof = await asserted((await post(server, '/challenge/passkey')).json, platform);
    expect((await attempt(server, { ...proof, credential: {} })).problem.code).toBe('passkey-refused');
    expect((await attempt(server, proof)).problem.code).toBe('passkey-refused');
  });

  test('is never locked', async () => {
    const server = start({ account: { passkeys: 1 }, limits: { tries: 1 } });
    server.passFirstFactor();
    const wrong = { kind: 'passkey', ceremony: 'ceremony-9', credential: {} };
    await attempt(server, wrong);
    expect((await attempt(server, wrong)).problem.code).toBe('passkey-refused');
  });

  test('is asked for only where the account has one', async () => {
    const server = start();
    server.passFirstFactor();
    expect((await post(server, '/challenge/passkey')).problem).toMatchObject({
      code: 'not-allowed',
      reason: 'not-offered',
    });
  });
});
