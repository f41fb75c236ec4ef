// The rules of the challenge: who is let in by what, once. Everything is in memory, and happens at once because nothing here waits;
// with a database, make `attempt` one transaction.
import { createHmac, randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';

const MINUTE = 60_000;
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const FORMAT = { kind: 'grouped', alphabet: ALPHABET, case: 'upper', groups: [4, 4, 4], separator: '-' };
/** Wrong codes of one kind until it is locked, and for how long. */
const TRIES = 10;
const LOCK = 15 * MINUTE;
/** How long a session that was made may be given again, because its answer was lost. */
const AGAIN = 2 * MINUTE;

const token = () => randomBytes(24).toString('base64url');
const same = (a, b) => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/** A refusal, as the contract has it. */
export const problem = (status, code, more = {}) => ({
  status,
  body: { type: `urn:mfa-elements:problem:${code}`, title: code, status, code, ...more },
});

/** RFC 4226, 6 digits. */
function hotp(secret, step) {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const hash = createHmac('sha1', secret).update(counter).digest();
  return String((hash.readUInt32BE(hash[19] & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** RFC 6238: the code of an authenticator app at a time. */
export const appCode = (person, at) => hotp(person.secret, Math.floor(at / 30_000));

/** An app's key as people type it: RFC 4648, base32. */
export function appKey({ secret }) {
  const bits = Array.from(secret, (byte) => byte.toString(2).padStart(8, '0')).join('');
  return bits.replaceAll(/.{5}/g, (five) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[Number.parseInt(five, 2)]);
}

function makeCode() {
  const signs = Array.from(randomBytes(12), (byte) => ALPHABET[byte % 32]);
  return [0, 4, 8].map((at) => signs.slice(at, at + 4).join('')).join('-');
}

export function createChallenges({ now = Date.now } = {}) {
  // A hash without a key could be tried out by whoever gets hold of the database.
  const key = randomBytes(32);
  const keyed = (text) => createHmac('sha256', key).update(text).digest('base64url');
  const people = new Map();
  const challenges = new Map();
  const sessions = new Map();

  /** Somebody with an app and ten backup codes. Their codes are known to nobody else once this has returned. */
  function addPerson(email, password) {
    const salt = randomBytes(16);
    const codes = Array.from({ length: 10 }, makeCode);
    const person = {
      email,
      salt,
      password: scryptSync(password, salt, 32),
      secret: randomBytes(20),
      lastStep: 0,
      codes: new Map(codes.map((code) => [keyed(code.replaceAll('-', '')), { usedAt: null }])),
      madeOn: now(),
      wrong: {},
    };
    people.set(email, person);
    return { person, codes };
  }

  /** The first factor. What it gives opens no session: it says whose second factor is asked for. */
  function passFirstFactor(email, password) {
    const person = people.get(email);
    const hash = scryptSync(password, person?.salt ?? Buffer.alloc(16), 32);
    if (!person || !timingSafeEqual(hash, person.password)) return null;
    const id = token();
    challenges.set(id, { handle: token(), person, until: now() + 15 * MINUTE, attempts: new Map(), passed: null });
    return id;
  }

  const find = (id) => {
    const challenge = challenges.get(id);
    return challenge && challenge.until > now() ? challenge : null;
  };

  /** What a person meets. */
  function entry(id, session) {
    const challenge = find(id);
    if (challenge?.passed) return again(challenge) ?? { status: 200, body: { status: 'sign-in-first' } };
    if (!challenge)
      return {
        status: 200,
        body: sessions.has(session) ? { status: 'signed-in', todo: [] } : { status: 'sign-in-first' },
      };
    const { person, handle, until } = challenge;
    const offers = [{ kind: 'totp' }, { kind: 'backup-code', format: FORMAT, madeOn: person.madeOn }];
    const account = person.email.replace(/(?<=^.).*(?=@)/, '•••');
    const told = { handle, offers, certainty: 'told', account, expiresAt: until, trust: null, notices: [] };
    return { status: 200, body: { status: 'challenge', challenge: told } };
  }

  /** Whoever is in, but never got the answer, gets the session again. */
  function again({ passed }) {
    if (passed.at + AGAIN < now() || !sessions.has(passed.session)) return null;
    return { status: 200, body: { status: 'signed-in', todo: [] }, session: passed.session };
  }

  /** Judges a proof once. The same attempt gets the same answer, whatever it carries the second time. */
  function attempt(id, name, proof) {
    const challenge = find(id);
    const known = challenge?.attempts.get(name);
    if (known) return known.session && !again(challenge) ? { ...known, session: undefined } : known;
    if (!challenge || challenge.passed || challenge.attempts.size > 100) {
      return problem(410, 'challenge-over', { restart: 'sign-in' });
    }
    const outcome = judge(challenge, proof);
    challenge.attempts.set(name, outcome);
    return outcome;
  }

  function judge(challenge, { kind, code }) {
    const { person } = challenge;
    const wrong = (person.wrong[kind] ??= { count: 0, until: 0 });
    if (wrong.until > now()) return problem(429, 'too-many-attempts', { blocks: [kind], retryAt: wrong.until });
    const refusal = kind === 'totp' ? useAppCode(person, code) : useBackupCode(person, code);
    if (refusal) {
      wrong.count += 1;
      if (wrong.count >= TRIES) Object.assign(wrong, { count: 0, until: now() + LOCK });
      return problem(422, refusal);
    }
    wrong.count = 0;
    const session = token();
    sessions.set(session, person);
    challenge.passed = { at: now(), session };
    const codesLeft = [...person.codes.values()].filter(({ usedAt }) => usedAt === null).length;
    const told = { codesLeft, todo: [], mayPostpone: true, notified: [] };
    return { status: 200, body: { by: kind, ...told }, session };
  }

  /** One step of the clock either way, and each code once. */
  function useAppCode(person, code) {
    const current = Math.floor(now() / 30_000);
    const step = [current, current - 1, current + 1].find(
      (one) => one > person.lastStep && same(code, hotp(person.secret, one)),
    );
    if (step === undefined) return 'wrong-code';
    person.lastStep = step;
    return null;
  }

  function useBackupCode(person, code) {
    const found = person.codes.get(keyed(code.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')));
    if (!found) return 'wrong-code';
    if (found.usedAt !== null) return 'used-code';
    found.usedAt = now();
    return null;
  }

  /** What became of an attempt. One that never arrived is void from now on, so that "not spent" stays true. */
  function settle(id, name) {
    const challenge = find(id);
    if (!challenge) return { status: 200, body: { state: 'over', spent: 'unknown' } };
    const known = challenge.attempts.get(name);
    if (!known) challenge.attempts.set(name, problem(409, 'superseded'));
    const state = challenge.passed ? 'over' : 'pending';
    if (!known || known.body.code === 'superseded' || known.status === 429)
      return { status: 200, body: { state, spent: false } };
    if (known.status !== 200) {
      return { status: 200, body: { state, spent: known.body.code === 'used-code' ? true : 'unknown' } };
    }
    if (!again(challenge)) return { status: 200, body: { state, spent: true } };
    return { status: 200, body: { state: 'signed-in', verified: known.body }, session: known.session };
  }

  /** The one code of a plain form. The same form sent again within the minute is the same attempt. */
  function submit(id, { totp = '', 'backup-code': backupCode = '' }) {
    if (totp && backupCode) return 'two-codes';
    if (!totp && !backupCode) return 'no-code';
    const proof = totp ? { kind: 'totp', code: totp.replaceAll(/\s/g, '') } : { kind: 'backup-code', code: backupCode };
    const name = keyed(`${Math.floor(now() / MINUTE)} ${proof.kind} ${proof.code}`);
    const { status, body, session } = attempt(id, name, proof);
    return status === 200 ? { session } : body.code;
  }

  return {
    addPerson,
    passFirstFactor,
    entry,
    attempt,
    settle,
    submit,
    cancel: (id) => challenges.delete(id),
    personOf: (session) => sessions.get(session) ?? null,
    signOut: (session) => sessions.delete(session),
  };
}
