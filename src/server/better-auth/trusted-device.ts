import type { AuthContext, GenericEndpointContext } from 'better-auth';
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import { record } from './activity.js';
import { contextOf, database, equal, type AuthApp, type Database } from './database.js';
import { settingsOf } from './options.js';
import { passwordMark } from './password.js';
import type { ChallengeRow, TrustedDeviceRow } from './rows.js';
import { hashToken, newToken } from './token.js';

const DAY = 24 * 60 * 60_000;

function deviceCookie(context: AuthContext, seconds: number) {
  return context.createAuthCookie('mfa_trusted_device', { maxAge: seconds });
}

const tokenOf = (ctx: GenericEndpointContext) => ctx.getCookie(deviceCookie(ctx.context, 0).name);

function setCookie(ctx: GenericEndpointContext, token: string, until: number, now: number): void {
  const { name, attributes } = deviceCookie(ctx.context, Math.ceil((until - now) / 1000));
  ctx.setCookie(name, token, attributes);
}

/**
 * Notes that this browser is trusted with the challenge that is being passed, in the transaction that is open. The token
 * leaves by `giveTrust`, encrypted until then: the answer may be lost and is given again.
 */
export async function trustDevice(
  ctx: GenericEndpointContext,
  db: Database,
  challenge: ChallengeRow,
  days: number,
  now: number,
): Promise<ChallengeRow> {
  const { userId } = challenge;
  const token = newToken();
  const old = tokenOf(ctx);
  if (old) await db.deleteMany({ model: 'mfaTrustedDevice', where: equal({ tokenHash: hashToken(old), userId }) });
  await db.deleteMany({
    model: 'mfaTrustedDevice',
    where: [...equal({ userId }), { field: 'createdAt', operator: 'lte', value: new Date(now - days * DAY) }],
  });
  await db.create({
    model: 'mfaTrustedDevice',
    data: {
      userId,
      tokenHash: hashToken(token),
      passwordMark: challenge.passwordMark,
      createdAt: new Date(now),
      lastUsedAt: null,
    },
  });
  const trust = await symmetricEncrypt({ key: ctx.context.secretConfig, data: token });
  await db.updateMany({ model: 'mfaChallenge', where: equal({ id: challenge.id }), update: { trust } });
  await record(db, userId, 'mfa.device_trusted', now);
  return { ...challenge, trust };
}

/** Sets the cookie of the device that was trusted with a challenge, the first time and again. */
export async function giveTrust(ctx: GenericEndpointContext, { trust, passedAt }: ChallengeRow, now: number) {
  const { trustDeviceDays: days } = settingsOf(ctx.context);
  if (trust === null || passedAt === null || days === null) return;
  const token = await symmetricDecrypt({ key: ctx.context.secretConfig, data: trust });
  setCookie(ctx, token, passedAt.getTime() + days * DAY, now);
}

/**
 * Whether this browser was trusted by this person, so that the first factor is enough. Each use takes the old token away
 * and gives a new one; the days still run from when the device was trusted.
 */
export async function useTrustedDevice(ctx: GenericEndpointContext, userId: string): Promise<boolean> {
  const { trustDeviceDays: days, now: clock } = settingsOf(ctx.context);
  const token = days === null ? null : tokenOf(ctx);
  if (days === null || !token) return false;
  const now = clock();
  const db = await database(ctx.context);
  const tokenHash = hashToken(token);
  const device = await db.findOne<TrustedDeviceRow>({ model: 'mfaTrustedDevice', where: equal({ tokenHash, userId }) });
  if (!device) return false;
  const until = device.createdAt.getTime() + days * DAY;
  if (now >= until || (await passwordMark(ctx.context, userId)) !== device.passwordMark) return false;

  const fresh = newToken();
  const taken = await db.updateMany({
    model: 'mfaTrustedDevice',
    where: equal({ id: device.id, tokenHash }),
    update: { tokenHash: hashToken(fresh), lastUsedAt: new Date(now) },
  });
  if (taken !== 1) return false;
  await record(db, userId, 'mfa.trusted_device_used', now);
  setCookie(ctx, fresh, until, now);
  return true;
}

/** Ends the trust in every device of a person. */
export async function forgetDevices(db: Database, userId: string): Promise<void> {
  await db.deleteMany({ model: 'mfaTrustedDevice', where: equal({ userId }) });
}

/**
 * Ends the trust in every device of a person: each is asked for the second factor again. For your "sign out everywhere";
 * a change of the password, of a factor or of the backup codes does it by itself.
 */
export async function forgetTrustedDevices(auth: AuthApp, userId: string): Promise<void> {
  await forgetDevices(await database(await contextOf(auth)), userId);
}
