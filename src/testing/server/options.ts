import type { RepairTask } from '../../core/challenge.js';
import type { Instant, OfferKind } from '../../core/factor.js';
import type { Policy } from '../../core/policy.js';
import type { OperationId, Schemas } from './schema.js';

/** A set of backup codes that the account has from the start. */
export interface CodesOption {
  /** [10] How many codes were made. */
  readonly of?: number;
  /** [as many as were made] How many of them are unused. 0: the set is used up. */
  readonly left?: number;
  /** [30 days ago] When they were made. */
  readonly made?: Instant;
  /** [false] Made by the help desk: 1 to 3, for one sign-in and a repair. */
  readonly temporary?: boolean;
}

export interface PasskeyOption {
  /** ['passkey'] */
  readonly kind?: 'passkey' | 'security-key';
  readonly name?: string;
  /** [true for a passkey] Whether it lives in an account of its maker and not on one device. */
  readonly synced?: boolean;
}

/** A destination for codes. */
export interface DeliveryOption {
  readonly channel: 'email' | 'sms';
  /** Masked, as a server tells it: `a•••@example.com`, `••• 42`. */
  readonly to: string;
}

/** Why the person has to set up a second factor before they get a session. */
export interface EnrollOption {
  readonly because: 'reset' | 'policy';
  /** ['help desk'] Who reset. Only with `reset`. */
  readonly byRole?: string;
  /** [24] Hours from now until it is too late; a negative number: it is too late already. Only with `reset`. */
  readonly hoursLeft?: number;
  /** [true with `reset`] Whether the help team's code is asked for first. Only with `reset`. */
  readonly passNeeded?: boolean;
}

/** The account as the server finds it. Without any: an app, ten backup codes, nothing else. */
export interface AccountOptions {
  /** ['ada@example.com'] Told only masked. */
  readonly email?: string;
  /** Holds the canary's mark unless given. */
  readonly password?: string;
  /** [true] Whether an authenticator app is there, and under which name. */
  readonly totp?: boolean | { readonly name: string };
  /** [10] A number: as many left of ten. `false`: none were ever made. */
  readonly backupCodes?: number | false | CodesOption;
  /** [none] A number: as many passkeys. */
  readonly passkeys?: number | readonly PasskeyOption[];
  /** [none] Where codes can be sent. */
  readonly delivered?: readonly DeliveryOption[];
  /** [none] Linked sign-ins to offer. They lead away; the server knows no more of them. */
  readonly federated?: readonly { readonly id?: string; readonly label: string; readonly url: string }[];
  /** [null] For how many days a device may be trusted. */
  readonly trustDays?: number | null;
  /** [none] What to tell the person in the challenge, besides an open case and temporary codes, which tell themselves. */
  readonly notices?: readonly Schemas['Notice'][];
  /** ['told'] */
  readonly certainty?: 'told' | 'assumed';
  /** [none] The way that the person used last. */
  readonly lastUsed?: OfferKind;
  /** ['in-place'] What a fresh proof looks like. `password` adds the password to the ways of 'in-place'. */
  readonly stepUp?:
    | { readonly how: 'in-place'; readonly password?: boolean }
    | { readonly how: 'redirect'; readonly url: string }
    | { readonly how: 'sign-in-again' };
  /** [the masked e-mail] Masked addresses that notices go to. 'unknown': the server cannot say. */
  readonly notified?: 'unknown' | readonly string[];
  /** [none] What is left to do from an earlier recovery. */
  readonly todo?: readonly RepairTask[];
  /** [none] The person has to set up a second factor first. With `reset`, the account has neither factor nor code. */
  readonly enroll?: EnrollOption;
  /** [none] The address where the password has to be changed first. */
  readonly changePassword?: string;
  /** [false] */
  readonly suspended?: boolean;
  /** [none] A request to the help desk that is there already. */
  readonly helpCase?: 'waiting' | 'answered';
  /** [none] What happened before, in any order. */
  readonly activity?: readonly Schemas['Activity'][];
}

/** Where the server draws a line. */
export interface Limits {
  /** [10] Wrong proofs of one kind until that kind is locked: 15 minutes, then twice as long, an hour at most. */
  readonly tries: number;
  /** [5] Sets of backup codes an hour. */
  readonly setsAnHour: number;
  /** [5] Codes sent an hour. */
  readonly deliveriesAnHour: number;
}

/** Calls `done` after `ms` milliseconds; returns the way to stop it. */
export type Timer = (done: () => void, ms: number) => () => void;

export interface SimulatedServerOptions {
  /** ['/api/auth/mfa'] Where its paths begin. On Node an address of your choice: `https://app.example/mfa`. */
  readonly baseUrl?: string;
  /** [15 January 2027, 08:00 UTC] What its clock shows first. */
  readonly now?: Instant;
  /** Missing keys take the contract's strict defaults. */
  readonly policy?: Partial<Policy>;
  readonly account?: AccountOptions;
  readonly limits?: Partial<Limits>;
  /** ['/'] Where the plain form leads a person who is not in: the page of the challenge. */
  readonly challengeUrl?: string;
  /** ['/'] Where the plain form leads a person who is in. */
  readonly continueUrl?: string;
  /** [none] Operations that this server does not serve (yet): answered 501 with `not-allowed`, reason `not-offered`. */
  readonly unserved?: readonly OperationId[];
  /** [setTimeout] Waits for slow answers with a given time. Nothing else in here waits. */
  readonly timer?: Timer;
}
