import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SoftwareAuthenticator, type RegistrationTwist } from '../support/software-authenticator';
import { MINUTE, startHarness, type Browser, type Harness, type Person } from './support/harness';
import { otherApp } from './support/other-app';

let t: Harness;
beforeAll(async () => {
  t = await startHarness();
});
afterAll(() => t.close());

const newKey = () => new SoftwareAuthenticator(t.server.origin);

/** A person at the account page, with a ceremony that waits for an answer. */
async function begun(kind?: string) {
  const person = await t.addPerson();
  const browser = await t.signedIn(person);
  const { id, options } = (await browser.prepareRegistration(kind)).body as {
    id: string;
    options: PublicKeyCredentialCreationOptionsJSON;
  };
  return { person, browser, id, options, key: newKey() };
}

const keysOf = ({ id }: Person) => t.sql('select * from "mfaPasskey" where "userId" = $1', [id]);

describe('a ceremony', () => {
  test('asks for no attestation, wants the person verified, and takes five minutes', async () => {
    const { person, options } = await begun();
    expect(options).toMatchObject({
      rp: { id: 'localhost' },
      user: { id: Buffer.from(person.id).toString('base64url'), name: person.email },
      attestation: 'none',
      authenticatorSelection: { authenticatorAttachment: 'platform', userVerification: 'required' },
      timeout: 5 * MINUTE,
    });
    expect(Buffer.from(options.challenge, 'base64url')).toHaveLength(32);
  });

  test('for a security key wants one that is carried about', async () => {
    const { options } = await begun('security-key');
    expect(options.authenticatorSelection?.authenticatorAttachment).toBe('cross-platform');
  });

  test('excludes what the person has, and nothing of others', async () => {
    const person = await t.addPerson();
    const mine = await t.addKey(person);
    await t.addKey(await t.addPerson());
    const { options } = (await (await t.signedIn(person)).prepareRegistration()).body;
    expect(options.excludeCredentials).toEqual([{ type: 'public-key', id: mine.id }]);
  });

  test.each([undefined, 'totp', 1])('is not begun for %o', async (kind) => {
    const browser = await t.signedIn(await t.addPerson());
    const { body } = await browser.send('POST', '/api/auth/mfa/passkeys/ceremonies', { kind });
    expect(body.code).toBe('bad-request');
  });

  test('is not begun where the policy rules passkeys out', async () => {
    const { browser } = await begun();
    const strict = (await otherApp(t, {}, { policy: { hide: ['passkey'] } })).browser();
    strict.cookies = browser.cookies;
    expect((await strict.prepareRegistration()).body).toMatchObject({ code: 'not-allowed', reason: 'policy' });
  });
});

