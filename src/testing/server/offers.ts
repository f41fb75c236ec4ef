import { MINUTE, SECOND } from './clock.js';
import type { Schemas } from './schema.js';
import { CODE_FORMAT } from './secrets.js';
import { codesLeft, isAllowed, setInForce } from './standing.js';
import type { DeliveredFactor, World } from './world.js';

/** How long a sent code works, and after which time another may be asked for. */
export const DELIVERED_TTL = 10 * MINUTE;
export const RESEND_AFTER = 30 * SECOND;

type Way = Exclude<Schemas['Offer'], { kind: 'federated' }>;

/** The ways that this person has, strongest first. `owner`: the challenge or session that a code may have been sent for. */
function waysOf(world: World, owner: string): Way[] {
  const { factors } = world.account;
  const ways: Way[] = [];
  if (factors.some((factor) => 'credential' in factor)) ways.push({ kind: 'passkey' });
  if (factors.some(({ kind }) => kind === 'totp')) ways.push({ kind: 'totp' });
  for (const factor of factors) {
    if (factor.kind !== 'delivered-code') continue;
    const sent = delivery(world, factor, owner);
    ways.push({ kind: 'delivered-code', id: factor.id, channel: factor.channel, to: factor.to, ...(sent && { sent }) });
  }
  const set = setInForce(world);
  if (set && codesLeft(world) > 0) {
    const format = { ...CODE_FORMAT, groups: [...CODE_FORMAT.groups] };
    ways.push({ kind: 'backup-code', format, madeOn: set.made });
  }
  return ways.filter(({ kind }) => isAllowed(world, kind));
}

/** When the code that is good for this challenge or session was sent. */
export function delivery({ clock }: World, { sent }: DeliveredFactor, owner: string): Schemas['Delivery'] | null {
  const isLive = sent?.owner === owner && !sent.used && clock.now() < sent.at + DELIVERED_TTL;
  return isLive ? { sentAt: sent.at, resendAt: sent.at + RESEND_AFTER } : null;
}

/** What the challenge offers. */
export function offersOf(world: World, owner: string): Schemas['Offer'][] {
  const federated = isAllowed(world, 'federated') ? world.account.federated : [];
  const offers: Schemas['Offer'][] = [
    ...waysOf(world, owner),
    ...federated.map((one) => ({ kind: 'federated' as const, ...one })),
  ];
  return offers.map((offer) => (isLastUsed(world, offer) ? { ...offer, lastUsed: true } : offer));
}

/** Of several destinations, the one that was used last. */
function isLastUsed({ account }: World, offer: Schemas['Offer']): boolean {
  if (offer.kind !== account.lastUsed) return false;
  const used = account.factors
    .filter((factor) => factor.kind === offer.kind && factor.lastUsed !== null)
    .sort((a, b) => Number(b.lastUsed) - Number(a.lastUsed));
  return offer.kind !== 'delivered-code' || offer.id === (used[0]?.id ?? offer.id);
}

/**
 * What makes a session privileged. Codes of the help desk don't; the password does where the account has nothing better,
 * or the options say so.
 */
export function needOf(world: World, owner: string): Schemas['StepUpNeed'] {
  const { stepUp } = world.account;
  if (stepUp.how !== 'in-place') return { ...stepUp };
  const isTemporary = setInForce(world)?.temporary ?? false;
  const ways: Schemas['StepUpWay'][] = waysOf(world, owner).filter(
    ({ kind }) => kind !== 'backup-code' || !isTemporary,
  );
  if (stepUp.password || ways.length === 0) ways.push({ kind: 'password' });
  return { how: 'in-place', ways };
}
