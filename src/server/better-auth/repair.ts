import type { AuthContext } from 'better-auth';
import type { components } from '../../backends/rest/contract.js';
import { countUnused } from './backup-code.js';
import { noteRecovery } from './contact-hold.js';
import { equal, type Database } from './database.js';
import { factorsOf, isNeeded, lacksFactor, waysIn, type WaysIn } from './last-way.js';
import { settingsOf } from './options.js';
import { isOffered } from './policy.js';
import type { RepairRow } from './rows.js';

type Task = components['schemas']['RepairTask'];

const model = 'mfaRepair';
/** In the order in which they are done. */
const TASKS: readonly Task[] = ['add-factor', 'new-codes', 'retire-lost', 'end-other-sessions'];

/** Notes what a person has to do. It is asked for at each sign-in until it is done. */
export async function addTasks(db: Database, userId: string, tasks: readonly Task[], now: number): Promise<void> {
  for (const task of tasks) {
    const createdAt = new Date(now);
    const known = await db.updateMany({ model, where: equal({ userId, task }), update: { createdAt } });
    if (known === 0) await db.create({ model, data: { userId, task, createdAt } });
  }
}

export async function endTask(db: Database, userId: string, task: Task): Promise<void> {
  await db.deleteMany({ model, where: equal({ userId, task }) });
}

/** What the person still has to do, in order. */
export async function todoOf(context: AuthContext, db: Database, userId: string): Promise<Task[]> {
  const rows = await db.findMany<RepairRow>({ model, where: equal({ userId }) });
  if (rows.length === 0) return [];
  const ways = await waysIn(context, db, userId);
  const isOpen = (task: Task) => rows.some((row) => row.task === task && isPossible(context, row, ways));
  return TASKS.filter(isOpen);
}

/** A policy may have changed since, and what was lost may have gone by itself. */
function isPossible(context: AuthContext, { task, createdAt }: RepairRow, ways: WaysIn): boolean {
  if (task === 'new-codes') return isOffered(settingsOf(context).policy, 'backup-code');
  if (task !== 'retire-lost') return true;
  return factorsOf(ways).some((factor) => factor.added <= createdAt.getTime() && !isNeeded(context, ways, factor));
}

/** Whether what is left to do may wait: not where the policy wants it at once, or asks everyone for more than there is. */
export async function mayPostpone(context: AuthContext, db: Database, userId: string): Promise<boolean> {
  const { policy, requireSecondFactor } = settingsOf(context);
  if (policy.postponeRepair === false) return false;
  return !requireSecondFactor || !lacksFactor(context, await waysIn(context, db, userId));
}

/** Who signs in by a factor has it, or a new one: unless the policy wants another, none is missing. */
export async function endIfEnough(context: AuthContext, db: Database, userId: string): Promise<void> {
  if (!lacksFactor(context, await waysIn(context, db, userId))) await endTask(db, userId, 'add-factor');
}

/** What is left to do for who set up a factor in the place of one that is lost, and still there. */
export async function planAfterLoss(db: Database, userId: string, now: number): Promise<void> {
  await noteRecovery(db, userId, now);
  await addTasks(db, userId, ['new-codes', 'retire-lost'], now);
}

/** What follows a new factor, in the transaction that brings it. */
export async function planAfterEnrollment(
  context: AuthContext,
  db: Database,
  userId: string,
  now: number,
): Promise<void> {
  const { policy } = settingsOf(context);
  const hasNoCode = isOffered(policy, 'backup-code') && (await countUnused(context, db, userId)) === 0;
  if (hasNoCode) await addTasks(db, userId, ['new-codes'], now);
  if (lacksFactor(context, await waysIn(context, db, userId))) await addTasks(db, userId, ['add-factor'], now);
  else await endTask(db, userId, 'add-factor');
}
