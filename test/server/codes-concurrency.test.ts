import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { makeBackupCodes, type NoticeMessage } from '../../src/server/better-auth';
import { attemptId, startHarness, type Browser, type Harness, type Person } from './support/harness';
import { findPostgres } from './support/postgres';
import { codes, ROUNDS, together } from './support/together';

describe.each(['PostgreSQL', 'PGlite'])('on %s', (engine) => {
  let postgres: Awaited<ReturnType<typeof findPostgres>> | undefined;
  const told: NoticeMessage[] = [];
  const notify = async (message: NoticeMessage) => void told.push(message);
  let t: Harness;
  beforeAll(async () => {
    postgres = engine === 'PostgreSQL' ? await findPostgres() : undefined;
    t = await startHarness({ databaseUrl: postgres?.url ?? '', trustDeviceDays: 30, notify });
  });
  afterAll(async () => {
    await t.close();
    postgres?.stop();
  });

  /** A person at the account page, with a set that waits. */
  async function withSet() {
    const person = await t.addPerson();
    const browser = await t.signedIn(person);
    const { id, codes } = (await browser.issue()).body as { id: string; codes: string[] };
    return { person, browser, id, codes };
  }

  /** The plugin as another process has it: with modules of its own, and nothing in memory that the others have. */
  async function process() {
    vi.resetModules();
    const { otherApp } = await import('./support/other-app');
    return otherApp(t, {}, { notify });
  }

  const redeem = async (person: Person, code: string) =>
    codes([await (await t.challenged(person)).attempt('backup-code', code)])[0];
  const stored = ({ id }: Person) => t.sql('select id from "mfaBackupCode" where "userId" = $1', [id]);
  /** What was written down of the codes, by name: the clock stands, and transactions begin before they wait. */
  const steps = async (person: Person) => {
    const all = (await t.activityOf(person)).filter((what) => what.includes('backup_code'));
    return all.map((what) => what.replace(/^mfa\.backup_codes?_/, '')).sort();
  };

  /** A session that nothing was proved in: a trusted device let it in. */
  async function bare(person: Person): Promise<Browser> {
    const browser = await t.challenged(person);
    await browser.prove({ kind: 'totp', code: t.nextAppCode(person) }, { trustDevice: true });
    await browser.send('POST', '/api/auth/sign-out', {});
    await browser.signIn(person);
    return browser;
  }

  test.each<[string, (all: Awaited<ReturnType<typeof withSet>>) => Promise<unknown>]>([
    ['making a set', ({ browser }) => browser.issue()],
    ['confirming one', ({ browser, id }) => browser.confirm(id)],
    ['dropping one', ({ browser, id }) => browser.discard(id)],
    ['removing all', ({ browser }) => browser.removeCodes()],
    ['a sign-in by a code', ({ person }) => redeem(person, person.codes[0]!)],
    ['a step-up by a code', ({ browser, person }) => browser.stepUp({ kind: 'backup-code', code: person.codes[0] })],
    ["the server's making a set", ({ person }) => makeBackupCodes(t.server.auth, person.id)],
  ])('%s waits for who holds the person’s codes', async (_, act) => {
    const all = await withSet();
    const client = await t.server.database.connect();
    const of = `from "mfaGuard" where "userId" = $1 and kind = 'backup-code'`;
    if (engine === 'PGlite') {
      // One connection serves one after the other; that the row is taken is all that can be seen.
      const version = async () =>
        Number(
          (await client.query(`select version ${of}`, [all.person.id])).rows.map(
            (row) => (row as { version: number }).version,
          )[0],
        );
      const before = await version();
      client.release();
      await act(all);
      const [row] = await t.sql<{ version: number }>(`select version ${of}`, [all.person.id]);
      expect(row!.version).toBe(before + 1);
      return;
    }
    await client.query('begin');
    await client.query(`select id ${of} for update`, [all.person.id]);
    let isOver = false;
    const acting = act(all).then(() => (isOver = true));
    const waiting = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    await vi.waitUntil(async () => isOver || (await t.sql(waiting)).length > 0, { timeout: 20_000 });
    expect(isOver).toBe(false);
    await client.query('commit');
    client.release();
    expect(await acting).toBe(true);
  });

  test('a confirmation and an old code at once: the code counts before or not at all', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { person, browser, id, codes: fresh } = await withSet();
      const other = await t.challenged(person);
      const [confirmed, redeemed] = await Promise.all([
        browser.confirm(id),
        other.attempt('backup-code', person.codes[0]!),
      ]);
      expect(confirmed.body).toMatchObject({ left: 10 });
      expect(await steps(person)).toEqual(
        redeemed.status === 200 ? ['confirmed', 'issued', 'used'] : ['confirmed', 'issued'],
      );
      if (redeemed.status !== 200) expect(redeemed.body).toMatchObject({ code: 'wrong-code' });
      expect([await redeem(person, person.codes[1]!), await redeem(person, fresh[0]!)]).toEqual(['wrong-code', 200]);
      expect(await stored(person)).toHaveLength(10);
    }
  });

  test('ten confirmations at once are one, told once and answered alike', async () => {
    const { person, browser, id } = await withSet();
    told.length = 0;
    const answers = await together(10, () => browser.copy().confirm(id));
    expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body])))).toEqual(
      new Set([JSON.stringify([200, { left: 10, notified: ['p•••@example.com'] }])]),
    );
    expect([told.length, (await stored(person)).length, await steps(person)]).toEqual([1, 10, ['confirmed', 'issued']]);
  });

  test('confirmations on two processes at once are one, told once', async () => {
    const processes = [await process(), await process()];
    for (let round = 0; round < ROUNDS; round += 1) {
      const { person, browser, id } = await withSet();
      told.length = 0;
      const answers = await together(4, (i) => {
        const one = processes[i % 2]!.browser();
        one.cookies = new Map(browser.cookies);
        return one.confirm(id);
      });
      for (const { status, body } of answers) {
        expect([status, body.left]).toEqual([200, 10]);
        // The one that tells nobody can't know yet who was told.
        expect([['p•••@example.com'], 'unknown']).toContainEqual(body.notified);
      }
      expect([told.length, (await stored(person)).length, await steps(person)]).toEqual([
        1,
        10,
        ['confirmed', 'issued'],
      ]);
    }
  });

  test('a confirmation and a newer set at once: the older one is in force, or replaced', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { person, browser, id, codes: older } = await withSet();
      const [confirmed, issued] = await Promise.all([browser.copy().confirm(id), browser.copy().issue()]);
      const isOn = confirmed.status === 200;
      expect(codes([confirmed, issued])).toEqual(isOn ? [200, 200] : [200, 'superseded']);
      expect(await steps(person)).toEqual(
        isOn ? ['confirmed', 'issued', 'issued'] : ['issued', 'issued', 'refused', 'superseded'],
      );
      expect(await redeem(person, older[0]!)).toBe(isOn ? 200 : 'wrong-code');
      expect(await redeem(person, person.codes[0]!)).toBe(isOn ? 'wrong-code' : 200);
      expect((await browser.confirm(issued.body.id)).body).toMatchObject({ left: 10 });
    }
  });

  test('a confirmation and a dropping at once leave a set in force or none that waits', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { person, browser, id, codes: fresh } = await withSet();
      const [confirmed] = await Promise.all([browser.copy().confirm(id), browser.copy().discard(id)]);
      const isOn = confirmed.status === 200;
      expect(await steps(person)).toEqual(isOn ? ['confirmed', 'issued'] : ['abandoned', 'issued', 'refused']);
      expect(await redeem(person, isOn ? fresh[0]! : person.codes[0]!)).toBe(200);
    }
  });

  test('a confirmation and a removal at once leave no code', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { person, browser, id, codes: fresh } = await withSet();
      const answers = await Promise.all([browser.copy().confirm(id), browser.copy().removeCodes()]);
      expect(answers[1].status).toBe(204);
      expect(await stored(person)).toEqual([]);
      expect(await redeem(person, fresh[0]!)).toBe('wrong-code');
      expect((await browser.codes()).body).toMatchObject({ state: 'none' });
    }
  });

  test('eight sets made at once are five, of which one waits', async () => {
    const person = await t.addPerson();
    const browser = await t.signedIn(person);
    const answers = await together(8, () => browser.copy().issue());
    expect(codes(answers)).toEqual([...Array(5).fill(200), ...Array(3).fill('too-many-attempts')]);
    const confirmed = [];
    for (const { status, body } of answers) if (status === 200) confirmed.push(await browser.confirm(body.id));
    expect(codes(confirmed)).toEqual([200, ...Array(4).fill('superseded')]);
  });

  test('one app code in ten proofs at once, the first of their session, makes it privileged once', async () => {
    const person = await t.addPerson();
    const browser = await bare(person);
    const code = t.nextAppCode(person);
    const answers = await together(10, () => browser.copy().stepUp({ kind: 'totp', code }));
    expect(codes(answers)).toEqual([204, ...Array(9).fill('used-code')]);
  });

  test('one proof sent ten times at once, the first of its session, is spent once and answered alike', async () => {
    const person = await t.addPerson();
    const browser = await bare(person);
    const attempt = attemptId();
    const answers = await together(10, () =>
      browser.copy().stepUp({ kind: 'backup-code', code: person.codes[0] }, attempt),
    );
    expect(codes(answers)).toEqual(Array(10).fill(204));
    expect([await t.usedCodesOf(person), (await steps(person)).length]).toEqual([1, 1]);
  });

  test('one backup code in two sessions and at a sign-in at once counts once', async () => {
    for (let round = 0; round < ROUNDS / 2; round += 1) {
      const person = await t.addPerson();
      const [one, other] = [await t.signedIn(person), await t.signedIn(person)];
      const challenged = await t.challenged(person);
      const proof = { kind: 'backup-code', code: person.codes[0] };
      const answers = await Promise.all([one.stepUp(proof), other.stepUp(proof), challenged.prove(proof)]);
      expect(answers.filter(({ status }) => status < 300)).toHaveLength(1);
      expect(answers.filter(({ body }) => body.code === 'used-code')).toHaveLength(2);
      expect(await t.usedCodesOf(person)).toBe(1);
    }
  });

  test('guesses in two sessions and at a sign-in at once are all counted', async () => {
    const person = await t.addPerson();
    const browsers = [await t.signedIn(person), await t.signedIn(person), await t.challenged(person)] as const;
    const proof = { kind: 'backup-code', code: 'AAAA-AAAA-AAAA' };
    const answers = await together(15, (i) =>
      i % 3 === 2 ? browsers[2].copy().prove(proof) : browsers[i % 3]!.copy().stepUp(proof),
    );
    expect(codes(answers)).toEqual([...Array(5).fill('too-many-attempts'), ...Array(10).fill('wrong-code')]);
  });
});
