import type { AuthContext } from 'better-auth';
import { symmetricDecrypt } from 'better-auth/crypto';
import type { components } from '../../../backends/rest/contract.js';
import { database, equal, type Database } from '../database.js';
import { settingsOf } from '../options.js';
import { Problem, ruledOut, suspended } from '../problem.js';
import type { StandingRow } from './rows.js';
import { DAY, TOLD_FOR } from './rules.js';

type Entry = components['schemas']['Entry'];
/** What a person meets in place of the challenge. */
export type Obstacle = Extract<Entry, { status: 'blocked' | 'change-password' | 'enroll' }>;

const model = 'mfaStanding';

type Facts = Pick<
  StandingRow,
  'suspendedAt' | 'passwordDueBy' | 'reset' | 'byRole' | 'resetAt' | 'deadline' | 'doneAt'
>;

/** Whether a reset is under way: nobody has set up a factor since. */
export const isReset = ({ reset, doneAt }: Pick<Facts, 'reset' | 'doneAt'>): boolean =>
  reset !== null && doneAt === null;

/** What stands before the account. `passFor`: the reset whose pass was given in this challenge. */
export function obstacleOf(
  standing: Facts | null,
  { passFor, now, passwordUrl }: { passFor: string | null; now: number; passwordUrl: string },
): Obstacle | null {
  if (!standing) return null;
  const { suspendedAt, passwordDueBy, reset, byRole, resetAt, deadline } = standing;
  if (suspendedAt) return { status: 'blocked', why: 'suspended' };
  if (passwordDueBy) {
    const isLate = now >= passwordDueBy.getTime();
    return isLate ? { status: 'blocked', why: 'deadline-passed' } : { status: 'change-password', url: passwordUrl };
  }
  if (!isReset(standing) || !resetAt || !deadline || byRole === null) return null;
  if (now >= deadline.getTime()) return { status: 'blocked', why: 'deadline-passed' };
  return {
    status: 'enroll',
    because: 'reset',
    reset: { byRole, at: resetAt.getTime(), deadline: deadline.getTime() },
    passNeeded: passFor !== reset,
  };
}

export function standingOf(db: Database, userId: string): Promise<StandingRow | null> {
  return db.findOne<StandingRow>({ model, where: equal({ userId }) });
}

export async function setStanding(
  db: Database,
  userId: string,
  update: Partial<Omit<StandingRow, 'id' | 'userId'>>,
): Promise<void> {
  const known = await db.updateMany({ model, where: equal({ userId }), update });
  if (known === 0) await db.create({ model, data: { ...update, userId } });
}

/** What stands before a person's account, in a challenge or, without one, in general. */
export async function obstacleFor(
  context: AuthContext,
  db: Database,
  { userId, passFor }: { userId: string; passFor: string | null },
): Promise<Obstacle | null> {
  const { now, assistance } = settingsOf(context);
  const passwordUrl = assistance?.changePasswordUrl ?? '/';
  return obstacleOf(await standingOf(db, userId), { passFor, now: now(), passwordUrl });
}

/** Throws for a suspended account; gives what else stands before it. */
export async function holdNotSuspended(
  context: AuthContext,
  db: Database,
  challenge: { userId: string; passFor: string | null },
): Promise<Obstacle | null> {
  const obstacle = await obstacleFor(context, db, challenge);
  if (obstacle?.status === 'blocked' && obstacle.why === 'suspended') throw new Problem(suspended());
  return obstacle;
}

/** Throws where something stands before the account: nothing is sent or begun for a proof that would not count. */
export async function holdNothingStands(
  context: AuthContext,
  db: Database,
  challenge: { userId: string; passFor: string | null },
): Promise<void> {
  if (await holdNotSuspended(context, db, challenge)) throw new Problem(ruledOut('No proof is asked for here.'));
}

/** Whether no session may be made for a person, whatever they can prove. */
export const isHeld = async (context: AuthContext, userId: string): Promise<boolean> =>
  (await obstacleFor(context, await database(context), { userId, passFor: null })) !== null;

/** When the help team reset the account, for as long as it is told at the sign-in. */
export async function recentReset(db: Database, userId: string, now: number): Promise<number | null> {
  const standing = await standingOf(db, userId);
  if (!standing?.doneAt || !standing.resetAt) return null;
  return now < standing.doneAt.getTime() + TOLD_FOR ? standing.resetAt.getTime() : null;
}

const KEPT_FOR = 30 * DAY;

/** Where a person is told things, or called. */
export interface Reached {
  readonly emails: readonly string[];
  readonly phones: readonly { readonly to: string; readonly since: number | 'unknown' }[];
}

/** Where a person was reached before a reset took their destinations away. */
export async function reachedBefore(context: AuthContext, db: Database, userId: string): Promise<Reached> {
  const standing = await standingOf(db, userId);
  const isOver = settingsOf(context).now() >= (standing?.resetAt?.getTime() ?? 0) + KEPT_FOR;
  if (!standing?.addresses || isOver) return { emails: [], phones: [] };
  return JSON.parse(await symmetricDecrypt({ key: context.secretConfig, data: standing.addresses })) as Reached;
}
