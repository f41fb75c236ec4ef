import type { Challenge, Entry } from './challenge.js';
import type { Offer, OfferKind } from './factor.js';
import type { ChallengeState } from './machines/challenge.js';
import { offerOf, ordinaryOffers } from './offers.js';

/** The state that a challenge begins in. @param prefer the way to ask for first, if it is offered */
export function opened(entry: Entry, prefer?: OfferKind): ChallengeState {
  switch (entry.status) {
    case 'challenge': {
      const { challenge } = entry;
      const offer = firstOffer(challenge, prefer);
      return offer === undefined
        ? { status: 'elsewhere', entry: { status: 'blocked', why: 'no-usable-factor' } }
        : { status: 'asking', challenge, offer, trouble: null, news: null };
    }
    case 'signed-in':
      return entry;
    case 'sign-in-first':
      return { status: 'sign-in', why: 'none', codes: 'unsaid' };
    default:
      return { status: 'elsewhere', entry };
  }
}

/** What is asked for first: the way preferred, the one used last, the only one, or which; undefined where there is nothing. */
function firstOffer(challenge: Challenge, prefer: OfferKind | undefined): Offer | null | undefined {
  const preferred = prefer && offerOf(challenge, prefer);
  if (preferred) return preferred;
  const ordinary = ordinaryOffers(challenge);
  const used = ordinary.find((offer) => offer.lastUsed);
  if (used || ordinary.length > 1) return used ?? null;
  return ordinary[0] ?? offerOf(challenge, 'backup-code') ?? challenge.offers[0];
}
