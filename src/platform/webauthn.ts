import {
  browserSupportsWebAuthn,
  platformAuthenticatorIsAvailable,
  startAuthentication,
  startRegistration,
  WebAuthnAbortService,
} from '@simplewebauthn/browser';
import type { CeremonyResult, WebAuthnPort } from '../ports/platform.js';
import { isFramedByStranger } from './frame.js';

/** Runs one ceremony; a signal that aborts closes the browser's dialog. */
async function run<Credential>(
  start: () => Promise<Credential>,
  signal: AbortSignal,
): Promise<CeremonyResult<Credential>> {
  if (signal.aborted) return { is: 'not-finished' };
  const close = (): void => WebAuthnAbortService.cancelCeremony();
  signal.addEventListener('abort', close, { once: true });
  try {
    return { is: 'done', credential: await start() };
  } catch (error) {
    return ended(error);
  } finally {
    signal.removeEventListener('abort', close);
  }
}

/** WebAuthn Level 3, 5.1.4.3 and 5.1.3: by the error's name alone; its text is the browser's and is shown to nobody. */
function ended(error: unknown): CeremonyResult<never> {
  switch (error instanceof Error ? error.name : undefined) {
    case 'InvalidStateError':
      return { is: 'exists' };
    case 'SecurityError':
      return { is: 'impossible', developer: `This page's origin may not use this passkey: ${location.origin}.` };
    case 'NotSupportedError':
      return { is: 'impossible', developer: 'No authenticator here can do what the options ask for.' };
    case 'TypeError':
    case 'InvalidCharacterError':
    case 'DataError':
      return { is: 'impossible', developer: "The browser can't read the options that the server sent." };
    default:
      return { is: 'not-finished' };
  }
}

/** The browser's own passkeys and security keys. */
export const webauthn: WebAuthnPort = {
  supported: browserSupportsWebAuthn(),
  get allowed() {
    const { featurePolicy: policy } = document as { featurePolicy?: FeaturePolicy };
    // Only Chromium tells; a frame of another origin has to be told that it may.
    return policy?.features().includes(CREATE) ? policy.allowsFeature(CREATE) : !isFramedByStranger();
  },
  async deviceCan() {
    const told = (await capabilities())?.[OWN];
    if (typeof told === 'boolean') return told;
    try {
      return await platformAuthenticatorIsAvailable();
    } catch {
      return false;
    }
  },
  get: (optionsJSON, signal) =>
    run(
      () =>
        startAuthentication({
          optionsJSON: optionsJSON as never,
        }) as Promise<unknown> as Promise<AuthenticationResponseJSON>,
      signal,
    ),
  create: (optionsJSON, signal) =>
    run(
      () =>
        startRegistration({
          optionsJSON: optionsJSON as never,
        }) as Promise<unknown> as Promise<RegistrationResponseJSON>,
      signal,
    ),
  async tellAccepted(rpId, userId, allAcceptedCredentialIds) {
    const { PublicKeyCredential: browser } = globalThis as { PublicKeyCredential?: Signals };
    await browser?.signalAllAcceptedCredentials?.({ rpId, userId, allAcceptedCredentialIds }).catch(() => undefined);
  },
};

const CREATE = 'publickey-credentials-create';
const OWN = 'userVerifyingPlatformAuthenticator';

/** WebAuthn Level 3, 5.1.7: not in every browser, and no browser has to name every capability. */
async function capabilities(): Promise<Readonly<Record<string, unknown>> | undefined> {
  const { PublicKeyCredential: browser } = globalThis as { PublicKeyCredential?: Capable };
  try {
    return await browser?.getClientCapabilities?.();
  } catch {
    return undefined;
  }
}

interface Capable {
  getClientCapabilities?(): Promise<Readonly<Record<string, unknown>>>;
}

/** What Chromium calls a page's permissions policy. */
interface FeaturePolicy {
  features(): readonly string[];
  allowsFeature(feature: string): boolean;
}

/** WebAuthn Level 3, 5.1.10; not in every browser. */
interface Signals {
  signalAllAcceptedCredentials?(options: {
    rpId: string;
    userId: string;
    allAcceptedCredentialIds: readonly string[];
  }): Promise<void>;
}
