import { randomBytes } from 'node:crypto';
import type { AuthContext } from 'better-auth';
import type { components } from '../../backends/rest/contract.js';
import { equal, latest, type Database } from './database.js';
import type { Judgement } from './guard.js';
import { keyedHashes } from './keyed-hash.js';
import { settingsOf } from './options.js';
import type { BackupCodeRow } from './rows.js';
import { forgetDevices } from './trusted-device.js';

/** 32 characters, none of which is taken for another: no 0 O, no 1 I. */
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const GROUPS = [4, 4, 4];
const LENGTH = 12;
const CODES_IN_SET = 10;

export const CODE_FORMAT = {
  kind: 'grouped',
  alphabet: ALPHABET,
  case: 'upper',
  groups: GROUPS,
  separator: '-',
} satisfies components['schemas']['CodeFormat'];

/** 12 characters of 5 bits each; 256 is a multiple of 32, so a byte's low bits are without bias. */
export function randomCode(): string {
  return write(Array.from(randomBytes(LENGTH), (byte) => ALPHABET[byte & 31]).join(''));
}

function write(characters: string): string {
  return characters.match(/.{4}/g)!.join('-');
}

/** The canonical form of what was typed, or null for what can't be a code. */
export function canonicalCode(typed: string): string | null {
  const characters = typed.toUpperCase().replace(/[\s\p{Pd}]/gu, '');
  const isCode = characters.length === LENGTH && [...characters].every((character) => ALPHABET.includes(character));
  return isCode ? write(characters) : null;
}

/** With 60 random bits and a key that isn't in the database, a slow hash would add nothing. */
const hashes = (context: AuthContext, userId: string, code: string) =>
  keyedHashes(context, 'backup code', `${userId}\n${code}`);

/** Judges a backup code and burns it. */
export async function judgeBackupCode(
  context: AuthContext,
  db: Database,
  userId: string,
  typed: string,
  now: number,
): Promise<Judgement> {
  const code = canonicalCode(typed);
  if (code === null) return 'wrong';
  const row = await db.findOne<BackupCodeRow>({
    model: 'mfaBackupCode',
    where: [...equal({ userId }), { field: 'hash', operator: 'in', value: hashes(context, userId, code) }],
  });
  if (!row || !isLive(row, now)) return 'wrong';
  const burned = await db.updateMany({
    model: 'mfaBackupCode',
    where: equal({ id: row.id, usedAt: null }),
    update: { usedAt: new Date(now) },
  });
  return burned === 1 ? 'right' : 'used';
}

const isLive = ({ expiresAt }: BackupCodeRow, now: number): boolean => expiresAt === null || now < expiresAt.getTime();

async function liveCodes(context: AuthContext, db: Database, userId: string): Promise<BackupCodeRow[]> {
  const codes = await db.findMany<BackupCodeRow>({ model: 'mfaBackupCode', where: equal({ userId }) });
  const now = settingsOf(context).now();
  return codes.filter((code) => isLive(code, now));
}

export async function countUnused(context: AuthContext, db: Database, userId: string): Promise<number> {
  return (await liveCodes(context, db, userId)).filter(({ usedAt }) => usedAt === null).length;
}

/** What is told of the codes in force; null where there are none. */
export interface CodesInForce {
  left: number;
  of: number;
  made: number;
  lastUsedAt: Date | null;
  /** Made by the help team. */
  temporary: boolean;
}

export async function codesInForce(context: AuthContext, db: Database, userId: string): Promise<CodesInForce | null> {
  const codes = await liveCodes(context, db, userId);
  const [one] = codes;
  if (!one) return null;
  const used = codes.map(({ usedAt }) => usedAt);
  return {
    left: used.filter((at) => at === null).length,
    of: codes.length,
    made: one.createdAt.getTime(),
    lastUsedAt: latest(used),
    temporary: one.expiresAt !== null,
  };
}

/** New codes, written as they are to be shown, and the hashes that are kept of them. */
export function newCodes(
  context: AuthContext,
  userId: string,
  length = CODES_IN_SET,
): { codes: string[]; kept: string[] } {
  const codes = Array.from({ length }, randomCode);
  return { codes, kept: codes.map((code) => hashes(context, userId, code)[0]) };
}

/** Puts codes in force; those from before are void. In a transaction that holds the guard of the person's backup codes. */
export async function replaceCodes(
  db: Database,
  userId: string,
  kept: readonly string[],
  createdAt: Date,
  expiresAt: Date | null = null,
): Promise<void> {
  await forgetDevices(db, userId);
  await db.deleteMany({ model: 'mfaBackupCode', where: equal({ userId }) });
  for (const hash of kept) {
    await db.create({ model: 'mfaBackupCode', data: { userId, hash, usedAt: null, createdAt, expiresAt } });
  }
}
