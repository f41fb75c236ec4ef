import type { RepairTask } from '../../core/challenge.js';
import type { Instant, OfferKind } from '../../core/factor.js';
import type { Policy } from '../../core/policy.js';
import type { SimulatedClock } from './clock.js';
import type { AccountOptions, DeliveryOption, Limits } from './options.js';
import type { Schemas } from './schema.js';
import type { SecretSource } from './secrets.js';

/** The server's state: what a real one keeps in its database. One account, whatever the number of browsers. */
export interface World {
  readonly clock: SimulatedClock;
  readonly policy: Policy;
  readonly limits: Limits;
  readonly secrets: SecretSource;
  /** Where the plain form leads. */
  readonly pages: { readonly challenge: string; readonly in: string };
  readonly account: Account;
  readonly challenges: Map<string, ChallengeRecord>;
  readonly sessions: Map<string, SessionRecord>;
  /** By the challenge or session that it was made in, and its id. */
  readonly attempts: Map<string, Outcome>;
  readonly ceremonies: Map<string, CeremonyRecord>;
  readonly setups: Map<string, SetupRecord>;
  /** Tokens of devices that are not asked for the second factor, and until when. */
  readonly trusted: Map<string, Instant>;
  newId(what: string): string;
}

interface AnyFactor {
  readonly id: string;
  name: string;
  readonly added: Instant;
  lastUsed: Instant | null;
}
export interface TotpFactor extends AnyFactor {
  readonly kind: 'totp';
  readonly key: string;
  /** The newest time step whose code was taken (RFC 6238, 5.2: a code is accepted once). */
  lastStep: number;
}
export interface PasskeyFactor extends AnyFactor {
  readonly kind: 'passkey' | 'security-key';
  /** Its id as WebAuthn writes it: base64url. */
  readonly credential: string;
  readonly synced: boolean;
}
export interface DeliveredFactor extends AnyFactor, DeliveryOption {
  readonly kind: 'delivered-code';
  /** The newest code; an older one is void. `owner`: the challenge or session that asked for it. */
  sent: { readonly code: string; readonly at: Instant; readonly owner: string; used: boolean } | null;
}
export type FactorRecord = TotpFactor | PasskeyFactor | DeliveredFactor;

export interface CodeSetRecord {
  readonly id: string;
  readonly codes: { readonly code: string; usedAt: Instant | null }[];
  state: 'staged' | 'on' | 'replaced' | 'discarded';
  readonly made: Instant;
  /** The session that it was made in; null for a set from the start or from the help desk. */
  readonly session: string | null;
  readonly temporary: boolean;
}

export interface ChallengeRecord {
  readonly id: string;
  state: 'pending' | 'passed' | 'cancelled';
  expiresAt: Instant;
  /** Until when the first factor's proof lives. */
  proofUntil: Instant;
  passedAt: Instant | null;
  session: string | null;
  /** Whether the help team's code was given. */
  passGiven: boolean;
}

export interface SessionRecord {
  readonly id: string;
  /** The name of the browser that it was made in. */
  readonly browser: string;
  privilegedUntil: Instant | null;
}

export type Outcome =
  /** `trusted`: the token of a device that was trusted with it. */
  | { readonly kind: 'passed'; readonly verified: Schemas['Verified']; readonly trusted?: string }
  | { readonly kind: 'proved' }
  /** The help team's code was right: enrollment is open, and nobody is in. */
  | { readonly kind: 'opened' }
  | { readonly kind: 'refused'; readonly problem: Schemas['Problem'] }
  /** Settled before it arrived: "not spent" was said, so it must never be spent. */
  | { readonly kind: 'void' };

export interface CeremonyRecord {
  readonly id: string;
  readonly challenge: string;
  /** The challenge or session that asked for it. */
  readonly owner: string;
  readonly purpose: 'webauthn.get' | 'webauthn.create';
  readonly kind: Schemas['PasskeyKind'] | null;
  readonly expiresAt: Instant;
  used: boolean;
  registered: Schemas['Registered'] | null;
}

export interface SetupRecord {
  readonly id: string;
  readonly key: string;
  readonly replace: boolean;
  readonly lost: boolean;
  readonly at: Instant;
  state: 'open' | 'done' | 'ended';
  /** The app that it became, and what was answered. */
  done: { readonly factor: string; readonly enrolled: Schemas['Enrolled'] } | null;
}

/** The kinds of proof that can be guessed. Passkeys can't, and are never locked. */
export type GuardedKind = Exclude<OfferKind, 'passkey' | 'federated'> | 'password' | 'enrollment-pass';
export interface Guard {
  failed: number;
  locks: number;
  blockedUntil: Instant;
}

export interface EnrollRecord {
  readonly because: 'reset' | 'policy' | 'lost';
  readonly byRole: string;
  readonly at: Instant;
  readonly deadline: Instant | null;
  readonly pass: { readonly code: string; used: boolean } | null;
}

/** A message that left the server. */
export type Sent =
  | {
      readonly kind: 'code';
      readonly at: Instant;
      readonly channel: 'email' | 'sms';
      readonly to: string;
      readonly code: string;
    }
  /** What the owner is told of. `freezeToken`: what its page sends to stop a reset. */
  | {
      readonly kind: 'notice';
      readonly at: Instant;
      readonly to: string;
      readonly what: string;
      readonly freezeToken?: string;
    };

export interface Account {
  readonly userId: string;
  readonly email: string;
  readonly password: string;
  readonly factors: FactorRecord[];
  readonly sets: CodeSetRecord[];
  readonly federated: readonly { readonly id: string; readonly label: string; readonly url: string }[];
  readonly trustDays: number | null;
  readonly notices: Schemas['Notice'][];
  readonly certainty: 'told' | 'assumed';
  readonly stepUp: NonNullable<AccountOptions['stepUp']>;
  readonly notified: Schemas['Notified'];
  lastUsed: OfferKind | null;
  suspended: boolean;
  changePassword: string | null;
  enroll: EnrollRecord | null;
  readonly repair: Set<RepairTask>;
  readonly cases: Schemas['Case'][];
  readonly activity: Schemas['Activity'][];
  readonly outbox: Sent[];
  /** Whether each was used. */
  readonly freezeTokens: Map<string, boolean>;
  readonly issuedAt: Instant[];
  readonly guards: Map<GuardedKind, Guard>;
}
