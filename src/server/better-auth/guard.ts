import { equal, type Database } from './database.js';
import type { GuardRow } from './rows.js';

const TRIES = 10;
/**
 * Of a pass, in all challenges together (NIST SP 800-63B, 3.2.2, allows a hundred). Each challenge has five of its own: whoever has
 * the password alone must not shut the owner out by guessing.
 */
const PASS_TRIES = 100;
const FIRST_BLOCK = 15 * 60_000;
const LONGEST_BLOCK = 60 * 60_000;

export type GuardedKind = GuardRow['kind'];

/** What was found of a code. `expired`: none is in force that it could be. */
export type Judgement = 'right' | 'wrong' | 'used' | 'expired';

/**
 * Takes the guard of a person and a kind of proof and holds it until the transaction ends, so that guesses made in
 * parallel, on however many challenges, are counted one after the other.
 */
export async function lockGuard(db: Database, userId: string, kind: GuardedKind): Promise<GuardRow> {
  const locked = await db.incrementOne<GuardRow>({
    model: 'mfaGuard',
    where: equal({ userId, kind }),
    increment: { version: 1 },
  });
  if (locked) return locked;
  return db.create({
    model: 'mfaGuard',
    data: { userId, kind, version: 0, failed: 0, locks: 0, blockedUntil: null },
  });
}

/** Until when this kind is blocked, or null. */
export function blockedUntil(guard: GuardRow, now: number): number | null {
  const until = guard.blockedUntil?.getTime() ?? 0;
  return until > now ? until : null;
}

/** Counts a failure and says how many tries are left before the kind is blocked. */
export async function countFailure(db: Database, guard: GuardRow, now: number): Promise<number> {
  const failed = guard.failed + 1;
  const tries = guard.kind === 'enrollment-pass' ? PASS_TRIES : TRIES;
  const update =
    failed < tries
      ? { failed }
      : {
          failed: 0,
          locks: guard.locks + 1,
          blockedUntil: new Date(now + Math.min(FIRST_BLOCK * 2 ** guard.locks, LONGEST_BLOCK)),
        };
  await db.updateMany({ model: 'mfaGuard', where: equal({ id: guard.id }), update });
  return tries - failed;
}

export async function resetGuard(db: Database, guard: GuardRow): Promise<void> {
  if (guard.failed === 0 && guard.locks === 0) return;
  await db.updateMany({
    model: 'mfaGuard',
    where: equal({ id: guard.id }),
    update: { failed: 0, locks: 0, blockedUntil: null },
  });
}
