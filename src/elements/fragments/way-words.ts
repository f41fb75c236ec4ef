import type { Offer } from '../../core/factor.js';
import { ways as words } from '../../i18n/messages/ways.js';

/** A way in a list: its name, and one line. */
export function rowWords(offer: Offer): readonly [title: string, line: string] {
  if (offer.kind === 'delivered-code') {
    return [
      words.rows[offer.channel][0],
      offer.to === 'unknown' ? words.sendNow : `${words.rows[offer.channel][1]} ${offer.to}.`,
    ];
  }
  return offer.kind === 'passkey' ? words.rows.passkey : words.rows.totp;
}
