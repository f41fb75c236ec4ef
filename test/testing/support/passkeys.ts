import { createFakePlatform, type FakePlatform, type Schemas } from '../../../src/testing/index.js';

const NEVER = new AbortController().signal;

/** What an authenticator makes for a registration. */
export async function made(
  { options }: Schemas['CreationCeremony'],
  { webauthn }: FakePlatform = createFakePlatform(),
): Promise<RegistrationResponseJSON> {
  // The contract types options as an object; what stands in them is WebAuthn's.
  const result = await webauthn.create(options as object as PublicKeyCredentialCreationOptionsJSON, NEVER);
  if (result.is !== 'done') throw new Error(result.is);
  return result.credential;
}

/** What an authenticator that holds a passkey answers, as a proof. */
export async function asserted(
  { id, options }: Schemas['RequestCeremony'],
  { webauthn }: FakePlatform,
): Promise<object> {
  const result = await webauthn.get(options as object as PublicKeyCredentialRequestOptionsJSON, NEVER);
  if (result.is !== 'done') throw new Error(result.is);
  return { kind: 'passkey', ceremony: id, credential: result.credential };
}
