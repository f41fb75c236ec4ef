import type { AuthContext } from 'better-auth';
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import { Secret, TOTP } from 'otpauth';
import { contextOf, equal, transaction, type AuthApp, type Database } from './database.js';
import { lockGuard, type Judgement } from './guard.js';
import { settingsOf } from './options.js';
import type { FactorRow } from './rows.js';
import { forgetDevices } from './trusted-device.js';

const PERIOD = 30;
/** What every authenticator app understands; RFC 6238 asks for a window as small as possible. */
const PARAMETERS = { algorithm: 'SHA1', digits: 6, period: PERIOD } as const;
const WINDOW = 1;
/** RFC 4226, 4: at least 128 bits. */
const SHORTEST_KEY = 16;

async function keysOf(context: AuthContext, db: Database, userId: string) {
  const factors = await db.findMany<FactorRow>({ model: 'mfaFactor', where: equal({ userId, kind: 'totp' }) });
  const open = async (factor: FactorRow) => {
    const key = await symmetricDecrypt({ key: context.secretConfig, data: factor.secret });
    return { factor, secret: Secret.fromBase32(key) };
  };
  return Promise.all(factors.map(open));
}

/**
 * Judges an app code and takes its time step, so that no code of that step or an earlier one counts again
 * (RFC 6238, 5.2).
 */
export async function judgeTotp(
  context: AuthContext,
  db: Database,
  userId: string,
  token: string,
  now: number,
): Promise<Judgement> {
  let judgement: Judgement = 'wrong';
  for (const { factor, secret } of await keysOf(context, db, userId)) {
    const step = matchedStep(secret, token, now);
    if (step === null) continue;
    const taken = await db.updateMany({
      model: 'mfaFactor',
      where: [...equal({ id: factor.id }), { field: 'lastStep', operator: 'lt', value: step }],
      update: { lastStep: step, lastUsedAt: new Date(now) },
    });
    if (taken === 1) return 'right';
    judgement = 'used';
  }
  return judgement;
}

/** The time step that a code is of, or null. */
function matchedStep(secret: Secret, token: string, now: number): number | null {
  const plain = token.replace(/\s/g, '');
  const delta = new TOTP({ ...PARAMETERS, secret }).validate({ token: plain, window: WINDOW, timestamp: now });
  return delta === null ? null : Math.floor(now / 1000 / PERIOD) + delta;
}

/** As above, for an app that is not in force yet. */
export const stepOf = (base32: string, token: string, now: number): number | null =>
  matchedStep(Secret.fromBase32(base32), token, now);

export interface NewKey {
  readonly base32: string;
  readonly uri: string;
}

/** What an app is given: the key, alone and in the address that it scans. */
function keyFor(context: AuthContext, secret: Secret, label: string): NewKey {
  const { issuer = context.appName } = settingsOf(context);
  return { base32: secret.base32, uri: new TOTP({ ...PARAMETERS, secret, issuer, label }).toString() };
}

/** A random key of 160 bits (RFC 4226, 4). */
export const newKey = (context: AuthContext, label: string): NewKey => keyFor(context, new Secret({ size: 20 }), label);

/** The library's own error would name a character of the key. */
function readKey(base32: string): Secret {
  try {
    return Secret.fromBase32(base32);
  } catch {
    throw new Error('The key is not written in base32.');
  }
}

/**
 * Gives a person an authenticator app as second factor; from now on no session is made for them without it.
 *
 * @param secretBase32 a key to take over, of 128 bits at least; a random one of 160 bits otherwise (RFC 4226, 4)
 */
export async function addTotp(
  auth: AuthApp,
  userId: string,
  secretBase32?: string,
): Promise<{ secret: string; uri: string }> {
  const context = await contextOf(auth);
  const { now } = settingsOf(context);
  const user = await context.internalAdapter.findUserById(userId);
  if (!user) throw new Error('There is no such user.');
  const secret = secretBase32 === undefined ? new Secret({ size: 20 }) : readKey(secretBase32);
  if (secret.bytes.length < SHORTEST_KEY) throw new Error('The key is too short: it needs 128 bits at least.');
  const stored = await symmetricEncrypt({ key: context.secretConfig, data: secret.base32 });
  await transaction(context, async (db) => {
    await lockGuard(db, userId, 'totp');
    await forgetDevices(db, userId);
    const keys = await keysOf(context, db, userId);
    // A second row for the key would take each of its codes a second time.
    if (keys.some((key) => key.secret.base32 === secret.base32)) throw new Error('The person has this key already.');
    const data = { userId, kind: 'totp', secret: stored, lastStep: 0, createdAt: new Date(now()) };
    await db.create({ model: 'mfaFactor', data });
  });
  return { secret: secret.base32, uri: keyFor(context, secret, user.email).uri };
}
