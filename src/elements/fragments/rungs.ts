import { ladder, type HostRung, type Rung } from '../../core/ladder.js';
import type { OnScreenState } from '../../core/machines/challenge.js';
import { isSafeUrl } from '../safe-url.js';

/** The ladder of a challenge. A linked sign-in whose address leads nowhere safe is no way. */
export function rungsOf({ challenge, offer }: OnScreenState, own: readonly HostRung[] | undefined): readonly Rung[] {
  const offers = challenge.offers.filter((one) => one.kind !== 'federated' || isSafeUrl(one.url));
  return ladder({ ...challenge, offers }, offer, own);
}
