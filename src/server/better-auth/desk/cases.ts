import { randomInt } from 'node:crypto';
import { equal, type Database } from '../database.js';
import type { CaseRow } from './rows.js';
import { HELP_AGAIN } from './rules.js';

const model = 'mfaCase';
const newestFirst = { field: 'openedAt', direction: 'desc' } as const;

/** Short enough to be read out. It opens nothing, so it need not be hard to guess. */
const newNumber = (): string =>
  `${String(randomInt(1000)).padStart(3, '0')}-${String(randomInt(1_000_000)).padStart(6, '0')}`;

export function findCase(db: Database, number: string): Promise<CaseRow | null> {
  return db.findOne<CaseRow>({ model, where: equal({ number }) });
}

export function casesOf(db: Database, userId: string): Promise<CaseRow[]> {
  return db.findMany<CaseRow>({ model, where: equal({ userId }), sortBy: newestFirst, limit: 20 });
}

/** The cases that wait for an agent, newest first. */
export function openCases(db: Database): Promise<CaseRow[]> {
  const where = [{ field: 'state', operator: 'in' as const, value: ['waiting', 'escalated', 'reset'] }];
  return db.findMany<CaseRow>({ model, where, sortBy: newestFirst, limit: 100 });
}

export async function makeCase(db: Database, userId: string, now: number): Promise<CaseRow> {
  // Whoever handed the last one on decides no more on the next, unless another agent has in between.
  const [last] = await casesOf(db, userId);
  const escalatedBy = last && ['escalated', 'cancelled'].includes(last.state) ? last.escalatedBy : null;
  const times = { openedAt: new Date(now), askAgainAt: new Date(now + HELP_AGAIN) };
  const data = { ...times, userId, number: newNumber(), state: 'waiting' as const, escalatedBy, withdrawnAt: null };
  return db.create<typeof data, CaseRow>({ model, data });
}

/** Changes a case that is in the state it was found in. False where another was faster. */
export async function moveCase(
  db: Database,
  { id, state }: Pick<CaseRow, 'id' | 'state'>,
  update: Partial<Pick<CaseRow, 'state' | 'escalatedBy'>>,
): Promise<boolean> {
  return (await db.updateMany({ model, where: equal({ id, state }), update })) === 1;
}

/** The person takes it back. What waits is closed; what an agent has decided, or handed on, stands, and they see no more of it. */
export async function withdraw(db: Database, { id, state }: Pick<CaseRow, 'id' | 'state'>, now: number): Promise<void> {
  const update = { withdrawnAt: new Date(now), ...(state === 'waiting' && { state: 'cancelled' as const }) };
  await db.updateMany({ model, where: equal({ id, state }), update });
}

/** Closes whatever is open of a person's. */
export async function closeCases(db: Database, userId: string, state: 'done' | 'cancelled'): Promise<number> {
  const open = ['waiting', 'escalated', 'refused', 'helped', 'reset'];
  const where = [...equal({ userId }), { field: 'state', operator: 'in' as const, value: open }];
  return db.updateMany({ model, where, update: { state } });
}
