import type { Instant, Known, Offer, OfferKind } from './factor.js';

/** What must follow a recovery, in order. */
export type RepairTask = 'add-factor' | 'new-codes' | 'retire-lost' | 'end-other-sessions';
/** Something the person should be told when they come back. */
export interface Notice {
  readonly kind: 'reset' | 'temporary-codes' | 'case-open' | 'codes-low';
  readonly at: Instant;
}
/** A request to the help desk. `number` is no proof of anything. */
export interface Case {
  readonly number: string;
  readonly state: 'waiting' | 'answered' | 'cancelled';
  readonly openedAt: Instant;
  readonly askAgainAt: Instant;
}

/** A second-factor challenge: the first factor has passed, the second has not. */
export interface Challenge {
  /** Not secret (flow id, challenge id). `null` where the server has none. */
  readonly handle: string | null;
  readonly offers: readonly Offer[];
  /** `assumed`: the server does not list factors, so the screen says "if you have set it up". */
  readonly certainty: 'told' | 'assumed';
  /** Masked by the server. */
  readonly account: Known<string>;
  readonly expiresAt: Known<Instant>;
  /** Never honoured with a backup code or a federated sign-in. */
  readonly trust: { readonly days: number } | null;
  readonly notices: readonly Notice[];
  readonly assistance?: Case;
}

/** What loading may find; only the first shows a challenge. */
export type Entry =
  | { readonly status: 'challenge'; readonly challenge: Challenge }
  /** `mayPostpone`: whether what is left may wait; left out: it may. */
  | { readonly status: 'signed-in'; readonly todo: readonly RepairTask[]; readonly mayPostpone?: boolean }
  | { readonly status: 'sign-in-first' }
  | {
      readonly status: 'enroll';
      readonly because: 'reset' | 'policy' | 'lost';
      readonly reset?: { readonly byRole: string; readonly at: Instant; readonly deadline: Instant };
      readonly passNeeded: boolean;
    }
  | { readonly status: 'change-password'; readonly url: string }
  | {
      readonly status: 'blocked';
      readonly why: 'suspended' | 'deadline-passed' | 'recovery-forbidden' | 'no-usable-factor';
    };

/** The person is in. */
export interface Verified {
  readonly by: OfferKind;
  readonly codesLeft: Known<number>;
  readonly todo: readonly RepairTask[];
  readonly mayPostpone: boolean;
  /** Masked addresses that were written to. */
  readonly notified: Known<readonly string[]>;
}

/** What became of an attempt whose answer was lost. */
export type Settled =
  | { readonly state: 'signed-in'; readonly verified: Verified }
  | { readonly state: 'pending' | 'over'; readonly spent: Known<boolean> };
