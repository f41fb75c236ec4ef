import { randomBytes } from 'node:crypto';
import { verifyAuthenticationResponse } from '@simplewebauthn/server';
import type { AuthContext, GenericEndpointContext } from 'better-auth';
import type { components } from '../../backends/rest/contract.js';
import { equal, type Database } from './database.js';
import { settingsOf } from './options.js';
import type { CeremonyRow, ChallengeRow, PasskeyRow } from './rows.js';

type Credential = Parameters<typeof verifyAuthenticationResponse>[0]['response'];
type RequestOptions = components['schemas']['RequestCeremony']['options'] & PublicKeyCredentialRequestOptionsJSON;

/** WCAG 2.2.1 and WebAuthn want five minutes at least for a person to answer. */
export const CEREMONY_TTL = 5 * 60_000;

/** Which site a credential has to be for, and where it may have been used. */
export function relyingParty(context: AuthContext) {
  const { passkeys } = settingsOf(context);
  const { hostname, origin } = new URL(context.baseURL);
  return {
    id: passkeys.rpId ?? hostname,
    origins: passkeys.origins ?? [origin],
    userVerification: passkeys.userVerification ?? 'required',
  };
}

export function passkeysOf(db: Database, userId: string): Promise<PasskeyRow[]> {
  return db.findMany<PasskeyRow>({ model: 'mfaPasskey', where: equal({ userId }) });
}

export function descriptorOf({ credentialId, transports }: PasskeyRow): PublicKeyCredentialDescriptorJSON {
  const told = transports === null ? {} : { transports: JSON.parse(transports) as AuthenticatorTransport[] };
  return { type: 'public-key', id: credentialId, ...told };
}

/** Begins one ceremony for the person of a challenge. */
export async function beginCeremony(
  context: AuthContext,
  db: Database,
  challenge: ChallengeRow,
  passkeys: readonly PasskeyRow[],
  now: number,
): Promise<components['schemas']['RequestCeremony']> {
  const { id: rpId, userVerification } = relyingParty(context);
  const [ceremony, nonce] = [randomBytes(16).toString('base64url'), randomBytes(32).toString('base64url')];
  const challengeId = challenge.id;
  await db.deleteMany({
    model: 'mfaCeremony',
    where: [...equal({ challengeId }), { field: 'expiresAt', operator: 'lte', value: new Date(now) }],
  });
  const expiresAt = new Date(now + CEREMONY_TTL);
  await db.create({ model: 'mfaCeremony', data: { challengeId, ceremony, nonce, expiresAt } });
  const options = {
    challenge: nonce,
    rpId,
    allowCredentials: passkeys.map(descriptorOf),
    userVerification,
    timeout: CEREMONY_TTL,
  };
  return { id: ceremony, options: options as RequestOptions, expiresAt: expiresAt.getTime() };
}

/** WebAuthn allows 1023 bytes, in base64url. */
const CREDENTIAL_ID = /^[\w-]{1,1364}$/;

/**
 * Judges an assertion by the ceremony that it says it answers. The ceremony is spent with it, well or not. Guesses lead
 * nowhere here, so nothing is counted and passkeys are never locked.
 */
export async function judgePasskey(
  ctx: GenericEndpointContext,
  db: Database,
  { id: challengeId, userId }: ChallengeRow,
  proof: { ceremony: string; credential: object },
  now: number,
): Promise<boolean> {
  const where = equal({ ceremony: proof.ceremony, challengeId });
  const asked = await db.consumeOne<CeremonyRow>({ model: 'mfaCeremony', where });
  if (!asked || now >= asked.expiresAt.getTime()) return false;
  const response = proof.credential as Credential;
  if (typeof response.id !== 'string' || !CREDENTIAL_ID.test(response.id)) return false;
  const passkey = await db.findOne<PasskeyRow>({
    model: 'mfaPasskey',
    where: equal({ credentialId: response.id, userId }),
  });
  if (!passkey || !namesItsOwner(response, passkey)) return false;
  const counter = await verify(ctx.context, response, asked.nonce, passkey);
  return counter !== null && (await advance(db, passkey, counter, now));
}

/** WebAuthn, 7.2, step 6: an assertion that says whose it is has to say the right one. */
function namesItsOwner({ response }: Credential, { userHandle }: PasskeyRow): boolean {
  const said = (response as Partial<Credential['response']> | undefined)?.userHandle;
  return !said || userHandle === null || said === userHandle;
}

/** The assertion's signature counter, or null for an assertion that is not to be believed. */
async function verify(
  context: AuthContext,
  response: Credential,
  nonce: string,
  { credentialId, publicKey }: PasskeyRow,
): Promise<number | null> {
  const { id: rpId, origins, userVerification } = relyingParty(context);
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: nonce,
      expectedOrigin: [...origins],
      expectedRPID: rpId,
      requireUserVerification: userVerification === 'required',
      // Its counter is judged by the row itself, in `advance`: two answers at once are then judged one after the other.
      credential: { id: credentialId, publicKey: new Uint8Array(Buffer.from(publicKey, 'base64url')), counter: 0 },
    });
    return verified && !isFramed(response) ? authenticationInfo.newCounter : null;
  } catch {
    // It throws for whatever it finds wrong, with words that quote what was sent.
    return null;
  }
}

/** Whether another site's page framed the one that asked. The elements refuse to be framed, and so does this. */
export function isFramed({ response }: { response: { clientDataJSON: string } }): boolean {
  const client = JSON.parse(Buffer.from(response.clientDataJSON, 'base64url').toString()) as { crossOrigin?: unknown };
  return client.crossOrigin === true;
}

/**
 * Takes a signature counter, which has to go up: one that doesn't comes from a copy of the authenticator. Those that have
 * none say 0 each time (WebAuthn, 7.2, step 22).
 */
async function advance(db: Database, passkey: PasskeyRow, counter: number, now: number): Promise<boolean> {
  const taken = await db.updateMany({
    model: 'mfaPasskey',
    where: [
      ...equal({ id: passkey.id }),
      counter > 0 ? { field: 'counter', operator: 'lt', value: counter } : { field: 'counter', value: 0 },
    ],
    update: { counter, lastUsedAt: new Date(now) },
  });
  return taken === 1;
}
