import { AsyncLocalStorage } from 'node:async_hooks';
import type { AuthContext, GenericEndpointContext } from 'better-auth';
import { APIError } from 'better-auth/api';
import { deleteSessionCookie } from 'better-auth/cookies';
import { expireChallengeCookie, hasChallengeCookie, openChallenge } from './challenge.js';
import { isHeld } from './desk/standing.js';
import { settingsOf } from './options.js';
import { jsonResponse } from './problem.js';
import { hasSecondFactor } from './second-factor.js';
import { useTrustedDevice } from './trusted-device.js';

interface Clearance {
  userId: string;
  used: boolean;
}

const clearance = new AsyncLocalStorage<Clearance>();

/** Lets `work` make one session for a person who has just passed the second factor. Nothing else opens the gate. */
export function cleared<T>(userId: string, work: () => Promise<T>): Promise<T> {
  return clearance.run({ userId, used: false }, work);
}

function useClearance(userId: string): boolean {
  const held = clearance.getStore();
  if (!held || held.used || held.userId !== userId) return false;
  held.used = true;
  return true;
}

/** Whose session was held back, by the context that Better Auth makes for each run of an endpoint. */
const heldBack = new WeakMap<object, string>();

/**
 * The database hook before any session is made, by whatever way of signing in. It fails closed: an unreadable factor
 * throws, and so no session is made.
 */
export async function holdBackSession(
  context: AuthContext,
  userId: string,
  endpoint: GenericEndpointContext | null,
): Promise<void> {
  if (useClearance(userId)) return;
  if (!(await isHeld(context, userId))) {
    const isAsked = await hasSecondFactor(context, userId);
    if (!isAsked && !settingsOf(context).requireSecondFactor) return;
    if (isAsked && endpoint && (await useTrustedDevice(endpoint, userId))) return;
  }
  if (endpoint) heldBack.set(endpoint.context, userId);
  // Without a `code`: Better Auth's OAuth callback would send it to the error page.
  throw new APIError('FORBIDDEN', { message: 'A second factor is needed.' });
}

/**
 * The database hook after any session is made: an account that was closed since the hook before is closed for this one too. Who
 * closes it ends the sessions that are there; this one may have come too late to be among them.
 */
export async function dropHeldSession(
  context: AuthContext,
  { token, userId }: { readonly token: string; readonly userId: string },
): Promise<void> {
  if (await isHeld(context, userId)) await context.internalAdapter.deleteSession(token);
}

/**
 * The hook after every endpoint. The challenge is made here and not in the database hook, whose transaction (a sign-up
 * runs in one) is rolled back by the refusal.
 */
export async function answerHeldBack(ctx: GenericEndpointContext): Promise<unknown> {
  const userId = heldBack.get(ctx.context);
  if (userId === undefined) {
    // Somebody else signed in here: the challenge that was left behind is not theirs.
    if (ctx.context.newSession && hasChallengeCookie(ctx)) expireChallengeCookie(ctx);
    return;
  }
  heldBack.delete(ctx.context);
  deleteSessionCookie(ctx);
  ctx.context.setNewSession(null);
  await openChallenge(ctx, userId, (ctx.body as { rememberMe?: unknown } | undefined)?.rememberMe !== false);
  if (!ctx.request) return { secondFactor: true };

  // What the endpoint has set so far is merged into the answer; a redirect that it had in mind must not be.
  (ctx.context as { responseHeaders?: Headers }).responseHeaders?.delete('location');
  const navigates = ctx.request.method === 'GET' || ctx.request.headers.get('sec-fetch-mode') === 'navigate';
  if (!navigates) return jsonResponse({ secondFactor: true });
  ctx.setHeader('location', settingsOf(ctx.context).challengeUrl);
  return new Response(null, { status: 302, headers: { 'cache-control': 'no-store' } });
}
