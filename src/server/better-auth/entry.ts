import type { GenericEndpointContext } from 'better-auth';
import type { components } from '../../backends/rest/contract.js';
import { findChallenge, isOpen, renewChallenge } from './challenge.js';
import { database } from './database.js';
import { caseSeen, noticesFor } from './desk/seen.js';
import { obstacleFor } from './desk/standing.js';
import { isEnrolling } from './enroller.js';
import { maskEmail } from './mask.js';
import { offersFor } from './offers.js';
import { settingsOf } from './options.js';
import { jsonResponse } from './problem.js';
import { mayPostpone, todoOf } from './repair.js';
import { readHandle } from './request.js';
import type { ChallengeRow } from './rows.js';
import { hasSecondFactor } from './second-factor.js';
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
  if (challenge && isOpen(challenge, now)) {
    const db = await database(ctx.context);
    // Whatever it shows is acted on in this challenge, and a person may have waited long for what they need to go on.
    await renewChallenge(db, challenge, now);
    const obstacle = await obstacleFor(ctx.context, db, challenge);
    if (obstacle) return obstacle;
    if (await isEnrolling(ctx.context, db, challenge)) {
      return { status: 'enroll', because: challenge.enrollsSince ? 'lost' : 'policy', passNeeded: false };
    }
    if (await hasSecondFactor(ctx.context, challenge.userId)) return meet(ctx, challenge, now);
  }
  // A reload may have cut the answer that carried the session: the person is in, and has to find themselves in.
  const given = challenge && (await giveSession(ctx, challenge, now));
  const userId = given ? challenge.userId : await signedInUser(ctx);
  if (userId === null) return { status: 'sign-in-first' };
  const db = await database(ctx.context);
  return {
    status: 'signed-in',
    todo: await todoOf(ctx.context, db, userId),
    mayPostpone: await mayPostpone(ctx.context, db, userId),
  };
}

async function meet(ctx: GenericEndpointContext, challenge: ChallengeRow, now: number): Promise<Schemas['Entry']> {
  const { policy } = settingsOf(ctx.context);
  const offers = await offersFor(ctx, challenge, now);
  if (offers.length > 0) return { status: 'challenge', challenge: await describe(ctx, challenge, offers, now) };
  return { status: 'blocked', why: policy.selfRecovery === false ? 'recovery-forbidden' : 'no-usable-factor' };
}

async function describe(
  ctx: GenericEndpointContext,
  challenge: ChallengeRow,
  offers: Schemas['Offer'][],
  now: number,
): Promise<Schemas['Challenge']> {
  const { trustDeviceDays: days } = settingsOf(ctx.context);
  const db = await database(ctx.context);
  const user = await ctx.context.internalAdapter.findUserById(challenge.userId);
  const assistance = await caseSeen(ctx.context, db, challenge.userId);
  return {
    handle: challenge.id,
    offers,
    certainty: 'told',
    account: user ? maskEmail(user.email) : 'unknown',
    expiresAt: await renewChallenge(db, challenge, now),
    trust: days === null ? null : { days },
    notices: await noticesFor(ctx.context, db, challenge.userId, assistance),
    ...(assistance && { assistance }),
  };
}
