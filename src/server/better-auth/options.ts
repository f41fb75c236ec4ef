import type { AuthContext } from 'better-auth';
import type { components } from '../../backends/rest/contract.js';
import type { LinkedOptions } from './linked/options.js';

export const PLUGIN_ID = 'mfa-elements';

export type Policy = components['schemas']['Policy'];

/** Requests per client address and minute, see {@link MfaElementsOptions.limits}. */
export interface RequestLimits {
  /** `GET /mfa/challenge`. */
  load: number;
  /** The routes that spend a proof: at the challenge and in a step-up. */
  attempt: number;
  /** Every other route of the contract. */
  other: number;
}

/** A code on its way to a person. Send `text` as it is, or words of your own; never log it. */
export interface CodeMessage {
  readonly channel: 'email' | 'sms';
  /** What it is for: to finish signing in, or to confirm inside a session who is there. */
  readonly purpose: 'sign-in' | 'step-up';
  /** An e-mail address, or a phone number as `+4712345678`. */
  readonly to: string;
  readonly code: string;
  /** The app's name. */
  readonly service: string;
  /** How long the code works. */
  readonly minutes: number;
  /** For an e-mail. Without the code, since subjects end up in the logs of mail servers. */
  readonly subject: string;
  readonly text: string;
}

/** What a person is told happened to their account. Send `text` as it is, or words of your own. */
export interface NoticeMessage {
  readonly what:
    | 'backup-codes-confirmed'
    | 'backup-codes-removed'
    | 'backup-code-used'
    | 'factor-added'
    | 'factor-removed'
    | 'app-replaced'
    | 'help-asked'
    | 'help-opened'
    | 'factors-reset'
    | 'temporary-codes-made'
    | 'temporary-password-set'
    | 'suspended'
    | 'reset-followed-up'
    | 'linked-added'
    | 'linked-removed'
    /** A linked sign-in opened the set-up of a new second factor. */
    | 'linked-used'
    /** The password was right, what came after it was not, and nobody got in. */
    | 'second-factor-failed';
  readonly channel: 'email';
  readonly to: string;
  /** The app's name. */
  readonly service: string;
  /** When it happened, in milliseconds since 1970. */
  readonly at: number;
  /** Roughly where it came from, "Chrome (Windows), Oslo"; null where nobody knows. */
  readonly where: string | null;
  readonly subject: string;
  readonly text: string;
}

/** Rejects where the message could not be handed over: that address is then not named as told. */
export type SendNotice = (message: NoticeMessage) => Promise<void>;

/** Rejects where the message could not be handed over. Nothing of the error but its kind and place is logged. */
export type SendCode = (message: CodeMessage) => Promise<void>;

export interface DeliverOptions {
  email?: SendCode;
  sms?: SendCode;
  /**
   * Whether a code may go to the account's own e-mail address, once that is verified. Default true.
   *
   * It is offered to people who have a second factor, and is none by itself: nobody is asked because of it. Where a
   * password can be reset by e-mail, who reads the mailbox then needs nothing else: set `false` to send codes only where
   * `addDestination` says.
   */
  accountEmail?: boolean;
  /** After how many milliseconds a message that was not handed over counts as failed. Default 12 000. */
  timeout?: number;
}

export interface PasskeyOptions {
  /** The domain that passkeys are for. Default: the host name of `baseURL`. */
  rpId?: string;
  /** The origins of the pages that may ask for one. Default: the origin of `baseURL`. */
  origins?: readonly string[];
  /** Whether the authenticator has to check who uses it: fingerprint, face, screen lock or PIN. Default `required`. */
  userVerification?: 'required' | 'preferred' | 'discouraged';
}

/** Who may be an agent, as far as the app tells. */
export interface DeskUser {
  readonly id: string;
  readonly email: string;
  readonly emailVerified: boolean;
}

/** The help desk: people ask inside the challenge, agents answer on your page for them (see `docs/help-desk.md`). */
export interface AssistanceOptions {
  /**
   * The role in which somebody acts for the help team, as people are told it (`help desk`), or null for everybody else. Asked on each
   * request. An agent needs a second factor and a fresh proof of it for everything.
   */
  role(user: DeskUser): string | null | Promise<string | null>;
  /** The page that a notice's link leads to, with its origin; it sends `POST /mfa/assistance/freeze` on a click. */
  freezeUrl: string;
  /** The page where a temporary password is changed; it sends `POST /desk/new-password`. */
  changePasswordUrl: string;
  /** How to reach the help team, one line for notices: `+47 555 00 100, every day from 8 to 20`. */
  contact?: string;
  /** How many accounts an agent may open within a day: resets, passes, temporary codes and passwords. Default 20. */
  cap?: number;
}

