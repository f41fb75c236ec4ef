import type { AuthContext, GenericEndpointContext } from 'better-auth';
import type { components } from '../../backends/rest/contract.js';
import { record } from './activity.js';
import { database, equal, transaction, type Database } from './database.js';
import { recentReset } from './desk/standing.js';
import { ACCOUNT_EMAIL, destinationsOf, masked } from './destinations.js';
import { changed, noted } from './enroll.js';
import { needEnroller } from './enroller.js';
import { lockGuard } from './guard.js';
import { holdLastFactor, isNeeded, waysIn } from './last-way.js';
import { tellPerson } from './notice.js';
import { settingsOf } from './options.js';
import { passkeysOf, relyingParty } from './passkey.js';
import { badRequest, emptyResponse, jsonResponse, notOffered, Problem } from './problem.js';
import { handleOf } from './registration.js';
import { endTask } from './repair.js';
import { readId, readName, readObject } from './request.js';
import { giveRotated } from './rotation.js';
import type { FactorRow, PasskeyRow } from './rows.js';
import { sharing } from './sending.js';
import { needSession, type Session } from './session.js';
import { needFresh } from './step-up.js';
import { lockFactors } from './totp-setup.js';
import { whereOf } from './where.js';

type Factor = components['schemas']['Factor'];
type Removed = components['schemas']['Removed'];

const REFUSED = 'mfa.factor_refused';
const known = (at: Date | null): Factor['added'] => at?.getTime() ?? 'unknown';

/** Everything that opens the second step for a person but backup codes. */
export async function listOf(context: AuthContext, userId: string): Promise<Factor[]> {
  const db = await database(context);
  const ways = await waysIn(context, db, userId);
  const at = (row: { createdAt: Date | null; lastUsedAt: Date | null }) => ({
    added: known(row.createdAt),
    lastUsed: known(row.lastUsedAt),
  });
  const removal = (id: string): Factor['removal'] => (isNeeded(context, ways, { id }) ? 'blocked' : 'alone');
  const common = { opens: 'second-step' as const, synced: 'unknown' as const, canRename: true };
  const own = (await destinationsOf(context, db, userId)).filter(({ id }) => id === ACCOUNT_EMAIL);
  return [
    ...ways.apps.map((app) => {
      const { id, name } = app;
      return { ...common, ...at(app), id, kind: 'totp' as const, name: name ?? 'unknown', removal: removal(id) };
    }),
    ...ways.passkeys.map((key) => {
      const { id, kind, name, synced } = key;
      return {
        ...common,
        ...at(key),
        id,
        kind,
        name: name ?? 'unknown',
        synced: synced ?? ('unknown' as const),
        removal: removal(id),
      };
    }),
    ...[...ways.destinations, ...own].map((one) => ({
      ...common,
      ...at(one),
      id: one.id,
      kind: 'delivered-code' as const,
      // A destination is called by what it is.
      name: masked(one),
      canRename: false,
      // The account's own address goes with the account.
      removal: one.id === ACCOUNT_EMAIL ? ('not-here' as const) : removal(one.id),
    })),
  ];
}

/** `GET /mfa/factors` */
export async function listFactors(ctx: GenericEndpointContext): Promise<Response> {
  const { userId } = await needEnroller(ctx);
  return jsonResponse({ factors: await listOf(ctx.context, userId) });
}

/** Where a factor of the list is kept, and what it is; null for one that is not there. */
async function rowOf(
  db: Database,
  userId: string,
  id: string,
): Promise<{ model: 'mfaFactor' | 'mfaPasskey'; kind: string } | null> {
  const key = await db.findOne<PasskeyRow>({ model: 'mfaPasskey', where: equal({ id, userId }) });
  if (key) return { model: 'mfaPasskey', kind: key.kind };
  const kinds = ['totp', 'email', 'sms'];
  const where = [...equal({ id, userId }), { field: 'kind', operator: 'in' as const, value: kinds }];
  const factor = await db.findOne<FactorRow>({ model: 'mfaFactor', where });
  return factor && { model: 'mfaFactor', kind: factor.kind };
}

/** `POST /mfa/factors/{factor}/rename` */
export async function renameFactor(ctx: GenericEndpointContext): Promise<Response> {
  const id = readId(ctx.params?.factor, 'factor');
  const enroller = await needEnroller(ctx);
  const { userId } = enroller;
  return noted(ctx, enroller, REFUSED, async () => {
    const name = readName(ctx.body);
    const factor = (await listOf(ctx.context, userId)).find((one) => one.id === id);
    if (!factor) throw new Problem(badRequest('There is no such factor.', 404));
    if (!factor.canRename) throw new Problem(notOffered(403, 'A destination has no other name.'));
    await transaction(ctx.context, async (db) => {
      const model = factor.kind === 'totp' ? 'mfaFactor' : 'mfaPasskey';
      await db.updateMany({ model, where: equal({ id, userId }), update: { name } });
      await record(db, userId, 'mfa.factor_renamed', settingsOf(ctx.context).now(), { factor: factor.kind });
    });
    return emptyResponse();
  });
}

const once = sharing<Removed['notified']>();

/** `POST /mfa/factors/{factor}/remove` */
export async function removeFactor(ctx: GenericEndpointContext): Promise<Response> {
  readObject(ctx.body);
  const id = readId(ctx.params?.factor, 'factor');
  const session = await needSession(ctx);
  const { userId } = session;
  const notified = await once(`${session.id} ${id}`, () =>
    noted(ctx, session, REFUSED, async () => {
      await needFresh(ctx, session);
      return remove(ctx, session, id);
    }),
  );
  await giveRotated(ctx, session.id);
  return jsonResponse({ ...(await acceptedOf(ctx.context, userId)), notified } satisfies Removed);
}

/** Every passkey that is left, for the browser's Signal API. */
async function acceptedOf(context: AuthContext, userId: string): Promise<Pick<Removed, 'acceptedPasskeys'>> {
  const db = await database(context);
  const ids = (await passkeysOf(db, userId)).map(({ credentialId }) => credentialId);
  // For a while after a reset it is not sure whose they are, and what is not named here a browser hides.
  if (ids.length === 0 || (await recentReset(db, userId, settingsOf(context).now())) !== null) return {};
  return { acceptedPasskeys: { relyingParty: relyingParty(context).id, user: handleOf(userId), ids } };
}

async function remove(ctx: GenericEndpointContext, session: Session, id: string): Promise<Removed['notified']> {
  const { context } = ctx;
  const { userId } = session;
  if (id === ACCOUNT_EMAIL) throw new Problem(notOffered(403, "The account's own address is not removed here."));
  const now = settingsOf(context).now();
  const isRemoved = await transaction(context, async (db) => {
    await lockFactors(db, userId);
    const found = await rowOf(db, userId, id);
    if (!found) return false;
    const { model, kind } = found;
    if (model === 'mfaFactor') await lockGuard(db, userId, 'totp');
    // A code that is being used up meanwhile, or removed, holds this too.
    await lockGuard(db, userId, 'backup-code');
    await holdLastFactor(context, db, userId, id);
    await db.deleteMany({ model, where: equal({ id, userId }) });
    await endTask(db, userId, 'retire-lost');
    await record(db, userId, 'mfa.factor_removed', now, { factor: kind });
    await changed(ctx, db, session, now);
    return true;
  });
  // Removed before, and nobody kept who was told then.
  return isRemoved ? tellPerson(context, userId, 'factor-removed', now, { where: whereOf(ctx) }) : 'unknown';
}
