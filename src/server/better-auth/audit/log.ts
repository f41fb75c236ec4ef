import { equal, type Database } from '../database.js';
import type { AuditEvent } from './events.js';
import type { AuditRow } from '../desk/rows.js';

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

/** What is looked for; what is left out is not asked about. */
export interface AuditQuery {
  readonly events?: readonly AuditEvent[];
  readonly actorId?: string;
  readonly subjectId?: string;
  /** From this instant on, in milliseconds. */
  readonly from?: number;
  /** Before this instant. */
  readonly to?: number;
  /** How many of the newest to leave out. [0] */
  readonly offset?: number;
  readonly limit: number;
}

/** Lines of the log, newest first. */
export function findLines(db: Database, query: AuditQuery): Promise<AuditRow[]> {
  const { events, actorId, subjectId, from, to, offset = 0, limit } = query;
  const where: NonNullable<Parameters<Database['findMany']>[0]['where']> = [
    ...(events ? [{ field: 'event', operator: 'in' as const, value: [...events] }] : []),
    ...(actorId === undefined ? [] : equal({ actorId })),
    ...(subjectId === undefined ? [] : equal({ subjectId })),
    ...(from === undefined ? [] : [{ field: 'at', operator: 'gte' as const, value: new Date(from) }]),
    ...(to === undefined ? [] : [{ field: 'at', operator: 'lt' as const, value: new Date(to) }]),
  ];
  return db.findMany<AuditRow>({ model, where, sortBy: { field: 'at', direction: 'desc' }, limit, offset });
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
