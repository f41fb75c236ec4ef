import type { GenericEndpointContext } from 'better-auth';
import { getSessionFromCtx, isAPIError } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import { expireChallengeCookie } from './challenge.js';
import { equal, type Database } from './database.js';
import { cleared } from './gate.js';
import { REISSUE_TTL } from './options.js';
import { grantPrivilege, lockStepUp } from './privilege.js';
import { Problem, problem, signedOut } from './problem.js';
import type { ChallengeRow } from './rows.js';
import { followRotation } from './rotation.js';
import { giveTrust } from './trusted-device.js';

/**
 * Makes the session of a challenge that is being passed, in the transaction that is open, and ends the challenge. The proof
 * is fresh, so the session begins privileged: nobody has to spend a second backup code to repair what made them spend one.
 */
export async function makeSession(
  ctx: GenericEndpointContext,
  db: Database,
  challenge: ChallengeRow,
  now: number,
): Promise<{ challenge: ChallengeRow; session: Session }> {
  const { internalAdapter, secretConfig } = ctx.context;
  const { userId, remember } = challenge;
  const session = await cleared(userId, () =>
    internalAdapter.createSession(userId, !remember, undefined, undefined, { deferSecondaryStorageWrites: true }),
  ).catch((error: unknown) => {
    // A hook of the host refuses people it has banned.
    if (isAPIError(error) && error.statusCode === 403) return null;
    throw error;
  });
  if (!session) throw new Problem(problem('not-allowed', 403, 'No session may be made.', { reason: 'policy' }));

  const passed = {
    state: 'passed' as const,
    passedAt: new Date(now),
    session: await symmetricEncrypt({ key: secretConfig, data: session.token }),
  };
  await db.updateMany({ model: 'mfaChallenge', where: equal({ id: challenge.id }), update: passed });
  await grantPrivilege(db, await lockStepUp(ctx.context, db, session, now), now);
  return { challenge: { ...challenge, ...passed }, session };
}

/**
 * The one rule by which a challenge that was passed gives its session, the first time and again: to who holds the
 * challenge's cookie, for two minutes, as long as that session lives. Any answer may be lost, so it is given however
 * often it is asked for; it is the same session each time. Null where there is none to give.
 */
export async function giveSession(
  ctx: GenericEndpointContext,
  challenge: ChallengeRow,
  now: number,
): Promise<Session | null> {
  const { passedAt, session, remember } = challenge;
  if (passedAt === null || session === null || now > passedAt.getTime() + REISSUE_TTL) return null;
  const token = await symmetricDecrypt({ key: ctx.context.secretConfig, data: session });
  const found = await ctx.context.internalAdapter.findSession(token);
  // Sessions are Better Auth's and run on its clock.
  if (!found || found.session.expiresAt.getTime() <= Date.now()) return null;
  await setSessionCookie(ctx, found, !remember);
  await giveTrust(ctx, challenge, now);
  expireChallengeCookie(ctx);
  return found.session;
}

/** What is asked of a session here. */
export interface Session {
  id: string;
  userId: string;
  token: string;
  createdAt: Date;
}

/** The session that this browser holds, read from the store and not from a cached cookie. */
export async function findSession(ctx: GenericEndpointContext): Promise<Session | null> {
  ctx.context.session = null;
  // The query is left out: Better Auth takes the options of this lookup from it.
  const found = await getSessionFromCtx({ ...ctx, query: {} }, { disableCookieCache: true });
  return (found ?? (await followRotation(ctx)))?.session ?? null;
}

export async function needSession(ctx: GenericEndpointContext): Promise<Session> {
  const session = await findSession(ctx);
  if (!session) throw new Problem(signedOut());
  return session;
}

/** Whose session this browser holds. */
export async function signedInUser(ctx: GenericEndpointContext): Promise<string | null> {
  return (await findSession(ctx))?.userId ?? null;
}
