import { fromBase64Url, toBase64Url } from '../base64.js';
import { MINUTE } from './clock.js';
import type { Ask, Fields } from './ask.js';
import type { Schemas } from './schema.js';
import { credentialsOf } from './standing.js';
import type { CeremonyRecord, PasskeyFactor, World } from './world.js';

/** WCAG 2.2.1 and the specification want five minutes at least. */
const CEREMONY_TTL = 5 * MINUTE;

function begin(
  ask: Ask,
  owner: string,
  purpose: CeremonyRecord['purpose'],
  kind: CeremonyRecord['kind'],
): CeremonyRecord {
  const { clock, ceremonies, newId } = ask.world;
  const id = newId('ceremony');
  const challenge = toBase64Url(`simulated challenge of ${id}`);
  const expiresAt = clock.now() + CEREMONY_TTL;
  const made: CeremonyRecord = { id, challenge, owner, purpose, kind, expiresAt, used: false, registered: null };
  ceremonies.set(id, made);
  return made;
}

/** The contract types options as an object without members; what stands in them is WebAuthn's. */
const opaque = (options: object): Record<string, never> => options as Record<string, never>;

const descriptors = (ids: readonly string[]): PublicKeyCredentialDescriptorJSON[] =>
  ids.map((id) => ({ type: 'public-key', id }));

export function beginAssertion(ask: Ask, owner: string): Schemas['RequestCeremony'] {
  const { id, challenge, expiresAt } = begin(ask, owner, 'webauthn.get', null);
  const options: PublicKeyCredentialRequestOptionsJSON = {
    challenge,
    rpId: ask.relyingParty,
    allowCredentials: descriptors(credentialsOf(ask.world)),
    userVerification: 'required',
    timeout: CEREMONY_TTL,
  };
  return { id, options: opaque(options), expiresAt };
}

export function beginRegistration(ask: Ask, owner: string, kind: Schemas['PasskeyKind']): Schemas['CreationCeremony'] {
  const { account } = ask.world;
  const { id, challenge, expiresAt } = begin(ask, owner, 'webauthn.create', kind);
  const options: PublicKeyCredentialCreationOptionsJSON = {
    challenge,
    rp: { id: ask.relyingParty, name: 'Simulated service' },
    user: { id: toBase64Url(account.userId), name: account.email, displayName: account.email },
    pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
    excludeCredentials: descriptors(credentialsOf(ask.world)),
    authenticatorSelection: {
      residentKey: kind === 'passkey' ? 'required' : 'discouraged',
      userVerification: kind === 'passkey' ? 'required' : 'discouraged',
      authenticatorAttachment: kind === 'passkey' ? 'platform' : 'cross-platform',
    },
    timeout: CEREMONY_TTL,
  };
  return { id, options: opaque(options), expiresAt };
}

export interface GivenCredential {
  /** Its id. */
  readonly credential: string;
  readonly userHandle: string | null;
}

/**
 * Reads a credential of `createFakePlatform`: that it answers this ceremony's challenge, for this purpose. Simulated:
 * nothing is signed, so whoever knows a credential's id has the credential.
 */
export function readCredential(given: Fields, ceremony: CeremonyRecord): GivenCredential | null {
  const { id, type, response } = given;
  if (typeof id !== 'string' || type !== 'public-key' || typeof response !== 'object' || response === null) return null;
  const { clientDataJSON, userHandle } = response as Fields;
  const client = typeof clientDataJSON === 'string' ? parsed(fromBase64Url(clientDataJSON)) : null;
  if (client?.type !== ceremony.purpose || client.challenge !== ceremony.challenge) return null;
  return { credential: id, userHandle: typeof userHandle === 'string' ? (fromBase64Url(userHandle) ?? null) : null };
}

function parsed(text: string | undefined): Fields | null {
  try {
    return JSON.parse(text ?? '') as Fields;
  } catch {
    return null;
  }
}

/** The passkey that an assertion was made with; null where it is not to be believed. A ceremony is good for one try. */
export function judgeAssertion(world: World, owner: string, id: string, given: Fields): PasskeyFactor | null {
  const ceremony = world.ceremonies.get(id);
  if (!ceremony || ceremony.owner !== owner || ceremony.used || world.clock.now() >= ceremony.expiresAt) return null;
  ceremony.used = true;
  const read = readCredential(given, ceremony);
  const { factors, userId } = world.account;
  if (!read || (read.userHandle !== null && read.userHandle !== userId)) return null;
  return factors.find((one): one is PasskeyFactor => 'credential' in one && one.credential === read.credential) ?? null;
}
