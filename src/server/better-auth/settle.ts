import type { GenericEndpointContext } from 'better-auth';
import type { components } from '../../backends/rest/contract.js';
import { findOutcome, findOutcomeOf, storeOutcome, type Outcome } from './attempt-log.js';
import { expireChallengeCookie, findChallenge, isOpen, lockChallenge } from './challenge.js';
import { database, transaction } from './database.js';
import { settingsOf } from './options.js';
import { jsonResponse } from './problem.js';
import { readAttemptId, readObject } from './request.js';
import type { ChallengeRow } from './rows.js';
import { giveSession, signedInUser } from './session.js';

type Settled = components['schemas']['Settled'];
type Passed = Extract<Outcome, { kind: 'passed' }>;

/** `POST /mfa/challenge/attempts/{attempt}/settle`: what became of an attempt whose answer was lost. */
export async function settle(ctx: GenericEndpointContext): Promise<Response> {
  readObject(ctx.body);
  const attempt = readAttemptId(ctx.params?.attempt);
  const challenge = await findChallenge(ctx);
  return jsonResponse(challenge ? await settleHere(ctx, challenge, attempt) : await settleElsewhere(ctx, attempt));
}

async function settleHere(ctx: GenericEndpointContext, found: ChallengeRow, attempt: string): Promise<Settled> {
  const now = settingsOf(ctx.context).now();
  const { challenge, outcome } = await transaction(ctx.context, async (db) => {
    const challenge = (await lockChallenge(ctx.context, db, found.id)) ?? found;
    const known = await findOutcome(db, challenge.id, attempt);
    if (known || challenge.state !== 'pending') return { challenge, outcome: known };
    const outcome: Outcome = { kind: 'void' };
    await storeOutcome(db, challenge.id, attempt, outcome, now);
    return { challenge, outcome };
  });
  if (outcome?.kind === 'passed') return settlePassed(ctx, challenge, outcome, now);
  return { state: isOpen(challenge, now) ? 'pending' : 'over', spent: spentBy(outcome) };
}

/** A code that was refused must not be called good; only one that nobody looked at still is what it was. */
function spentBy(outcome: Outcome | null): boolean | 'unknown' {
  if (outcome?.kind === 'opened') return true;
  if (outcome?.kind !== 'refused') return false;
  const { code } = outcome.problem;
  if (code === 'used-code' || code === 'delivered-code-expired') return true;
  // An assertion answers one ceremony, and that is spent with it; whether the passkey is good nobody knows.
  return code === 'wrong-code' || code === 'passkey-refused' ? 'unknown' : false;
}

async function settlePassed(
  ctx: GenericEndpointContext,
  challenge: ChallengeRow,
  outcome: Passed,
  now: number,
): Promise<Settled> {
  if (await giveSession(ctx, challenge, now)) return { state: 'signed-in', verified: outcome.verified };
  if ((await signedInUser(ctx)) !== challenge.userId) return { state: 'over', spent: true };
  expireChallengeCookie(ctx);
  return { state: 'signed-in', verified: outcome.verified };
}

/** The answer did arrive here: its session is there and the challenge's cookie is gone. */
async function settleElsewhere(ctx: GenericEndpointContext, attempt: string): Promise<Settled> {
  const userId = await signedInUser(ctx);
  const outcome = userId === null ? null : await findOutcomeOf(await database(ctx.context), userId, attempt);
  return outcome?.kind === 'passed'
    ? { state: 'signed-in', verified: outcome.verified }
    : { state: 'over', spent: 'unknown' };
}
