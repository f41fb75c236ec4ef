import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addPasskey, type PasskeyCredential } from '../../src/server/better-auth';
import { SoftwareAuthenticator, type Twist } from '../support/software-authenticator';
import { attemptId, MINUTE, startHarness, type Browser, type Harness, type Person } from './support/harness';
import { otherApp } from './support/other-app';

const refused = { status: 422, code: 'passkey-refused' };

let t: Harness;
beforeAll(async () => {
  t = await startHarness();
});
afterAll(() => t.close());

/** A person with a passkey besides the app, at the challenge. */
async function withKey(more: Partial<PasskeyCredential> = {}) {
  const person = await t.addPerson();
  const key = await t.addKey(person, more);
  return { person, key, browser: await t.challenged(person) };
}

async function isIn(person: Person, browser: Browser) {
  expect(await browser.whoAmI()).toBe(person.email);
}

describe('POST /mfa/challenge/passkey', () => {
  test('gives options for the keys of this person, with the check of who uses them', async () => {
    const { key, browser } = await withKey({ transports: ['usb', 'nfc'] });
    await t.addKey(await t.addPerson());
    const { body } = await browser.preparePasskey();
    expect(body).toEqual({
      id: expect.stringMatching(/^[\w-]{22}$/),
      options: {
        challenge: expect.stringMatching(/^[\w-]{43}$/),
        rpId: 'localhost',
        allowCredentials: [{ type: 'public-key', id: key.id, transports: ['usb', 'nfc'] }],
        userVerification: 'required',
        timeout: 5 * MINUTE,
      },
      expiresAt: t.clock.now + 5 * MINUTE,
    });
  });

  test('asks something else each time', async () => {
    const { browser } = await withKey();
    const asked = [(await browser.preparePasskey()).body, (await browser.preparePasskey()).body];
    expect(new Set(asked.map(({ id }) => id)).size).toBe(2);
    expect(new Set(asked.map(({ options }) => options.challenge)).size).toBe(2);
  });

  test('is not offered to who has none', async () => {
    const browser = await t.challenged(await t.addPerson());
    expect((await browser.preparePasskey()).body).toMatchObject({ status: 403, reason: 'not-offered' });
  });

  test('is sent to the sign-in without a challenge', async () => {
    const { body } = await t.browser().preparePasskey();
    expect(body).toMatchObject({ status: 410, code: 'challenge-over', restart: 'sign-in' });
  });

  test.each([
    ['ended', 'here', async () => void (t.clock.now += 30 * MINUTE)],
    ['grew too old', 'sign-in', async () => void (t.clock.now += 60 * MINUTE)],
    ['was cancelled', 'sign-in', async (browser: Browser) => void (await browser.copy().cancel())],
    ['was passed', 'here', async (b: Browser, p: Person) => void (await b.copy().attempt('totp', p.appCode()))],
  ] as const)('gives none once the challenge %s', async (_, restart, end) => {
    const { person, browser } = await withKey();
    await end(browser, person);
    expect((await browser.preparePasskey()).body).toMatchObject({ code: 'challenge-over', restart });
  });
});

