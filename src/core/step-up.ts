import { parseAppCode } from './app-code.js';
import { parseBackupCode, type TypedCode } from './backup-code.js';
import type { Step } from './codes-state.js';
import type { Instant, Known, StepUpNeed, StepUpWay } from './factor.js';
import type { Policy } from './policy.js';

/** The kinds of proof inside a session. */
export type StepUpKind = StepUpWay['kind'];

/** What has to be proved. `until`: how long the session was privileged still when that was asked; null: it was not. */
export interface ProofNeed {
  readonly need: StepUpNeed;
  readonly until: Known<Instant | null>;
}

/** What a proof is for. `turn-on`: codes that are on screen. */
export type Purpose = Step | 'turn-on' | 'add-app' | 'add-passkey' | 'rename-factor' | 'remove-factor' | 'end-others';

/** Strongest first. */
const ORDER: readonly StepUpKind[] = ['passkey', 'totp', 'delivered-code', 'backup-code', 'password'];

/** What a browser and a policy leave of the ways. */
export interface WayFilter {
  /** Whether this browser can give a proof of this kind. [every kind] */
  readonly supports?: ((kind: StepUpKind) => boolean) | undefined;
  readonly policy?: Pick<Policy, 'hide' | 'backupCodes'> | undefined;
}

/** The ways to prove it, strongest first, the server's order among equals; without what can't be used or is hidden. */
export function stepUpWays(
  need: Extract<StepUpNeed, { ways: unknown }>,
  { supports = () => true, policy }: WayFilter = {},
): readonly StepUpWay[] {
  if (need.how === 'with-call') return need.ways.map((kind) => ({ kind }));
  const isHidden = (kind: StepUpKind): boolean =>
    kind !== 'password' &&
    (policy?.hide.includes(kind) || (kind === 'backup-code' && policy?.backupCodes === false)) === true;
  return ORDER.flatMap((kind) => need.ways.filter((way) => way.kind === kind && supports(kind) && !isHidden(kind)));
}

/** Whether two ways are the same, whatever else the server says of them by now. */
export const isSameStepUpWay = (a: StepUpWay, b: StepUpWay): boolean =>
  a.kind === b.kind && (a.kind !== 'delivered-code' || b.kind !== 'delivered-code' || a.id === b.id);

/** A typed proof, ready to leave. */
export type TypedProof =
  | { readonly kind: 'totp' | 'backup-code'; readonly code: string }
  | { readonly kind: 'delivered-code'; readonly id: string; readonly code: string }
  | { readonly kind: 'password'; readonly password: string };

/** The proof in what was typed, or why it is none: that costs no attempt. */
export function readProof(
  way: Exclude<StepUpWay, { kind: 'passkey' }>,
  raw: string,
): TypedProof | Exclude<TypedCode, { is: 'code' }> {
  if (way.kind === 'password') return raw === '' ? { is: 'empty' } : { kind: 'password', password: raw };
  const read = way.kind === 'backup-code' ? parseBackupCode(raw, way.format) : parseAppCode(raw);
  if (read.is !== 'code') return read;
  return way.kind === 'delivered-code'
    ? { kind: way.kind, id: way.id, code: read.code }
    : { kind: way.kind, code: read.code };
}

/** How much privileged time has to be left before codes are made, so that none runs out while they are on screen. */
const ENOUGH = 10 * 60_000;

/**
 * Whether a fresh proof comes first. A server that can't say is asked by the action itself.
 * @param until as the server tells it; `now` is this browser's clock, and may be wrong: then the server still refuses
 */
export const isShort = (until: number | null | 'unknown', now: number): boolean =>
  until === null || (until !== 'unknown' && until - now < ENOUGH);
