import type { CodeFormat } from './backup-code.js';

/** Milliseconds since 1970 on the server's clock. */
export type Instant = number;
/** A value, or the word for "this server cannot say". A screen never claims what is `'unknown'`. */
export type Known<T> = T | 'unknown';

/** The kinds of proof a challenge may offer. */
export type OfferKind = 'totp' | 'passkey' | 'delivered-code' | 'backup-code' | 'federated';

/** When a code was sent, and when another may be asked for. */
export interface Delivery {
  readonly sentAt: Instant;
  readonly resendAt: Known<Instant>;
}

/** One way through the challenge that the server says this person has. */
export type Offer = { readonly lastUsed?: boolean } & (
  | { readonly kind: 'totp' }
  | { readonly kind: 'passkey' }
  | {
      readonly kind: 'delivered-code';
      readonly id: string;
      readonly channel: 'email' | 'sms';
      readonly to: Known<string>;
      readonly sent?: Delivery;
    }
  /** Never with a count: that belongs to a person who has passed the second factor. */
  | { readonly kind: 'backup-code'; readonly format: CodeFormat; readonly madeOn: Known<Instant> }
  | { readonly kind: 'federated'; readonly id: string; readonly label: string; readonly url: string }
);

/** The offer of one kind. */
export type OfferOf<K extends OfferKind> = Extract<Offer, { kind: K }>;

/** A way to confirm it's you inside a session. */
export type StepUpWay = Exclude<Offer, { kind: 'federated' }> | { readonly kind: 'password' };

/** How a server wants a fresh proof before a privileged action. */
export type StepUpNeed =
  | { readonly how: 'in-place'; readonly ways: readonly StepUpWay[] }
  | { readonly how: 'with-call'; readonly ways: readonly ['password'] }
  | { readonly how: 'redirect'; readonly url: string }
  | { readonly how: 'sign-in-again' };
