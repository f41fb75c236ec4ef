import type { AuthContext } from 'better-auth';
import type { Database } from '../database.js';
import { audit, type AuditEntry } from '../audit/log.js';
import { closeCases } from './cases.js';
import { endAccess } from './ending.js';
import { TOLD_FOR } from './rules.js';
import { setStanding, standingOf } from './standing.js';

/**
 * Closes an account: nobody is in, and a reset that was under way is void. Only a reset opens it again. After `holdAccess`.
 * Where it follows a reset, that is an incident. Gives the number of the case whose reset it was.
 */
export async function closeAccount(
  context: AuthContext,
  db: Database,
  userId: string,
  by: { readonly who: Pick<AuditEntry, 'actorId' | 'role'>; readonly case: string | null },
  now: number,
): Promise<string | null> {
  const standing = await standingOf(db, userId);
  const doneAt = standing?.doneAt?.getTime();
  const wasReset = standing !== null && standing.reset !== null && (doneAt === undefined || now < doneAt + TOLD_FOR);
  if (wasReset) {
    const detail = { case: by.case ?? standing.caseNumber, reset: standing.caseNumber };
    await audit(db, { event: 'mfa.wrong_person_reset', ...by.who, subjectId: userId, detail }, now);
  }
  await setStanding(db, userId, { suspendedAt: new Date(now), reset: null, passHash: null });
  await closeCases(db, userId, 'cancelled');
  await endAccess(context, db, userId);
  return standing?.caseNumber ?? null;
}
