import type { MfaBackend } from '../../ports/backend.js';
import type { WebAuthnPort } from '../../ports/platform.js';

/** One browser at the account of the world's person. */
export interface ContractBrowser {
  /** The adapter under test, talking as this browser. */
  readonly backend: MfaBackend;
  /** Gives the first factor; a challenge is open afterwards, and no session. */
  passFirstFactor(): Promise<void>;
  /** Signs in wholly, without a backup code. `privileged`: whether its proof is fresh. */
  signIn(options: { readonly privileged: boolean }): Promise<void>;
  /** What the server says, not what the adapter says. */
  signedIn(): Promise<boolean>;
  /**
   * Loses the next request of the adapter that may change something: `before` the server sees it, or its answer `after` the
   * server has committed, cookies and all. What an adapter reads first is not lost.
   */
  loseNext(at: 'before' | 'after'): void;
  /** What makes assertions and registrations that the server takes; only called where passkeys are served. */
  readonly authenticator: WebAuthnPort;
}

/**
 * One person with an authenticator app, a set of unused backup codes and, where the server serves them, a code by e-mail and
 * a passkey that their authenticator holds. Made anew for each case.
 */
export interface ContractWorld extends ContractBrowser {
  /** Another browser of the same person, which holds no cookie yet. */
  otherBrowser(): ContractBrowser;
  /** An app code that is right now and was not used before. */
  appCode(): Promise<string>;
  /** The code that the app enrolled by this key shows now, not used before. */
  appCodeOf(key: string): Promise<string>;
  /** A backup code of the set in force, unused; another one each time. */
  backupCode(): Promise<string>;
  /** The code that was sent last. */
  sentCode(): Promise<string>;
  /** A password that is the person's, where a step-up may ask for it. */
  readonly password: string;
  /** The token of the notice about an open case. */
  freezeToken(): Promise<string>;
  close(): Promise<void>;
}
