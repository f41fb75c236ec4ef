import type { Client, ClientAuth } from 'oauth4webapi';
import type { LinkedProvider } from './options.js';

/** Hosts without a linked sign-in need not have it installed. */
const library = () => import('oauth4webapi');

const SECOND = 1000;
const TIMEOUT = 10 * SECOND;
/** How far the provider's clock may be off. */
const SKEW = 30 * SECOND;

/** What one flow is held together by. */
export interface FlowSecrets {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** On this machine there is nobody in between. */
export const isLoopback = (issuer: string): boolean =>
  ['localhost', '127.0.0.1', '[::1]'].includes(new URL(issuer).hostname);

async function requests({ issuer }: LinkedProvider) {
  const { allowInsecureRequests } = await library();
  return { [allowInsecureRequests]: isLoopback(issuer), signal: AbortSignal.timeout(TIMEOUT) };
}

async function metadata(provider: LinkedProvider) {
  const { discoveryRequest, processDiscoveryResponse } = await library();
  const issuer = new URL(provider.issuer);
  return processDiscoveryResponse(issuer, await discoveryRequest(issuer, await requests(provider)));
}

export async function newSecrets(): Promise<FlowSecrets> {
  const { generateRandomState, generateRandomNonce, generateRandomCodeVerifier } = await library();
  return { state: generateRandomState(), nonce: generateRandomNonce(), verifier: generateRandomCodeVerifier() };
}

/** Where the person signs in, anew: `max_age=0` makes the provider ask, and tell when it did. */
export async function signInUrl(provider: LinkedProvider, redirectUri: string, secrets: FlowSecrets): Promise<string> {
  const { calculatePKCECodeChallenge } = await library();
  const { authorization_endpoint: endpoint } = await metadata(provider);
  if (endpoint === undefined) throw new Error('The provider names no authorization endpoint.');
  const url = new URL(endpoint);
  const parameters = {
    client_id: provider.clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'openid',
    max_age: '0',
    state: secrets.state,
    nonce: secrets.nonce,
    code_challenge: await calculatePKCECodeChallenge(secrets.verifier),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}

/** Who came back, by the provider's own id of them, and when they signed in there; throws what does not hold together. */
export async function whoCameBack(
  provider: LinkedProvider,
  redirectUri: string,
  answer: URLSearchParams,
  secrets: FlowSecrets,
  now: number,
): Promise<{ readonly sub: string; readonly signedInAt: number | null }> {
  const oauth = await library();
  const server = await metadata(provider);
  const client: Client = {
    client_id: provider.clientId,
    [oauth.clockSkew]: Math.round((now - Date.now()) / SECOND),
    [oauth.clockTolerance]: SKEW / SECOND,
  };
  const auth: ClientAuth = oauth.ClientSecretPost(provider.clientSecret);
  const more = await requests(provider);
  const parameters = oauth.validateAuthResponse(server, client, answer, secrets.state);
  const { verifier, nonce: expectedNonce } = secrets;
  const response = await oauth.authorizationCodeGrantRequest(
    ...([server, client, auth, parameters, redirectUri, verifier, more] as const),
  );
  const tokens = await oauth.processAuthorizationCodeResponse(server, client, response, {
    expectedNonce,
    requireIdToken: true,
  });
  await oauth.validateApplicationLevelSignature(server, response, more);
  const { sub, auth_time: at } = oauth.getValidatedIdTokenClaims(tokens)!;
  return { sub, signedInAt: at === undefined ? null : at * SECOND };
}

/** Whether the sign-in was made for this flow, and not before it. */
export const isFresh = (signedInAt: number | null, begunAt: number): boolean =>
  signedInAt !== null && signedInAt >= begunAt - SKEW;

/** Whether it is the answer that is wrong, and nothing that has to be repaired. */
export async function isRefusal(error: unknown): Promise<boolean> {
  const { AuthorizationResponseError, OperationProcessingError, ResponseBodyError } = await library();
  return [AuthorizationResponseError, OperationProcessingError, ResponseBodyError].some(
    (kind) => error instanceof kind,
  );
}
