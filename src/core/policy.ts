import type { OfferKind } from './factor.js';

/** What the screens may offer. For display only: the server decides again on each call. Strict defaults in brackets. */
export interface Policy {
  /** [true] false = no trace of backup codes. */
  readonly backupCodes: boolean;
  /** [true] false = an account can't be opened without its second factor. */
  readonly selfRecovery: boolean;
  /** [1] Second factors an account needs. */
  readonly minFactors: number;
  /** [false] Whether backup codes count toward `minFactors`. */
  readonly codesCount: boolean;
  /** [true] Whether repair may wait. With no code left it may not, unless the server says so. */
  readonly postponeRepair: boolean;
  /** [3] From how many codes left the words grow stronger. */
  readonly lowAt: number;
  /** [60] Seconds in the background after which codes on screen are masked. */
  readonly maskAfterSeconds: number;
  /** ['tick'] What shows that codes were saved. */
  readonly proof: 'tick' | 'tick-and-save' | 'type-one';
  /** [false] Whether codes may be shown again. */
  readonly reveal: boolean;
  /** [] Ways that are never offered. */
  readonly hide: readonly OfferKind[];
}

export const DEFAULT_POLICY: Policy = Object.freeze({
  backupCodes: true,
  selfRecovery: true,
  minFactors: 1,
  codesCount: false,
  postponeRepair: true,
  lowAt: 3,
  maskAfterSeconds: 60,
  proof: 'tick',
  reveal: false,
  hide: Object.freeze([]),
});

const KINDS: readonly string[] = ['totp', 'passkey', 'delivered-code', 'backup-code', 'federated'];
const bool = (value: unknown): boolean => typeof value === 'boolean';
const count = (value: unknown): boolean => Number.isInteger(value) && (value as number) >= 0;

const VALID: { readonly [K in keyof Policy]: (value: unknown) => boolean } = {
  backupCodes: bool,
  selfRecovery: bool,
  minFactors: (value) => count(value) && (value as number) >= 1,
  codesCount: bool,
  postponeRepair: bool,
  lowAt: count,
  maskAfterSeconds: count,
  proof: (value) => value === 'tick' || value === 'tick-and-save' || value === 'type-one',
  reveal: bool,
  hide: (value) => Array.isArray(value) && value.every((kind) => KINDS.includes(kind as string)),
};

export const isPolicyValue = (key: keyof Policy, value: unknown): boolean => VALID[key](value);

/** A policy from anything: unknown keys are ignored, bad values replaced by the default. */
export function parsePolicy(value: unknown): Policy {
  if (typeof value !== 'object' || value === null) return DEFAULT_POLICY;
  const given = value as Record<string, unknown>;
  const valid = (Object.keys(VALID) as (keyof Policy)[]).filter(
    (key) => Object.hasOwn(given, key) && isPolicyValue(key, given[key]),
  );
  return { ...DEFAULT_POLICY, ...Object.fromEntries(valid.map((key) => [key, given[key]])) };
}
