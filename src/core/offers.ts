import type { Challenge, Entry } from './challenge.js';
import type { Offer, OfferKind, OfferOf } from './factor.js';

/** Strongest first. What is not named here is no ordinary way: backup codes are behind the link, linked sign-ins on the ladder. */
const ORDINARY: readonly OfferKind[] = ['passkey', 'totp', 'delivered-code'];

/** The ways that a person meets without having lost anything, strongest first, the server's order among equals. */
export const ordinaryOffers = ({ offers }: Challenge): Offer[] =>
  ORDINARY.flatMap((kind) => offers.filter((offer) => offer.kind === kind));

/** The offer of a kind; the first, where there are several. */
export const offerOf = <K extends OfferKind>({ offers }: Challenge, kind: K): OfferOf<K> | undefined =>
  offers.find((offer): offer is OfferOf<K> => offer.kind === kind);

/** Whether two offers are the same way, whatever else the server says of it by now. */
export const isSameWay = (a: Offer | null, b: Offer | null): boolean => wayOf(a) === wayOf(b);

const wayOf = (offer: Offer | null): string => (offer ? offer.kind + ('id' in offer ? offer.id : '') : '');

/** Leaves out the ways that this browser can't do: a way that leads nowhere is no way. */
export function usable(entry: Entry, supports: (kind: OfferKind) => boolean = () => true): Entry {
  if (entry.status !== 'challenge') return entry;
  const { challenge } = entry;
  return { ...entry, challenge: { ...challenge, offers: challenge.offers.filter(({ kind }) => supports(kind)) } };
}
