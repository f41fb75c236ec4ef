import type { GenericEndpointContext } from 'better-auth';
import type { components } from '../../backends/rest/contract.js';
import { judgeBackupCode } from './backup-code.js';
import { equal, type Database } from './database.js';
import { judgeDelivered } from './delivery.js';
import { judgePass } from './desk/pass.js';
import { blockedUntil, countFailure, lockGuard, resetGuard, type Judgement } from './guard.js';
import { judgePasskey } from './passkey.js';
import { judgePassword } from './password.js';
import { locked, problem, type ProblemBody } from './problem.js';
import type { ChallengeRow, GuardRow } from './rows.js';
import { judgeTotp } from './totp.js';

/** From how many tries left the person is told. */
const TELL_TRIES = 3;
/** How often a pass may be given in one challenge; another one that is made gives the tries back. */
const PASS_TRIES_HERE = 5;

export type JudgedProof = components['schemas']['StepUpProof'];
type Typed = Exclude<JudgedProof, { kind: 'passkey' }>;

/** Why a proof is refused, or null for one that is right and is used up now. In a transaction that holds the challenge. */
export async function judge(
  ctx: GenericEndpointContext,
  db: Database,
  challenge: ChallengeRow,
  proof: JudgedProof,
  now: number,
): Promise<ProblemBody | null> {
  if (proof.kind === 'passkey') {
    const isRight = await judgePasskey(ctx, db, challenge, proof, now);
    return isRight ? null : problem('passkey-refused', 422, 'This passkey is not right.');
  }
  const guard = await lockGuard(db, challenge.userId, proof.kind);
  const retryAt = blockedUntil(guard, now);
  if (retryAt !== null) return locked(proof.kind, retryAt);
  if (proof.kind === 'enrollment-pass' && challenge.passFailed >= PASS_TRIES_HERE) {
    return locked(proof.kind, challenge.proofUntil.getTime());
  }
  const judgement = await judgeTyped(ctx, db, challenge, proof, now);
  if (judgement !== 'right') return refuse(db, challenge, guard, judgement, now);
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
    case 'enrollment-pass':
      return judgePass(context, db, challenge, proof.code, now);
    case 'password':
      return judgePassword(context, challenge.userId, proof.password);
  }
}

async function refuse(
  db: Database,
  { id, passFailed }: ChallengeRow,
  guard: GuardRow,
  judgement: Exclude<Judgement, 'right'>,
  now: number,
): Promise<ProblemBody> {
  // Where no code is in force none can be guessed: nothing is counted.
  if (judgement === 'expired') return problem('delivered-code-expired', 422, 'This code is too old.');
  const all = await countFailure(db, guard, now);
  const isPass = guard.kind === 'enrollment-pass';
  const update = { passFailed: passFailed + 1 };
  if (isPass) await db.updateMany({ model: 'mfaChallenge', where: equal({ id }), update });
  const triesLeft = isPass ? Math.min(all, PASS_TRIES_HERE - update.passFailed) : all;
  const told = triesLeft <= TELL_TRIES ? { triesLeft } : {};
  return judgement === 'used'
    ? problem('used-code', 422, 'This code was used before.', told)
    : problem('wrong-code', 422, 'This code is not right.', told);
}