describe('an assertion', () => {
  test('signs the person in', async () => {
    const { person, key, browser } = await withKey();
    const answer = await browser.useKey(key);
    expect(answer.body).toEqual({
      by: 'passkey',
      codesLeft: 'unknown',
      todo: [],
      mayPostpone: true,
      notified: 'unknown',
    });
    await isIn(person, browser);
    expect(await t.sessionsOf(person)).toBe(1);
  });

  test('sent again under its attempt gets the same answer and the same session', async () => {
    const { person, key, browser } = await withKey();
    const resending = browser.copy();
    const { body } = await browser.preparePasskey();
    const proof = { kind: 'passkey', ceremony: body.id, credential: key.answer(body.options) };
    const attempt = attemptId();
    const first = await browser.prove(proof, { attempt });
    const second = await resending.prove(proof, { attempt });
    expect([second.status, second.body]).toEqual([200, first.body]);
    expect(resending.cookies).toEqual(browser.cookies);
    expect(await t.sessionsOf(person)).toBe(1);
  });

  const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  test.each<[string, Twist]>([
    ['of a foreign page', { origin: 'https://evil.example' }],
    ['of a page of this host on another port', { origin: 'http://localhost:1' }],
    ['for another site', { rpId: 'evil.example' }],
    ['that is a registration', { type: 'webauthn.create' }],
    ['that answers something else', { challenge: randomBytes(32).toString('base64url') }],
    ['of a page that another site framed', { crossOrigin: true }],
    ['without the check of who used it', { verified: false }],
    ['without anybody there', { present: false }],
    ['signed by another key', { key: other }],
  ])('%s is refused', async (_, twist) => {
    const { person, key, browser } = await withKey();
    expect((await browser.useKey(key, twist)).body).toMatchObject(refused);
    expect([browser.holdsSession, await t.sessionsOf(person)]).toEqual([false, 0]);
    // The control: without the twist it is right.
    expect((await browser.useKey(key)).status).toBe(200);
  });

  test('that somebody changed after it was signed is refused', async () => {
    const { key, browser } = await withKey();
    const { body } = await browser.preparePasskey();
    const credential = key.answer(body.options, { counter: 1 });
    credential.response.authenticatorData = key.answer(body.options, { counter: 2 }).response.authenticatorData;
    const answer = await browser.prove({ kind: 'passkey', ceremony: body.id, credential });
    expect(answer.body).toMatchObject(refused);
  });

  test("by another person's key is refused", async () => {
    const { browser } = await withKey();
    const stranger = await withKey();
    expect((await browser.useKey(stranger.key)).body).toMatchObject(refused);
    expect(browser.holdsSession).toBe(false);
  });

  test('by a key that nobody registered is refused', async () => {
    const { browser } = await withKey();
    expect((await browser.useKey(new SoftwareAuthenticator(t.server.origin))).body).toMatchObject(refused);
  });

  test('is good for one try: a ceremony whose first answer was refused takes no second one', async () => {
    const { key, browser } = await withKey();
    const { body } = await browser.preparePasskey();
    const proof = (twist?: Twist) => ({
      kind: 'passkey',
      ceremony: body.id,
      credential: key.answer(body.options, twist),
    });
    expect((await browser.prove(proof({ verified: false }))).body).toMatchObject(refused);
    expect((await browser.prove(proof())).body).toMatchObject(refused);
  });

  test('that let the person in is refused on the next challenge', async () => {
    const { person, key, browser } = await withKey();
    const { body } = await browser.preparePasskey();
    const proof = { kind: 'passkey', ceremony: body.id, credential: key.answer(body.options) };
    await browser.prove(proof);
    const later = await t.challenged(person);
    expect((await later.prove(proof)).body).toMatchObject(refused);
  });

  test('for a ceremony of another challenge is refused, and that one is still good where it belongs', async () => {
    const { person, key, browser } = await withKey();
    const elsewhere = await t.challenged(person);
    const { body } = await elsewhere.preparePasskey();
    const proof = { kind: 'passkey', ceremony: body.id, credential: key.answer(body.options) };
    expect((await browser.prove(proof)).body).toMatchObject(refused);
    expect((await elsewhere.prove(proof)).status).toBe(200);
  });

  test.each([
    ['just before', 5 * MINUTE - 1, 200],
    ['at', 5 * MINUTE, 422],
  ])('%s the end of its ceremony is answered as it should be', async (_, after, status) => {
    const { key, browser } = await withKey();
    const { body } = await browser.preparePasskey();
    t.clock.now += after;
    const answer = await browser.prove({ kind: 'passkey', ceremony: body.id, credential: key.answer(body.options) });
    expect(answer.status).toBe(status);
  });

  test.each<[string, number[], number]>([
    ['goes up', [5, 6], 200],
    ['stays', [5, 5], 422],
    ['goes down', [5, 4], 422],
    ['is gone', [5, 0], 422],
    ['was never there', [0, 0], 200],
    ['uses all 32 bits', [0xffff_fffe, 0xffff_ffff], 200],
  ])('whose signature counter %s is answered as it should be', async (_, [first, second], status) => {
    const { person, key, browser } = await withKey();
    expect((await browser.useKey(key, { counter: first! })).status).toBe(200);
    const later = await t.challenged(person);
    expect((await later.useKey(key, { counter: second! })).status).toBe(status);
  });

  test('has to go beyond the counter that the key was added with', async () => {
    const { key, browser } = await withKey({ counter: 7 });
    expect((await browser.useKey(key, { counter: 7 })).body).toMatchObject(refused);
    expect((await browser.useKey(key, { counter: 8 })).status).toBe(200);
  });

  test.each<[string, string | undefined, string | undefined, number]>([
    ['of the person', 'aGFuZGxl', 'aGFuZGxl', 200],
    ['of somebody else', 'aGFuZGxl', 'b3RoZXI', 422],
    ['although none was noted', undefined, 'aGFuZGxl', 200],
    ['of nobody, as security keys do', 'aGFuZGxl', undefined, 200],
  ])('that names the user handle %s is answered as it should be', async (_, noted, named, status) => {
    const { key, browser } = await withKey(noted === undefined ? {} : { userHandle: noted });
    expect((await browser.useKey(key, named === undefined ? {} : { userHandle: named })).status).toBe(status);
  });

  test.each<[string, (good: AuthenticationResponseJSON) => unknown]>([
    ['nothing in it', () => ({})],
    ['a number for its id', (good) => ({ ...good, id: 7 })],
    ['a list for its id', (good) => ({ ...good, id: [good.id], rawId: [good.id] })],
    ['another raw id', (good) => ({ ...good, rawId: 'AAAA' })],
    ['another type', (good) => ({ ...good, type: 'password' })],
    ['no response', (good) => ({ ...good, response: undefined })],
    ['null for a response', (good) => ({ ...good, response: null })],
    ['a word for a response', (good) => ({ ...good, response: 'yes' })],
    ['client data that is no JSON', (good) => ({ ...good, response: { ...good.response, clientDataJSON: 'AAAA' } })],
    ['client data that is null', (good) => ({ ...good, response: { ...good.response, clientDataJSON: 'bnVsbA' } })],
    ['an empty signature', (good) => ({ ...good, response: { ...good.response, signature: '' } })],
    ['short data', (good) => ({ ...good, response: { ...good.response, authenticatorData: 'AAAA' } })],
  ])('with %s is refused', async (_, spoiled) => {
    const { key, browser } = await withKey();
    const { body } = await browser.preparePasskey();
    const credential = spoiled(key.answer(body.options));
    const answer = await browser.prove({ kind: 'passkey', ceremony: body.id, credential });
    expect(answer.body).toMatchObject(refused);
  });

  test('that was refused is not called good when it is settled', async () => {
    const { key, browser } = await withKey();
    const attempt = attemptId();
    await browser.copy().useKey(key, { verified: false }, { attempt });
    expect((await browser.settle(attempt)).body).toEqual({ state: 'pending', spent: 'unknown' });
  });
});

