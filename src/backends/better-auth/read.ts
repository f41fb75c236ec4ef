import type { Factor } from '../../ports/backend.js';
import { boolean, list, members, string, unreadable, type Reader } from '../narrow.js';

/** Readers for the answers that come inside a session. */

/** Something readable, of which nothing is looked at. */
export const anything: Reader<void> = (value) => void members(value);

/** Showing a set without codes would have the old ones end for nothing. */
const codes: Reader<readonly string[]> = (value) => {
  const read = list(string)(value);
  return read.length > 0 && read.every((code) => code !== '') ? read : unreadable();
};

export const newCodes: Reader<readonly string[]> = (value) => codes(members(value)['backupCodes']);

/** The server names no set. On paper one list is told from another by it. */
export const newSetId = (): string => crypto.randomUUID().slice(0, 8);

/** A new app, and the codes that come with it. The key stands in the address alone; an engine would keep what a pattern matched. */
export const newApp: Reader<{ readonly uri: string; readonly key: string; readonly codes: readonly string[] }> = (
  value,
) => {
  const { totpURI, backupCodes } = members(value);
  const uri = string(totpURI);
  const address = URL.canParse(uri) ? new URL(uri) : unreadable();
  const key = address.searchParams.get('secret');
  if (address.protocol !== 'otpauth:' || !key) unreadable();
  return { uri, key, codes: codes(backupCodes) };
};

/** The options are the browser's to read. */
export const registrationOptions: Reader<PublicKeyCredentialCreationOptionsJSON> = (value) => {
  string(members(value)['challenge']);
  return value as PublicKeyCredentialCreationOptionsJSON;
};

/** A passkey opens the account by itself there, and the second factor is not asked for. */
export const passkey: Reader<Factor> = (value) => {
  const { id, name, createdAt, backedUp } = members(value);
  const added = typeof createdAt === 'string' ? Date.parse(createdAt) : NaN;
  return {
    id: string(id),
    kind: 'passkey',
    name: typeof name === 'string' && name !== '' ? name : 'unknown',
    opens: 'whole-sign-in',
    added: Number.isNaN(added) ? 'unknown' : added,
    lastUsed: 'unknown',
    synced: boolean(backedUp),
    canRename: true,
    removal: 'alone',
  };
};

export const passkeys: Reader<readonly Factor[]> = list(passkey);
