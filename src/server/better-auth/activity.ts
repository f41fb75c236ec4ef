import type { AuditEvent } from './audit/events.js';
import { auditOwn, type AuditEntry } from './audit/log.js';
import type { Database } from './database.js';
import type { ActivityRow } from './rows.js';

/** Puts a line into what the person is shown of their account. It goes with the account; the log stays. */
export async function show(
  db: Database,
  userId: string,
  what: AuditEvent,
  now: number,
  byRole: ActivityRow['byRole'] = null,
): Promise<void> {
  await db.create({ model: 'mfaActivity', data: { userId, what, at: new Date(now), byRole } });
}

/**
 * Writes down what a person did to their own account, or somebody in their place, in the transaction that did it: in the audit
 * log, and in what they are shown. Holds no code and no address.
 */
export async function record(
  db: Database,
  userId: string,
  what: AuditEvent,
  now: number,
  detail?: AuditEntry['detail'],
): Promise<void> {
  await show(db, userId, what, now);
  await auditOwn(db, userId, what, now, detail);
}
