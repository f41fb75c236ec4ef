import type { AuthContext } from 'better-auth';
import { canonicalCode, randomCode } from '../backup-code.js';
import { equal, type Database } from '../database.js';
import { lockGuard, resetGuard, type Judgement } from '../guard.js';
import { keyedHashes } from '../keyed-hash.js';
import type { ChallengeRow } from '../rows.js';
import { auditOwn } from '../audit/log.js';
import type { StandingRow } from './rows.js';
import { PASS_TTL } from './rules.js';
import { isReset, standingOf } from './standing.js';

/** Written as a backup code is, so that the same field takes it. */
const hashes = (context: AuthContext, userId: string, code: string) =>
  keyedHashes(context, 'enrollment pass', `${userId}\n${code}`);

/** A new pass for a reset, and what is kept of it. Tries that an older one used up are given back. */
export async function newPass(
  context: AuthContext,
  db: Database,
  userId: string,
  now: number,
): Promise<{ pass: string; kept: Pick<StandingRow, 'passHash' | 'passUntil' | 'passUsedAt'> }> {
  await resetGuard(db, await lockGuard(db, userId, 'enrollment-pass'));
  const pending = equal({ userId, state: 'pending' });
  await db.updateMany({ model: 'mfaChallenge', where: pending, update: { passFailed: 0 } });
  const pass = randomCode();
  const [passHash] = hashes(context, userId, pass);
  return { pass, kept: { passHash, passUntil: new Date(now + PASS_TTL), passUsedAt: null } };
}

/** Judges a pass, and uses it up for this challenge. */
export async function judgePass(
  context: AuthContext,
  db: Database,
  { id, userId }: Pick<ChallengeRow, 'id' | 'userId'>,
  typed: string,
  now: number,
): Promise<Judgement> {
  const standing = await standingOf(db, userId);
  const code = canonicalCode(typed);
  if (!standing?.passHash || !isReset(standing) || code === null) return 'wrong';
  if (!hashes(context, userId, code).includes(standing.passHash)) return 'wrong';
  if (standing.passUsedAt) return 'used';
  if (now >= (standing.passUntil?.getTime() ?? 0)) return 'expired';
  const { id: row, passHash, reset } = standing;
  const used = await db.updateMany({
    model: 'mfaStanding',
    where: equal({ id: row, passHash, passUsedAt: null }),
    update: { passUsedAt: new Date(now) },
  });
  if (used !== 1) return 'used';
  await db.updateMany({ model: 'mfaChallenge', where: equal({ id }), update: { passFor: reset } });
  await auditOwn(db, userId, 'mfa.enrollment_pass_used', now, { case: standing.caseNumber });
  return 'right';
}
