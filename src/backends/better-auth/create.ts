import type { CodeFormat } from '../../core/backup-code.js';
import type { Challenge, Entry } from '../../core/challenge.js';
import type { Offer } from '../../core/factor.js';
import { parsePolicy, type Policy } from '../../core/policy.js';
import { prefetch } from '../../platform/prefetch.js';
import type { ChallengePort, MfaBackend } from '../../ports/backend.js';
import { createHttp, type HttpOptions } from '../http.js';
import { lazy } from '../lazy.js';
import type { Account } from './account.js';
import { CODE_FORMAT } from './code-format.js';
import { askSession, session } from './session.js';

/** A plugin of Better Auth, by the id that it has there. */
export type BetterAuthPlugin = 'two-factor' | 'passkey';

export interface BetterAuthOptions extends HttpOptions {
  /** Those that the server has. What one of them serves and is not named is not offered, and no screen mentions it. */
  readonly plugins: readonly BetterAuthPlugin[];
  /** [none is offered] By what the server's `sendOTP` sends. */
  readonly otp?: 'email' | 'sms';
  /** [30] For how many days `trustDeviceMaxAge` holds; null: "Don't ask on this device" is not offered. */
  readonly trustDeviceDays?: number | null;
  /** [`xxxxx-xxxxx`, letters of both cases and digits] How the server's `backupCodeOptions` make codes. */
  readonly codeFormat?: CodeFormat;
  /** [strict] What the screens may offer; the server has none to ask. */
  readonly policy?: Partial<Policy>;
}

const TRUST_DAYS = 30;

/**
 * A Better Auth app as it comes, with its `twoFactor` and `passkey` plugins. Where it is weaker than the screens want, the values
 * here say so: backup codes are replaced at once and not counted, an app is replaced with the second factor off in between, a
 * passkey is a whole sign-in, and what a person has set up is not told before they are in.
 * @param options where it is and which plugins it has
 */
export function createBetterAuthBackend(options: BetterAuthOptions): MfaBackend {
  const http = createHttp(options);
  const { plugins, timeout, codeFormat = CODE_FORMAT } = options;
  const policy = parsePolicy(options.policy);
  const [twoFactor, passkey] = [plugins.includes('two-factor'), plugins.includes('passkey')];

  const account = once(async () => (await import('./account.js')).createAccount(http, { plugins, codeFormat }));
  const facet = <F extends keyof Account, M extends keyof Account[F] & string>(name: F, ...methods: M[]) =>
    lazy(async () => (await account())[name], methods, timeout);

  return {
    id: 'better-auth',
    policy: () => Promise.resolve(policy),
    ...(twoFactor && {
      challenge: createChallenge(),
      stepUp: facet('stepUp', 'privilegedUntil', 'need', 'send', 'preparePasskey', 'prove'),
      backupCodes: { issuing: 'immediate', count: 'unknown', ...facet('backupCodes', 'status', 'issue') },
      totp: { replacing: 'all-off', ...facet('totp', 'start', 'verify') },
    }),
    ...((twoFactor || passkey) && {
      factors: { complete: false, ...facet('factors', 'list', 'rename', 'remove') },
    }),
    ...(passkey && {
      passkeys: {
        kinds: [{ kind: 'passkey', opens: 'whole-sign-in', naming: 'optional' }],
        ...facet('passkeys', 'prepare', 'register'),
      },
    }),
    sessions: facet('sessions', 'endOthers'),
  };

  function createChallenge(): ChallengePort {
    const afterEntry = once(async () => (await import('./challenge.js')).createAfterEntry(http));
    const methods = ['refuse', 'send', 'preparePasskey', 'verify', 'settle', 'cancel'] as const;
    const { refuse, ...later } = lazy(afterEntry, methods, timeout);
    return {
      ...later,
      attempts: 'ignored',
      async load(_, call) {
        const answer = await askSession(http, call);
        // Fetched while the person reads, so that a code which is typed finds its way although the network is gone by then.
        prefetch(afterEntry);
        try {
          if (answer.status === 200) return entryOf(session(answer.json) !== null);
        } catch {
          // Said below, with all other answers that are none.
        }
        return refuse(answer, call);
      },
    };
  }

  /** Who is not in may be at the challenge: the server tells nobody. */
  function entryOf(isIn: boolean): Entry {
    return isIn ? { status: 'signed-in', todo: [] } : { status: 'challenge', challenge: anyChallenge() };
  }

  function anyChallenge(): Challenge {
    const { trustDeviceDays: days = TRUST_DAYS } = options;
    return {
      handle: null,
      offers: offers(),
      certainty: 'assumed',
      account: 'unknown',
      expiresAt: 'unknown',
      trust: days === null ? null : { days },
      notices: [],
    };
  }

  function offers(): readonly Offer[] {
    const { otp: channel } = options;
    return [
      { kind: 'totp' },
      ...(channel ? [{ kind: 'delivered-code', id: 'otp', channel, to: 'unknown' } as const] : []),
      { kind: 'backup-code', format: codeFormat, madeOn: 'unknown' },
    ];
  }
}

/** What was made once, or is being made; a failure is forgotten. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}
