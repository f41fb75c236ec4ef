import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import { describe, expect, it } from 'vitest';
import type { Message, Words } from '../../src/i18n/catalogue.js';
import { english } from './english.js';

/** As a twelve-year-old reads: the school grade of the United States that a message asks for, at most. */
const GRADE = 7;
/** A label or a button of a few words has no grade: the formula is made for sentences. */
const WORDS = 8;

/** Words of the trade, and those that a person in need would stumble over. "Second factor" is the product's own. */
const BANNED =
  /\b(2FA|MFA|OTP|TOTP|AAL\d?|WebAuthn|FIDO2?|authenticat(e|es|ed|ion)|credentials?|tokens?|enroll(ment|ed)?|verification|invalid|assertion|recovery codes?|urgent(ly)?|expedite)\b/i;

function textsOf(value: Message | Words, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries<Message | Words>(value as Words).flatMap(([name, inner]) => textsOf(inner, `${path}.${name}`));
}

const texts = Object.entries(english).flatMap(([name, words]) => textsOf(words, name));

const wordsOf = (text: string): string[] =>
  text.replaceAll(/{\w+}/g, 'this').match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];

function gradeOf(text: string): number {
  const words = wordsOf(text);
  const sentence = Math.max(1, text.match(/[.!?…:](?=\s|$)/g)?.length ?? 0);
  return fleschKincaid({
    sentence,
    word: words.length,
    syllable: words.reduce((sum, word) => sum + syllable(word), 0),
  });
}

describe('English', () => {
  it('asks for no more than seven years of school', () => {
    const sentences = texts.filter(([, text]) => wordsOf(text).length >= WORDS);
    expect(sentences.length).toBeGreaterThan(200);
    const hard = sentences.map(([path, text]) => [path, gradeOf(text), text] as const);
    expect(hard.filter(([, grade]) => grade > GRADE)).toEqual([]);
  });

  it('would be seen to ask for more', () => {
    const text = 'Authentication necessitates additional verification procedures before continuing.';
    expect(gradeOf(text)).toBeGreaterThan(GRADE);
  });

  it('has no word of the trade, and none that presses', () => {
    expect(texts.filter(([, text]) => BANNED.test(text))).toEqual([]);
  });

  it.each(['Your TOTP is invalid', 'Urgent?', 'Recovery codes'])('would be seen to say %j', (text) => {
    expect(BANNED.test(text)).toBe(true);
  });
});
