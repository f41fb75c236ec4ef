import type { GenericEndpointContext } from 'better-auth';
import type { components } from '../../backends/rest/contract.js';
import { CODE_FORMAT, codesMadeOn } from './backup-code.js';
import { findChallenge, hasSecondFactor, isOpen, renewChallenge } from './challenge.js';
import { database } from './database.js';
import { settingsOf } from './options.js';
import { isOffered } from './policy.js';
import { jsonResponse } from './problem.js';
import { readHandle } from './request.js';
import type { ChallengeRow } from './schema.js';
import { giveSession, signedInUser } from './session.js';

type Schemas = components['schemas'];

/** `GET /mfa/challenge`: what the person meets. */
export async function loadChallenge(ctx: GenericEndpointContext): Promise<Response> {
  readHandle((ctx.query as { handle?: unknown } | undefined)?.handle);
  return jsonResponse(await entry(ctx));
}

async function entry(ctx: GenericEndpointContext): Promise<Schemas['Entry']> {
  const now = settingsOf(ctx.context).now();
  const challenge = await findChallenge(ctx);
  if (challenge && isOpen(challenge, now) && (await hasSecondFactor(ctx.context, challenge.userId))) {
    return meet(ctx, challenge, now);
  }
  // A reload may have cut the answer that carried the session: the person is in, and has to find themselves in.
  const given = challenge !== null && (await giveSession(ctx, challenge, now));
  return given || (await signedInUser(ctx)) !== null ? { status: 'signed-in', todo: [] } : { status: 'sign-in-first' };
}

async function meet(ctx: GenericEndpointContext, challenge: ChallengeRow, now: number): Promise<Schemas['Entry']> {
  const { policy } = settingsOf(ctx.context);
  const offers = await offersFor(ctx, challenge.userId);
  if (offers.length > 0) return { status: 'challenge', challenge: await describe(ctx, challenge, offers, now) };
  return { status: 'blocked', why: policy.selfRecovery === false ? 'recovery-forbidden' : 'no-usable-factor' };
}

async function offersFor(ctx: GenericEndpointContext, userId: string): Promise<Schemas['Offer'][]> {
  const { policy } = settingsOf(ctx.context);
  const offers: Schemas['Offer'][] = [];
  if (isOffered(policy, 'totp')) offers.push({ kind: 'totp' });
  if (isOffered(policy, 'backup-code')) {
    const madeOn = await codesMadeOn(await database(ctx.context), userId);
    if (madeOn !== null) offers.push({ kind: 'backup-code', format: CODE_FORMAT, madeOn });
  }
  return offers;
}

async function describe(
  ctx: GenericEndpointContext,
  challenge: ChallengeRow,
  offers: Schemas['Offer'][],
  now: number,
): Promise<Schemas['Challenge']> {
  const user = await ctx.context.internalAdapter.findUserById(challenge.userId);
  return {
    handle: challenge.id,
    offers,
    certainty: 'told',
    account: user ? maskEmail(user.email) : 'unknown',
    expiresAt: await renewChallenge(await database(ctx.context), challenge, now),
    trust: null,
    notices: [],
  };
}

/** Enough for the person to know which account it is, and for nobody else to learn it. */
function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  const [first = ''] = email.slice(0, at);
  return `${first}•••${email.slice(at)}`;
}
