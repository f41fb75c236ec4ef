import type { Instant, Known, OfferKind } from '../../core/factor.js';
import type { Answer } from '../http.js';
import { list, members, string } from '../narrow.js';
import { instantOf } from './flow.js';

/** What `whoami`, or a login that came to its end, says of the session. */
export interface Session {
  readonly isWhole: boolean;
  readonly authenticatedAt: Known<Instant>;
  /** The second factor that was given last; undefined: none that we know. */
  readonly by: OfferKind | undefined;
}

const WAYS: Readonly<Record<string, OfferKind>> = {
  totp: 'totp',
  lookup_secret: 'backup-code',
  webauthn: 'passkey',
  code: 'delivered-code',
  oidc: 'federated',
  saml: 'federated',
};

/** Throws where it is none. */
export function sessionOf(value: unknown): Session {
  const { authenticator_assurance_level, authenticated_at, authentication_methods } = members(value);
  const level = string(authenticator_assurance_level);
  const given = authentication_methods === undefined ? [] : list(members)(authentication_methods);
  const second = given.filter(({ aal }) => aal === 'aal2').sort((a, b) => timeOf(a) - timeOf(b));
  const { method } = second.at(-1) ?? {};
  return {
    isWhole: level === 'aal2',
    authenticatedAt: instantOf(authenticated_at),
    by: typeof method === 'string' && Object.hasOwn(WAYS, method) ? WAYS[method] : undefined,
  };
}

function timeOf({ completed_at }: Readonly<Record<string, unknown>>): number {
  const at = instantOf(completed_at);
  return at === 'unknown' ? 0 : at;
}

/** The session that `whoami` tells; undefined where the answer is none. */
export function sessionIn({ status, json }: Answer): Session | undefined {
  try {
    return status === 200 ? sessionOf(json) : undefined;
  } catch {
    return undefined;
  }
}
