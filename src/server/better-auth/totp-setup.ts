import { randomBytes } from 'node:crypto';
import type { AuthContext, GenericEndpointContext } from 'better-auth';
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import { record } from './activity.js';
import { equal, transaction, type Database } from './database.js';
import { enrolled, isOf } from './enroll.js';
import { enrollerByNow, type Enroller } from './enroller.js';
import { blockedUntil, countFailure, lockGuard, resetGuard } from './guard.js';
import { settingsOf } from './options.js';
import { passwordMark } from './password.js';
import { problem, Problem, ruledOut, superseded, type ProblemBody } from './problem.js';
import { addTasks, endTask } from './repair.js';
import type { FactorRow, SetupRow } from './rows.js';
import { newKey, stepOf, type NewKey } from './totp.js';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
/** Finding a phone, an app and the camera's permission takes a while. */
export const SETUP_TTL = 30 * 60_000;
const MOST_AN_HOUR = 10;

const model = 'mfaSetup';

export function findSetup(db: Database, userId: string, setupId: string): Promise<SetupRow | null> {
  return db.findOne<SetupRow>({ model, where: equal({ userId, setupId }) });
}

/** Every change of a person's factors holds this, so that one comes after the other. */
export const lockFactors = (db: Database, userId: string) => lockGuard(db, userId, 'factors');

const tooMany = (retryAt: number, title: string) => problem('too-many-attempts', 429, title, { blocks: [], retryAt });

/** Begins a set-up, in the place of one that is open. */
export function beginSetup(
  context: AuthContext,
  enroller: Enroller,
  { replace, lost }: Pick<SetupRow, 'replace' | 'lost'>,
): Promise<{ setupId: string; key: NewKey }> {
  const { userId } = enroller;
  const now = settingsOf(context).now();
  return transaction(context, async (db) => {
    await lockFactors(db, userId);
    await holdHourlyLimit(db, userId, now);
    if (!replace && (await appsOf(db, userId)).length > 0) {
      throw new Problem(ruledOut('An app is there already: the new one has to take its place.'));
    }
    const ended = await endSetups(db, equal({ userId, state: 'open' }));
    if (ended > 0) await record(db, userId, 'mfa.setup_superseded', now);
    await clearAway(db, userId, now);
    const user = await context.internalAdapter.findUserById(userId);
    const key = newKey(context, user?.email ?? '');
    const setupId = randomBytes(16).toString('base64url');
    const data: Omit<SetupRow, 'id'> = {
      userId,
      setupId,
      sessionId: enroller.id,
      passwordMark: await passwordMark(context, userId),
      secret: await symmetricEncrypt({ key: context.secretConfig, data: key.base32 }),
      replace,
      lost,
      state: 'open',
      factorId: null,
      notified: null,
      createdAt: new Date(now),
    };
    await db.create({ model, data });
    // Whoever stops here is asked again at the next sign-in.
    if (lost) await addTasks(db, userId, ['add-factor', 'retire-lost', 'end-other-sessions'], now);
    await record(db, userId, 'mfa.setup_started', now);
    return { setupId, key };
  });
}

const appsOf = (db: Database, userId: string) =>
  db.findMany<FactorRow>({ model: 'mfaFactor', where: equal({ userId, kind: 'totp' }) });

const endSetups = (db: Database, where: ReturnType<typeof equal>) =>
  db.updateMany({ model, where, update: { state: 'ended', secret: null } });

async function holdHourlyLimit(db: Database, userId: string, now: number): Promise<void> {
  const made = await db.findMany<SetupRow>({
    model,
    where: [...equal({ userId }), { field: 'createdAt', operator: 'gt', value: new Date(now - HOUR) }],
    sortBy: { field: 'createdAt', direction: 'asc' },
  });
  const [oldest] = made;
  if (!oldest || made.length < MOST_AN_HOUR) return;
  throw new Problem(tooMany(oldest.createdAt.getTime() + HOUR, 'Too many set-ups were begun.'));
}

