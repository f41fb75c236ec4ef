import type { RepairTask } from '../../core/challenge.js';
import type { OfferKind } from '../../core/factor.js';
import { toBase64Url } from '../base64.js';
import type { Schemas } from './schema.js';
import type { CodeSetRecord, EnrollRecord, FactorRecord, World } from './world.js';

/** What is true of the account now: pure questions to its state. */

const TASKS: readonly RepairTask[] = ['add-factor', 'new-codes', 'retire-lost', 'end-other-sessions'];

export const setInForce = ({ account }: World): CodeSetRecord | null =>
  account.sets.find(({ state }) => state === 'on') ?? null;

export const codesLeft = (world: World): number =>
  setInForce(world)?.codes.filter(({ usedAt }) => usedAt === null).length ?? 0;

/** Whether the policy lets a kind of proof be offered; what isn't offered isn't accepted either. */
export function isAllowed({ policy }: World, kind: OfferKind): boolean {
  if (policy.hide.includes(kind)) return false;
  if (kind === 'backup-code') return policy.backupCodes && policy.selfRecovery;
  return kind !== 'federated' || policy.selfRecovery;
}

/** How many of the account's ways count toward the policy's number. */
function counted({ policy }: World, factors: readonly FactorRecord[], codes: number): number {
  return factors.length + (policy.codesCount && codes > 0 ? 1 : 0);
}

/** Whether the account could stand with these factors and this many unused codes. */
export function couldStand(world: World, factors: readonly FactorRecord[], codes: number): boolean {
  return factors.length + codes > 0 && counted(world, factors, codes) >= world.policy.minFactors;
}

/** Whether a factor is the last one that the account can't do without. */
export const isLast = (world: World, id: string): boolean =>
  !couldStand(
    world,
    world.account.factors.filter((factor) => factor.id !== id),
    codesLeft(world),
  );

/** Whether a factor is missing that codes can't stand for. */
export function lacksFactor({ account, policy }: World): boolean {
  return account.factors.length < Math.max(1, policy.minFactors - (policy.backupCodes && policy.codesCount ? 1 : 0));
}

/** What the person still has to do, in order. */
export const todo = ({ account }: World): RepairTask[] => TASKS.filter((task) => account.repair.has(task));

/** Whether that may wait: not for who is in by the last code, or by one of the help team. */
export function mayPostpone(world: World): boolean {
  const { account, policy } = world;
  const isOwed = codesLeft(world) === 0 || setInForce(world)?.temporary === true;
  return policy.postponeRepair && !(account.lastUsed === 'backup-code' && isOwed);
}

/** The enrollment that stands before a session; null where none does, or its time has run out. */
export function openEnroll({ account, clock }: World): EnrollRecord | null {
  const { enroll } = account;
  return enroll && (enroll.deadline === null || clock.now() < enroll.deadline) ? enroll : null;
}

/** Ids of the credentials that the account takes. */
export const credentialsOf = ({ account }: World): string[] =>
  account.factors.flatMap((factor) => ('credential' in factor ? [factor.credential] : []));

/** What is said of them after a removal. */
export function acceptedOf(world: World, relyingParty: string): Pick<Schemas['Removed'], 'acceptedPasskeys'> {
  const ids = credentialsOf(world);
  return ids.length === 0 ? {} : { acceptedPasskeys: { relyingParty, user: toBase64Url(world.account.userId), ids } };
}
