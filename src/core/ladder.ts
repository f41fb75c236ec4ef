import type { Challenge } from './challenge.js';
import type { Offer, OfferOf } from './factor.js';
import { isSameWay, offerOf, ordinaryOffers } from './offers.js';

/** A check of the app's own. It is labelled as the app's, stands before help, and never stands alone. */
export interface HostRung {
  readonly id: string;
  readonly title: string;
  readonly line: string;
  /** Where it leads: on this origin, or https. Without one, listen for `mfa-rung-chosen`. */
  readonly url?: string;
}

/** One way that is left to a person who lost a second factor. */
export type Rung =
  | { readonly kind: 'factor'; readonly offer: Offer }
  | { readonly kind: 'backup-code'; readonly offer: OfferOf<'backup-code'> }
  | { readonly kind: 'federated'; readonly offer: OfferOf<'federated'> }
  | { readonly kind: 'host'; readonly rung: HostRung }
  /** Always there, always last. */
  | { readonly kind: 'help' };

/**
 * The ways that are left, in the order in which they are to be tried: another factor, strongest first; one backup code; a
 * linked sign-in; the app's own check; the help team.
 * @param lost the way that was on screen when the person said that it is lost; null: the choice of one
 */
export function ladder(challenge: Challenge, lost: Offer | null, own: readonly HostRung[] = []): readonly Rung[] {
  const factors = ordinaryOffers(challenge).filter((offer) => !lost || !isSameWay(offer, lost));
  const codes = offerOf(challenge, 'backup-code');
  const linked = challenge.offers.filter((offer): offer is OfferOf<'federated'> => offer.kind === 'federated');
  const strong: Rung[] = [
    ...factors.map((offer): Rung => ({ kind: 'factor', offer })),
    ...(codes ? [{ kind: 'backup-code', offer: codes } as const] : []),
    ...linked.map((offer): Rung => ({ kind: 'federated', offer })),
  ];
  // Questions that a stranger may answer must not be the one way in.
  const checks = strong.length > 0 ? own.map((rung): Rung => ({ kind: 'host', rung })) : [];
  return [...strong, ...checks, { kind: 'help' }];
}

/** Where "I lost my second factor" leads: to the one way besides help, to help where there is none, else to the ladder. */
export function entrance(rungs: readonly Rung[]): OfferOf<'backup-code'> | 'help' | 'ladder' {
  const [first] = rungs;
  if (first?.kind === 'backup-code' && rungs.length === 2) return first.offer;
  return first?.kind === 'help' ? 'help' : 'ladder';
}