describe('under a policy that hides passkeys', () => {
  test('none is asked for and none is taken', async () => {
    const app = await otherApp(t, {}, { policy: { hide: ['passkey'] } });
    const person = await t.addPerson();
    await t.addKey(person);
    const browser = app.browser();
    await browser.signIn(person);
    const ruledOut = { status: 403, code: 'not-allowed', reason: 'policy' };
    expect((await browser.load()).body.challenge.offers).not.toContainEqual({ kind: 'passkey' });
    expect((await browser.preparePasskey()).body).toMatchObject(ruledOut);
    const answer = await browser.prove({ kind: 'passkey', ceremony: 'any', credential: {} });
    expect(answer.body).toMatchObject(ruledOut);
  });
});

describe('an app may say otherwise', () => {
  async function at(passkeys: object, origin = 'http://localhost:9') {
    const app = await otherApp(t, {}, { passkeys });
    const person = await t.addPerson();
    const key = new SoftwareAuthenticator(origin);
    await addPasskey(app.auth, person.id, key.credential);
    const browser = app.browser();
    await browser.signIn(person);
    return { key, browser };
  }

  test.each(['preferred', 'discouraged'] as const)(
    'that the check of who uses a key is %s',
    async (userVerification) => {
      const { key, browser } = await at({ userVerification });
      expect((await browser.preparePasskey()).body.options).toMatchObject({ userVerification });
      expect((await browser.useKey(key, { verified: false })).status).toBe(200);
    },
  );

  test('which site its keys are for', async () => {
    const { key, browser } = await at({ rpId: 'example.com' });
    expect((await browser.preparePasskey()).body.options).toMatchObject({ rpId: 'example.com' });
    expect((await browser.useKey(key, { rpId: 'localhost' })).body).toMatchObject(refused);
    expect((await browser.useKey(key)).status).toBe(200);
  });

  test('on which origins they are used', async () => {
    const { key, browser } = await at({ origins: ['https://app.example.com', 'https://example.com'] });
    expect((await browser.useKey(key)).body).toMatchObject(refused);
    expect((await browser.useKey(key, { origin: 'https://example.com' })).status).toBe(200);
  });
});

