import type { Known, Offer } from '../../core/factor.js';
import { fill } from '../../i18n/catalogue.js';
import { ways as words } from '../../i18n/messages/ways.js';

/** A way in a list: its name, and one line. */
export function rowWords(offer: Offer): { readonly title: string; readonly line: string } {
  const { rows, sendNow } = words();
  if (offer.kind !== 'delivered-code') return offer.kind === 'passkey' ? rows.passkey : rows.totp;
  const { title, line } = rows[offer.channel];
  return { title, line: toWhere(offer.to, sendNow, line) };
}

/** A sentence with the masked address, or the one without where nobody tells it. */
export const toWhere = <Sentence extends `${string}{address}${string}`>(
  to: Known<string>,
  without: string,
  sentence: Sentence,
): string => (to === 'unknown' ? without : fill<`${string}{address}${string}`>(sentence, { address: to }));
