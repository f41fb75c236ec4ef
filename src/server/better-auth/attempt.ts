import type { GenericEndpointContext } from 'better-auth';
import { findOutcome, storeOutcome, type Outcome, type Verified } from './attempt-log.js';
import { countUnused, judgeBackupCode } from './backup-code.js';
import { findChallenge, lockChallenge } from './challenge.js';
import { transaction, type Database } from './database.js';
import { blockedUntil, countFailure, lockGuard, resetGuard, type GuardedKind } from './guard.js';
import { settingsOf } from './options.js';
import { isOffered } from './policy.js';
import { challengeOver, jsonResponse, notOffered, Problem, problem, problemResponse } from './problem.js';
import { readAttempt } from './request.js';
import type { ChallengeRow, GuardRow } from './schema.js';
import { giveSession, makeSession } from './session.js';
import { judgeTotp, type Judgement } from './totp.js';

/** From how many tries left the person is told. */
const TELL_TRIES = 3;

interface Attempt {
  attempt: string;
  proof: { kind: GuardedKind; code: string };
}

interface Decision {
  outcome: Outcome;
  challenge: ChallengeRow;
}

const judges = { totp: judgeTotp, 'backup-code': judgeBackupCode };

/** `POST /mfa/challenge/attempts`: spends one proof. */
export async function attempt(ctx: GenericEndpointContext): Promise<Response> {
  const settings = settingsOf(ctx.context);
  const now = settings.now();
  const { attempt, proof } = readAttempt(ctx.body);
  if (proof.kind !== 'totp' && proof.kind !== 'backup-code') {
    throw new Problem(notOffered(501, 'This kind of proof is not served here.'));
  }
  if (!isOffered(settings.policy, proof.kind)) {
    throw new Problem(problem('not-allowed', 403, 'The policy rules this kind of proof out.', { reason: 'policy' }));
  }
  const found = await findChallenge(ctx);
  if (!found) throw new Problem(challengeOver('sign-in'));

  const { outcome, challenge } = await transaction(ctx.context, (db) =>
    decide(ctx, db, found.id, { attempt, proof }, now),
  );
  switch (outcome.kind) {
    case 'refused':
      return problemResponse(outcome.problem, now);
    case 'void':
      return problemResponse(problem('superseded', 409, 'This attempt was settled before it arrived.'), now);
    case 'passed':
      return answerPassed(ctx, challenge, outcome.verified, now);
  }
}

async function answerPassed(ctx: GenericEndpointContext, challenge: ChallengeRow, verified: Verified, now: number) {
  if (!(await giveSession(ctx, challenge, now))) throw new Problem(challengeOver('here'));
  return jsonResponse(verified);
}

/** Runs in one transaction, so that burning the code, ending the challenge and making the session are one act. */
async function decide(
  ctx: GenericEndpointContext,
  db: Database,
  challengeId: string,
  { attempt, proof }: Attempt,
  now: number,
): Promise<Decision> {
  const challenge = await lockChallenge(ctx.context, db, challengeId);
  if (!challenge) throw new Problem(challengeOver('sign-in'));
  const known = await findOutcome(db, challengeId, attempt);
  if (known) return { outcome: known, challenge };

  if (challenge.state === 'passed') throw new Problem(challengeOver('here'));
  if (challenge.state === 'cancelled' || now >= challenge.proofUntil.getTime()) {
    throw new Problem(challengeOver('sign-in'));
  }
  if (now >= challenge.expiresAt.getTime()) throw new Problem(challengeOver('here'));

  const decision = await judge(ctx, db, challenge, proof, now);
  await storeOutcome(db, challengeId, attempt, decision.outcome, now);
  return decision;
}

async function judge(
  ctx: GenericEndpointContext,
  db: Database,
  challenge: ChallengeRow,
  { kind, code }: Attempt['proof'],
  now: number,
): Promise<Decision> {
  const { userId } = challenge;
  const guard = await lockGuard(db, userId, kind);
  const retryAt = blockedUntil(guard, now);
  if (retryAt !== null) {
    const blocked = problem('too-many-attempts', 429, 'Too many wrong codes.', { blocks: [kind], retryAt });
    return { outcome: { kind: 'refused', problem: blocked }, challenge };
  }
  const judgement = await judges[kind](ctx.context, db, userId, code, now);
  if (judgement !== 'right') {
    return { outcome: { kind: 'refused', problem: await refuse(db, guard, judgement, now) }, challenge };
  }
  await resetGuard(db, guard);
  const codesLeft = kind === 'backup-code' ? await countUnused(db, userId) : 'unknown';
  return {
    outcome: {
      kind: 'passed',
      verified: { by: kind, codesLeft, todo: [], mayPostpone: codesLeft !== 0, notified: 'unknown' },
    },
    challenge: await makeSession(ctx, db, challenge, now),
  };
}

async function refuse(db: Database, guard: GuardRow, judgement: Exclude<Judgement, 'right'>, now: number) {
  const triesLeft = await countFailure(db, guard, now);
  const told = triesLeft <= TELL_TRIES ? { triesLeft } : {};
  return judgement === 'used'
    ? problem('used-code', 422, 'This code was used before.', told)
    : problem('wrong-code', 422, 'This code is not right.', told);
}
