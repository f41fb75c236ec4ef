import type { AuthContext } from 'better-auth';
import type { components } from '../../../backends/rest/contract.js';
import { codesInForce } from '../backup-code.js';
import type { Database } from '../database.js';
import { settingsOf } from '../options.js';
import { casesOf } from './cases.js';
import { seenCase } from './rules.js';
import { recentReset } from './standing.js';

type Case = components['schemas']['Case'];
type Notice = components['schemas']['Notice'];

/** The request that is open as far as the person can see; null without a help desk. */
export async function caseSeen(context: AuthContext, db: Database, userId: string): Promise<Case | null> {
  const { assistance, now } = settingsOf(context);
  if (!assistance) return null;
  const cases = await casesOf(db, userId);
  return cases.map((one) => seenCase(one, now())).find((seen) => seen !== null) ?? null;
}

/** What the help team has done lately, for who signs in. */
export async function noticesFor(
  context: AuthContext,
  db: Database,
  userId: string,
  open: Case | null,
): Promise<Notice[]> {
  const reset = await recentReset(db, userId, settingsOf(context).now());
  const codes = await codesInForce(context, db, userId);
  return [
    ...(reset === null ? [] : [{ kind: 'reset' as const, at: reset }]),
    ...(open ? [{ kind: 'case-open' as const, at: open.openedAt }] : []),
    ...(codes?.temporary ? [{ kind: 'temporary-codes' as const, at: codes.made }] : []),
  ];
}
