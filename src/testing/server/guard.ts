import type { Instant } from '../../core/factor.js';
import { MINUTE } from './clock.js';
import { problem, type ProblemBody } from './wire.js';
import type { Guard, GuardedKind, World } from './world.js';

const FIRST_LOCK = 15 * MINUTE;
const LONGEST_LOCK = 60 * MINUTE;
/** From how many tries left the person is told. */
const TELL_TRIES = 3;

function guardOf({ account }: World, kind: GuardedKind): Guard {
  const found = account.guards.get(kind) ?? { failed: 0, locks: 0, blockedUntil: 0 };
  account.guards.set(kind, found);
  return found;
}

/** The refusal while a kind of proof is locked; null while it is not. */
export function locked(world: World, kind: GuardedKind): ProblemBody | null {
  const retryAt = guardOf(world, kind).blockedUntil;
  return retryAt > world.clock.now() ? tooMany(kind, retryAt) : null;
}

function tooMany(kind: GuardedKind, retryAt: Instant): ProblemBody {
  // The contract has no name for a locked password or pass.
  const blocks = kind === 'password' || kind === 'enrollment-pass' ? ('all' as const) : [kind];
  return problem('too-many-attempts', 429, 'Too many wrong codes.', { blocks, retryAt });
}

/** Locks a kind of proof. */
export function lock(world: World, kind: GuardedKind, ms: number): void {
  guardOf(world, kind).blockedUntil = world.clock.now() + ms;
}

/** Counts a wrong proof; tells how many tries are left when they are few. */
export function countFailure(world: World, kind: GuardedKind): { triesLeft?: number } {
  const guard = guardOf(world, kind);
  guard.failed += 1;
  const triesLeft = world.limits.tries - guard.failed;
  if (triesLeft <= 0) {
    lock(world, kind, Math.min(FIRST_LOCK * 2 ** guard.locks, LONGEST_LOCK));
    guard.failed = 0;
    guard.locks += 1;
  }
  return triesLeft <= TELL_TRIES ? { triesLeft: Math.max(0, triesLeft) } : {};
}

export const resetGuard = ({ account }: World, kind: GuardedKind): boolean => account.guards.delete(kind);
