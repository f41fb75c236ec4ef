import { prefetch } from '../../platform/prefetch.js';
import type { ChallengePort, MfaBackend, PasskeyKind } from '../../ports/backend.js';
import { createHttp, type HttpOptions } from '../http.js';
import { lazy } from '../lazy.js';
import type { Account } from './account.js';
import { GUARD } from './guard.js';
import { challengeEntry } from './read-entry.js';

type Facets = Required<Omit<MfaBackend, 'id' | 'policy'>>;

export interface RestOptions extends HttpOptions {
  /**
   * [all] The facets that the server serves. One that is not named is not offered, and no screen mentions it: leave out
   * what your server answers with `501`.
   */
  readonly facets?: readonly (keyof Facets)[];
  /** [a passkey and a security key, each a second step with a name if one is given] What can be registered, in order. */
  readonly passkeyKinds?: readonly PasskeyKind[];
}

const PASSKEY_KINDS: readonly PasskeyKind[] = [
  { kind: 'passkey', opens: 'second-step', naming: 'optional' },
  { kind: 'security-key', opens: 'second-step', naming: 'optional' },
];

/**
 * A server that speaks the REST contract (`mfa-elements/openapi.yaml`). A login page loads this: it holds how a challenge is
 * loaded, and of everything else what it is without being asked.
 * @param options where it is and what it serves, and for tests which `fetch`
 */
export function createRestBackend(options: RestOptions): MfaBackend {
  const http = createHttp(options);
  const { timeout, passkeyKinds = PASSKEY_KINDS, facets: named } = options;

  const facet = <F extends keyof Account, M extends keyof Account[F] & string>(name: F, ...methods: M[]) =>
    lazy(async () => (await import('./account.js')).createAccount(http)[name], methods, timeout);

  const fetchLater = async () => (await import('./challenge.js')).createAfterEntry(http);
  const later = lazy(fetchLater, ['refuse', 'send', 'preparePasskey', 'verify', 'settle', 'cancel'], timeout);
  const { refuse, ...afterEntry } = later;

  const challenge: ChallengePort = {
    ...afterEntry,
    attempts: 'replayed',
    given: challengeEntry,
    async load(resume, call) {
      const path = `/challenge${resume === null ? '' : `?handle=${encodeURIComponent(resume)}`}`;
      const answer = await http.read(path, call, { headers: GUARD });
      // Fetched while the person reads, so that a code which is typed finds its way although the network is gone by then.
      prefetch(fetchLater);
      try {
        if (answer.status === 200) return challengeEntry(answer.json);
      } catch {
        // Said below, with all other entries and what is none.
      }
      return refuse(answer, call);
    },
  };

  // `Account` has no optional method, so none can be forgotten here.
  const facets: Facets & Omit<Account, 'whole'> = {
    challenge,
    stepUp: facet('stepUp', 'privilegedUntil', 'need', 'send', 'preparePasskey', 'prove'),
    factors: { complete: true, ...facet('factors', 'list', 'rename', 'remove') },
    backupCodes: {
      issuing: 'staged',
      count: 'exact',
      ...facet('backupCodes', 'status', 'issue', 'confirm', 'discard', 'remove'),
    },
    totp: { replacing: 'atomic', ...facet('totp', 'start', 'verify', 'abandon') },
    passkeys: { kinds: passkeyKinds, ...facet('passkeys', 'prepare', 'register') },
    sessions: facet('sessions', 'endOthers'),
    assistance: facet('assistance', 'current', 'request', 'cancel', 'freeze'),
    activity: facet('activity', 'recent'),
  };
  const served = Object.entries(facets).filter(([name]) => named?.includes(name as keyof Facets) ?? true);
  return { id: 'rest', ...facet('whole', 'policy'), ...Object.fromEntries(served) };
}
