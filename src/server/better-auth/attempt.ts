import type { GenericEndpointContext } from 'better-auth';
import { record } from './activity.js';
import { findOutcome, storeOutcome, type Outcome, type Verified } from './attempt-log.js';
import { countUnused, judgeBackupCode } from './backup-code.js';
import { findChallenge, holdOpen, lockChallenge } from './challenge.js';
import { transaction, type Database } from './database.js';
import { judgeDelivered } from './delivery.js';
import { blockedUntil, countFailure, lockGuard, resetGuard, type Judgement } from './guard.js';
import { settingsOf } from './options.js';
import { judgePasskey } from './passkey.js';
import { isOffered } from './policy.js';
import {
  challengeOver,
  jsonResponse,
  locked,
  notOffered,
  problem,
  Problem,
  ruledOut,
  type ProblemBody,
} from './problem.js';
import { readAttempt, type AttemptRequest, type Proof } from './request.js';
import type { ChallengeRow, GuardRow } from './rows.js';
import { giveSession, makeSession } from './session.js';
import { judgeTotp } from './totp.js';
import { trustDevice } from './trusted-device.js';

/** From how many tries left the person is told. */
const TELL_TRIES = 3;

type Given = Exclude<Proof, { kind: 'enrollment-pass' }>;
type Typed = Exclude<Given, { kind: 'passkey' }>;
type Attempt = AttemptRequest & { proof: Given };

interface Decision {
  outcome: Outcome;
  challenge: ChallengeRow;
}

/** `POST /mfa/challenge/attempts`: spends one proof. */
export async function attempt(ctx: GenericEndpointContext): Promise<Response> {
  return jsonResponse(await spend(ctx, readAttempt(ctx.body)));
}

/** Spends one proof, or finds what became of it before. Gives the session's cookie to who is in; throws every refusal. */
export async function spend(ctx: GenericEndpointContext, request: AttemptRequest): Promise<Verified> {
  const { policy, now: clock } = settingsOf(ctx.context);
  const now = clock();
  const { proof } = request;
  if (proof.kind === 'enrollment-pass') throw new Problem(notOffered(501, 'This kind of proof is not served here.'));
  if (!isOffered(policy, proof.kind)) throw new Problem(ruledOut());
  const found = await findChallenge(ctx);
  if (!found) throw new Problem(challengeOver('sign-in'));

  const { outcome, challenge } = await transaction(ctx.context, (db) =>
    decide(ctx, db, found.id, { ...request, proof }, now),
  );
  if (outcome.kind === 'refused') throw new Problem(outcome.problem);
  if (outcome.kind === 'void') {
    throw new Problem(problem('superseded', 409, 'This attempt was settled before it arrived.'));
  }
  if (!(await giveSession(ctx, challenge, now))) throw new Problem(challengeOver('here'));
  return outcome.verified;
}

/** Runs in one transaction, so that burning the code, ending the challenge and making the session are one act. */
async function decide(
  ctx: GenericEndpointContext,
  db: Database,
  challengeId: string,
  request: Attempt,
  now: number,
): Promise<Decision> {
  const challenge = await lockChallenge(ctx.context, db, challengeId);
  if (!challenge) throw new Problem(challengeOver('sign-in'));
  const known = await findOutcome(db, challengeId, request.attempt);
  if (known) return { outcome: known, challenge };
  holdOpen(challenge, now);

  const refusal = await judge(ctx, db, challenge, request.proof, now);
  const decision: Decision = refusal
    ? { outcome: { kind: 'refused', problem: refusal }, challenge }
    : await pass(ctx, db, challenge, request, now);
  await storeOutcome(db, challengeId, request.attempt, decision.outcome, now);
  return decision;
}

/** Why a proof is refused, or null for one that is right and is used up now. */
async function judge(
  ctx: GenericEndpointContext,
  db: Database,
  challenge: ChallengeRow,
  proof: Given,
  now: number,
): Promise<ProblemBody | null> {
  if (proof.kind === 'passkey') {
    const isRight = await judgePasskey(ctx, db, challenge, proof, now);
    return isRight ? null : problem('passkey-refused', 422, 'This passkey is not right.');
  }
  const guard = await lockGuard(db, challenge.userId, proof.kind);
  const retryAt = blockedUntil(guard, now);
  if (retryAt !== null) return locked(proof.kind, retryAt);
  const judgement = await judgeTyped(ctx, db, challenge, proof, now);
  if (judgement !== 'right') return refuse(db, guard, judgement, now);
  await resetGuard(db, guard);
  return null;
}

function judgeTyped(
  { context }: GenericEndpointContext,
  db: Database,
  challenge: ChallengeRow,
  proof: Typed,
  now: number,
): Promise<Judgement> {
  switch (proof.kind) {
    case 'totp':
      return judgeTotp(context, db, challenge.userId, proof.code, now);
    case 'backup-code':
      return judgeBackupCode(context, db, challenge.userId, proof.code, now);
    case 'delivered-code':
      return judgeDelivered(context, db, challenge, proof, now);
  }
}

async function refuse(
  db: Database,
  guard: GuardRow,
  judgement: Exclude<Judgement, 'right'>,
  now: number,
): Promise<ProblemBody> {
  // Where no code is in force none can be guessed: nothing is counted.
  if (judgement === 'expired') return problem('delivered-code-expired', 422, 'This code is too old.');
  const triesLeft = await countFailure(db, guard, now);
  const told = triesLeft <= TELL_TRIES ? { triesLeft } : {};
  return judgement === 'used'
    ? problem('used-code', 422, 'This code was used before.', told)
    : problem('wrong-code', 422, 'This code is not right.', told);
}

async function pass(
  ctx: GenericEndpointContext,
  db: Database,
  challenge: ChallengeRow,
  { proof: { kind }, trustDevice: isWanted }: Attempt,
  now: number,
): Promise<Decision> {
  const { userId } = challenge;
  const { trustDeviceDays: days } = settingsOf(ctx.context);
  const isByCode = kind === 'backup-code';
  const codesLeft = isByCode ? await countUnused(db, userId) : 'unknown';
  if (isByCode) await record(db, userId, 'mfa.backup_code_used', now);
  await record(db, userId, 'mfa.signed_in', now);
  const passed = await makeSession(ctx, db, challenge, now);
  return {
    outcome: {
      kind: 'passed',
      verified: { by: kind, codesLeft, todo: [], mayPostpone: codesLeft !== 0, notified: 'unknown' },
    },
    // Who came by a backup code may have found the list: the next sign-in has to ask again.
    challenge: isWanted && !isByCode && days !== null ? await trustDevice(ctx, db, passed, days, now) : passed,
  };
}
