import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { manyAgainstOne, oneAgainstMany } from '../load/attacks';
import { openSite, type Site } from '../load/places';
import { faultsOf, rush } from '../load/rush';
import type { ServerProcess } from '../load/server-process';
import { addressOf, Visitor } from '../load/visitor';
import { findPostgres } from './support/postgres';

// Processes are started, and people made, in most of them.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 });

const SIGN_INS = process.env.VERIFY === 'full' ? 200 : 20;

describe.each([
  ['one process on PGlite', 'PGlite', 1],
  ['two processes on PostgreSQL', 'PostgreSQL', 2],
] as const)('%s', (_, engine, processes) => {
  let postgres: Awaited<ReturnType<typeof findPostgres>> | undefined;
  let site: Site;
  beforeAll(async () => {
    postgres = engine === 'PostgreSQL' ? await findPostgres() : undefined;
    if (engine === 'PostgreSQL' && !postgres?.url) return;
    site = await openSite(postgres?.url, processes, { plainPasswords: true });
  });
  afterAll(async () => {
    await site?.close();
    postgres?.stop();
  });

  test('spend each code once and lose none, with many at once', async (context) => {
    context.skip(!site);
    const all = await rush(site.servers, SIGN_INS);
    expect(await faultsOf(all, site.servers[0])).toEqual([]);
    expect(all.journeys).toHaveLength(SIGN_INS);
  });

  test('show a code that was spent behind their back', async (context) => {
    context.skip(!site);
    const [server] = site.servers;
    const all = await rush(site.servers, 10);
    const [{ person }] = all.parties as [(typeof all.parties)[0]];
    await server.sql(`update "mfaBackupCode" set "usedAt" = now() where "userId" = $1`, [person.id]);
    expect(await faultsOf(all, server)).not.toEqual([]);
  });

  test('close one account after ten guesses, from however many addresses, and leave its other ways open', async (context) => {
    context.skip(!site);
    expect(await manyAgainstOne(site.servers, 30)).toEqual({
      guesses: { '422 wrong-code': 10, '429 too-many-attempts': 20 },
      rightCode: '429 too-many-attempts',
      byApp: '200',
    });
  });

  test('let one address try twenty passwords and twenty codes a minute, at however many accounts', async (context) => {
    context.skip(!site);
    expect(await oneAgainstMany(site.servers, 30)).toEqual({
      passwords: { '401 INVALID_EMAIL_OR_PASSWORD': 20, '429': 10 },
      codes: { '422 wrong-code': 20, '429 too-many-attempts': 10 },
    });
  });

  test('find everything as it was when they are started again, and make no table anew', async (context) => {
    context.skip(!site);
    const [before] = site.servers;
    const person = await before.addPerson();
    const at = (server: ServerProcess) => ({ origin: server.origin, ports: [server.port] });
    const visitor = new Visitor(at(before), addressOf(3_000));
    await visitor.signIn(person);
    await visitor.redeem(person.codes[0]!);
    const tables = (server: ServerProcess) => server.sql(`select oid::int, relname from pg_class order by oid`);
    const found = await tables(before);
    for (const server of site.servers) await server.stop();

    const after = await site.start();
    expect(await tables(after)).toEqual(found);
    // The session's cookie is signed: the secret is the same.
    expect((await visitor.at(at(after)).codes()).body).toMatchObject({ state: 'on', left: 9 });
    const again = new Visitor(at(after), addressOf(3_001));
    await again.signIn(person);
    expect((await again.redeem(person.codes[0]!)).body).toMatchObject({ code: 'used-code' });
    expect((await again.redeem(person.codes[1]!)).body).toMatchObject({ codesLeft: 8 });
  });
});
