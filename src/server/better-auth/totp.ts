import type { AuthContext } from 'better-auth';
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import { Secret, TOTP } from 'otpauth';
import { contextOf, database, equal, type AuthApp, type Database } from './database.js';
import { settingsOf } from './options.js';
import type { FactorRow } from './schema.js';

const PERIOD = 30;
/** What every authenticator app understands; RFC 6238 asks for a window as small as possible. */
const PARAMETERS = { algorithm: 'SHA1', digits: 6, period: PERIOD } as const;
const WINDOW = 1;

export type Judgement = 'right' | 'wrong' | 'used';

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
  const factors = await db.findMany<FactorRow>({ model: 'mfaFactor', where: equal({ userId, kind: 'totp' }) });
  let judgement: Judgement = 'wrong';
  for (const factor of factors) {
    const secret = Secret.fromBase32(await symmetricDecrypt({ key: context.secretConfig, data: factor.secret }));
    const delta = new TOTP({ ...PARAMETERS, secret }).validate({
      token: token.replace(/\s/g, ''),
      window: WINDOW,
      timestamp: now,
    });
    if (delta === null) continue;
    const step = Math.floor(now / 1000 / PERIOD) + delta;
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

/**
 * Gives a person an authenticator app as second factor; from now on no session is made for them without it.
 *
 * @param secretBase32 a key to take over; a random one of 160 bits otherwise (RFC 4226, 4)
 */
export async function addTotp(
  auth: AuthApp,
  userId: string,
  secretBase32?: string,
): Promise<{ secret: string; uri: string }> {
  const context = await contextOf(auth);
  const { issuer = context.appName, now } = settingsOf(context);
  const user = await context.internalAdapter.findUserById(userId);
  if (!user) throw new Error('There is no such user.');
  const secret = secretBase32 === undefined ? new Secret({ size: 20 }) : Secret.fromBase32(secretBase32);
  const db = await database(context);
  await db.create({
    model: 'mfaFactor',
    data: {
      userId,
      kind: 'totp',
      secret: await symmetricEncrypt({ key: context.secretConfig, data: secret.base32 }),
      lastStep: 0,
      createdAt: new Date(now()),
    },
  });
  return { secret: secret.base32, uri: new TOTP({ ...PARAMETERS, secret, issuer, label: user.email }).toString() };
}
