import type { Instant, Known, OfferKind, StepUpNeed } from './factor.js';

/** Everything that can go wrong, named once. Words for each stand in `i18n/describe`. */
export type MfaProblem =
  | { readonly code: 'wrong-code' | 'used-code'; readonly triesLeft?: number }
  /** The code that was sent is too old: send another. */
  | { readonly code: 'delivered-code-expired' }
  | { readonly code: 'passkey-refused' | 'passkey-exists' }
  | { readonly code: 'invalid-name' }
  | {
      readonly code: 'too-many-attempts';
      readonly blocks: readonly OfferKind[] | 'all';
      readonly retryAt: Known<Instant>;
      /** Milliseconds from the answer on, by the server's own clock; left out where it can't be told. */
      readonly waitFor?: number;
    }
  /** `here`: load again, the place is kept. `sign-in`: the first factor has to be given again. */
  | { readonly code: 'challenge-over'; readonly restart: 'here' | 'sign-in' }
  | { readonly code: 'signed-out' | 'other-account' }
  | { readonly code: 'step-up-required'; readonly need: StepUpNeed }
  | { readonly code: 'not-allowed'; readonly reason: 'policy' | 'last-factor' | 'suspended' | 'not-offered' }
  /** What was to be finished was replaced, finished or void before; nothing changed. */
  | { readonly code: 'superseded' }
  /** Not sent at all. */
  | { readonly code: 'offline' }
  /** A read failed, or a write certainly never left. */
  | { readonly code: 'unreachable' }
  /** A write left and its answer did not come: ask `settle` or `status` next. */
  | { readonly code: 'outcome-unknown' }
  | { readonly code: 'server' | 'bad-response'; readonly reference?: string }
  /** Logged once for the developer, never shown. */
  | { readonly code: 'misconfigured'; readonly developer: string };

export type MfaProblemCode = MfaProblem['code'];

/**
 * The only thing a port rejects with. Its message is the problem's code: never a server's text and never what the
 * person typed. `cause` is for logs.
 */
export class MfaError extends Error {
  override readonly name = 'MfaError';
  readonly problem: MfaProblem;

  constructor(problem: MfaProblem, cause?: unknown) {
    super(problem.code, cause === undefined ? undefined : { cause });
    this.problem = problem;
  }
}

/** The problem in whatever was thrown. What is not an `MfaError` is a fault of ours and reads as `bad-response`. */
export function problemOf(thrown: unknown): MfaProblem {
  return thrown instanceof MfaError ? thrown.problem : { code: 'bad-response' };
}
