import type { Message, Words } from '../../src/i18n/catalogue.js';

/** What a locale may have as English has it, and why nobody need look at it again. */
export interface Same {
  /** Sentences that read alike in both languages, by their path. */
  readonly sentences: readonly string[];
  /** Words in Latin letters that a language with other letters writes too. */
  readonly words: readonly string[];
}

type Tree = Readonly<Record<string, Words>>;

/** Every whole number that the elements may count; what is none has a sentence of its own. */
const NUMBERS = Array.from({ length: 1000 }, (_, index) => index + 1);

/** Which numbers a plural category stands for, from 1 to 1000: those without any are not asked for. */
export function categoriesOf(tag: string): ReadonlyMap<string, readonly number[]> {
  const rules = new Intl.PluralRules(tag);
  const found = new Map<string, number[]>();
  for (const number of NUMBERS) {
    const category = rules.select(number);
    found.set(category, [...(found.get(category) ?? []), number]);
  }
  return found;
}

const isPlural = (value: Message | Words): value is Record<string, string> =>
  typeof value === 'object' && 'other' in value && typeof value['other'] === 'string';

const slotsOf = (text: string): string[] => [...text.matchAll(/{(\w+)}/g)].map(([, name]) => name ?? '').sort();

const FORBIDDEN: readonly (readonly [RegExp, string])[] = [
  [/<|>|&\w+;/, 'HTML'],
  [/"/, 'a straight double quote'],
  [/'/, 'a straight apostrophe'],
  [/\.\.\./, 'three dots instead of …'],
  [/^\s|\s$| {2}/, 'a blank too many'],
  [/[\u200E\u200F\u202A-\u202E\u2066-\u2069]/, 'a mark of direction: the slots get theirs by themselves'],
  [/\b(MFA|2FA|TOTP|HOTP|OTP|AAL|WebAuthn|FIDO2?|credentials?)\b/i, 'jargon'],
  [/\{(?!\w+\})|(?<!\{\w+)\}/, 'a brace that is no slot'],
];

/** Words that hardly any other language has. */
const ENGLISH = /(?<!\p{L})(the|your|you|please|this|which|again|yourself|sign in|don’t)(?!\p{L})/iu;

const SCRIPTS_OF_THEIR_OWN = ['uk', 'ar', 'he', 'fa', 'hi', 'th', 'ja', 'ko', 'zh-Hans', 'zh-Hant'];

const digitsOf = (text: string): string =>
  [...text.matchAll(/\p{Nd}+/gu)]
    .map(([run]) => [...run].map((digit) => digitValue(digit)).join(''))
    .sort()
    .join();

/** Decimal digits stand in blocks of ten, from the zero of their script on. */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return code - zero;
}

/** All that is wrong with a locale, one line each, by the path of the sentence. */
export function faultsOf(tag: string, english: Tree, own: Tree, same: Same): string[] {
  const categories = categoriesOf(tag);
  const faults: string[] = [];
  const alike = new Set<string>();

  const sentence = (path: string, source: string, text: unknown, mayLackCount = false): void => {
    const tell = (fault: string): void => void faults.push(`${path}: ${fault}`);
    if (typeof text !== 'string') return tell('is no text');
    if (text.trim() === '') return tell('is empty');
    const wanted = slotsOf(source);
    const found = slotsOf(text);
    const fits = found.join() === wanted.join() || (mayLackCount && found.join() === without(wanted, 'count').join());
    if (!fits) tell(`has the slots {${found.join('} {')}}, English has {${wanted.join('} {')}}`);
    for (const [pattern, name] of FORBIDDEN) if (pattern.test(text)) tell(`has ${name}`);
    const bare = text.replaceAll(/{\w+}/g, '');
    if (!mayLackCount && digitsOf(bare) !== digitsOf(source.replaceAll(/{\w+}/g, '')))
      tell('has other numbers than English');
    if (text === source && /\p{L}/u.test(bare)) {
      if (same.sentences.includes(path)) alike.add(path);
      else tell(`is left in English: “${text}”`);
    } else if (ENGLISH.test(bare)) tell(`has an English word: “${ENGLISH.exec(bare)?.[0] ?? ''}”`);
    if (!SCRIPTS_OF_THEIR_OWN.includes(tag)) return;
    for (const [word] of bare.matchAll(/[A-Za-z]{2,}/g))
      if (!same.words.includes(word)) tell(`has the word “${word}” in Latin letters`);
  };

  const plural = (path: string, source: Record<string, string>, forms: unknown): void => {
    if (typeof forms !== 'object' || forms === null) return void faults.push(`${path}: has no plural forms`);
    const texts = new Map(Object.entries(forms));
    for (const category of categories.keys())
      if (!texts.has(category)) faults.push(`${path}: lacks the plural form “${category}”`);
    for (const [category, text] of texts) {
      const numbers = categories.get(category);
      if (!numbers) faults.push(`${path}: has the plural form “${category}”, which the language has not`);
      else sentence(`${path}.${category}`, source['other'] ?? '', text, numbers.length === 1);
    }
  };

  const walk = (path: string, source: Words, tree: unknown): void => {
    if (typeof tree !== 'object' || tree === null) return void faults.push(`${path}: is missing`);
    const values = new Map<string, unknown>(Object.entries(tree));
    for (const name of values.keys()) if (!(name in source)) faults.push(`${path}.${name}: English has no such name`);
    for (const [name, value] of Object.entries(source)) {
      const at = path === '' ? name : `${path}.${name}`;
      if (!values.has(name)) faults.push(`${at}: is missing`);
      else if (typeof value === 'string') sentence(at, value, values.get(name));
      else if (isPlural(value)) plural(at, value, values.get(name));
      else walk(at, value, values.get(name));
    }
  };

  walk('', english, own);
  for (const path of same.sentences)
    if (!alike.has(path)) faults.push(`${path}: stands among what is alike, and is not`);
  return faults;
}

const without = (names: readonly string[], name: string): string[] => names.filter((one) => one !== name);
