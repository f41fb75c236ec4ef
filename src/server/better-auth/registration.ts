import { randomBytes } from 'node:crypto';
import { verifyRegistrationResponse } from '@simplewebauthn/server';
import type { AuthContext, GenericEndpointContext } from 'better-auth';
import type { components } from '../../backends/rest/contract.js';
import { record } from './activity.js';
import { equal, transaction, type Database } from './database.js';
import { enrolled, isOf } from './enroll.js';
import { enrollerByNow, type Enroller } from './enroller.js';
import { settingsOf } from './options.js';
import { CEREMONY_TTL, descriptorOf, isFramed, passkeysOf, relyingParty } from './passkey.js';
import { passwordMark } from './password.js';
import { problem, Problem, superseded, type ProblemBody } from './problem.js';
import { providerName } from './provider-names.js';
import type { PasskeyRow, RegistrationRow } from './rows.js';
import { lockFactors } from './totp-setup.js';

type Credential = Parameters<typeof verifyRegistrationResponse>[0]['response'];
type Options = components['schemas']['CreationCeremony']['options'] & PublicKeyCredentialCreationOptionsJSON;
type Made = Omit<PasskeyRow, 'id' | 'userId' | 'createdAt' | 'lastUsedAt'>;

const model = 'mfaRegistration';
const HOUR = 60 * 60_000;
/** Ed25519, ES256, RS256: what every authenticator has one of. */
const ALGORITHMS = [-8, -7, -257];
const TRANSPORTS = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'];

/** What the ceremonies call the person. */
export const handleOf = (userId: string) => Buffer.from(userId).toString('base64url');

/** Begins one ceremony for the person of a session. */
export function beginRegistration(
  context: AuthContext,
  enroller: Enroller,
  kind: RegistrationRow['kind'],
): Promise<components['schemas']['CreationCeremony']> {
  const { userId, id: sessionId } = enroller;
  const { now: clock, issuer = context.appName } = settingsOf(context);
  const now = clock();
  const { id: rpId, userVerification } = relyingParty(context);
  const [ceremony, nonce] = [randomBytes(16).toString('base64url'), randomBytes(32).toString('base64url')];
  const expiresAt = new Date(now + CEREMONY_TTL);
  return transaction(context, async (db) => {
    // What was finished is answered for a while, since its answer may have been lost.
    await db.deleteMany({
      model,
      where: [...equal({ userId }), { field: 'expiresAt', operator: 'lt', value: new Date(now - HOUR) }],
    });
    const mark = await passwordMark(context, userId);
    const begun = { state: 'open', passkeyId: null, notified: null, passwordMark: mark, expiresAt };
    await db.create({ model, data: { ...begun, userId, sessionId, ceremony, kind, nonce } });
    await record(db, userId, 'mfa.registration_started', now);
    const user = await context.internalAdapter.findUserById(userId);
    const name = user?.email ?? '';
    const isKey = kind === 'security-key';
    const options: PublicKeyCredentialCreationOptionsJSON = {
      challenge: nonce,
      rp: { id: rpId, name: issuer },
      user: { id: handleOf(userId), name, displayName: user?.name || name },
      pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
      excludeCredentials: (await passkeysOf(db, userId)).map(descriptorOf),
      authenticatorSelection: {
        authenticatorAttachment: isKey ? 'cross-platform' : 'platform',
        residentKey: isKey ? 'discouraged' : 'preferred',
        userVerification,
      },
      attestation: 'none',
      timeout: CEREMONY_TTL,
    };
    return { id: ceremony, options: options as Options, expiresAt: expiresAt.getTime() };
  });
}

export function findRegistration(db: Database, userId: string, ceremony: string): Promise<RegistrationRow | null> {
  return db.findOne<RegistrationRow>({ model, where: equal({ userId, ceremony }) });
}

/** What became of an answer. A refused one has spent its ceremony, so the transaction may not undo it. */
export type Registration =
  { kind: 'refused'; problem: ProblemBody } | { kind: 'done'; begun: RegistrationRow; isNew: boolean };

