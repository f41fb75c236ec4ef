import { parsePolicy } from '../../core/policy.js';
import type { ChallengePort, MfaBackend, PasskeyKind } from '../../ports/backend.js';
import { createHttp, type HttpOptions } from '../http.js';
import { lazy } from '../lazy.js';
import type { Account } from './account.js';
import type { components } from './contract.js';
import { ceremony, delivery, entry, nothing, problem, settled, verified } from './read.js';
import { createTransport } from './transport.js';

type Facets = Required<Omit<MfaBackend, 'id' | 'policy'>>;
type Schemas = components['schemas'];

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
 * A server that speaks the REST contract (`mfa-elements/openapi.yaml`). A login page loads this: it holds the challenge, and
 * of the other facets what they are without being asked.
 * @param options where it is and what it serves, and for tests which `fetch`
 */
export function createRestBackend(options: RestOptions): MfaBackend {
  const http = createHttp(options);
  const { get, post, ask } = createTransport(http, problem);

  const facet = <F extends keyof Account, M extends keyof Account[F] & string>(name: F, ...methods: M[]) =>
    lazy(async () => (await import('./account.js')).createAccount(http)[name], methods, options.timeout);

  const challenge: ChallengePort = {
    load: (resume, call) =>
      get('/challenge', call, entry, resume === null ? '' : `?handle=${encodeURIComponent(resume)}`),
    send: (offer, call) => post('/challenge/deliveries', { offer }, call, delivery),
    preparePasskey: (call) => post('/challenge/passkey', {}, call, ceremony<PublicKeyCredentialRequestOptionsJSON>),
    verify: (proof, { attempt, trustDevice }, call) => {
      const body = { attempt, proof: proof as Schemas['Proof'], ...(trustDevice && { trustDevice }) };
      return post('/challenge/attempts', body, call, verified);
    },
    // The contract makes it safe to ask again. A POST all the same, since it may give the session's cookie.
    settle: (attempt, call) => ask('/challenge/attempts/{attempt}/settle', {}, call, settled, attempt),
    cancel: (call) => post('/challenge/cancel', {}, call, nothing),
  };

  // `Account` has no optional method, so none can be forgotten here.
  const facets: Facets & Account = {
    challenge,
    stepUp: facet('stepUp', 'privilegedUntil', 'need', 'send', 'preparePasskey', 'prove'),
    factors: { complete: true, ...facet('factors', 'list', 'rename', 'remove') },
    backupCodes: {
      issuing: 'staged',
      count: 'exact',
      ...facet('backupCodes', 'status', 'issue', 'confirm', 'discard', 'remove'),
    },
    totp: { replacing: 'atomic', ...facet('totp', 'start', 'verify', 'abandon') },
    passkeys: { kinds: options.passkeyKinds ?? PASSKEY_KINDS, ...facet('passkeys', 'prepare', 'register') },
    sessions: facet('sessions', 'endOthers'),
    assistance: facet('assistance', 'current', 'request', 'cancel', 'freeze'),
    activity: facet('activity', 'recent'),
  };
  const served = Object.entries(facets).filter(([name]) => options.facets?.includes(name as keyof Facets) ?? true);

  return { id: 'rest', policy: (call) => get('/policy', call, parsePolicy), ...Object.fromEntries(served) };
}
