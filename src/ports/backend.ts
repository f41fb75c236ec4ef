/**
 * Everything the screens ask of a server. Pure types.
 *
 * Three rules hold for every method:
 *  1. It rejects only with `MfaError`, and with the signal's own reason once its caller has aborted it. Anything
 *     unreadable is `bad-response`; nothing ever fails open.
 *  2. It performs at most one state-changing request, never repeats it, and times out (15 s) as
 *     `outcome-unknown`, never as a refusal. Reads (marked READ) may be repeated twice.
 *  3. What a server cannot say is `'unknown'`; what it cannot do is an absent method or a value below.
 *     A screen branches on these values, never on which server it is.
 *
 * [R] REST contract, [K] Kratos, [B] stock Better Auth: how each serves the method.
 */
import type { CodeSet, CodeSetStatus, RevealedCode } from '../core/code-set.js';
import type { Case, Entry, RepairTask, Settled, Verified } from '../core/challenge.js';
import type { Delivery, Instant, Known, StepUpNeed } from '../core/factor.js';
import type { Policy } from '../core/policy.js';

export interface Call {
  readonly signal: AbortSignal;
  /** Only after `step-up-required` with how 'with-call'. */
  readonly stepUp?: { readonly password: string };
}

// ── The whole ───────────────────────────────────────────────────────────────────────────────────────────

/** A missing facet is not offered here and no screen mentions it. */
export interface MfaBackend {
  /** For events and logs only. */
  readonly id: string;
  readonly challenge?: ChallengePort;
  readonly stepUp?: StepUpPort;
  readonly factors?: FactorsPort;
  readonly backupCodes?: BackupCodesPort;
  readonly totp?: TotpPort;
  readonly passkeys?: PasskeysPort;
  readonly sessions?: SessionsPort;
  readonly assistance?: AssistancePort;
  readonly activity?: ActivityPort;
  /** READ. [R] the server's. [K] [B] the adapter's `policy` option over DEFAULT_POLICY. Display only. */
  policy(call: Call): Promise<Policy>;
}

// ── Challenge ───────────────────────────────────────────────────────────────────────────────────────────

export type Proof =
  | { readonly kind: 'totp' | 'backup-code'; readonly code: string }
  | { readonly kind: 'delivered-code'; readonly id: string; readonly code: string }
  | { readonly kind: 'passkey'; readonly ceremony: string; readonly credential: AuthenticationResponseJSON }
  /** [R] opens an `enroll` entry whose passNeeded is true. */
  | { readonly kind: 'enrollment-pass'; readonly code: string };

/** One WebAuthn ceremony: options are passed to the browser untouched. */
export interface Ceremony<O> {
  readonly id: string;
  readonly options: O;
  readonly expiresAt: Known<Instant>;
}

export interface ChallengePort {
  /** Whether an attempt's outcome is kept: the same one sent twice gets the same answer. [R] replayed, [K] [B] ignored. */
  readonly attempts: 'replayed' | 'ignored';
  /** [R] Reads an entry that the page brought along, in the server's own words. Throws where it can't be read. */
  given?(value: unknown): Entry;
  /** READ for the screen, yet not free: [K] GET may itself send the only e-mail/SMS code, so pass the handle back whenever there is one. */
  load(resume: string | null, call: Call): Promise<Entry>;
  send(offerId: string, call: Call): Promise<Delivery>;
  /** Called when the passkey button appears, again after each attempt and at expiresAt; never between click and ceremony. */
  preparePasskey(call: Call): Promise<Ceremony<PublicKeyCredentialRequestOptionsJSON>>;
  /** Spends the proof. `attempt` is a fresh random id per gesture; [R] stores the outcome under it, [K] [B] ignore it. */
  verify(proof: Proof, options: { attempt: string; trustDevice?: boolean }, call: Call): Promise<Verified>;
  /** READ. After outcome-unknown. [R] also gives the session cookie that the lost answer carried again, to the same challenge cookie, as often as asked for two minutes. */
  settle(attempt: string, call: Call): Promise<Settled>;
  /** [K] logout. [R] ends challenge. [B] nothing to call: resolves, the pending cookie dies by itself. */
  cancel(call: Call): Promise<void>;
}

// ── Step-up ─────────────────────────────────────────────────────────────────────────────────────────────

export interface StepUpPort {
  /** READ. [R] exact. [K] whoami.authenticated_at + option privilegedSeconds, else unknown. [B] unknown. null = not privileged. */
  privilegedUntil(call: Call): Promise<Known<Instant | null>>;
  need(call: Call): Promise<StepUpNeed>;
  send(offerId: string, call: Call): Promise<Delivery>;
  preparePasskey(call: Call): Promise<Ceremony<PublicKeyCredentialRequestOptionsJSON>>;
  /** [B] 'in-place' never arises. */
  prove(proof: Proof | { readonly kind: 'password'; readonly password: string }, call: Call): Promise<void>;
}

// ── Factors ─────────────────────────────────────────────────────────────────────────────────────────────

