import type { AuthContext, GenericEndpointContext } from 'better-auth';
import { contextOf, database, equal, transaction, type AuthApp, type Database } from './database.js';
import { blockedUntil, lockGuard } from './guard.js';
import { tellPerson } from './notice.js';
import { CHALLENGE_TTL, settingsOf } from './options.js';
import { traceOf, type ProblemBody } from './problem.js';
import type { ChallengeRow } from './rows.js';
import { whereOf } from './where.js';

/** How long a person who was refused may take to get in all the same. */
const WAIT = CHALLENGE_TTL;
/** A message a day is enough to change a password by; more would be a way to fill a mailbox. */
const QUIET = 24 * 60 * 60_000;

type Failure = Pick<ChallengeRow, 'failedAt' | 'failedFrom'>;

/** A person who has to be told. */
interface Owed {
  readonly userId: string;
  readonly at: number;
  readonly where: string | null;
}

/** What a guess looks like: the password was right, and what came after it was not. */
const isFailure = ({ code }: ProblemBody): boolean =>
  code === 'wrong-code' || code === 'used-code' || code === 'passkey-refused';

/** Notes the first refusal of a challenge, in the transaction that refuses. */
export async function noteFailure(
  ctx: GenericEndpointContext,
  db: Database,
  { id, failedAt }: ChallengeRow,
  refusal: ProblemBody,
  now: number,
): Promise<void> {
  if (!settingsOf(ctx.context).notify || !isFailure(refusal) || failedAt) return;
  const update: Failure = { failedAt: new Date(now), failedFrom: whereOf(ctx) };
  await db.updateMany({ model: 'mfaChallenge', where: equal({ id }), update });
}

/**
 * What follows a refusal, once it stands: the last try is told of at once, the first one when the person did not get in
 * after all. Outside of any transaction, which what runs later would take for its own.
 */
export function followRefusal(
  { context }: GenericEndpointContext,
  challenge: ChallengeRow,
  refusal: ProblemBody,
): void {
  if (!settingsOf(context).notify || !isFailure(refusal)) return;
  const { id, failedAt } = challenge;
  if (refusal.triesLeft === 0) return context.runInBackground(told(context, () => claimAll(context, { id })));
  if (failedAt) return;
  const later = { ...context, session: null, newSession: null };
  // Whoever scales to nothing in between calls `tellOfFailedSignIns`.
  setTimeout(() => void told(later, () => claimDue(later)), WAIT + 1_000).unref();
}

/** What a person who signs in again here takes along: the same one, in the same browser, may get in by now. */
export async function carryFailure(db: Database, left: ChallengeRow | null, userId: string): Promise<Failure> {
  if (left?.userId !== userId || left.state === 'passed' || !left.failedAt) return { failedAt: null, failedFrom: null };
  const { id, failedAt, failedFrom } = left;
  await db.updateMany({ model: 'mfaChallenge', where: equal({ id }), update: { failedAt: null } });
  return { failedAt, failedFrom };
}

/** Tells a person who signs in of what came before, which is about to be cleared away. */
export async function tellOfEarlier(context: AuthContext, userId: string): Promise<void> {
  if (!settingsOf(context).notify) return;
  const owed = await claimDue(context, userId);
  if (owed.length > 0) context.runInBackground(told(context, () => Promise.resolve(owed)));
}

/**
 * Tells everybody who has to know that somebody gave their password and no right second factor, and did not get in within
 * half an hour. The process that refused does it by itself; call it now and then where processes come and go.
 */
export async function tellOfFailedSignIns(auth: AuthApp): Promise<void> {
  const context = await contextOf(auth);
  if (settingsOf(context).notify) await told(context, () => claimDue(context));
}

async function told(context: AuthContext, claim: () => Promise<Owed[]>): Promise<void> {
  try {
    for (const { userId, at, where } of await claim()) {
      await tellPerson(context, userId, 'second-factor-failed', at, { where });
    }
  } catch (error) {
    context.logger.error('mfa-elements: nobody was told of a refused second factor.', traceOf(error));
  }
}

async function claimDue(context: AuthContext, userId?: string): Promise<Owed[]> {
  const db = await database(context);
  const due = new Date(settingsOf(context).now() - WAIT);
  const rows = await db.findMany<ChallengeRow>({
    model: 'mfaChallenge',
    where: [
      { field: 'failedAt', operator: 'lte', value: due },
      { field: 'state', operator: 'ne', value: 'passed' },
      ...(userId === undefined ? [] : equal({ userId })),
    ],
  });
  return claimEach(context, rows);
}

async function claimAll(context: AuthContext, where: { id: string }): Promise<Owed[]> {
  const db = await database(context);
  return claimEach(context, await db.findMany<ChallengeRow>({ model: 'mfaChallenge', where: equal(where) }));
}

async function claimEach(context: AuthContext, rows: readonly ChallengeRow[]): Promise<Owed[]> {
  const owed: Owed[] = [];
  for (const row of rows) if (await claim(context, row)) owed.push(owedOf(row));
  return owed;
}

const owedOf = ({ userId, failedAt, failedFrom }: ChallengeRow): Owed => ({
  userId,
  at: failedAt?.getTime() ?? 0,
  where: failedFrom,
});

/** Takes a failure, so that it is told of once, by one process, and not again on the same day. */
async function claim(context: AuthContext, { id, userId, failedAt }: ChallengeRow): Promise<boolean> {
  if (!failedAt) return false;
  const now = settingsOf(context).now();
  return transaction(context, async (db) => {
    const where = equal({ id, failedAt });
    const taken = await db.updateMany({ model: 'mfaChallenge', where, update: { failedAt: null } });
    if (taken === 0) return false;
    const guard = await lockGuard(db, userId, 'failed-notice');
    if (blockedUntil(guard, now) !== null) return false;
    const update = { blockedUntil: new Date(now + QUIET) };
    await db.updateMany({ model: 'mfaGuard', where: equal({ id: guard.id }), update });
    return true;
  });
}