describe('a registration', () => {
  test('adds a passkey that opens the challenge', async () => {
    const { person, browser, id, options, key } = await begun();
    const { status, body } = await browser.register(id, key.register(options), 'Laptop');
    expect([status, body]).toEqual([
      200,
      {
        todo: [],
        notified: ['p•••@example.com'],
        factor: {
          id: expect.any(String),
          kind: 'passkey',
          name: 'Laptop',
          opens: 'second-step',
          added: t.clock.now,
          lastUsed: 'unknown',
          synced: false,
          canRename: true,
          removal: 'alone',
        },
      },
    ]);
    expect((await (await t.challenged(person)).useKey(key)).status).toBe(200);
    expect(await t.activityOf(person)).toEqual(
      expect.arrayContaining(['mfa.registration_started', 'mfa.factor_enrolled', 'mfa.session_rotated']),
    );
  });

  test('is bound to the person: an assertion that names another is refused', async () => {
    const { person, browser, id, options, key } = await begun();
    await browser.register(id, key.register(options));
    const userHandle = Buffer.from('somebody else').toString('base64url');
    expect((await (await t.challenged(person)).useKey(key, { userHandle })).body.code).toBe('passkey-refused');
    expect((await (await t.challenged(person)).useKey(key, { userHandle: options.user.id })).status).toBe(200);
  });

  test('that was answered already is answered alike, and adds nothing more', async () => {
    const { person, browser, id, options, key } = await begun();
    const credential = key.register(options);
    const first = (await browser.register(id, credential)).body;
    expect((await browser.register(id, credential)).body).toEqual(first);
    expect(await keysOf(person)).toHaveLength(1);
  });

  test.each<[string, RegistrationTwist]>([
    ['another site’s page', { origin: 'https://evil.example' }],
    ['another site', { rpId: 'evil.example' }],
    ['another challenge', { challenge: 'AAAA' }],
    ['a sign-in', { type: 'webauthn.get' }],
    ['a page framed by another site', { crossOrigin: true }],
    ['nobody who was there', { present: false }],
    ['nobody who was verified', { verified: false }],
  ])('made for %s is refused, and the ceremony is spent', async (_, twist) => {
    const { person, browser, id, options, key } = await begun();
    expect((await browser.register(id, key.register(options, twist))).body).toMatchObject({
      status: 422,
      code: 'passkey-refused',
    });
    expect((await browser.register(id, key.register(options))).body.code).toBe('superseded');
    expect(await keysOf(person)).toEqual([]);
    expect(await t.activityOf(person)).toContain('mfa.factor_refused');
  });

  test.each([{}, { id: 'x', response: {} }, { id: 'x', type: 'public-key', response: { attestationObject: 'AAAA' } }])(
    'that is none is refused: %o',
    async (credential) => {
      const { browser, id } = await begun();
      expect((await browser.register(id, credential)).body.code).toBe('passkey-refused');
    },
  );

  test('after five minutes is too late', async () => {
    const { browser, id, options, key } = await begun();
    t.clock.now += 5 * MINUTE;
    expect((await browser.register(id, key.register(options))).body.code).toBe('superseded');
  });

  test.each<[string, (person: Person) => Promise<Browser>]>([
    ['another session of the person', (person) => t.signedIn(person)],
    ["another person's session", async () => t.signedIn(await t.addPerson())],
  ])('from %s is refused', async (_, other) => {
    const { person, browser, id, options, key } = await begun();
    const stranger = await other(person);
    expect((await stranger.register(id, key.register(options))).body.code).toBe('superseded');
    expect((await browser.register(id, key.register(options))).status).toBe(200);
  });

  test('of a key that the account has is said to exist', async () => {
    const { person, browser, id, options, key } = await begun();
    await browser.register(id, key.register(options));
    const again = (await browser.prepareRegistration()).body;
    expect((await browser.register(again.id, key.register(again.options))).body).toMatchObject({
      status: 409,
      code: 'passkey-exists',
    });
    expect(await keysOf(person)).toHaveLength(1);
  });

  test('of a key that another account has is refused', async () => {
    const { browser, id, options } = await begun();
    const theirs = await t.addKey(await t.addPerson());
    expect((await browser.register(id, theirs.register(options))).body.code).toBe('passkey-refused');
  });

  test('signed with another key afterwards opens nothing', async () => {
    const { person, browser, id, options, key } = await begun();
    await browser.register(id, key.register(options));
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    expect((await (await t.challenged(person)).useKey(key, { key: privateKey })).body.code).toBe('passkey-refused');
  });
});

describe('its name', () => {
  const registered = async (name: string | null, twist?: RegistrationTwist) => {
    const { browser, id, options, key } = await begun();
    return (await browser.register(id, key.register(options, twist), name)).body;
  };

  test('is the maker’s where the person gives none, as far as it is known', async () => {
    const aaguid = 'fbfc3007-154e-4ecc-8c0b-6e020557d7bd';
    expect((await registered(null, { aaguid, synced: true })).factor).toMatchObject({
      name: 'Apple Passwords',
      synced: true,
    });
    expect((await registered(null)).factor).toMatchObject({ name: 'unknown', synced: false });
    expect((await registered('Mine', { aaguid })).factor.name).toBe('Mine');
  });

  test.each(['<img src=x onerror=alert(1)>', '"; drop table "mfaPasskey"; --', '{{7*7}}', 'مفتاحي', '🔑'.repeat(64)])(
    'is text, whatever it says: %s',
    async (name) => {
      expect((await registered(name)).factor.name).toBe(name);
    },
  );

  test.each(['', '   ', 'x'.repeat(65), 'a\u0000b', 'a\nb', '\u001b[31m', '\ud800'])(
    'is refused where it is none, and the ceremony goes on: %j',
    async (name) => {
      const { browser, id, options, key } = await begun();
      const refused = await browser.register(id, key.register(options), name);
      expect(refused.body).toMatchObject({ status: 422, code: 'invalid-name' });
      expect((await browser.register(id, key.register(options), ' Key ')).body.factor.name).toBe('Key');
    },
  );
});