export interface MfaElementsOptions {
  /**
   * Where a browser is sent when a sign-in that answers with a navigation (an OAuth callback, a magic link)
   * meets the second factor: the page with `<mfa-sign-in>`. Default `/`.
   */
  challengeUrl?: string;
  /** Where the challenge's plain form leads a person who is in, see `POST /mfa/challenge/form`. Default `/`. */
  continueUrl?: string;
  /** Passkeys and security keys as second factor. */
  passkeys?: PasskeyOptions;
  /** Codes by e-mail and text message. Without a sender none is offered. */
  deliver?: DeliverOptions;
  /**
   * Tells a person by e-mail that somebody signed in by a backup code, gave the password but no right second factor, or that
   * their codes or factors were replaced, added to or removed: at the account's own address and at each that codes go to.
   * Default: nobody is told.
   */
  notify?: SendNotice;
  /**
   * Roughly where a request comes from, for what a person is told: a town or a country, as your proxy or a list of yours
   * knows it. Default: the browser and the system alone, as the request names them.
   */
  where?: (request: Request) => string | null | undefined;
  /**
   * Sign-ins elsewhere that people may link, and by which they set up a new second factor when theirs is lost. A link counts
   * after seven days, and opens no session. Needs the package `oauth4webapi`. Default: none.
   */
  linked?: LinkedOptions;
  /** The page that says how to reach your help team, with its origin: the only address in a message. */
  helpUrl?: string;
  /** Requests to a help desk, and what its agents do. Needs `notify`: the owner is told of each. Default: not offered. */
  assistance?: AssistanceOptions;
  /**
   * For how many days, 365 at most, a person may have a browser trusted: the first factor is enough there. Default: not
   * offered. A change of the password, of a factor or of the backup codes ends it.
   */
  trustDeviceDays?: number;
  /** The name an authenticator app shows for the account. Default: Better Auth's `appName`. */
  issuer?: string;
  /**
   * Whether nobody gets a session without a second factor. Whoever has none sets up as many as `policy.minFactors` says before
   * there is one: `<mfa-sign-in>` leads through that. Who has some but fewer gets in by those, and is asked for the rest, which
   * can't be put off. Default false.
   */
  requireSecondFactor?: boolean;
  /**
   * What `GET /mfa/policy` answers. Missing keys take the contract's strict defaults. What `backupCodes`, `selfRecovery`
   * and `hide` rule out is neither offered nor accepted.
   */
  policy?: Partial<Policy>;
  /**
   * Routes, by the path Better Auth declares (`/change-password`), to open besides those of the route table.
   * Each one is then reachable without a fresh proof of the second factor: a route that removes a factor, shows a
   * secret or ends in a session by another way undoes the protection of every account. Check it first.
   */
  allow?: readonly string[];
  /**
   * Requests per client address and minute.
   *
   * They are counted in Better Auth's `rateLimit.customStorage`, or else in its `secondaryStorage`, or else in the database:
   * several processes count together. With `rateLimit.storage: 'memory'` each counts for itself, and a client gets the limit
   * from every one of them.
   */
  limits?: Partial<RequestLimits>;
  /** The clock, in milliseconds since 1970. Default `Date.now`. */
  now?: () => number;
}

export interface Settings {
  challengeUrl: string;
  continueUrl: string;
  passkeys: PasskeyOptions;
  deliver: DeliverOptions;
  notify: SendNotice | undefined;
  where: MfaElementsOptions['where'];
  linked: LinkedOptions | undefined;
  helpUrl: string | undefined;
  assistance: AssistanceOptions | undefined;
  trustDeviceDays: number | null;
  issuer: string | undefined;
  requireSecondFactor: boolean;
  policy: Partial<Policy>;
  allow: ReadonlySet<string>;
  limits: RequestLimits;
  now: () => number;
}

export const CHALLENGE_TTL = 30 * 60_000;
export const FIRST_FACTOR_TTL = 60 * 60_000;
/** How long after passing the session's cookie may be given again to who lost the answer. */
export const REISSUE_TTL = 2 * 60_000;

export function resolveSettings(options: MfaElementsOptions): Settings {
  return {
    challengeUrl: options.challengeUrl ?? '/',
    continueUrl: options.continueUrl ?? '/',
    passkeys: options.passkeys ?? {},
    deliver: options.deliver ?? {},
    notify: options.notify,
    where: options.where,
    linked: options.linked,
    helpUrl: options.helpUrl,
    assistance: options.assistance,
    trustDeviceDays: options.trustDeviceDays ?? null,
    issuer: options.issuer,
    requireSecondFactor: options.requireSecondFactor ?? false,
    policy: options.policy ?? {},
    allow: new Set(options.allow ?? []),
    limits: { load: 60, attempt: 20, other: 60, ...options.limits },
    now: options.now ?? Date.now,
  };
}

/** The settings of the plugin that the app of this context was made with. */
export function settingsOf(context: AuthContext): Settings {
  const plugin: { options?: unknown } | undefined | null = context.options.plugins?.find(({ id }) => id === PLUGIN_ID);
  if (!plugin) throw new Error('The app has no mfaElements() plugin.');
  return plugin.options as Settings;
}
