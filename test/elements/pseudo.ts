import type { Message, Words } from '../../src/i18n/catalogue.js';
import { activity } from '../../src/i18n/messages/activity.js';
import { after } from '../../src/i18n/messages/after.js';
import { backupCode } from '../../src/i18n/messages/backup-code.js';
import { backupCodes } from '../../src/i18n/messages/backup-codes.js';
import { challenge } from '../../src/i18n/messages/challenge.js';
import { common } from '../../src/i18n/messages/common.js';
import { ends } from '../../src/i18n/messages/ends.js';
import { keyTroubles } from '../../src/i18n/messages/key-troubles.js';
import { lostFactor } from '../../src/i18n/messages/lost-factor.js';
import { notice } from '../../src/i18n/messages/notice.js';
import { passkeyEnrollment } from '../../src/i18n/messages/passkey-enrollment.js';
import { repair } from '../../src/i18n/messages/repair.js';
import { reset } from '../../src/i18n/messages/reset.js';
import { settings } from '../../src/i18n/messages/settings.js';
import { shared } from '../../src/i18n/messages/shared.js';
import { signIn } from '../../src/i18n/messages/sign-in.js';
import { stepUp } from '../../src/i18n/messages/step-up.js';
import { support } from '../../src/i18n/messages/support.js';
import { totp } from '../../src/i18n/messages/totp.js';
import { troubles } from '../../src/i18n/messages/troubles.js';
import { ways } from '../../src/i18n/messages/ways.js';
import type { SomeWords } from '../../src/words.js';

const ENGLISH = {
  ...{ activity, after, backupCode, backupCodes, challenge, common, ends, keyTroubles, lostFactor, notice },
  ...{ passkeyEnrollment, repair, reset, settings, shared, signIn, stepUp, support, totp, troubles, ways },
};

const ACCENTED: Readonly<Record<string, string>> = { a: 'á', e: 'ê', i: 'ï', o: 'ø', u: 'ü', n: 'ñ', s: 'š', c: 'ç' };

/** A sentence that can be read and is no English: accents, two fifths longer, and marks at both ends. The slots stay. */
function strange(sentence: string): string {
  const text = sentence.replaceAll(/{\w+}|[a-z]/g, (found) => ACCENTED[found] ?? found);
  return `⟦${text}${' ~~~~'.repeat(Math.ceil((sentence.length * 0.4) / 5))}⟧`;
}

const change = (value: Message | Words): Message | Words =>
  typeof value === 'string'
    ? strange(value)
    : Object.fromEntries(Object.entries<Message | Words>(value as Words).map(([name, inner]) => [name, change(inner)]));

/** A language that nobody speaks, for finding what is not translated. */
export const pseudo: SomeWords = Object.fromEntries(
  Object.entries(ENGLISH).map(([name, words]) => [name, change(words() as Words)]),
);

/** What a person or a server wrote, which is in no language of ours. */
const DATA = '[translate=no], code, bdi, time, [dir=auto], input, ul[data-part=list] li, dd';

/** What an element says besides the words of the pseudo-language. */
export function leftIn(box: Element, data: readonly string[]): string[] {
  const copy = box.cloneNode(true) as Element;
  for (const one of copy.querySelectorAll(DATA))
    if (one.localName === 'code' || !one.textContent.includes('⟦')) one.remove();
  const said = [
    copy.textContent,
    ...[...copy.querySelectorAll('[aria-label], [title], [alt]')].flatMap((one) =>
      ['aria-label', 'title', 'alt'].map((name) => one.getAttribute(name) ?? ''),
    ),
  ];
  return said.flatMap((text) => {
    let rest = text;
    for (let before = ''; before !== rest;) {
      before = rest;
      rest = rest.replaceAll(/⟦[^⟦⟧]*⟧/g, ' ');
    }
    for (const one of data) rest = rest.replaceAll(one, ' ');
    return rest.match(/\p{L}{2,}[^\n]*/gu) ?? [];
  });
}
