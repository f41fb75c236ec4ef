import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { addDestination, addTotp, makeBackupCodes, type Policy } from '../../src/server/better-auth';
import { MINUTE, PASSWORD, startHarness, type Browser, type Harness, type Person } from './support/harness';
import { otherApp } from './support/other-app';

const HOUR = 60 * MINUTE;

let t: Harness;
beforeAll(async () => {
  t = await startHarness({ trustDeviceDays: 30 });
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => t.close());

const superseded = { status: 409, code: 'superseded' };
const never = { state: 'none', left: 0, of: 0, made: 'unknown', lastUsed: 'unknown', temporary: false };

async function atAccount() {
  const person = await t.addPerson();
  return { person, browser: await t.signedIn(person) };
}

async function withSet() {
  const { person, browser } = await atAccount();
  const { body } = await browser.issue();
  return { person, browser, set: body as { id: string; codes: string[]; confirmBy: number } };
}

/** What a sign-in by a backup code is answered. */
async function redeem(person: Person, code: string) {
  const { body } = await (await t.challenged(person)).attempt('backup-code', code);
  return body.code ?? body.by;
}

async function prove(browser: Browser, person: Person) {
  expect((await browser.stepUp({ kind: 'totp', code: t.nextAppCode(person) })).status).toBe(204);
}

const hashesOf = async ({ id }: Person) =>
  (await t.sql<{ hash: string }>('select hash from "mfaBackupCode" where "userId" = $1', [id]))
    .map(({ hash }) => hash)
    .sort();
const setsOf = ({ id }: Person) =>
  t.sql<{ setId: string; state: string; hashes: string | null }>(
    'select "setId", state, hashes from "mfaCodeSet" where "userId" = $1 order by "createdAt"',
    [id],
  );
const devicesOf = ({ id }: Person) => t.sql('select id from "mfaTrustedDevice" where "userId" = $1', [id]);

describe('the status', () => {
  test('tells what is left, of how many, from when, and when one was last used', async () => {
    const person = await t.addPerson();
    const made = t.clock.now;
    t.clock.now += MINUTE;
    const browser = await t.challenged(person);
    await browser.attempt('backup-code', person.codes[0]!);
    const status = { state: 'on', left: 9, of: 10, made, lastUsed: t.clock.now, temporary: false };
    expect((await browser.codes()).body).toEqual(status);
  });

  test('of a set that nobody used knows no last use', async () => {
    const { browser } = await atAccount();
    expect((await browser.codes()).body).toMatchObject({ state: 'on', left: 10, lastUsed: 'unknown' });
  });

  test('of codes that are used up says so', async () => {
    const { person, browser } = await atAccount();
    await t.sql('update "mfaBackupCode" set "usedAt" = now() where "userId" = $1', [person.id]);
    expect((await browser.codes()).body).toMatchObject({ state: 'used-up', left: 0, of: 10 });
  });

  test('of who never made codes is none, and then staged until the set is confirmed or too old', async () => {
    const person = await t.addPerson();
    await t.sql('delete from "mfaBackupCode" where "userId" = $1', [person.id]);
    const browser = await t.signedIn(person);
    expect((await browser.codes()).body).toEqual(never);
    const { body } = await browser.issue();
    const staged = { ...never, state: 'staged', of: 10, made: t.clock.now };
    expect((await browser.codes()).body).toEqual(staged);
    t.clock.now += HOUR - 1;
    expect((await browser.codes()).body).toEqual(staged);
    t.clock.now += 1;
    expect((await browser.codes()).body).toEqual(never);
    await prove(browser, person);
    await browser.confirm((await browser.issue()).body.id);
    expect((await browser.codes()).body).toMatchObject({ state: 'on', left: 10 });
    expect((await browser.confirm(body.id)).body).toMatchObject(superseded);
  });

  test('with codes in force does not change as a set is staged', async () => {
    const { browser } = await atAccount();
    const before = (await browser.codes()).body;
    await browser.issue();
    expect((await browser.codes()).body).toEqual(before);
  });
});

describe('a set that is made', () => {
  test('is kept as keyed hashes alone, and as none once it is over', async () => {
    const { person, browser, set } = await withSet();
    const [row] = await setsOf(person);
    const hashes = JSON.parse(row!.hashes!) as string[];
    expect(new Set(hashes).size).toBe(10);
    for (const hash of hashes) expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(await hashesOf(person)).not.toEqual(expect.arrayContaining([hashes[0]]));
    await browser.confirm(set.id);
    expect(await hashesOf(person)).toEqual(hashes.sort());
    for (const act of [browser.discard, browser.codes]) {
      t.clock.now += 1;
      await act.call(browser, (await browser.issue()).body.id);
    }
    t.clock.now += 1;
    await browser.issue();
    const kept = (await setsOf(person)).map(({ state, hashes }) => [state, hashes !== null]);
    expect(kept).toEqual([
      ['on', false],
      ['ended', false],
      ['ended', false],
      ['staged', true],
    ]);
  });

  test('waits an hour for its confirmation, however often the proof is given anew', async () => {
    const { person, browser, set } = await withSet();
    expect(set.confirmBy).toBe(t.clock.now + HOUR);
    t.clock.now = set.confirmBy - MINUTE;
    await prove(browser, person);
    t.clock.now = set.confirmBy - 1;
    expect((await browser.confirm(set.id)).status).toBe(200);
  });

  test('is too old after it, and the old codes still work', async () => {
    const { person, browser, set } = await withSet();
    t.clock.now = set.confirmBy - MINUTE;
    await prove(browser, person);
    t.clock.now = set.confirmBy;
    expect((await browser.confirm(set.id)).body).toMatchObject(superseded);
    expect(await redeem(person, set.codes[0]!)).toBe('wrong-code');
    expect(await redeem(person, person.codes[0]!)).toBe('backup-code');
  });

  test('is confirmed only with a fresh proof, and still waits for it', async () => {
    const { person, browser, set } = await withSet();
    t.clock.now += 31 * MINUTE;
    const answer = await browser.confirm(set.id);
    expect(answer.body).toMatchObject({ status: 401, code: 'step-up-required', need: { how: 'in-place' } });
    expect(await redeem(person, set.codes[0]!)).toBe('wrong-code');
    await prove(browser, person);
    expect((await browser.confirm(set.id)).status).toBe(200);
  });

  test('ends the old codes and the trust in devices as it is confirmed, and neither before', async () => {
    const { person, browser, set } = await withSet();
    const trusting = await t.challenged(person);
    await trusting.prove({ kind: 'totp', code: t.nextAppCode(person) }, { trustDevice: true });
    expect(await devicesOf(person)).toHaveLength(1);
    expect(await redeem(person, person.codes[0]!)).toBe('backup-code');
    await browser.confirm(set.id);
    expect(await devicesOf(person)).toEqual([]);
    expect((await trusting.signIn(person)).body).toEqual({ secondFactor: true });
    expect(await redeem(person, person.codes[1]!)).toBe('wrong-code');
    expect(await redeem(person, set.codes[0]!)).toBe('backup-code');
  });

  test('steps up with its codes only once it is confirmed', async () => {
    const { browser, set } = await withSet();
    const proof = { kind: 'backup-code', code: set.codes[0] };
    expect((await browser.stepUp(proof)).body).toMatchObject({ code: 'wrong-code' });
    await browser.confirm(set.id);
    expect((await browser.stepUp(proof)).status).toBe(204);
  });

  test('is made five times an hour at most, in whichever session, confirmed or not', async () => {
    const person = await t.addPerson();
    const first = await t.signedIn(person);
    const start = t.clock.now;
    await first.confirm((await first.issue()).body.id);
    await first.discard((await first.issue()).body.id);
    await first.issue();
    t.clock.now += MINUTE;
    const second = await t.signedIn(person);
    await second.issue();
    const { body: last } = await second.issue();
    const refused = { status: 429, code: 'too-many-attempts', blocks: [], retryAt: start + HOUR };
    for (const browser of [first, second]) expect((await browser.issue()).body).toMatchObject(refused);
    // The refusal ends nothing.
    expect((await second.confirm(last.id)).status).toBe(200);
    t.clock.now = start + HOUR - 1;
    await prove(second, person);
    t.clock.now = start + HOUR - 1;
    expect((await second.issue()).status).toBe(429);
    t.clock.now = start + HOUR;
    expect((await second.issue()).status).toBe(200);
  });

  test('counts for its person alone', async () => {
    const { browser } = await atAccount();
    for (let i = 0; i < 5; i += 1) await browser.issue();
    expect((await (await atAccount()).browser.issue()).status).toBe(200);
  });

  test('outlives neither one that the server makes nor one that is newer', async () => {
    const { person, browser, set } = await withSet();
    const { body: newer } = await browser.issue();
    expect((await browser.confirm(set.id)).body).toMatchObject(superseded);
    const [own] = await makeBackupCodes(t.server.auth, person.id);
    expect((await browser.confirm(newer.id)).body).toMatchObject(superseded);
    expect(await redeem(person, own!)).toBe('backup-code');
  });

  test('leaves nothing behind after a day', async () => {
    const { person, browser, set } = await withSet();
    await browser.confirm(set.id);
    await browser.discard((await browser.issue()).body.id);
    expect(await setsOf(person)).toHaveLength(2);
    t.clock.now += 25 * HOUR;
    await prove(browser, person);
    const { body } = await browser.issue();
    expect((await setsOf(person)).map(({ setId }) => setId)).toEqual([set.id, body.id]);
  });
});

describe('a set that is confirmed again', () => {
  test('is answered alike, without a fresh proof, and changes nothing', async () => {
    const { person, browser, set } = await withSet();
    const first = await browser.confirm(set.id);
    const trusting = await t.challenged(person);
    await trusting.prove({ kind: 'totp', code: t.nextAppCode(person) }, { trustDevice: true });
    t.clock.now += 2 * HOUR;
    const again = await browser.confirm(set.id);
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect(await devicesOf(person)).toHaveLength(1);
    expect((await t.activityOf(person)).filter((what) => what === 'mfa.backup_codes_confirmed')).toHaveLength(1);
  });

  test('says how many are left by now', async () => {
    const { person, browser, set } = await withSet();
    await browser.confirm(set.id);
    await redeem(person, set.codes[0]!);
    expect((await browser.confirm(set.id)).body).toMatchObject({ left: 9 });
  });

  test('while one waits that is newer, is in force as before', async () => {
    const { browser, set } = await withSet();
    await browser.confirm(set.id);
    await browser.issue();
    expect((await browser.confirm(set.id)).status).toBe(200);
  });

  test.each<[string, (browser: Browser, person: Person) => Promise<unknown>]>([
    ['a newer one took its place', async (browser) => browser.confirm((await browser.issue()).body.id)],
    ['the server made one', (_, person) => makeBackupCodes(t.server.auth, person.id)],
    ['all were removed', (browser) => browser.removeCodes()],
  ])('is refused where %s', async (_, end) => {
    const { person, browser, set } = await withSet();
    await browser.confirm(set.id);
    await end(browser, person);
    const codes = await hashesOf(person);
    expect((await browser.confirm(set.id)).body).toMatchObject(superseded);
    expect(await hashesOf(person)).toEqual(codes);
  });
});

describe('a set that is dropped', () => {
  test('cannot be confirmed, and the old codes work', async () => {
    const { person, browser, set } = await withSet();
    expect([(await browser.discard(set.id)).status, (await browser.discard(set.id)).status]).toEqual([204, 204]);
    expect((await browser.confirm(set.id)).body).toMatchObject(superseded);
    expect(await redeem(person, person.codes[0]!)).toBe('backup-code');
  });

  test('wants no fresh proof', async () => {
    const { person, browser, set } = await withSet();
    t.clock.now += 31 * MINUTE;
    expect((await browser.discard(set.id)).status).toBe(204);
    expect(await setsOf(person)).toMatchObject([{ state: 'ended' }]);
  });

  test('is not dropped where it is in force', async () => {
    const { person, browser, set } = await withSet();
    await browser.confirm(set.id);
    expect((await browser.discard(set.id)).status).toBe(204);
    expect((await browser.codes()).body).toMatchObject({ state: 'on', left: 10 });
    expect(await redeem(person, set.codes[0]!)).toBe('backup-code');
  });
});

describe('a set of', () => {
  test('another session of the person can be neither confirmed nor dropped', async () => {
    const { person, browser, set } = await withSet();
    const other = await t.signedIn(person);
    expect((await other.confirm(set.id)).body).toMatchObject(superseded);
    expect((await other.discard(set.id)).status).toBe(204);
    expect(await redeem(person, person.codes[0]!)).toBe('backup-code');
    expect((await browser.confirm(set.id)).status).toBe(200);
  });

  test('somebody else can be neither confirmed nor dropped, also in force, and is not called over', async () => {
    const { person, browser, set } = await withSet();
    const { browser: thief, person: stranger } = await atAccount();
    const theirs = await hashesOf(stranger);
    expect((await thief.confirm(set.id)).body).toMatchObject({ status: 409, code: 'other-account' });
    expect((await thief.discard(set.id)).status).toBe(204);
    expect((await browser.confirm(set.id)).status).toBe(200);
    expect((await thief.confirm(set.id)).body).toMatchObject({ status: 409, code: 'other-account' });
    expect(await redeem(person, set.codes[0]!)).toBe('backup-code');
    expect(await hashesOf(stranger)).toEqual(theirs);
  });

  test('nobody is refused as one that is over', async () => {
    const { browser } = await atAccount();
    expect((await browser.confirm('x'.repeat(22))).body).toMatchObject(superseded);
    expect((await browser.confirm('x'.repeat(129))).body).toMatchObject({ status: 400, code: 'bad-request' });
    expect((await browser.discard('x'.repeat(129))).body).toMatchObject({ status: 400, code: 'bad-request' });
  });
});

describe('removing the codes', () => {
  test('ends them, the set that waits and the trust in devices, and succeeds again', async () => {
    const { person, browser, set } = await withSet();
    const trusting = await t.challenged(person);
    await trusting.prove({ kind: 'totp', code: t.nextAppCode(person) }, { trustDevice: true });
    expect([(await browser.removeCodes()).status, (await browser.removeCodes()).status]).toEqual([204, 204]);
    expect([await hashesOf(person), await devicesOf(person), (await browser.codes()).body]).toEqual([[], [], never]);
    expect((await browser.confirm(set.id)).body).toMatchObject(superseded);
    expect(await redeem(person, person.codes[0]!)).toBe('wrong-code');
    expect((await t.activityOf(person)).filter((what) => what === 'mfa.backup_codes_removed')).toHaveLength(1);
  });

  test('ends a set that waits where no other is', async () => {
    const { person, browser, set } = await withSet();
    await t.sql('delete from "mfaBackupCode" where "userId" = $1', [person.id]);
    expect((await browser.removeCodes()).status).toBe(204);
    expect((await browser.confirm(set.id)).body).toMatchObject(superseded);
  });

  const app = (count: number) => async (person: Person) => {
    for (let i = 1; i < count; i += 1) await addTotp(t.server.auth, person.id);
  };
  const without = async ({ id }: Person) => void (await t.sql('delete from "mfaFactor" where "userId" = $1', [id]));
  const key = async (person: Person) => void (await t.addKey(person));
  const usedUp = async (person: Person) => {
    await without(person);
    await t.sql('update "mfaBackupCode" set "usedAt" = now() where "userId" = $1', [person.id]);
  };

  test.each<[string, Partial<Policy>, (person: Person) => Promise<void>, 204 | 403]>([
    ['beside an app', {}, app(1), 204],
    ['without a factor', {}, without, 403],
    ['without a factor, where none is left anyway', {}, usedUp, 204],
    ['beside an app that the policy hides', { hide: ['totp'] }, app(1), 403],
    ['beside an app that the policy hides and a passkey', { hide: ['totp'] }, key, 204],
    ['beside a passkey that the policy hides and an app', { hide: ['passkey'] }, key, 204],
    ['beside one app of two factors, codes counted', { minFactors: 2, codesCount: true }, app(1), 403],
    ['beside two apps of two factors, codes counted', { minFactors: 2, codesCount: true }, app(2), 204],
    ['beside an app and a passkey of two factors, codes counted', { minFactors: 2, codesCount: true }, key, 204],
    ['beside one app of three factors, codes counted', { minFactors: 3, codesCount: true }, app(1), 204],
    ['beside one app of two factors, codes not counted', { minFactors: 2 }, app(1), 204],
  ])('%s under %j', async (_, policy, prepare, status) => {
    const person = await t.addPerson();
    const { cookies } = await t.signedIn(person);
    await prepare(person);
    const browser = (await otherApp(t, {}, { policy })).browser();
    browser.cookies = cookies;
    const before = await hashesOf(person);
    const answer = await browser.removeCodes();
    expect(answer.status).toBe(status);
    expect(await hashesOf(person)).toEqual(status === 204 ? [] : before);
    if (status === 403) expect(answer.body).toMatchObject({ code: 'not-allowed', reason: 'last-factor' });
  });

  test('counts an address that codes go to only where there is a sender', async () => {
    const person = await t.addPerson();
    const { cookies } = await t.signedIn(person);
    const email = () => Promise.resolve();
    const sending = await otherApp(t, {}, { deliver: { email } });
    await addDestination(sending.auth, person.id, { channel: 'email', to: 'other@example.com' });
    await t.sql(`delete from "mfaFactor" where "userId" = $1 and kind = 'totp'`, [person.id]);
    const silent = (await otherApp(t)).browser();
    silent.cookies = new Map(cookies);
    expect((await silent.removeCodes()).body).toMatchObject({ reason: 'last-factor' });
    const browser = sending.browser();
    browser.cookies = cookies;
    expect((await browser.removeCodes()).status).toBe(204);
  });

  test("takes a code to the account's own address for no factor", async () => {
    const person = await t.addPerson();
    const { cookies } = await t.signedIn(person);
    await without(person);
    const browser = (await otherApp(t, {}, { deliver: { email: () => Promise.resolve() } })).browser();
    browser.cookies = cookies;
    expect((await browser.removeCodes()).body).toMatchObject({ reason: 'last-factor' });
  });
});

describe.each<[string, Partial<Policy>]>([
  ['without backup codes', { backupCodes: false }],
  ['without self recovery', { selfRecovery: false }],
  ['that hides backup codes', { hide: ['backup-code'] }],
])('under a policy %s', (_, policy) => {
  async function under() {
    const { person, browser: before, set } = await withSet();
    const browser = (await otherApp(t, {}, { policy })).browser();
    browser.cookies = before.cookies;
    return { person, browser, set };
  }
  const ruledOut = { status: 403, code: 'not-allowed', reason: 'policy' };

  test('no set is made or confirmed', async () => {
    const { person, browser, set } = await under();
    expect((await browser.issue()).body).toMatchObject(ruledOut);
    expect((await browser.confirm(set.id)).body).toMatchObject(ruledOut);
    expect(await setsOf(person)).toMatchObject([{ state: 'staged' }]);
  });

  test('codes from before can be removed', async () => {
    const { person, browser } = await under();
    expect((await browser.removeCodes()).status).toBe(204);
    expect(await hashesOf(person)).toEqual([]);
  });
});

describe('who signed in by a backup code', () => {
  test.each<[number, Partial<Policy>, object]>([
    [4, {}, { todo: [], mayPostpone: true }],
    [3, {}, { todo: ['new-codes'], mayPostpone: true }],
    [0, {}, { todo: ['new-codes'], mayPostpone: false }],
    [4, { lowAt: 4 }, { todo: ['new-codes'], mayPostpone: true }],
    [3, { postponeRepair: false }, { todo: ['new-codes'], mayPostpone: false }],
  ])('with %i left under %j is told %j', async (codesLeft, policy, told) => {
    const app = await otherApp(t, {}, { policy });
    const person = await t.addPerson();
    const browser = app.browser();
    for (const code of person.codes.slice(codesLeft + 1)) {
      await browser.signIn(person);
      await browser.attempt('backup-code', code);
    }
    await browser.signIn(person);
    expect((await browser.attempt('backup-code', person.codes[0]!)).body).toMatchObject({ codesLeft, ...told });
  });
});

describe('each step is written down:', () => {
  const since = async (person: Person) => (await t.activityOf(person)).slice(1);

  test('made, replaced, confirmed, dropped', async () => {
    const { person, browser } = await atAccount();
    await browser.issue();
    const { body } = await browser.issue();
    await browser.confirm(body.id);
    const { body: unwanted } = await browser.issue();
    await browser.discard(unwanted.id);
    await browser.discard(unwanted.id);
    await browser.issue();
    await browser.removeCodes();
    expect(await since(person)).toEqual(
      ['issued', 'superseded', 'issued', 'confirmed', 'issued', 'abandoned', 'issued', 'removed'].map(
        (step) => `mfa.backup_codes_${step}`,
      ),
    );
  });

  test('a set that nobody replaced in its time is not called replaced', async () => {
    const { person, browser } = await withSet();
    t.clock.now += HOUR;
    await prove(browser, person);
    await browser.issue();
    expect(await since(person)).not.toContain('mfa.backup_codes_superseded');
  });

  test('refused, and asked for a proof', async () => {
    const { person, browser, set } = await withSet();
    await browser.confirm('x'.repeat(22));
    await t.sql('delete from "mfaFactor" where "userId" = $1', [person.id]);
    await browser.removeCodes();
    for (let i = 0; i < 4; i += 1) await browser.issue();
    await browser.issue();
    t.clock.now += 31 * MINUTE;
    await browser.issue();
    await browser.confirm(set.id);
    await browser.removeCodes();
    const steps = await since(person);
    expect(steps.filter((what) => what === 'mfa.backup_codes_refused')).toHaveLength(3);
    expect(steps.slice(-3)).toEqual(Array(3).fill('mfa.step_up_asked'));
  });

  test('for the person alone, and without a code', async () => {
    const { person, browser, set } = await withSet();
    const { browser: thief, person: stranger } = await atAccount();
    await thief.confirm(set.id);
    expect(await since(person)).toEqual(['mfa.backup_codes_issued']);
    expect(await since(stranger)).toEqual(['mfa.backup_codes_refused']);
    await browser.confirm(set.id);
    const rows = JSON.stringify(await t.sql('select * from "mfaActivity" where "userId" = $1', [person.id]));
    for (const code of set.codes) expect(rows).not.toContain(code);
  });
});

test('codes are changed wholly or not at all', async () => {
  const { person, browser, set } = await withSet();
  const before = await hashesOf(person);
  vi.spyOn(t.context.logger, 'error').mockImplementation(() => {});
  await t.sql('alter table "mfaActivity" add constraint none check (false) not valid');
  const answers = [await browser.confirm(set.id), await browser.removeCodes(), await browser.issue()];
  await browser.discard(set.id);
  await t.sql('alter table "mfaActivity" drop constraint none');
  expect(answers.map(({ status }) => status)).toEqual([500, 500, 500]);
  expect([await hashesOf(person), await setsOf(person)]).toMatchObject([before, [{ setId: set.id, state: 'staged' }]]);
  expect((await browser.confirm(set.id)).body).toMatchObject({ left: 10 });
});

test('who has only a password makes codes by it', async () => {
  const app = await otherApp(t);
  const person = await t.addPerson({ factor: false });
  const browser = app.browser();
  await browser.signIn(person);
  await browser.stepUp({ kind: 'password', password: PASSWORD });
  const { body } = await browser.issue();
  expect((await browser.confirm(body.id)).body).toMatchObject({ left: 10 });
});
