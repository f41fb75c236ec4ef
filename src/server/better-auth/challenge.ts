import { createHash, randomBytes } from 'node:crypto';
import type { AuthContext, GenericEndpointContext } from 'better-auth';
import { expireCookie } from 'better-auth/cookies';
import { database, equal, transaction, type Database } from './database.js';
import { CHALLENGE_TTL, FIRST_FACTOR_TTL, settingsOf } from './options.js';
import type { ChallengeRow, FactorRow } from './schema.js';

const DAY = 24 * 60 * 60_000;

/** Only the hash of the cookie is stored: who reads the database can't take up a challenge. */
const hashToken = (token: string) => createHash('sha256').update(token).digest('hex');

function challengeCookie(context: AuthContext) {
  return context.createAuthCookie('mfa_challenge', { maxAge: FIRST_FACTOR_TTL / 1000 });
}

export function expireChallengeCookie(ctx: GenericEndpointContext): void {
  expireCookie(ctx, challengeCookie(ctx.context));
}

export function hasChallengeCookie(ctx: GenericEndpointContext): boolean {
  return Boolean(ctx.getCookie(challengeCookie(ctx.context).name));
}

export async function hasSecondFactor(context: AuthContext, userId: string): Promise<boolean> {
  const db = await database(context);
  return (await db.findOne<FactorRow>({ model: 'mfaFactor', where: equal({ userId }) })) !== null;
}

/** Opens a challenge for a person who has passed the first factor, and ties it to this browser. */
export async function openChallenge(ctx: GenericEndpointContext, userId: string, remember: boolean): Promise<void> {
  const now = settingsOf(ctx.context).now();
  const token = randomBytes(32).toString('base64url');
  await transaction(ctx.context, async (db) => {
    await db.deleteMany({
      model: 'mfaChallenge',
      where: [...equal({ userId }), { field: 'proofUntil', operator: 'lt', value: new Date(now - DAY) }],
    });
    await db.create({
      model: 'mfaChallenge',
      data: {
        userId,
        tokenHash: hashToken(token),
        state: 'pending',
        version: 0,
        remember,
        createdAt: new Date(now),
        expiresAt: new Date(now + CHALLENGE_TTL),
        proofUntil: new Date(now + FIRST_FACTOR_TTL),
        reissued: false,
      },
    });
  });
  const cookie = challengeCookie(ctx.context);
  ctx.setCookie(cookie.name, token, cookie.attributes);
}

/** The challenge whose cookie this browser holds, in whatever state. */
export async function findChallenge(ctx: GenericEndpointContext): Promise<ChallengeRow | null> {
  const token = ctx.getCookie(challengeCookie(ctx.context).name);
  if (!token) return null;
  const db = await database(ctx.context);
  return db.findOne<ChallengeRow>({ model: 'mfaChallenge', where: equal({ tokenHash: hashToken(token) }) });
}

/** Takes the challenge and holds it until the transaction ends; null if it is gone. */
export function lockChallenge(db: Database, id: string): Promise<ChallengeRow | null> {
  return db.incrementOne<ChallengeRow>({ model: 'mfaChallenge', where: equal({ id }), increment: { version: 1 } });
}

/** Whether the person may still be asked for the second factor without giving the first one again. */
export function isOpen(challenge: ChallengeRow, now: number): boolean {
  return challenge.state === 'pending' && now < challenge.proofUntil.getTime();
}

/** Opens an ended challenge again while the first factor's proof lives; says when it ends now. */
export async function renewChallenge(db: Database, challenge: ChallengeRow, now: number): Promise<number> {
  if (now < challenge.expiresAt.getTime()) return challenge.expiresAt.getTime();
  const expiresAt = Math.min(now + CHALLENGE_TTL, challenge.proofUntil.getTime());
  await db.updateMany({
    model: 'mfaChallenge',
    where: equal({ id: challenge.id, state: 'pending' }),
    update: { expiresAt: new Date(expiresAt) },
  });
  return expiresAt;
}

export async function cancelChallenge(ctx: GenericEndpointContext): Promise<void> {
  const challenge = await findChallenge(ctx);
  if (!challenge) return;
  const db = await database(ctx.context);
  await db.updateMany({
    model: 'mfaChallenge',
    where: equal({ id: challenge.id, state: 'pending' }),
    update: { state: 'cancelled' },
  });
}
