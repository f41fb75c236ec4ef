import { noteRecovery } from '../contact-hold.js';
import { equal, type Database } from '../database.js';
import { closeCases } from './cases.js';
import { isReset, setStanding, standingOf } from './standing.js';

/** The case of a reset that is under way, for the line that closes it. */
export async function caseUnderWay(db: Database, userId: string): Promise<{ case: string | null } | undefined> {
  const standing = await standingOf(db, userId);
  return standing && isReset(standing) ? { case: standing.caseNumber } : undefined;
}

/** The person has a factor again. Their addresses stay as they are for a while: who enrolled may be somebody else. */
export async function finishReset(db: Database, userId: string, now: number): Promise<void> {
  await setStanding(db, userId, { doneAt: new Date(now), passHash: null });
  await closeCases(db, userId, 'done');
  await noteRecovery(db, userId, now);
}

/** Whether the follow-up of a finished reset is to be sent, which is true once. */
export async function takeFollowUp(db: Database, userId: string, now: number): Promise<boolean> {
  const standing = await standingOf(db, userId);
  if (!standing?.doneAt || standing.toldAt) return false;
  const where = equal({ id: standing.id, toldAt: null });
  return (await db.updateMany({ model: 'mfaStanding', where, update: { toldAt: new Date(now) } })) === 1;
}
