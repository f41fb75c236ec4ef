import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MINUTE, startHarness, type Harness } from './support/harness';
import { signed, unsigned } from './support/signed';

let t: Harness;
beforeAll(async () => {
  t = await startHarness({ policy: { codesCount: true, lowAt: 4 } });
});
afterAll(() => t.close());

describe('GET /mfa/challenge', () => {
  test('tells who has proved nothing to sign in first', async () => {
    expect((await t.browser().load()).body).toEqual({ status: 'sign-in-first' });
  });

  test('offers the app first, then the backup codes, and names the account only masked', async () => {
    const person = await t.addPerson();
    const browser = await t.challenged(person);
    const { body } = await browser.load();
    expect(body.challenge).toEqual({
      handle: expect.any(String),
      offers: [
        { kind: 'totp' },
        {
          kind: 'backup-code',
          format: {
            kind: 'grouped',
            alphabet: 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789',
            case: 'upper',
            groups: [4, 4, 4],
            separator: '-',
          },
          madeOn: t.clock.now,
        },
      ],
      certainty: 'told',
      account: 'p•••@example.com',
      expiresAt: t.clock.now + 30 * MINUTE,
      trust: null,
      notices: [],
    });
  });

  test('offers no backup code to a person who has none left', async () => {
    const person = await t.addPerson();
    await t.sql('update "mfaBackupCode" set "usedAt" = now() where "userId" = $1', [person.id]);
    const browser = await t.challenged(person);
    expect((await browser.load()).body.challenge.offers).toEqual([{ kind: 'totp' }]);
  });

  test('keeps its handle and its end when it is asked again', async () => {
    const browser = await t.challenged(await t.addPerson());
    const first = await browser.load();
    t.clock.now += MINUTE;
    expect((await browser.load()).body).toEqual(first.body);
  });

  test('tells who is signed in so', async () => {
    const browser = t.browser();
    await browser.signIn(await t.addPerson({ factor: false }));
    expect((await browser.load()).body).toEqual({ status: 'signed-in', todo: [], mayPostpone: true });
  });

  test('tells a tab whose challenge was passed in another one that it is signed in', async () => {
    const person = await t.addPerson();
    const browser = await t.challenged(person);
    const challengeCookie = new Map(browser.cookies);
    await browser.attempt('totp', person.appCode());
    browser.cookies = new Map([...browser.cookies, ...challengeCookie]);
    expect((await browser.load()).body).toEqual({ status: 'signed-in', todo: [], mayPostpone: true });
  });

  test('lets a person in who reloaded the page before the answer came, for two minutes', async () => {
    const person = await t.addPerson();
    const browser = await t.challenged(person);
    await browser.copy().attempt('backup-code', person.codes[0]!);
    const late = browser.copy();
    expect((await browser.load()).body).toEqual({ status: 'signed-in', todo: [], mayPostpone: true });
    expect(await browser.whoAmI()).toBe(person.email);
    t.clock.now += 2 * MINUTE + 1;
    expect((await late.load()).body).toEqual({ status: 'sign-in-first' });
  });

  test('opens a challenge that has ended again, under the same handle and no longer than the first factor counts', async () => {
    const browser = await t.challenged(await t.addPerson());
    const signedInAt = t.clock.now;
    const { challenge } = (await browser.load()).body;
    t.clock.now += 45 * MINUTE;
    const { body } = await browser.load();
    expect(body.challenge).toMatchObject({ handle: challenge.handle, expiresAt: signedInAt + 60 * MINUTE });
  });

  test('asks for the first factor again an hour after it was given', async () => {
    const browser = await t.challenged(await t.addPerson());
    t.clock.now += 60 * MINUTE;
    expect((await browser.load()).body).toEqual({ status: 'sign-in-first' });
  });

  test('asks nobody whose second factor is gone', async () => {
    const person = await t.addPerson();
    const browser = await t.challenged(person);
    await t.sql('delete from "mfaFactor" where "userId" = $1', [person.id]);
    expect((await browser.load()).body).toEqual({ status: 'sign-in-first' });
  });

  test('lets the address say nothing about how the session is looked up', async () => {
    const browser = t.browser();
    await browser.signIn(await t.addPerson({ factor: false }));
    const answer = await browser.send('GET', '/api/auth/mfa/challenge?disableCookieCache=x&disableCookieCache=y');
    expect(answer.body).toEqual({ status: 'signed-in', todo: [], mayPostpone: true });
  });

  test('takes a forged cookie for none', async () => {
    const browser = await t.challenged(await t.addPerson());
    browser.cookies.set('better-auth.mfa_challenge', 'A'.repeat(43));
    expect((await browser.load()).body).toEqual({ status: 'sign-in-first' });
  });

  test('takes the cookie by its signature alone', async () => {
    const browser = await t.challenged(await t.addPerson());
    const token = unsigned(browser.cookies.get('better-auth.mfa_challenge')!);
    const { secret } = await t.server.auth.$context;
    const statusWith = async (cookie: string): Promise<string> => {
      browser.cookies.set('better-auth.mfa_challenge', cookie);
      return (await browser.load()).body.status as string;
    };
    expect(await statusWith(signed(token, secret))).toBe('challenge');
    expect(await statusWith(signed(token, 'the secret of another server'))).toBe('sign-in-first');
    expect(await statusWith(token)).toBe('sign-in-first');
  });

  test('refuses a handle that is too long', async () => {
    const answer = await t.browser().send('GET', `/api/auth/mfa/challenge?handle=${'a'.repeat(129)}`);
    expect(answer.body).toMatchObject({ status: 400, code: 'bad-request' });
  });

  test('forgets a challenge that was left behind when somebody else signs in there', async () => {
    const browser = await t.challenged(await t.addPerson());
    await browser.signIn(await t.addPerson({ factor: false }));
    expect((await browser.load()).body).toEqual({ status: 'signed-in', todo: [], mayPostpone: true });
  });
});

