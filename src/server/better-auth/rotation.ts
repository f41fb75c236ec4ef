import { randomBytes } from 'node:crypto';
import type { GenericEndpointContext } from 'better-auth';
import { setSessionCookie } from 'better-auth/cookies';
import { record } from './activity.js';
import { database, equal, type Database } from './database.js';
import { REISSUE_TTL, settingsOf } from './options.js';
import { Problem, signedOut } from './problem.js';
import type { RotationRow } from './rows.js';
import { hashToken } from './token.js';

const model = 'mfaRotation';

interface Row {
  id: string;
  userId: string;
  token: string;
}

/**
 * Gives a session another token, in the transaction that changes how the account is opened: a copy of the old one is good
 * for nothing. Its id stays, and with it the privileged time and what was begun in it. The cookie leaves by `giveRotated`.
 */
export async function rotateSession(
  ctx: GenericEndpointContext,
  db: Database,
  { id }: { readonly id: string },
  now: number,
): Promise<void> {
  const session = await db.findOne<Row>({ model: 'session', where: equal({ id }) });
  // Ended meanwhile: what it was doing is not done.
  if (!session) throw new Problem(signedOut());
  const { token: old, userId } = session;
  const token = randomBytes(32).toString('base64url');
  const taken = await db.updateMany({ model: 'session', where: equal({ id, token: old }), update: { token } });
  if (taken !== 1) throw new Problem(signedOut());
  await moveInCache(ctx, old, token);
  await db.deleteMany({
    model,
    where: [...equal({ userId }), { field: 'until', operator: 'lt', value: new Date(now) }],
  });
  const until = new Date(now + REISSUE_TTL);
  await db.create({ model, data: { userId, tokenHash: hashToken(old), sessionId: id, until } });
  await record(db, userId, 'mfa.session_rotated', now);
}

/** Where Better Auth keeps sessions in a cache before the table, by their token. */
async function moveInCache({ context }: GenericEndpointContext, old: string, token: string): Promise<void> {
  const { internalAdapter, options } = context;
  const cached: unknown = await options.secondaryStorage?.get(old);
  if (typeof cached !== 'string') return;
  const found = JSON.parse(cached) as { session: { expiresAt: string } };
  const seconds = Math.floor((new Date(found.session.expiresAt).getTime() - Date.now()) / 1000);
  if (seconds <= 0) return;
  const moved = JSON.stringify({ ...found, session: { ...found.session, token } });
  await options.secondaryStorage?.set(token, moved, seconds);
  await internalAdapter.deleteSession(old);
  // Puts the token into the person's list of sessions as well.
  await internalAdapter.updateSession(token, { updatedAt: new Date() });
}

type Found = Awaited<ReturnType<GenericEndpointContext['context']['internalAdapter']['findSession']>>;

/** Sets the cookie of a session as it is called now. Null where it has ended. */
export async function giveRotated(ctx: GenericEndpointContext, sessionId: string): Promise<Found> {
  const db = await database(ctx.context);
  const row = await db.findOne<Row>({ model: 'session', where: equal({ id: sessionId }) });
  const found = row && (await ctx.context.internalAdapter.findSession(row.token));
  // Sessions are Better Auth's and run on its clock.
  if (!found || found.session.expiresAt.getTime() <= Date.now()) return null;
  await setSessionCookie(ctx, found);
  ctx.context.session = found;
  return found;
}

/** The session that this browser held before its token changed: the answer with the new one may have been lost. */
export async function followRotation(ctx: GenericEndpointContext): Promise<Found> {
  const { authCookies, secret } = ctx.context;
  const token = await ctx.getSignedCookie(authCookies.sessionToken.name, secret);
  if (!token) return null;
  const db = await database(ctx.context);
  const row = await db.findOne<RotationRow>({ model, where: equal({ tokenHash: hashToken(token) }) });
  if (!row || settingsOf(ctx.context).now() > row.until.getTime()) return null;
  return giveRotated(ctx, row.sessionId);
}

/** From now on no token from before leads anywhere. */
export async function forgetRotations(db: Database, userId: string): Promise<void> {
  await db.deleteMany({ model, where: equal({ userId }) });
}