export interface Factor {
  readonly id: string;
  readonly kind: 'totp' | 'passkey' | 'security-key' | 'delivered-code';
  readonly name: Known<string>;
  /** [B] passkeys and [K] passkeys: whole-sign-in. */
  readonly opens: 'second-step' | 'whole-sign-in' | 'both';
  readonly added: Known<Instant>;
  readonly lastUsed: Known<Instant>;
  readonly synced: Known<boolean>;
  /** [K] false. */
  readonly canRename: boolean;
  /** 'all-second-factors': [B] TOTP, whose removal is `disable` and takes codes with it. 'blocked': last one. */
  readonly removal: 'alone' | 'all-second-factors' | 'blocked' | 'not-here';
}
/** Every passkey that the account still takes. `user`: its id in the ceremonies. */
export interface AcceptedPasskeys {
  readonly relyingParty: string;
  readonly user: string;
  readonly ids: readonly string[];
}
export interface FactorsPort {
  /** false [K: e-mail/SMS invisible; B: otp indistinguishable]. */
  readonly complete: boolean;
  /** READ. */
  list(call: Call): Promise<readonly Factor[]>;
  rename?(id: string, name: string, call: Call): Promise<void>;
  /** `acceptedPasskeys`, for the Signal API: [R], and only where it is complete and not empty. */
  remove(id: string, call: Call): Promise<{ acceptedPasskeys?: AcceptedPasskeys; notified: Known<readonly string[]> }>;
}

// ── Backup codes ────────────────────────────────────────────────────────────────────────────────────────

export interface BackupCodesPort {
  /** [R] [K] staged, [B] immediate. */
  readonly issuing: 'staged' | 'immediate';
  readonly count: 'exact' | 'unknown';
  /** READ; never reveals in order to count. */
  status(call: Call): Promise<CodeSetStatus>;
  issue(call: Call): Promise<CodeSet>;
  /**
   * Idempotent by id: confirming a set that is already on succeeds, so a lost answer may be asked again. Absent when
   * immediate. May reject step-up-required: codes stay on screen.
   */
  confirm?(setId: string, call: Call): Promise<{ left: Known<number>; notified: Known<readonly string[]> }>;
  /** [R]. [K] absent: dropping the flow is enough. */
  discard?(setId: string, call: Call): Promise<void>;
  /** [B] absent. */
  remove?(call: Call): Promise<void>;
  /** [K] and only when policy.reveal. */
  reveal?(call: Call): Promise<readonly RevealedCode[]>;
}

// ── Enrollment ──────────────────────────────────────────────────────────────────────────────────────────

export interface TotpSetup {
  readonly id: string;
  /** [R] [B] the server's; [K] built from the secret + options issuer, accountName. */
  readonly uri: string;
  readonly key: string;
  /** [B] first enrollment: codes arrive here and turn on with verify(), so they are shown and ticked BEFORE the app code is asked. */
  readonly codes?: CodeSet;
}
export interface TotpPort {
  /** What happens to an old app: [R] atomic; [K] gap (unlink, then link; do codes first); [B] all-off (disable, then enable; codes die). */
  readonly replacing: 'atomic' | 'gap' | 'all-off';
  start(options: { replace: boolean; lost: boolean }, call: Call): Promise<TotpSetup>;
  verify(setupId: string, code: string, call: Call): Promise<Enrolled>;
  /** [R]; elsewhere nothing is half on. */
  abandon?(setupId: string, call: Call): Promise<void>;
}
export interface Enrolled {
  readonly todo: readonly RepairTask[];
  readonly notified: Known<readonly string[]>;
}
/** [K] key required, passkey none. */
export interface PasskeyKind {
  readonly kind: 'passkey' | 'security-key';
  readonly opens: Factor['opens'];
  readonly naming: 'required' | 'optional' | 'none';
}
export interface PasskeysPort {
  readonly kinds: readonly PasskeyKind[];
  prepare(kind: PasskeyKind['kind'], call: Call): Promise<Ceremony<PublicKeyCredentialCreationOptionsJSON>>;
  register(
    ceremonyId: string,
    credential: RegistrationResponseJSON,
    name: string | null,
    call: Call,
  ): Promise<Enrolled & { factor: Known<Factor> }>;
}

// ── Around it ───────────────────────────────────────────────────────────────────────────────────────────

export interface SessionsPort {
  /** [K] DELETE /sessions, [B] revoke-other-sessions, which keeps trusted devices. */
  endOthers(call: Call): Promise<{ ended: Known<number>; trustedDevices: 'forgotten' | 'kept' }>;
}
/** [R] only, inside a challenge (first factor passed): no account name is ever asked. */
export interface AssistancePort {
  current(call: Call): Promise<Case | null>;
  request(call: Call): Promise<Case>;
  cancel(number: string, call: Call): Promise<void>;
  /** From the notice's page: can only stop a reset and freeze the account, never grant. POST on a click, one use. */
  freeze(token: string, call: Call): Promise<void>;
}
/** [R]. */
export interface ActivityPort {
  recent(
    call: Call,
  ): Promise<readonly { what: string; at: Instant; where: Known<string>; byRole: 'you' | 'help-desk' | 'system' }[]>;
}
