import type { GenericEndpointContext } from 'better-auth';
import type { components } from '../../backends/rest/contract.js';
import { CODE_FORMAT, codesAtHand } from './backup-code.js';
import { database, equal, latest } from './database.js';
import { standingDelivery } from './delivery.js';
import { destinationsOf, masked } from './destinations.js';
import { settingsOf } from './options.js';
import { passkeysOf } from './passkey.js';
import { isOffered } from './policy.js';
import type { ChallengeRow, FactorRow } from './rows.js';

type Offer = components['schemas']['Offer'];

/** An offer, and when the person last got in by it. */
interface Way {
  offer: Offer;
  lastUsedAt: Date | null;
}

/** The ways that the person of a challenge has, strongest first; the one used last is marked. */
export async function offersFor(ctx: GenericEndpointContext, challenge: ChallengeRow, now: number): Promise<Offer[]> {
  const { policy } = settingsOf(ctx.context);
  const ways = (await waysOf(ctx, challenge, now)).filter(({ offer }) => isOffered(policy, offer.kind));
  const last = latest(ways.map(({ lastUsedAt }) => lastUsedAt))?.getTime();
  return ways.map(({ offer, lastUsedAt }) =>
    last !== undefined && lastUsedAt?.getTime() === last ? { ...offer, lastUsed: true } : offer,
  );
}

async function waysOf(ctx: GenericEndpointContext, challenge: ChallengeRow, now: number): Promise<Way[]> {
  const { userId } = challenge;
  const db = await database(ctx.context);
  const ways: Way[] = [];
  const add = (offer: Offer, used: readonly (Date | null)[]) => ways.push({ offer, lastUsedAt: latest(used) });
  const lastUses = (rows: readonly { lastUsedAt: Date | null }[]) => rows.map(({ lastUsedAt }) => lastUsedAt);

  const passkeys = await passkeysOf(db, userId);
  if (passkeys.length > 0) add({ kind: 'passkey' }, lastUses(passkeys));
  const apps = await db.findMany<FactorRow>({ model: 'mfaFactor', where: equal({ userId, kind: 'totp' }) });
  if (apps.length > 0) add({ kind: 'totp' }, lastUses(apps));
  for (const destination of await destinationsOf(ctx.context, db, userId)) {
    const { id, channel, lastUsedAt } = destination;
    const sent = await standingDelivery(db, challenge, id, now);
    add({ kind: 'delivered-code', id, channel, to: masked(destination), ...(sent && { sent }) }, [lastUsedAt]);
  }
  const codes = await codesAtHand(db, userId);
  if (codes) add({ kind: 'backup-code', format: CODE_FORMAT, madeOn: codes.madeOn }, [codes.lastUsedAt]);
  return ways;
}
