import { decodeCredentialPublicKey } from '@simplewebauthn/server/helpers';
import { contextOf, equal, transaction, type AuthApp } from './database.js';
import { settingsOf } from './options.js';
import type { PasskeyRow } from './rows.js';
import { forgetDevices } from './trusted-device.js';

/** A credential that was registered elsewhere, as WebAuthn names its parts. */
export interface PasskeyCredential {
  /** Its id, in base64url. */
  id: string;
  /** The public key as COSE, in base64url. */
  publicKey: string;
  /** Default `passkey`. */
  kind?: PasskeyRow['kind'];
  /** The signature counter that was seen last. Default 0. */
  counter?: number;
  /** How a browser reaches the authenticator. */
  transports?: readonly string[];
  /** The user handle that it was registered under, in base64url. An assertion that names another is refused. */
  userHandle?: string;
  /** Whether it is backed up to an account of its maker. */
  synced?: boolean;
  name?: string;
}

const BASE64URL = /^[A-Za-z0-9_-]+$/;
/** WebAuthn, 5.8.5: an id is of 1023 bytes at most. */
const LONGEST_ID = 1364;
const LARGEST_COUNTER = 0xffff_ffff;

function check({ id, publicKey, counter = 0, userHandle }: PasskeyCredential): void {
  if (!BASE64URL.test(id) || id.length > LONGEST_ID) throw new Error('The credential id is not written in base64url.');
  if (userHandle !== undefined && !BASE64URL.test(userHandle)) {
    throw new Error('The user handle is not written in base64url.');
  }
  const isCounter = Number.isInteger(counter) && counter >= 0 && counter <= LARGEST_COUNTER;
  if (!isCounter) throw new Error('The counter is no unsigned number of 32 bits.');
  if (!isCoseKey(publicKey)) throw new Error('The public key is no COSE key in base64url.');
}

/** RFC 9052, 7: a map that says its type (1) and its algorithm (3). */
function isCoseKey(publicKey: string): boolean {
  try {
    const key: unknown = decodeCredentialPublicKey(new Uint8Array(Buffer.from(publicKey, 'base64url')));
    return key instanceof Map && [1, 3].every((label) => typeof key.get(label) === 'number');
  } catch {
    return false;
  }
}

/**
 * Gives a person a passkey or security key as second factor; from now on no session is made for them without one of their
 * second factors.
 */
export async function addPasskey(auth: AuthApp, userId: string, credential: PasskeyCredential): Promise<void> {
  const context = await contextOf(auth);
  if (!(await context.internalAdapter.findUserById(userId))) throw new Error('There is no such user.');
  check(credential);
  const { id, publicKey, kind = 'passkey', counter = 0, transports, userHandle, synced, name } = credential;
  const known = { model: 'mfaPasskey', where: equal({ credentialId: id }) };
  await transaction(context, async (db) => {
    if (await db.findOne<PasskeyRow>(known)) throw new Error('This credential is registered already.');
    await forgetDevices(db, userId);
    await db.create({
      model: 'mfaPasskey',
      data: {
        userId,
        kind,
        credentialId: id,
        publicKey,
        counter,
        transports: transports ? JSON.stringify(transports) : null,
        userHandle: userHandle ?? null,
        synced: synced ?? null,
        name: name ?? null,
        createdAt: new Date(settingsOf(context).now()),
        lastUsedAt: null,
      },
    });
  });
}
