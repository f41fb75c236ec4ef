import type { GenericEndpointContext } from 'better-auth';
import type { components } from '../../backends/rest/contract.js';
import { record } from './activity.js';
import { findOutcome, storeOutcome, type Outcome } from './attempt-log.js';
import { database, transaction, type Database } from './database.js';
import { deliver } from './delivery.js';
import { judge, type JudgedProof } from './judge.js';
import { waysFor } from './offers.js';
import { settingsOf } from './options.js';
import { hasPassword } from './password.js';
import { ceremonyFor } from './prepare-passkey.js';
import { findStepUp, grantPrivilege, lockStepUp, PRIVILEGED_TTL, privilegedUntil } from './privilege.js';
import { emptyResponse, jsonResponse, notOffered, Problem, stepUpRequired } from './problem.js';
import { readObject, readOffer, readStepUp } from './request.js';
import type { Asked } from './rows.js';
import { hasSecondFactor } from './second-factor.js';
import { needSession, type Session } from './session.js';

type Schemas = components['schemas'];

/**
 * What makes a session privileged, the strongest thing first. The password counts only for who has nothing else: at an
 * account with a second factor it would be the weaker of two keys that opens what both protect.
 */
async function needOf(ctx: GenericEndpointContext, asked: Asked, now: number): Promise<Schemas['StepUpNeed']> {
  const ways: Schemas['StepUpWay'][] = await waysFor(ctx, asked, now);
  if (ways.length > 0) return { how: 'in-place', ways };
  const { userId } = asked;
  const byPassword = !(await hasSecondFactor(ctx.context, userId)) && (await hasPassword(ctx.context, userId));
  return byPassword ? { how: 'in-place', ways: [{ kind: 'password' }] } : { how: 'sign-in-again' };
}

/** Whether the session is privileged, and what makes it so. */
async function standingOf(ctx: GenericEndpointContext, session: Session, now: number): Promise<Schemas['StepUp']> {
  const stepUp = await findStepUp(await database(ctx.context), session);
  const need = await needOf(ctx, { id: stepUp?.id ?? null, userId: session.userId }, now);
  const until = await privilegedUntil(ctx.context, session, now);
  return { need, privilegedUntil: until ?? (await bySignIn(ctx, session, need)) };
}

/** Who has nothing to prove it with, and needs no second factor to sign in, has proved it by signing in. */
async function bySignIn(
  { context }: GenericEndpointContext,
  { userId, createdAt }: Session,
  { how }: Schemas['StepUpNeed'],
): Promise<number | null> {
  if (how !== 'sign-in-again' || (await hasSecondFactor(context, userId))) return null;
  const until = createdAt.getTime() + PRIVILEGED_TTL;
  // Sessions are Better Auth's and run on its clock.
  return Date.now() < until ? until : null;
}

/** Throws, with what is needed, unless the session's proof is fresh. */
export async function needFresh(ctx: GenericEndpointContext, session: Session): Promise<void> {
  const now = settingsOf(ctx.context).now();
  if ((await privilegedUntil(ctx.context, session, now)) !== null) return;
  const standing = await standingOf(ctx, session, now);
  if (standing.privilegedUntil === null) throw new Problem(stepUpRequired(standing.need));
}

/** `GET /mfa/step-up` */
export async function loadStepUp(ctx: GenericEndpointContext): Promise<Response> {
  const session = await needSession(ctx);
  return jsonResponse(await standingOf(ctx, session, settingsOf(ctx.context).now()));
}

/** `POST /mfa/step-up/deliveries` */
export async function sendStepUpCode(ctx: GenericEndpointContext): Promise<Response> {
  const offer = readOffer(ctx.body);
  const session = await needSession(ctx);
  const take = (db: Database, now: number) => lockStepUp(ctx.context, db, session, now);
  return jsonResponse(await deliver(ctx, { offer, owner: session.id, purpose: 'step-up', take }));
}

/** `POST /mfa/step-up/passkey` */
export async function prepareStepUpPasskey(ctx: GenericEndpointContext): Promise<Response> {
  readObject(ctx.body);
  const session = await needSession(ctx);
  const take = (db: Database, now: number) => lockStepUp(ctx.context, db, session, now);
  return jsonResponse(await ceremonyFor(ctx, take));
}

/** `POST /mfa/step-up/proofs`: spends one proof. */
export async function proveStepUp(ctx: GenericEndpointContext): Promise<Response> {
  const { attempt, proof } = readStepUp(ctx.body);
  const session = await needSession(ctx);
  if (proof.kind === 'enrollment-pass') throw new Problem(notAsked());
  const outcome = await transaction(ctx.context, (db) => decide(ctx, db, session, attempt, proof));
  if (outcome.kind === 'refused') throw new Problem(outcome.problem);
  return emptyResponse();
}

const notAsked = () => notOffered(403, 'This kind of proof is not asked for.');

/** Runs in one transaction, so that using the proof up and making the session privileged are one act. */
async function decide(
  ctx: GenericEndpointContext,
  db: Database,
  session: Session,
  attempt: string,
  proof: JudgedProof,
): Promise<Outcome> {
  const now = settingsOf(ctx.context).now();
  const stepUp = await lockStepUp(ctx.context, db, session, now);
  const known = await findOutcome(db, stepUp.id, attempt);
  if (known) return known;
  const need = await needOf(ctx, stepUp, now);
  if (need.how !== 'in-place' || !need.ways.some(({ kind }) => kind === proof.kind)) throw new Problem(notAsked());

  const refusal = await judge(ctx, db, stepUp, proof, now);
  if (refusal) {
    await record(db, session.userId, 'mfa.step_up_refused', now);
  } else {
    if (proof.kind === 'backup-code') await record(db, session.userId, 'mfa.backup_code_used', now);
    await record(db, session.userId, 'mfa.step_up_passed', now);
    await grantPrivilege(db, stepUp, now);
  }
  const outcome: Outcome = refusal ? { kind: 'refused', problem: refusal } : { kind: 'proved' };
  await storeOutcome(db, stepUp.id, attempt, outcome, now);
  return outcome;
}
