import type { AuthContext, GenericEndpointContext } from 'better-auth';
import type { components } from '../../backends/rest/contract.js';
import { CODE_FORMAT, codesInForce, countUnused } from './backup-code.js';
import {
  CONFIRM_TTL,
  confirmSet,
  discardSet,
  findSet,
  findStaged,
  hashesOf,
  isOfAnother,
  removeCodes,
  stageSet,
} from './code-set.js';
import { database, equal } from './database.js';
import { noted } from './enroll.js';
import { holdLastWay } from './last-way.js';
import { notifiedOf, tellPerson } from './notice.js';
import { settingsOf } from './options.js';
import { isOffered } from './policy.js';
import { emptyResponse, jsonResponse, problem, Problem, ruledOut } from './problem.js';
import { readId, readObject } from './request.js';
import { sharing } from './sending.js';
import { needSession, type Session } from './session.js';
import { needFresh } from './step-up.js';

type Schemas = components['schemas'];

const REFUSED = 'mfa.backup_codes_refused';

/** `GET /mfa/backup-codes` */
export async function backupCodesStatus(ctx: GenericEndpointContext): Promise<Response> {
  const { userId } = await needSession(ctx);
  return jsonResponse(await statusOf(ctx.context, userId));
}

async function statusOf(context: AuthContext, userId: string): Promise<Schemas['CodeSetStatus']> {
  const db = await database(context);
  const codes = await codesInForce(context, db, userId);
  if (codes) {
    const { left, of, made, lastUsedAt, temporary } = codes;
    const state = left > 0 ? 'on' : 'used-up';
    return { state, left, of, made, lastUsed: lastUsedAt?.getTime() ?? 'unknown', temporary };
  }
  const staged = await findStaged(db, userId, settingsOf(context).now());
  const none = { left: 0, lastUsed: 'unknown', temporary: false } as const;
  return staged
    ? { ...none, state: 'staged', of: hashesOf(staged).length, made: staged.createdAt.getTime() }
    : { ...none, state: 'none', of: 0, made: 'unknown' };
}

/** A code that nothing accepts is not made. */
function holdPolicy(context: AuthContext): void {
  if (isOffered(settingsOf(context).policy, 'backup-code')) return;
  throw new Problem(ruledOut('The policy rules backup codes out.'));
}

/** `POST /mfa/backup-codes/sets`: makes a set, whose codes are in this answer and nowhere else. */
export async function issueBackupCodes(ctx: GenericEndpointContext): Promise<Response> {
  readObject(ctx.body);
  const session = await needSession(ctx);
  return noted(ctx, session, REFUSED, async () => {
    await needFresh(ctx, session);
    holdPolicy(ctx.context);
    const { set, codes } = await stageSet(ctx.context, session, settingsOf(ctx.context).now());
    const { setId: id, createdAt } = set;
    const confirmBy = createdAt.getTime() + CONFIRM_TTL;
    return jsonResponse({
      id,
      codes,
      format: CODE_FORMAT,
      state: 'staged',
      confirmBy,
    } satisfies Schemas['BackupCodeSet']);
  });
}

const once = sharing<Schemas['Confirmed']>();

/** `POST /mfa/backup-codes/sets/{set}/confirm`: the person says that they have the codes. */
export async function confirmBackupCodes(ctx: GenericEndpointContext): Promise<Response> {
  readObject(ctx.body);
  const setId = readId(ctx.params?.set, 'set');
  const session = await needSession(ctx);
  const confirm = () => noted(ctx, session, REFUSED, () => putInForce(ctx, session, setId));
  return jsonResponse(await once(`${session.id} ${setId}`, confirm));
}

async function putInForce(ctx: GenericEndpointContext, session: Session, setId: string): Promise<Schemas['Confirmed']> {
  const { context } = ctx;
  const { userId } = session;
  const db = await database(context);
  if (await isOfAnother(db, userId, setId)) {
    throw new Problem(problem('other-account', 409, 'Somebody else is signed in by now.'));
  }
  const known = await findSet(db, userId, setId);
  // Asked again after a lost answer: nothing changes, so no fresh proof is wanted.
  if (known?.state === 'on') return { left: await countUnused(context, db, userId), notified: notifiedOf(known) };
  await needFresh(ctx, session);
  holdPolicy(context);
  const now = settingsOf(context).now();
  const { set, isNew } = await confirmSet(context, session, setId, now);
  if (!isNew) return { left: await countUnused(context, db, userId), notified: notifiedOf(set) };
  const notified = await tellPerson(context, userId, 'backup-codes-confirmed', now);
  const update = { notified: JSON.stringify(notified) };
  await db.updateMany({ model: 'mfaCodeSet', where: equal({ id: set.id }), update });
  return { left: await countUnused(context, db, userId), notified };
}

/** `POST /mfa/backup-codes/sets/{set}/discard` */
export async function discardBackupCodes(ctx: GenericEndpointContext): Promise<Response> {
  readObject(ctx.body);
  const setId = readId(ctx.params?.set, 'set');
  const session = await needSession(ctx);
  await discardSet(ctx.context, session, setId, settingsOf(ctx.context).now());
  return emptyResponse();
}

/** `POST /mfa/backup-codes/remove`: ends every code. */
export async function removeBackupCodes(ctx: GenericEndpointContext): Promise<Response> {
  readObject(ctx.body);
  const session = await needSession(ctx);
  return noted(ctx, session, REFUSED, async () => {
    await needFresh(ctx, session);
    const { context } = ctx;
    const now = settingsOf(context).now();
    const removed = await removeCodes(context, session, (db) => holdLastWay(context, db, session.userId), now);
    if (removed) await tellPerson(context, session.userId, 'backup-codes-removed', now);
    return emptyResponse();
  });
}
