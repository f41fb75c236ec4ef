import { describe, expect, it } from 'vitest';
import type { Words } from '../../src/i18n/catalogue.js';
import { categoriesOf, faultsOf, type Same } from './check-locale.js';

const ENGLISH: Record<string, Words> = {
  screen: {
    title: 'Type the 6-digit code',
    text: 'Signing in to {service}',
    left: { one: 'You have one code', other: 'You have {count} codes' },
    passkey: 'Passkey',
  },
};
const GERMAN = {
  title: 'Code mit 6 Ziffern eingeben',
  text: 'Anmeldung bei {service}',
  left: { one: 'Sie haben einen Code', other: 'Sie haben {count} Codes' },
  passkey: 'Passkey',
};
const SAME: Same = { sentences: ['screen.passkey'], words: [] };

const faults = (change: object, tag = 'de', same = SAME): string[] =>
  faultsOf(tag, ENGLISH, { screen: { ...GERMAN, ...change } }, same);

describe('the check of a locale', () => {
  it('has nothing to say of one that is whole', () => {
    expect(faults({})).toEqual([]);
  });

  it.each([
    ['a missing sentence', { title: undefined }, 'screen.title: is no text'],
    ['an unknown name', { more: 'Mehr' }, 'screen.more: English has no such name'],
    ['an empty sentence', { title: ' ' }, 'screen.title: is empty'],
    ['a sentence left in English', { text: 'Signing in to {service}' }, 'screen.text: is left in English'],
    ['an English word', { text: 'Sign in bei {service}' }, 'screen.text: has an English word: “Sign in”'],
    ['a slot by another name', { text: 'Anmeldung bei {dienst}' }, 'screen.text: has the slots {dienst}'],
    ['a slot too few', { text: 'Anmeldung' }, 'screen.text: has the slots {}'],
    ['a missing plural form', { left: { one: 'Ein Code' } }, 'screen.left: lacks the plural form “other”'],
    [
      'a foreign plural form',
      { left: { ...GERMAN.left, few: '{count} Codes' } },
      'screen.left: has the plural form “few”',
    ],
    ['no plural forms', { left: '{count} Codes' }, 'screen.left: has no plural forms'],
    [
      'a form for many without its count',
      { left: { one: 'Ein Code', other: 'Codes' } },
      'screen.left.other: has the slots {}',
    ],
    ['another number', { title: 'Code mit 8 Ziffern' }, 'screen.title: has other numbers'],
    ['HTML', { title: 'Code mit <b>6</b> Ziffern' }, 'screen.title: has HTML'],
    ['a straight quote', { title: '"6" Ziffern' }, 'screen.title: has a straight double quote'],
    ['a straight apostrophe', { title: "6 Ziffern, geht's" }, 'screen.title: has a straight apostrophe'],
    ['three dots', { title: '6 Ziffern...' }, 'screen.title: has three dots'],
    ['jargon', { title: '6 Ziffern für MFA' }, 'screen.title: has jargon'],
    ['a mark of direction', { title: '\u200f6 Ziffern' }, 'screen.title: has a mark of direction'],
    ['a lone brace', { title: '6 Ziffern {' }, 'screen.title: has a brace'],
  ])('finds %s', (_, change, fault) => {
    expect(faults(change).join('\n')).toContain(fault);
  });

  it('finds a whole screen that is missing', () => {
    expect(faultsOf('de', ENGLISH, {}, { sentences: [], words: [] })).toEqual(['screen: is missing']);
  });

  it('finds what is said to be alike and is not', () => {
    expect(faults({ passkey: 'Hauptschlüssel' })).toEqual(['screen.passkey: stands among what is alike, and is not']);
  });

  it('finds a Latin word in a language with letters of its own', () => {
    const own = { title: '6 цифр', text: 'Login {service}', left: { one: '{count}', few: '{count}', many: '{count}' } };
    expect(faults(own, 'uk', { ...SAME, words: ['Passkey'] })).toEqual([
      'screen.text: has the word “Login” in Latin letters',
    ]);
  });

  it('asks for the count where a form stands for several numbers', () => {
    const left = { one: 'Один код', few: '{count} коди', many: '{count} кодів' };
    expect(faults({ left }, 'uk', { ...SAME, words: ['Passkey'] }).join()).toContain(
      'screen.left.one: has the slots {}',
    );
  });

  it.each([
    ['de', 'one other'],
    ['pl', 'few many one'],
    ['cs', 'few one other'],
    ['uk', 'few many one'],
    ['ar', 'few many one other two'],
    ['he', 'one other two'],
    ['ja', 'other'],
    ['fr', 'one other'],
  ])('knows the plural forms of %s', (tag, forms) => {
    expect([...categoriesOf(tag).keys()].sort().join(' ')).toBe(forms);
  });
});
