import { equal, type Database } from '../database.js';
import type { AuditEvent } from './events.js';
import type { AuditRow } from './rows.js';

const model = 'mfaAudit';

export interface AuditEntry {
  readonly event: AuditEvent;
  readonly actorId: string;
  readonly subjectId: string | null;
  /** `user`, or the role that an agent acts in. */
  readonly role: string;
  /** What there is to say of it; never a secret. */
  readonly detail?: Readonly<Record<string, string | number | null>>;
}

/** Adds a line, in the transaction of what it tells. There is no other way to touch the log. */
export async function audit(
  db: Database,
  { event, actorId, subjectId, role, detail = {} }: AuditEntry,
  now: number,
): Promise<void> {
  const data = { at: new Date(now), event, actorId, subjectId, role, detail: JSON.stringify(detail) };
  await db.create({ model, data });
}

/** Adds a line about what a person did to their own account. */
export const auditOwn = (db: Database, userId: string, event: AuditEvent, now: number, detail?: AuditEntry['detail']) =>
  audit(db, { event, actorId: userId, subjectId: userId, role: 'user', ...(detail && { detail }) }, now);

/** What the log says about a person, newest first. */
export function auditOf(db: Database, subjectId: string, limit: number): Promise<AuditRow[]> {
  const sortBy = { field: 'at', direction: 'desc' as const };
  return db.findMany<AuditRow>({ model, where: equal({ subjectId }), sortBy, limit });
}

/** How often somebody did one of these since an instant. */
export function countActs(
  db: Database,
  actorId: string,
  events: readonly AuditEvent[],
  since: number,
): Promise<number> {
  return db.count({
    model,
    where: [
      ...equal({ actorId }),
      { field: 'event', operator: 'in', value: [...events] },
      { field: 'at', operator: 'gt', value: new Date(since) },
    ],
  });
}
