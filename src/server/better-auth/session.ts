import type { GenericEndpointContext } from 'better-auth';
import { getSessionFromCtx, isAPIError } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import { equal, type Database } from './database.js';
import { cleared } from './gate.js';
import { Problem, problem } from './problem.js';
import type { ChallengeRow } from './schema.js';

/** Makes the session of a challenge that is being passed, in the transaction that is open, and ends the challenge. */
export async function makeSession(
  ctx: GenericEndpointContext,
  db: Database,
  challenge: ChallengeRow,
  now: number,
): Promise<ChallengeRow> {
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
  return { ...challenge, ...passed };
}

/** Sets the cookie of the session that passing the challenge made; false if that session has ended since. */
export async function giveSession(ctx: GenericEndpointContext, challenge: ChallengeRow): Promise<boolean> {
  if (challenge.session === null) return false;
  const token = await symmetricDecrypt({ key: ctx.context.secretConfig, data: challenge.session });
  const found = await ctx.context.internalAdapter.findSession(token);
  // Sessions are Better Auth's and run on its clock.
  if (!found || found.session.expiresAt.getTime() <= Date.now()) return false;
  await setSessionCookie(ctx, found, !challenge.remember);
  return true;
}

/** Whose session this browser holds, read from the store and not from a cached cookie. */
export async function signedInUser(ctx: GenericEndpointContext): Promise<string | null> {
  ctx.context.session = null;
  // The query is left out: Better Auth takes the options of this lookup from it.
  const session = await getSessionFromCtx({ ...ctx, query: {} }, { disableCookieCache: true });
  return session?.user.id ?? null;
}
