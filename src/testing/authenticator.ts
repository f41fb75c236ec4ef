import type { CeremonyResult, WebAuthnPort } from '../ports/platform.js';
import { toBase64Url } from './base64.js';
import type { FakeCeremonyEnd, FakePlatformOptions } from './platform.js';

/** A passkey on the fake authenticator. */
export interface FakeCredential {
  /** Its id in base64url. */
  readonly id: string;
  /** The account's id at the server; null where it was never told, as for a security key. */
  readonly userHandle: string | null;
  /** The site that it is for; null: any, for those that were there before. */
  readonly relyingParty: string | null;
}

type Result<C> = Promise<CeremonyResult<C>>;

/** An authenticator without keys: what it makes names the ceremony's challenge and the credential, and is not signed. */
export function createAuthenticator({
  supported = true,
  allowed = true,
  deviceCan = true,
  passkeys = [],
}: FakePlatformOptions) {
  const held: FakeCredential[] = [...passkeys];
  const ceremonies: { kind: 'get' | 'create'; options: object }[] = [];
  const accepted: { relyingParty: string; userId: string; passkeys: readonly string[] }[] = [];
  const ends: FakeCeremonyEnd[] = [];
  let gate: { open: () => void; opened: Promise<void> } | null = null;

  async function begin(kind: 'get' | 'create', options: object, signal: AbortSignal): Promise<FakeCeremonyEnd | null> {
    if (!supported) return { is: 'impossible', developer: 'This browser knows no passkeys.' };
    ceremonies.push({ kind, options });
    if (gate) await Promise.race([gate.opened, aborted(signal)]);
    if (signal.aborted) return { is: 'not-finished' };
    return ends.shift() ?? null;
  }

  const port: WebAuthnPort = {
    supported,
    allowed,
    deviceCan: () => Promise.resolve(supported && deviceCan),
    async get(options, signal): Result<AuthenticationResponseJSON> {
      const end = await begin('get', options, signal);
      if (end) return end;
      const allowed = options.allowCredentials?.map(({ id }) => id) ?? [];
      const fits = (one: FakeCredential): boolean =>
        (allowed.length === 0 || allowed.includes(one.id)) &&
        (one.relyingParty === null || one.relyingParty === options.rpId);
      const found = held.find(fits);
      return found ? { is: 'done', credential: assertion(found, options.challenge) } : { is: 'not-finished' };
    },
    async create(options, signal): Result<RegistrationResponseJSON> {
      const end = await begin('create', options, signal);
      if (end) return end;
      const excluded = options.excludeCredentials?.map(({ id }) => id) ?? [];
      if (held.some(({ id }) => excluded.includes(id))) return { is: 'exists' };
      const id = toBase64Url(`credential made for ${options.challenge}`);
      const made: FakeCredential = { id, userHandle: options.user.id, relyingParty: options.rp.id ?? null };
      held.push(made);
      return { is: 'done', credential: registration(made, options.challenge) };
    },
    tellAccepted(relyingParty, userId, credentials) {
      accepted.push({ relyingParty, userId, passkeys: [...credentials] });
      return Promise.resolve();
    },
  };

  return {
    port,
    ceremonies,
    accepted,
    passkeys: (): readonly FakeCredential[] => [...held],
    controls: {
      addPasskeys: (more: readonly FakeCredential[]): void => void held.push(...more),
      endNextCeremony: (end: FakeCeremonyEnd): void => void ends.push(end),
      holdCeremonies(hold: boolean): void {
        gate?.open();
        gate = hold ? newGate() : null;
      },
    },
  };
}

function newGate(): { open: () => void; opened: Promise<void> } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open, opened };
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });

const clientData = (type: string, challenge: string): string => toBase64Url(JSON.stringify({ type, challenge }));
const UNSIGNED = toBase64Url('simulated: not signed');

const shared = ({ id }: FakeCredential) =>
  ({ id, rawId: id, type: 'public-key', clientExtensionResults: {}, authenticatorAttachment: 'platform' }) as const;

function assertion(held: FakeCredential, challenge: string): AuthenticationResponseJSON {
  const response = {
    clientDataJSON: clientData('webauthn.get', challenge),
    authenticatorData: UNSIGNED,
    signature: UNSIGNED,
    ...(held.userHandle !== null && { userHandle: held.userHandle }),
  };
  return { ...shared(held), response };
}

function registration(held: FakeCredential, challenge: string): RegistrationResponseJSON {
  const response = {
    clientDataJSON: clientData('webauthn.create', challenge),
    attestationObject: UNSIGNED,
    authenticatorData: UNSIGNED,
    publicKeyAlgorithm: -7,
    transports: ['internal'],
  };
  return { ...shared(held), response };
}
