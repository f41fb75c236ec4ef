import type { GenericEndpointContext } from 'better-auth';
import type { components } from '../../backends/rest/contract.js';
import { CODE_FORMAT, codesInForce } from './backup-code.js';
import { database, equal, latest } from './database.js';
import { standingDelivery } from './delivery.js';
import { destinationsOf, masked } from './destinations.js';
import { linkedOffers } from './linked/links.js';
import { settingsOf } from './options.js';
import { passkeysOf } from './passkey.js';
import { isOffered } from './policy.js';
import type { Asked, ChallengeRow, FactorRow } from './rows.js';

type Offer = components['schemas']['Offer'];
type OwnOffer = Exclude<Offer, { kind: 'federated' }>;

/** An offer, and when the person last got in by it. */
interface Way<O extends Offer = OwnOffer> {
  offer: O;
  lastUsedAt: Date | null;
  /** Whether it also proves, inside a session, who is there. What an agent read out doesn't. */
  provesAgain: boolean;
}

/** The ways that the person of a challenge has, strongest first; the one used last is marked. */
export async function offersFor(ctx: GenericEndpointContext, challenge: ChallengeRow, now: number): Promise<Offer[]> {
  const { context } = ctx;
  const linked =
    isOffered(settingsOf(context).policy, 'federated') && challenge.openedBy === 'password'
      ? await linkedOffers(context, await database(context), challenge.userId, now)
      : [];
  const ways: Pick<Way<Offer>, 'offer' | 'lastUsedAt'>[] = [...(await waysOf(ctx, challenge, now)), ...linked];
  const last = latest(ways.map(({ lastUsedAt }) => lastUsedAt))?.getTime();
  return ways.map(({ offer, lastUsedAt }) =>
    last !== undefined && lastUsedAt?.getTime() === last ? { ...offer, lastUsed: true } : offer,
  );
}

/** The ways by which the person of a session can prove it again, strongest first. */
export async function waysFor(ctx: GenericEndpointContext, stepUp: Asked, now: number): Promise<OwnOffer[]> {
  return (await waysOf(ctx, stepUp, now)).filter(({ provesAgain }) => provesAgain).map(({ offer }) => offer);
}

async function waysOf(ctx: GenericEndpointContext, asked: Asked, now: number): Promise<Way[]> {
  const { userId } = asked;
  const { policy } = settingsOf(ctx.context);
  const db = await database(ctx.context);
  const ways: Way[] = [];
  const add = (offer: OwnOffer, used: readonly (Date | null)[], provesAgain = true) =>
    ways.push({ offer, lastUsedAt: latest(used), provesAgain });
  const lastUses = (rows: readonly { lastUsedAt: Date | null }[]) => rows.map(({ lastUsedAt }) => lastUsedAt);

  const passkeys = await passkeysOf(db, userId);
  if (passkeys.length > 0) add({ kind: 'passkey' }, lastUses(passkeys));
  const apps = await db.findMany<FactorRow>({ model: 'mfaFactor', where: equal({ userId, kind: 'totp' }) });
  if (apps.length > 0) add({ kind: 'totp' }, lastUses(apps));
  for (const destination of await destinationsOf(ctx.context, db, userId)) {
    const { id, channel, lastUsedAt } = destination;
    const sent = await standingDelivery(db, asked, id, now);
    add({ kind: 'delivered-code', id, channel, to: masked(destination), ...(sent && { sent }) }, [lastUsedAt]);
  }
  const codes = await codesInForce(ctx.context, db, userId);
  if (codes && codes.left > 0)
    add({ kind: 'backup-code', format: CODE_FORMAT, madeOn: codes.made }, [codes.lastUsedAt], !codes.temporary);
  return ways.filter(({ offer }) => isOffered(policy, offer.kind));
}
