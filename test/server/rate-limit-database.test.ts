import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { MINUTE, startHarness, type Harness } from './support/harness';
import { otherApp } from './support/other-app';
import { findPostgres } from './support/postgres';
import { together } from './support/together';

describe.each(['PGlite', 'PostgreSQL'])('the limits of an address, on %s', (engine) => {
  let postgres: Awaited<ReturnType<typeof findPostgres>> | undefined;
  let t: Harness;
  beforeAll(async () => {
    postgres = engine === 'PostgreSQL' ? await findPostgres() : undefined;
    t = await startHarness({ databaseUrl: postgres?.url ?? '' });
  });
  beforeEach(({ skip }) => skip(engine === 'PostgreSQL' && !postgres?.url, 'there is no PostgreSQL'));
  afterAll(async () => {
    await t.close();
    postgres?.stop();
  });

  /** The plugin as another process has it: nothing that an app counts is kept outside of that app. */
  function process(options: Parameters<typeof otherApp>[1] = {}) {
    const customRules = { '/sign-in/*': { window: 60, max: 20 }, '/**': { window: 60, max: 100_000 } };
    return otherApp(t, { ...options, rateLimit: { customRules, ...options.rateLimit } }, { limits: { attempt: 20 } });
  }

  const from = (address: string) => ({ 'x-client-address': address });
  const count = (statuses: readonly number[]) => ({
    let: statuses.filter((status) => status !== 429).length,
    refused: statuses.filter((status) => status === 429).length,
  });
  const body = { attempt: 'a'.repeat(16), proof: { kind: 'totp', code: '000000' } };

  const prove = async (app: Awaited<ReturnType<typeof process>>, address: string) =>
    (await app.browser().send('POST', '/api/auth/mfa/challenge/attempts', body, from(address))).status;
  const signIn = async (app: Awaited<ReturnType<typeof process>>, address: string) => {
    const person = { email: 'nobody@example.com', password: 'a wrong password' };
    return (await app.browser().send('POST', '/api/auth/sign-in/email', person, from(address))).status;
  };

  test.each([
    ['proofs', prove, '192.0.2.1'],
    ['passwords', signIn, '192.0.2.2'],
  ] as const)('are exact for %s sent to two processes at once', async (_, send, address) => {
    const processes = [await process(), await process()];
    const statuses = await together(50, (index) => send(processes[index % 2]!, address));
    expect(count(statuses)).toEqual({ let: 20, refused: 30 });
  });

  test('are exact where a new minute begins, too', async () => {
    const processes = [await process(), await process()];
    await prove(processes[0]!, '192.0.2.3');
    t.clock.now += MINUTE;
    const statuses = await together(50, (index) => prove(processes[index % 2]!, '192.0.2.3'));
    expect(count(statuses)).toEqual({ let: 20, refused: 30 });
  });

  test('are counted for each process alone where the app says so', async () => {
    const rateLimit = { storage: 'memory' } as const;
    const processes = [await process({ rateLimit }), await process({ rateLimit })];
    const statuses = await together(50, (index) => prove(processes[index % 2]!, '192.0.2.4'));
    expect(count(statuses)).toEqual({ let: 40, refused: 10 });
  });

  test('cost the database nothing once an address is refused', async () => {
    const app = await process();
    await together(21, () => prove(app, '192.0.2.5'));
    const counted = async () => (await t.sql<{ n: number }>('select sum(count)::int as n from "mfaRateLimit"'))[0]!.n;
    const before = await counted();
    expect(await prove(app, '192.0.2.5')).toBe(429);
    expect(await counted()).toBe(before);
    await prove(app, '192.0.2.6');
    expect(await counted()).toBe(before + 1);
  });

  test('leave no address in the database, and nothing at all once their minute is over', async () => {
    const app = await process();
    await prove(app, '192.0.2.7');
    const rows = await t.sql<{ key: string }>('select key from "mfaRateLimit"');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ key }) => !/^[\da-f]{64}$/.test(key))).toEqual([]);
    t.clock.now += MINUTE;
    await prove(app, '192.0.2.8');
    await expect.poll(() => t.sql('select key from "mfaRateLimit"')).toHaveLength(1);
  });

  test('go on in memory where the table can’t be asked, and say so once', async () => {
    const log = vi.fn();
    const app = await process({ logger: { disabled: false, level: 'error', log } });
    const { adapter } = await app.auth.$context;
    vi.spyOn(adapter, 'incrementOne').mockRejectedValue(
      Object.assign(new Error('no answer'), { code: 'ECONNREFUSED' }),
    );
    const statuses = await together(30, () => prove(app, '192.0.2.9'));
    expect(count(statuses)).toEqual({ let: 20, refused: 10 });
    const said = log.mock.calls.flat().filter((words) => String(words).includes('counted by this process alone'));
    expect(said).toHaveLength(1);
  });

  test('let nobody by where the table is not what it should be', async () => {
    const app = await process();
    const { adapter } = await app.auth.$context;
    expect(await prove(app, '192.0.2.11')).toBeLessThan(500);
    vi.spyOn(adapter, 'incrementOne').mockRejectedValue(new Error('no such table'));
    // Better Auth leaves it to the server around it to answer that with a 500.
    await expect(prove(app, '192.0.2.11')).rejects.toThrow('no such table');
  });

  test('ask nothing of the database for what anybody may ask under any address', async () => {
    const app = await process();
    const rows = async () => (await t.sql('select id from "mfaRateLimit"')).length;
    const ask = (method: string, path: string, body?: object) =>
      app.browser().send(method, `/api/auth/${path}`, body, from('192.0.2.10'));
    const before = await rows();
    for (const path of ['get-session', 'no-such-page-1', 'callback/nobody-1', 'reset-password/token-1'])
      await ask('GET', path);
    expect(await rows()).toBe(before);
    await ask('POST', 'sign-in/email', { email: 'nobody@example.com', password: 'none of theirs' });
    expect(await rows()).toBe(before + 1);
  });
});