describe('a passkey to add', () => {
  const good = () => new SoftwareAuthenticator(t.server.origin).credential;

  test('is a second factor by itself', async () => {
    const person = await t.addPerson({ factor: false });
    await t.addKey(person);
    const browser = await t.challenged(person);
    expect((await browser.load()).body.challenge.offers).toEqual([{ kind: 'passkey' }]);
    expect(await t.sessionsOf(person)).toBe(0);
  });

  test('keeps what it is', async () => {
    const person = await t.addPerson({ factor: false });
    await t.addKey(person, { kind: 'security-key', name: 'Blue key', synced: false });
    const rows = await t.sql('select kind, name, synced, counter::int from "mfaPasskey" where "userId" = $1', [
      person.id,
    ]);
    expect(rows).toEqual([{ kind: 'security-key', name: 'Blue key', synced: false, counter: 0 }]);
  });

  test('is refused for nobody', async () => {
    await expect(addPasskey(t.server.auth, 'nobody', good())).rejects.toThrow('no such user');
  });

  test('that is registered already is refused, whoever has it', async () => {
    const credential = good();
    await addPasskey(t.server.auth, (await t.addPerson()).id, credential);
    const { id } = await t.addPerson();
    await expect(addPasskey(t.server.auth, id, credential)).rejects.toThrow('already');
  });

  test.each<[string, () => Partial<PasskeyCredential>, RegExp]>([
    ['an id that is not base64url', () => ({ id: 'no+good==' }), /credential id/],
    ['no id', () => ({ id: '' }), /credential id/],
    ['an id that is too long', () => ({ id: 'A'.repeat(1365) }), /credential id/],
    ['a key that is none', () => ({ publicKey: 'bm8ga2V5' }), /COSE/],
    // {} and {1: 2} in CBOR.
    ['a key with nothing in it', () => ({ publicKey: 'oA' }), /COSE/],
    ['a key without an algorithm', () => ({ publicKey: 'oQEC' }), /COSE/],
    ['a counter below nothing', () => ({ counter: -1 }), /counter/],
    ['a counter beyond 32 bits', () => ({ counter: 2 ** 32 }), /counter/],
    ['half a counter', () => ({ counter: 0.5 }), /counter/],
    ['a user handle that is not base64url', () => ({ userHandle: 'a b' }), /user handle/],
  ])('with %s is refused', async (_, wrong, told) => {
    const { id } = await t.addPerson({ factor: false });
    await expect(addPasskey(t.server.auth, id, { ...good(), ...wrong() })).rejects.toThrow(told);
    expect(await t.sql('select id from "mfaPasskey" where "userId" = $1', [id])).toEqual([]);
  });
});
