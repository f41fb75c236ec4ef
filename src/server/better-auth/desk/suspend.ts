import type { AuthContext } from 'better-auth';
import type { Database } from '../database.js';
import { closeCases } from './cases.js';
import { endAccess } from './ending.js';
import { setStanding, standingOf } from './standing.js';

/**
 * Closes an account: nobody is in, and a reset that was under way is void. Only a reset opens it again. After `holdAccess`.
 * Gives the number of the case whose reset it was.
 */
export async function closeAccount(
  context: AuthContext,
  db: Database,
  userId: string,
  now: number,
): Promise<string | null> {
  const standing = await standingOf(db, userId);
  await setStanding(db, userId, { suspendedAt: new Date(now), reset: null, passHash: null });
  await closeCases(db, userId, 'cancelled');
  await endAccess(context, db, userId);
  return standing?.caseNumber ?? null;
}