/** What is older than a day is neither counted nor answered for any longer. */
async function clearAway(db: Database, userId: string, now: number): Promise<void> {
  await db.deleteMany({
    model,
    where: [...equal({ userId }), { field: 'createdAt', operator: 'lt', value: new Date(now - DAY) }],
  });
}

/** Drops a set-up that was begun in this session. Never one that is in force. */
export function dropSetup(context: AuthContext, enroller: Enroller, setupId: string): Promise<void> {
  const { id: sessionId, userId } = enroller;
  return transaction(context, async (db) => {
    await lockFactors(db, userId);
    const ended = await endSetups(db, equal({ userId, setupId, sessionId, state: 'open' }));
    if (ended > 0) await record(db, userId, 'mfa.setup_abandoned', settingsOf(context).now());
  });
}

/** What became of a code for a set-up. A refusal is counted, so the transaction may not undo it. */
export type Verification =
  { kind: 'refused'; problem: ProblemBody } | { kind: 'done'; setup: SetupRow; isNew: boolean; replaced: boolean };

/** Judges a code of the new app. A right one puts the app in force and ends the old one. */
export function verifySetup(
  ctx: GenericEndpointContext,
  begunBy: Enroller,
  setupId: string,
  code: string,
): Promise<Verification> {
  const { context } = ctx;
  const { userId } = begunBy;
  const now = settingsOf(context).now();
  return transaction(context, async (db) => {
    const guard = await lockFactors(db, userId);
    const enroller = await enrollerByNow(ctx, begunBy);
    const setup = await findSetup(db, userId, setupId);
    if (setup && (await isInForce(db, setup)) && setup.sessionId === enroller.id) {
      return { kind: 'done', setup, isNew: false, replaced: false };
    }
    const isOpen = setup?.state === 'open' && now < setup.createdAt.getTime() + SETUP_TTL;
    if (!isOpen || setup.secret === null || !(await isOf(context, setup, enroller))) {
      throw new Problem(superseded('This set-up can no longer be finished.'));
    }
    const retryAt = blockedUntil(guard, now);
    if (retryAt !== null) return { kind: 'refused', problem: tooMany(retryAt, 'Too many wrong codes.') };
    const base32 = await symmetricDecrypt({ key: context.secretConfig, data: setup.secret });
    const step = stepOf(base32, code, now);
    if (step === null) {
      await countFailure(db, guard, now);
      return { kind: 'refused', problem: problem('wrong-code', 422, 'This code is not right.') };
    }
    await resetGuard(db, guard);
    const replaced = await putInForce(db, setup, step, now);
    await enrolled(ctx, db, enroller, { factor: 'totp', now });
    return { kind: 'done', setup, isNew: true, replaced };
  });
}

async function isInForce(db: Database, { userId, state, factorId }: SetupRow): Promise<boolean> {
  if (state !== 'done' || factorId === null) return false;
  return (await db.findOne({ model: 'mfaFactor', where: equal({ id: factorId, userId }) })) !== null;
}

/** The new app comes into force, and what it replaces ends. Says whether there was something to replace. */
async function putInForce(db: Database, setup: SetupRow, lastStep: number, now: number): Promise<boolean> {
  const { userId, replace, secret, lost } = setup;
  // Who signs in by the old app meanwhile is judged before or after, and not in between.
  await lockGuard(db, userId, 'totp');
  const old = await appsOf(db, userId);
  if (old.length > 0 && !replace) throw new Problem(superseded('An app was set up meanwhile.'));
  for (const { id } of old) {
    await db.deleteMany({ model: 'mfaFactor', where: equal({ id }) });
    await record(db, userId, 'mfa.factor_removed', now, { factor: 'totp' });
  }
  const name = old[0]?.name ?? null;
  const data = { userId, kind: 'totp', secret, lastStep, name, createdAt: new Date(now), lastUsedAt: null };
  const { id: factorId } = await db.create<typeof data, FactorRow>({ model: 'mfaFactor', data });
  await db.updateMany({ model, where: equal({ id: setup.id }), update: { state: 'done', secret: null, factorId } });
  if (old.length > 0) await endTask(db, userId, 'retire-lost');
  if (lost) await addTasks(db, userId, ['end-other-sessions'], now);
  return old.length > 0;
}
