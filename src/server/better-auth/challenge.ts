import type { AuthContext, GenericEndpointContext } from 'better-auth';
import { expireCookie } from 'better-auth/cookies';
import { database, equal, transaction, type Database } from './database.js';
import { carryFailure, tellOfEarlier } from './failed-notice.js';
import { CHALLENGE_TTL, FIRST_FACTOR_TTL, settingsOf } from './options.js';
import { passwordMark } from './password.js';
import { challengeOver, Problem } from './problem.js';
import type { ChallengeRow } from './rows.js';
import { hashToken, newToken } from './token.js';

const DAY = 24 * 60 * 60_000;

function challengeCookie(context: AuthContext) {
  return context.createAuthCookie('mfa_challenge', { maxAge: FIRST_FACTOR_TTL / 1000 });
}

export function expireChallengeCookie(ctx: GenericEndpointContext): void {
  expireCookie(ctx, challengeCookie(ctx.context));
}

export function hasChallengeCookie(ctx: GenericEndpointContext): boolean {
  return Boolean(ctx.getCookie(challengeCookie(ctx.context).name));
}

/** A challenge with the password changed since is as good as cancelled: what was proved by the old one is void. */
async function heldToPassword(context: AuthContext, challenge: ChallengeRow | null): Promise<ChallengeRow | null> {
  if (challenge?.state !== 'pending') return challenge;
  const isSame = (await passwordMark(context, challenge.userId)) === challenge.passwordMark;
  return isSame ? challenge : { ...challenge, state: 'cancelled' };
}

/** Opens a challenge for a person who has passed the first factor, and ties it to this browser. */
export async function openChallenge(ctx: GenericEndpointContext, userId: string, remember: boolean): Promise<void> {
  const now = settingsOf(ctx.context).now();
  const token = newToken();
  const mark = await passwordMark(ctx.context, userId);
  const left = await findChallenge(ctx);
  await tellOfEarlier(ctx.context, userId);
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
        passwordMark: mark,
        state: 'pending',
        version: 0,
        remember,
        passFailed: 0,
        createdAt: new Date(now),
        expiresAt: new Date(now + CHALLENGE_TTL),
        proofUntil: new Date(now + FIRST_FACTOR_TTL),
        openedBy: ctx.path === '/sign-in/email' ? 'password' : null,
        ...(await carryFailure(db, left, userId)),
      },
    });
  });
  const cookie = challengeCookie(ctx.context);
  await ctx.setSignedCookie(cookie.name, token, ctx.context.secret, cookie.attributes);
}

/** The challenge whose cookie this browser holds, in whatever state. */
export async function findChallenge(ctx: GenericEndpointContext): Promise<ChallengeRow | null> {
  // `false`: it has no signature of ours.
  const token = await ctx.getSignedCookie(challengeCookie(ctx.context).name, ctx.context.secret);
  if (!token) return null;
  const db = await database(ctx.context);
  const found = await db.findOne<ChallengeRow>({
    model: 'mfaChallenge',
    where: equal({ tokenHash: hashToken(token) }),
  });
  return heldToPassword(ctx.context, found);
}

/** Takes the challenge and holds it until the transaction ends; null if it is gone. */
export async function lockChallenge(context: AuthContext, db: Database, id: string): Promise<ChallengeRow | null> {
  const where = equal({ id });
  const locked = await db.incrementOne<ChallengeRow>({ model: 'mfaChallenge', where, increment: { version: 1 } });
  return heldToPassword(context, locked);
}

/** Whether the person may still be asked for the second factor without giving the first one again. */
export function isOpen(challenge: ChallengeRow, now: number): boolean {
  return challenge.state === 'pending' && now < challenge.proofUntil.getTime();
}

/** Throws, with what to do, unless the challenge is being met now. */
export function holdOpen(challenge: ChallengeRow | null, now: number): asserts challenge is ChallengeRow {
  if (!challenge) throw new Problem(challengeOver('sign-in'));
  if (challenge.state === 'passed') throw new Problem(challengeOver('here'));
  if (!isOpen(challenge, now)) throw new Problem(challengeOver('sign-in'));
  if (now >= challenge.expiresAt.getTime()) throw new Problem(challengeOver('here'));
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
