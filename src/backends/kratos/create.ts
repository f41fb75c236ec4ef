import type { Policy } from '../../core/policy.js';
import { prefetch } from '../../platform/prefetch.js';
import type { ChallengePort, MfaBackend, PasskeyKind } from '../../ports/backend.js';
import { createHttp, type HttpOptions } from '../http.js';
import { lazy } from '../lazy.js';
import type { Account } from './account.js';
import type { AfterEntry } from './challenge.js';
import { load, noFlows } from './entry.js';
import { createKratos } from './flows.js';
import type { TotpOptions } from './totp.js';

export interface KratosOptions extends HttpOptions {
  /** What an authenticator app shows beside its codes; null: no app can be set up. Kratos sends its key without it. */
  readonly totp: TotpOptions | null;
  /**
   * [not known] `selfservice.flows.settings.privileged_session_max_age` in seconds, which Kratos does not tell. With it a
   * proof is asked for before codes are made; without it when Kratos refuses. Of less than ten minutes the screens say that it
   * is too short for codes to be saved in, and ask each time.
   */
  readonly privilegedSeconds?: number;
  /** [strict defaults] What the screens may offer; Kratos has no policy of its own. `reveal` lets codes be shown again. */
  readonly policy?: Partial<Policy>;
  /**
   * [a security key as second step, with a name, and a passkey as a whole sign-in, without] What can be registered, in order.
   * Leave out what is turned off in Kratos; a security key opens `whole-sign-in` where `webauthn.config.passwordless` is on.
   */
  readonly passkeyKinds?: readonly PasskeyKind[];
}

const PASSKEY_KINDS: readonly PasskeyKind[] = [
  { kind: 'security-key', opens: 'second-step', naming: 'required' },
  { kind: 'passkey', opens: 'whole-sign-in', naming: 'none' },
];

/**
 * Ory Kratos by its browser flows. A login page loads this: it holds how a challenge is loaded, and of everything else what it
 * is without being asked.
 * @param options where Kratos's public API is, and what it can't tell by itself
 */
export function createKratosBackend(options: KratosOptions): MfaBackend {
  const { timeout, totp, privilegedSeconds, policy, passkeyKinds = PASSKEY_KINDS } = options;
  const http = createHttp(options);
  const kratos = createKratos(http);
  const flows = noFlows();
  let afterwards: AfterEntry | undefined;
  let account: Account | undefined;

  const fetchLater = async (): Promise<AfterEntry> => {
    const { createAfterEntry } = await import('./challenge.js');
    return (afterwards ??= createAfterEntry(kratos, flows));
  };
  const fetchAccount = async (): Promise<Account> => {
    const { createAccount } = await import('./account.js');
    return (account ??= createAccount(http, { totp, privilegedSeconds, policy, passkeyKinds }));
  };
  const facet = <F extends keyof Account, M extends keyof Account[F] & string>(name: F, ...methods: M[]) =>
    lazy(async () => (await fetchAccount())[name], methods, timeout);

  const later = lazy(fetchLater, ['refuse', 'send', 'preparePasskey', 'verify', 'settle', 'cancel'], timeout);
  const { refuse, ...afterEntry } = later;
  const challenge: ChallengePort = {
    ...afterEntry,
    attempts: 'ignored',
    async load(resume, call) {
      const entry = await load(kratos, flows, resume, refuse, call);
      // Fetched while the person reads, so that a code which is typed finds its way although the network is gone by then.
      prefetch(fetchLater);
      return entry;
    },
  };

  return {
    id: 'kratos',
    ...facet('whole', 'policy'),
    challenge,
    stepUp: facet('stepUp', 'privilegedUntil', 'need', 'send', 'preparePasskey', 'prove'),
    // Codes by e-mail and text can't be seen in the settings.
    factors: { complete: false, ...facet('factors', 'list', 'remove') },
    backupCodes: {
      issuing: 'staged',
      count: 'unknown',
      ...facet('backupCodes', 'status', 'issue', 'confirm', 'remove'),
      ...(policy?.reveal === true && facet('backupCodes', 'reveal')),
    },
    ...(totp && { totp: { replacing: 'gap', ...facet('totp', 'start', 'verify') } }),
    ...(passkeyKinds.length > 0 && {
      passkeys: { kinds: passkeyKinds, ...facet('passkeys', 'prepare', 'register') },
    }),
    sessions: facet('sessions', 'endOthers'),
  };
}
