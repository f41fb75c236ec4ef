import type { GenericEndpointContext } from 'better-auth';
import { record } from './activity.js';
import { findOutcome, storeOutcome, type Outcome, type Verified } from './attempt-log.js';
import { codesInForce, countUnused } from './backup-code.js';
import { findChallenge, holdOpen, lockChallenge } from './challenge.js';
import { tellOfCode, tellOfTemporaryCode, toldBefore } from './code-notice.js';
import { noteRecovery } from './contact-hold.js';
import { equal, transaction, type Database } from './database.js';
import { holdNotSuspended } from './desk/standing.js';
import { isEnrolling } from './enroller.js';
import { followRefusal, noteFailure } from './failed-notice.js';
import { judge } from './judge.js';
import { lacksFactor, waysIn } from './last-way.js';
import { settingsOf } from './options.js';
import { isOffered } from './policy.js';
import { challengeOver, jsonResponse, Problem, ruledOut, superseded } from './problem.js';
import { addTasks, endIfEnough, mayPostpone, todoOf } from './repair.js';
import { readAttempt, type AttemptRequest, type Proof } from './request.js';
import type { ChallengeRow } from './rows.js';
import { giveSession, makeSession } from './session.js';
import { trustDevice } from './trusted-device.js';

type Given = Exclude<Proof, { kind: 'enrollment-pass' }>;

interface Decision {
  outcome: Outcome;
  challenge: ChallengeRow;
  /** Whether it was decided now, and not found. */
  isNew: boolean;
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
  if (proof.kind !== 'enrollment-pass' && !isOffered(policy, proof.kind)) throw new Problem(ruledOut());
  const found = await findChallenge(ctx);
  if (!found) throw new Problem(challengeOver('sign-in'));

  const { outcome, challenge, isNew } = await transaction(ctx.context, (db) => decide(ctx, db, found.id, request, now));
  if (outcome.kind === 'refused') {
    if (isNew) followRefusal(ctx, challenge, outcome.problem);
    throw new Problem(outcome.problem);
  }
  if (outcome.kind === 'opened') {
    if (isNew && proof.kind === 'backup-code') await tellOfTemporaryCode(ctx, challenge.userId, now);
    // Nobody is in, so it can't be answered 200: what the person meets next is loaded, with the proof no longer needed.
    throw new Problem(challengeOver('here'));
  }
  if (outcome.kind !== 'passed') throw new Problem(superseded('This attempt was settled before it arrived.'));
  const { verified } = outcome;
  const passed = { challengeId: challenge.id, userId: challenge.userId, attempt: request.attempt, verified };
  const isByCode = verified.by === 'backup-code';
  const telling = isByCode && isNew ? tellOfCode(ctx, passed, now) : null;
  if (!(await giveSession(ctx, challenge, now))) throw new Problem(challengeOver('here'));
  if (telling) return telling;
  return isByCode ? toldBefore(ctx.context, passed) : verified;
}

/** Runs in one transaction, so that burning the code, ending the challenge and making the session are one act. */
async function decide(
  ctx: GenericEndpointContext,
  db: Database,
  challengeId: string,
  request: AttemptRequest,
  now: number,
): Promise<Decision> {
  const challenge = await lockChallenge(ctx.context, db, challengeId);
  if (!challenge) throw new Problem(challengeOver('sign-in'));
  const known = await findOutcome(db, challengeId, request.attempt);
  if (known) return { outcome: known, challenge, isNew: false };
  holdOpen(challenge, now);
  const { proof } = request;
  await holdPlace(ctx, db, challenge, proof);

  const refusal = await judge(ctx, db, challenge, proof, now);
  if (refusal) {
    await record(db, challenge.userId, 'mfa.challenge_refused', now);
    await noteFailure(ctx, db, challenge, refusal, now);
  }
  const decision: Decision = refusal
    ? { outcome: { kind: 'refused', problem: refusal }, challenge, isNew: true }
    : await accept(ctx, db, challenge, request, now);
  await storeOutcome(db, challengeId, request.attempt, decision.outcome, now);
  return decision;
}

/** What a right proof does: what an agent read out opens the set-up of a factor and no session, since it is not the person's own. */
async function accept(
  ctx: GenericEndpointContext,
  db: Database,
  challenge: ChallengeRow,
  { proof, trustDevice: isWanted }: AttemptRequest,
  now: number,
): Promise<Decision> {
  const { id, userId } = challenge;
  const opened: Decision = { outcome: { kind: 'opened' }, challenge, isNew: true };
  if (proof.kind === 'enrollment-pass') return opened;
  // The last of them may be the one that was just used: its row is there as long as it would have worked.
  const isTemporary = proof.kind === 'backup-code' && (await codesInForce(ctx.context, db, userId))?.temporary;
  if (!isTemporary) return pass(ctx, db, challenge, { proof, isWanted }, now);
  await db.updateMany({ model: 'mfaChallenge', where: equal({ id }), update: { enrollsSince: new Date(now) } });
  await record(db, userId, 'mfa.backup_code_used', now);
  return opened;
}

/** Refuses a proof that the person is not asked for: before an enrollment only its pass counts, and nowhere else. */
async function holdPlace(
  { context }: GenericEndpointContext,
  db: Database,
  challenge: ChallengeRow,
  { kind }: Proof,
): Promise<void> {
  const obstacle = await holdNotSuspended(context, db, challenge);
  const asksForPass = obstacle?.status === 'enroll' && obstacle.passNeeded;
  const isMisplaced = kind === 'enrollment-pass' ? !asksForPass : obstacle !== null;
  if (isMisplaced) throw new Problem(ruledOut('This proof is not asked for here.'));
  if (kind === 'enrollment-pass') return;
  if (await isEnrolling(context, db, challenge)) throw new Problem(ruledOut('A second factor has to be set up.'));
}

async function pass(
  ctx: GenericEndpointContext,
  db: Database,
  challenge: ChallengeRow,
  { proof: { kind }, isWanted }: { proof: Given; isWanted: boolean },
  now: number,
): Promise<Decision> {
  const { userId } = challenge;
  const { trustDeviceDays: days, policy, requireSecondFactor } = settingsOf(ctx.context);
  const { lowAt = 3 } = policy;
  const isByCode = kind === 'backup-code';
  const codesLeft = isByCode ? await countUnused(ctx.context, db, userId) : 'unknown';
  if (codesLeft !== 'unknown') {
    await record(db, userId, 'mfa.backup_code_used', now);
    await noteRecovery(db, userId, now);
    if (codesLeft <= lowAt) await addTasks(db, userId, ['new-codes'], now);
  }
  if (kind === 'totp' || kind === 'passkey') await endIfEnough(ctx.context, db, userId);
  // An enrollment that was left half done, or a policy that wants more than it did.
  const isShort = requireSecondFactor && lacksFactor(ctx.context, await waysIn(ctx.context, db, userId));
  if (isShort) await addTasks(db, userId, ['add-factor'], now);
  const todo = await todoOf(ctx.context, db, userId);
  const mayWait = codesLeft !== 0 && (await mayPostpone(ctx.context, db, userId));
  await record(db, userId, 'mfa.signed_in', now);
  const { challenge: passed } = await makeSession(ctx, db, challenge, now);
  return {
    isNew: true,
    outcome: {
      kind: 'passed',
      verified: { by: kind, codesLeft, todo, mayPostpone: mayWait, notified: 'unknown' },
    },
    // Who came by a backup code may have found the list: the next sign-in has to ask again.
    challenge: isWanted && !isByCode && days !== null ? await trustDevice(ctx, db, passed, days, now) : passed,
  };
}