/** Judges the answer to a ceremony of this session. A right one adds the passkey. */
export function finishRegistration(
  ctx: GenericEndpointContext,
  begunBy: Enroller,
  ceremony: string,
  answer: { credential: object; name: string | null },
): Promise<Registration> {
  const { context } = ctx;
  const { userId } = begunBy;
  const now = settingsOf(context).now();
  return transaction(context, async (db) => {
    await lockFactors(db, userId);
    const enroller = await enrollerByNow(ctx, begunBy);
    const begun = await findRegistration(db, userId, ceremony);
    if (begun && begun.sessionId === enroller.id && (await isThere(db, begun))) {
      return { kind: 'done', begun, isNew: false };
    }
    const isOpen = begun?.state === 'open' && now < begun.expiresAt.getTime();
    if (!isOpen || !(await isOf(context, begun, enroller))) {
      throw new Problem(superseded('This ceremony can no longer be finished.'));
    }
    const end = (update: Partial<RegistrationRow>) => db.updateMany({ model, where: equal({ id: begun.id }), update });
    const made = await readCredential(context, answer.credential as Credential, begun);
    const refusal = made ? await standsElsewhere(db, userId, made) : REFUSED;
    if (!made || refusal) {
      await end({ state: 'refused' });
      return { kind: 'refused', problem: refusal ?? REFUSED };
    }
    const data = { ...made, userId, name: answer.name ?? made.name, createdAt: new Date(now), lastUsedAt: null };
    const { id: passkeyId } = await db.create<typeof data, PasskeyRow>({ model: 'mfaPasskey', data });
    await end({ state: 'done', passkeyId });
    await enrolled(ctx, db, enroller, { factor: made.kind, now });
    return { kind: 'done', begun, isNew: true };
  });
}

const REFUSED = problem('passkey-refused', 422, 'This credential does not answer the ceremony.');

async function isThere(db: Database, { userId, state, passkeyId }: RegistrationRow): Promise<boolean> {
  if (state !== 'done' || passkeyId === null) return false;
  return (await db.findOne({ model: 'mfaPasskey', where: equal({ id: passkeyId, userId }) })) !== null;
}

async function standsElsewhere(db: Database, userId: string, { credentialId }: Made): Promise<ProblemBody | null> {
  const known = await db.findOne<PasskeyRow>({ model: 'mfaPasskey', where: equal({ credentialId }) });
  if (!known) return null;
  return known.userId === userId ? problem('passkey-exists', 409, 'The account has this credential.') : REFUSED;
}

/** What an authenticator made for a ceremony, or null for what is not to be believed. */
async function readCredential(
  context: AuthContext,
  response: Credential,
  { nonce, kind, userId }: RegistrationRow,
): Promise<Made | null> {
  const { id: rpId, origins, userVerification } = relyingParty(context);
  try {
    const { verified, registrationInfo: info } = await verifyRegistrationResponse({
      response,
      expectedChallenge: nonce,
      expectedOrigin: [...origins],
      expectedRPID: rpId,
      requireUserVerification: userVerification === 'required',
      supportedAlgorithmIDs: ALGORITHMS,
    });
    if (!verified || isFramed(response)) return null;
    const { id, publicKey, counter } = info.credential;
    return {
      kind,
      credentialId: id,
      publicKey: Buffer.from(publicKey).toString('base64url'),
      counter,
      transports: transportsOf(response),
      userHandle: handleOf(userId),
      synced: info.credentialBackedUp,
      name: providerName(info.aaguid),
    };
  } catch {
    // It throws for whatever it finds wrong, with words that quote what was sent.
    return null;
  }
}

/** The browser's word, which nobody signed: only what WebAuthn knows is kept of it. */
function transportsOf({ response: { transports } }: Credential): string | null {
  const told: unknown = transports;
  if (!Array.isArray(told)) return null;
  return JSON.stringify(TRANSPORTS.filter((one) => told.includes(one)));
}
