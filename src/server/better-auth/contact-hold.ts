import type { AuthContext, GenericEndpointContext, HookEndpointContext } from 'better-auth';
import { getSessionFromCtx } from 'better-auth/api';
import { record } from './activity.js';
import { database, equal, type Database } from './database.js';
import { settingsOf } from './options.js';
import { problem, problemResponse, Problem } from './problem.js';
import type { RecoveryRow } from './rows.js';

const HOUR = 60 * 60_000;
/** How long after a sign-in by a backup code the addresses stay that the owner is told at. */
export const CONTACT_HOLD = 72 * HOUR;

const model = 'mfaRecovery';

/** What `/update-user` may change all the same. */
const PLAIN = ['name', 'image'];
const VERIFY_EMAIL = '/verify-email';
const CHANGES: readonly string[] = [
  '/change-email',
  '/update-user',
  VERIFY_EMAIL,
  // Of plugins that a host may have opened by `allow`.
  '/email-otp/change-email',
  '/email-otp/request-email-change',
  '/phone-number/verify',
];

/** Notes that a person signed in by a backup code. */
export async function noteRecovery(db: Database, userId: string, now: number): Promise<void> {
  const at = new Date(now);
  const noted = await db.updateMany({ model, where: equal({ userId }), update: { at } });
  if (noted === 0) await db.create({ model, data: { userId, at } });
}

/** Until when a person's contact data stays as it is; null where it may be changed. */
async function heldUntil(context: AuthContext, userId: string): Promise<number | null> {
  const db = await database(context);
  const recovery = await db.findOne<RecoveryRow>({ model, where: equal({ userId }) });
  const until = recovery ? recovery.at.getTime() + CONTACT_HOLD : 0;
  return settingsOf(context).now() < until ? until : null;
}

export const mayChangeContact = ({ path = '' }: HookEndpointContext): boolean => CHANGES.includes(path);

/** The hook before a route that changes contact data: refuses it too soon after a recovery. */
export async function holdContact(ctx: GenericEndpointContext): Promise<Response | undefined> {
  const isRequest = ctx.request !== undefined || (ctx as { _flag?: unknown })._flag === 'router';
  const userId = isRequest && changesContact(ctx) ? await whose(ctx) : null;
  if (userId === null || (await heldUntil(ctx.context, userId)) === null) return undefined;
  const now = settingsOf(ctx.context).now();
  await record(await database(ctx.context), userId, 'mfa.contact_change_refused', now);
  const { body } = new Problem(
    problem('not-allowed', 403, 'Contact data stays as it is for 72 hours after a recovery.', { reason: 'policy' }),
  );
  return problemResponse(body, now);
}

function changesContact({ path, body }: GenericEndpointContext): boolean {
  if (path !== '/update-user') return true;
  return Object.keys((body as object | undefined) ?? {}).some((member) => !PLAIN.includes(member));
}

async function whose(ctx: GenericEndpointContext): Promise<string | null> {
  if (ctx.path === VERIFY_EMAIL) return whoseToken(ctx);
  return (await getSessionFromCtx(ctx, { disableCookieCache: true }))?.user.id ?? null;
}

/** The link in a message may finish a change that was begun before. Better Auth checks its token; here it is only read. */
async function whoseToken({ query, context }: GenericEndpointContext): Promise<string | null> {
  const { token } = (query ?? {}) as { token?: unknown };
  const claims = typeof token === 'string' ? claimsOf(token) : null;
  if (typeof claims?.email !== 'string' || typeof claims.updateTo !== 'string') return null;
  return (await context.internalAdapter.findUserByEmail(claims.email))?.user.id ?? null;
}

function claimsOf(token: string): { email?: unknown; updateTo?: unknown } | null {
  try {
    return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as object;
  } catch {
    return null;
  }
}
