import { fromBase64Url, toBase64Url } from '../../../src/testing/base64.js';
import type { Identity, KeyRecord } from './state.js';

const RP = 'app.example';

const descriptors = (keys: readonly KeyRecord[]): PublicKeyCredentialDescriptorJSON[] =>
  keys.map(({ id }) => ({ type: 'public-key', id }));

/** The challenge of a flow. Simulated: it is known beforehand. */
const challengeOf = (flow: string): string => toBase64Url(`challenge of ${flow}`);

export const assertionOptions = (flow: string, keys: readonly KeyRecord[]): PublicKeyCredentialRequestOptionsJSON => ({
  challenge: challengeOf(flow),
  timeout: 300_000,
  rpId: RP,
  allowCredentials: descriptors(keys),
  userVerification: 'discouraged',
});

/** Kratos does not say which keys are there already. */
export const creationOptions = (flow: string, { id, email }: Identity): PublicKeyCredentialCreationOptionsJSON => ({
  rp: { id: RP, name: 'Simulated Kratos' },
  user: { id: toBase64Url(id), name: email, displayName: email },
  challenge: challengeOf(flow),
  pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
  timeout: 300_000,
  authenticatorSelection: { userVerification: 'discouraged' },
});

/** The id of a credential that answers the flow's challenge; null where it can't be read, undefined where it does not. */
export function credentialIn(purpose: string, flow: string, given: string): string | null | undefined {
  try {
    const { id, type, response } = JSON.parse(given) as {
      id: string;
      type: string;
      response: { clientDataJSON: string };
    };
    if (type !== 'public-key') return null;
    const client = JSON.parse(fromBase64Url(response.clientDataJSON) ?? '') as { type: string; challenge: string };
    return client.type === purpose && client.challenge === challengeOf(flow) ? id : undefined;
  } catch {
    return null;
  }
}

/** Whether an assertion was made by one of these keys for this flow. Simulated: nothing is signed. */
export const isAnswerOf = (purpose: string, flow: string, keys: readonly KeyRecord[], given: string): boolean => {
  const id = credentialIn(purpose, flow, given);
  return keys.some((key) => key.id === id);
};
