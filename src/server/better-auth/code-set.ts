import { randomBytes } from 'node:crypto';
import type { AuthContext } from 'better-auth';
import { record } from './activity.js';
import { newCodes, replaceCodes } from './backup-code.js';
import { contextOf, equal, transaction, type AuthApp, type Database } from './database.js';
import { lockGuard } from './guard.js';
import { settingsOf } from './options.js';
import { problem, Problem, superseded } from './problem.js';
import { endTask } from './repair.js';
import type { CodeSetRow } from './rows.js';
import type { Session } from './session.js';
import { forgetDevices } from './trusted-device.js';

/** How long a set waits for its confirmation: nobody has to hurry who writes codes down by hand. */
export const CONFIRM_TTL = 60 * 60_000;
const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
const MOST_AN_HOUR = 5;

const model = 'mfaCodeSet';

const isLive = ({ state, createdAt }: CodeSetRow, now: number) =>
  state === 'staged' && now < createdAt.getTime() + CONFIRM_TTL;

/**
 * Whatever changes which codes are in force holds the guard of the person's backup codes, as a redemption does: one comes
 * after the other.
 */
const lockCodes = (db: Database, userId: string) => lockGuard(db, userId, 'backup-code');

export function findSet(db: Database, userId: string, setId: string): Promise<CodeSetRow | null> {
  return db.findOne<CodeSetRow>({ model, where: equal({ userId, setId }) });
}

/**
 * Whether a set is another person's: who was signed in here before has its codes on screen, and they may be in force. To call
 * them over would have that person throw them away.
 */
export async function isOfAnother(db: Database, userId: string, setId: string): Promise<boolean> {
  const set = await db.findOne<CodeSetRow>({ model, where: equal({ setId }) });
  return set !== null && set.userId !== userId;
}

/** The set that waits for its confirmation. */
export async function findStaged(db: Database, userId: string, now: number): Promise<CodeSetRow | null> {
  const staged = await db.findMany<CodeSetRow>({ model, where: equal({ userId, state: 'staged' }) });
  return staged.find((set) => isLive(set, now)) ?? null;
}

export const hashesOf = ({ hashes }: CodeSetRow): string[] => JSON.parse(hashes ?? '[]') as string[];

async function end(db: Database, where: ReturnType<typeof equal>): Promise<void> {
  await db.updateMany({ model, where, update: { state: 'ended', hashes: null } });
}

/** Makes a set that waits for its confirmation, in the place of one that does. */
export function stageSet(
  context: AuthContext,
  { id: sessionId, userId }: Session,
  now: number,
): Promise<{ set: CodeSetRow; codes: string[] }> {
  return transaction(context, async (db) => {
    await lockCodes(db, userId);
    await holdHourlyLimit(db, userId, now);
    if (await findStaged(db, userId, now)) await record(db, userId, 'mfa.backup_codes_superseded', now);
    await end(db, equal({ userId, state: 'staged' }));
    await clearAway(db, userId, now);
    const { codes, kept } = newCodes(context, userId);
    const setId = randomBytes(16).toString('base64url');
    const data: Omit<CodeSetRow, 'id'> = {
      userId,
      setId,
      sessionId,
      state: 'staged',
      hashes: JSON.stringify(kept),
      notified: null,
      createdAt: new Date(now),
    };
    const set = await db.create<typeof data, CodeSetRow>({ model, data });
    await record(db, userId, 'mfa.backup_codes_issued', now);
    return { set, codes };
  });
}

async function holdHourlyLimit(db: Database, userId: string, now: number): Promise<void> {
  const made = await db.findMany<CodeSetRow>({
    model,
    where: [...equal({ userId }), { field: 'createdAt', operator: 'gt', value: new Date(now - HOUR) }],
    sortBy: { field: 'createdAt', direction: 'asc' },
  });
  const [oldest] = made;
  if (!oldest || made.length < MOST_AN_HOUR) return;
  const retryAt = oldest.createdAt.getTime() + HOUR;
  throw new Problem(problem('too-many-attempts', 429, 'Too many sets were made.', { blocks: [], retryAt }));
}

/** What was made within the last day is still counted and answered for. */
async function clearAway(db: Database, userId: string, now: number): Promise<void> {
  await db.deleteMany({
    model,
    where: [...equal({ userId, state: 'ended' }), { field: 'createdAt', operator: 'lt', value: new Date(now - DAY) }],
  });
}

/** Puts a set in force that was made in this session. `isNew` is false for one that was in force already. */
export function confirmSet(
  context: AuthContext,
  { id: sessionId, userId }: Session,
  setId: string,
  now: number,
): Promise<{ set: CodeSetRow; isNew: boolean }> {
  return transaction(context, async (db) => {
    await lockCodes(db, userId);
    const set = await findSet(db, userId, setId);
    if (set?.state === 'on') return { set, isNew: false };
    if (!set || set.sessionId !== sessionId || !isLive(set, now)) {
      throw new Problem(superseded('This set can no longer be confirmed.'));
    }
    await end(db, equal({ userId, state: 'on' }));
    await db.updateMany({ model, where: equal({ id: set.id }), update: { state: 'on', hashes: null } });
    await replaceCodes(db, userId, hashesOf(set), set.createdAt);
    await endTask(db, userId, 'new-codes');
    await record(db, userId, 'mfa.backup_codes_confirmed', now);
    return { set, isNew: true };
  });
}

/** Drops a set that was made in this session and waits for its confirmation. Never one that is in force. */
export function discardSet(
  context: AuthContext,
  { id: sessionId, userId }: Session,
  setId: string,
  now: number,
): Promise<void> {
  return transaction(context, async (db) => {
    await lockCodes(db, userId);
    const set = await findSet(db, userId, setId);
    if (set?.sessionId !== sessionId || !isLive(set, now)) return;
    await end(db, equal({ id: set.id }));
    await record(db, userId, 'mfa.backup_codes_abandoned', now);
  });
}

/** Ends every code and every set, if `mayGo` finds that the account can do without. False where there was nothing to end. */
export function removeCodes(
  context: AuthContext,
  { userId }: Session,
  mayGo: (db: Database) => Promise<void>,
  now: number,
): Promise<boolean> {
  return transaction(context, async (db) => {
    await lockCodes(db, userId);
    const codes = await db.count({ model: 'mfaBackupCode', where: equal({ userId }) });
    if (codes === 0 && !(await findStaged(db, userId, now))) return false;
    await mayGo(db);
    await end(db, equal({ userId }));
    await forgetDevices(db, userId);
    await db.deleteMany({ model: 'mfaBackupCode', where: equal({ userId }) });
    await record(db, userId, 'mfa.backup_codes_removed', now);
    return true;
  });
}

/**
 * Makes a set of ten backup codes for a person; the set they had is void from then on. Only hashes are stored.
 *
 * @returns the codes, written as they are to be shown
 */
export async function makeBackupCodes(auth: AuthApp, userId: string): Promise<string[]> {
  const context = await contextOf(auth);
  const { codes, kept } = newCodes(context, userId);
  await transaction(context, async (db) => {
    // Two sets made at once come one after the other, and the later one finds the earlier one to void.
    await lockCodes(db, userId);
    await end(db, equal({ userId }));
    await replaceCodes(db, userId, kept, new Date(settingsOf(context).now()));
    await endTask(db, userId, 'new-codes');
  });
  return codes;
}