describe('an attempt on a challenge that has ended', () => {
  test('is told to load again while the first factor counts', async () => {
    const person = await t.addPerson();
    const browser = await t.challenged(person);
    t.clock.now += 30 * MINUTE;
    const answer = await browser.attempt('totp', person.appCode());
    expect(answer.body).toMatchObject({ status: 410, code: 'challenge-over', restart: 'here' });
  });

  test('passes once the challenge was loaded again', async () => {
    const person = await t.addPerson();
    const browser = await t.challenged(person);
    t.clock.now += 30 * MINUTE;
    await browser.load();
    expect((await browser.attempt('totp', person.appCode())).status).toBe(200);
  });

  test('is sent to the sign-in when the first factor counts no more', async () => {
    const person = await t.addPerson();
    const browser = await t.challenged(person);
    t.clock.now += 60 * MINUTE;
    const answer = await browser.attempt('totp', person.appCode());
    expect(answer.body).toMatchObject({ status: 410, code: 'challenge-over', restart: 'sign-in' });
  });

  test('is sent to the sign-in without a challenge', async () => {
    const answer = await t.browser().attempt('totp', '000000');
    expect(answer.body).toMatchObject({ status: 410, code: 'challenge-over', restart: 'sign-in' });
  });

  test('is told to load again when the challenge was passed', async () => {
    const person = await t.addPerson();
    const browser = await t.challenged(person);
    const otherTab = browser.copy();
    await browser.attempt('totp', person.appCode());
    const answer = await otherTab.attempt('backup-code', person.codes[0]!);
    expect(answer.body).toMatchObject({ status: 410, code: 'challenge-over', restart: 'here' });
    expect(await t.usedCodesOf(person)).toBe(0);
  });
});

describe('POST /mfa/challenge/cancel', () => {
  test('ends the challenge, for who kept its cookie too', async () => {
    const person = await t.addPerson();
    const browser = await t.challenged(person);
    const otherTab = browser.copy();
    expect((await browser.cancel()).status).toBe(204);
    expect(browser.holdsChallenge).toBe(false);
    const answer = await otherTab.attempt('totp', person.appCode());
    expect(answer.body).toMatchObject({ code: 'challenge-over', restart: 'sign-in' });
    expect((await otherTab.load()).body).toEqual({ status: 'sign-in-first' });
  });

  test('succeeds without a challenge', async () => {
    expect((await t.browser().cancel()).status).toBe(204);
  });

  test('does not take back a challenge that was passed', async () => {
    const person = await t.addPerson();
    const browser = await t.challenged(person);
    const [otherTab, thirdTab] = [browser.copy(), browser.copy()];
    await browser.attempt('totp', person.appCode());
    await otherTab.cancel();
    expect(await browser.whoAmI()).toBe(person.email);
    expect((await thirdTab.attempt('totp', '000000')).body).toMatchObject({ code: 'challenge-over', restart: 'here' });
  });
});

describe('what is not offered', () => {
  test.each([
    ['deliveries', { offer: 'account-email' }, { status: 403, code: 'not-allowed', reason: 'not-offered' }],
    ['passkey', {}, { status: 403, code: 'not-allowed', reason: 'not-offered' }],
    [
      'attempts',
      { attempt: 'a'.repeat(16), proof: { kind: 'enrollment-pass', code: 'ABC' } },
      { status: 403, code: 'not-allowed', reason: 'policy' },
    ],
    [
      'attempts',
      { attempt: 'b'.repeat(16), proof: { kind: 'delivered-code', id: 'account-email', code: '1' } },
      { status: 422, code: 'delivered-code-expired' },
    ],
    [
      'attempts',
      { attempt: 'c'.repeat(16), proof: { kind: 'passkey', ceremony: 'c', credential: {} } },
      { status: 422, code: 'passkey-refused' },
    ],
  ])('is refused by %s with %j', async (path, body, refusal) => {
    const browser = await t.challenged(await t.addPerson());
    const answer = await browser.send('POST', `/api/auth/mfa/challenge/${path}`, body);
    expect(answer.body).toMatchObject(refusal);
  });
});

test('GET /mfa/policy says what the host set', async () => {
  const answer = await t.browser().send('GET', '/api/auth/mfa/policy');
  expect(answer.body).toEqual({ codesCount: true, lowAt: 4 });
});
