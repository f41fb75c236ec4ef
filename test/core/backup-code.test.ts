import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAppCode } from '../../src/core/app-code.js';
import { codeShape, parseBackupCode, type CodeFormat } from '../../src/core/backup-code.js';

const REST: CodeFormat = {
  kind: 'grouped',
  alphabet: 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789',
  case: 'upper',
  groups: [4, 4, 4],
  separator: '-',
};
const KRATOS: CodeFormat = {
  kind: 'grouped',
  alphabet: 'abcdefghijklmnopqrstuvwxyz0123456789',
  case: 'lower',
  groups: [8],
  separator: '',
};
const BETTER_AUTH: CodeFormat = {
  kind: 'grouped',
  alphabet: 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789',
  case: 'exact',
  groups: [5, 5],
  separator: '-',
};
const OPAQUE: CodeFormat = { kind: 'opaque' };

const code = 'CK7Q-M9XA-4TPB';

describe('a typed backup code', () => {
  it.each([
    ['as it is', code],
    ['with blanks around it', `  ${code}\n`],
    ['in small letters', code.toLowerCase()],
    ['without dashes', 'CK7QM9XA4TPB'],
    ['with blanks for dashes', 'CK7Q M9XA 4TPB'],
    ['with blanks around the dashes', 'CK7Q - M9XA - 4TPB'],
    ['with en dashes', 'CK7Q–M9XA–4TPB'],
    ['with minus signs', 'CK7Q−M9XA−4TPB'],
    ['with underscores', 'CK7Q_M9XA_4TPB'],
    ['with a list number and a stop', `3. ${code}`],
    ['with a list number and a bracket', `10) ${code}`],
    ['with a list number and a blank', `4 ${code}`],
    ['with a tick box', `☐ ${code}`],
    ['with no-break blanks', `\u00a0CK7Q\u00a0M9XA\u00a04TPB`],
    ['with zero-width blanks', `CK7Q\u200bM9XA\ufeff4TPB`],
    ['broken over two lines', 'CK7Q-M9XA-\n4TPB'],
    ['in full-width letters and digits', 'ＣＫ７Ｑ－Ｍ９ＸＡ－４ＴＰＢ'],
    ['in quotes', `“${code}”`],
    ['between marks of direction, as a page from right to left has it', `\u2067\u061c${code}\u200f\u2069`],
    ['embedded and turned back', `\u202a${code}\u202c`],
    ['with signs of style and joiners', 'CK7Q\ufe0f-M9XA\u2060-\u200d4TPB\u034f'],
    ['with soft hyphens where a line was broken', 'CK7Q\u00ad-M9\u00adXA-4TPB'],
    ['in bold letters of mathematics', '𝐂𝐊𝟕𝐐-𝐌𝟗𝐗𝐀-𝟒𝐓𝐏𝐁'],
    ['with digits of another script', 'CK٧Q-M٩XA-٤TPB'],
  ])('is read %s', (_, typed) => {
    expect(parseBackupCode(typed, REST)).toEqual({ is: 'code', code });
  });

  it.each([
    ['nothing', '', { is: 'empty' }],
    ['only blanks', ' \n\u200b ', { is: 'empty' }],
    ['six digits', '482913', { is: 'app-code', code: '482913' }],
    ['six digits with a blank', '482 913', { is: 'app-code', code: '482913' }],
    ['a list', `1. ${code}\n2. DDDD-EEEE-FFFF`, { is: 'many' }],
    ['a list in one line', `${code} DDDD-EEEE-FFFF`, { is: 'many' }],
    ['a list whose line breaks the field has dropped', `1. ${code}2. DDDD-EEEE-FFFF3. GGGG`, { is: 'many' }],
    ['a list with commas', `${code},DDDD-EEEE-FFFF`, { is: 'many' }],
    ['too little', 'CK7Q-M9XA', { is: 'incomplete' }],
    ['a character too many', `${code}C`, { is: 'incomplete' }],
    ['a character that is in no code', 'CK7Q-M9XA-4TP0', { is: 'incomplete' }],
    ['other words', 'I lost it', { is: 'incomplete' }],
    ['Cyrillic look-alikes', 'СК7Q-М9ХА-4ТРВ', { is: 'incomplete' }],
    ['one Greek look-alike', 'CK7Q-M9XΑ-4TPB', { is: 'incomplete' }],
    ['the letter O for a zero that is in no code', 'CK7Q-M9XA-4TPO', { is: 'incomplete' }],
    ['letters with marks', 'CK7Q-M9XÁ-4TPB', { is: 'incomplete' }],
    ['text that is turned', '\u202eBPT4-AX9M-Q7KC', { is: 'code', code: 'BPT4-AX9M-Q7KC' }],
  ])('is not read from %s', (_, typed, expected) => {
    expect(parseBackupCode(typed, REST)).toEqual(expected);
  });

  it('keeps capital and small letters apart where the server does', () => {
    expect(parseBackupCode('aBcDe-fGhIj', BETTER_AUTH)).toEqual({ is: 'code', code: 'aBcDe-fGhIj' });
    expect(parseBackupCode('abcde-fghij', BETTER_AUTH)).toEqual({ is: 'code', code: 'abcde-fghij' });
  });

  it('gets its dash back where the dash is part of the code', () => {
    expect(parseBackupCode(' aBcDefGhIj ', BETTER_AUTH)).toEqual({ is: 'code', code: 'aBcDe-fGhIj' });
  });

  it.each(['tr', 'az', 'lt'])('is folded alike whatever the language, as in %s', (language) => {
    // Where a language folds otherwise, that would be another code.
    expect('Iiiiiiii'.toLocaleLowerCase('tr')).toBe('ıiiiiiii');
    expect(parseBackupCode('IIIIiiii', KRATOS)).toEqual({ is: 'code', code: 'iiiiiiii' });
    expect(parseBackupCode('IIIIiiii'.toLocaleLowerCase(language), KRATOS).is).toBe(
      language === 'lt' ? 'code' : 'incomplete',
    );
    expect(parseBackupCode('İİİİiiii', KRATOS)).toEqual({ is: 'incomplete' });
  });

  it('is never turned into another code by look-alikes', () => {
    expect(parseBackupCode('O0O0O0O0', KRATOS)).toEqual({ is: 'code', code: 'o0o0o0o0' });
  });

  it('takes six digits for a code where codes have six characters', () => {
    expect(parseBackupCode('482913', { ...KRATOS, groups: [6] })).toEqual({ is: 'code', code: '482913' });
  });

  it('is only trimmed where nothing is known of it', () => {
    expect(parseBackupCode('  aB-9 x ', OPAQUE)).toEqual({ is: 'code', code: 'aB-9 x' });
    expect(parseBackupCode('aB-9\ncD-8', OPAQUE)).toEqual({ is: 'many' });
  });

  const dirt = fc.constantFrom(' ', '  ', '-', '–', '\u00a0', '\u200b', '\t');
  it.each([
    ['REST', REST],
    ['Kratos', KRATOS],
    ['Better Auth', BETTER_AUTH],
  ])(
    'survives any dirt between its characters (%s)',
    (_, format) => {
      const size = (format.groups ?? []).reduce((a, b) => a + b, 0);
      const characters = fc.array(fc.constantFrom(...(format.alphabet ?? '')), { minLength: size, maxLength: size });
      fc.assert(
        fc.property(characters, fc.array(fc.option(dirt), { minLength: size, maxLength: size }), (letters, noise) => {
          const dirty = letters.map((c, i) => c + (noise[i] ?? '')).join('');
          const clean = parseBackupCode(letters.join(''), format);
          // A list number and a code can read alike only where blanks are typed inside the code: the whole code wins.
          expect(parseBackupCode(dirty, format)).toEqual(clean);
          expect(clean.is === 'code' && clean.code.replaceAll('-', '')).toBe(letters.join(''));
        }),
        { numRuns: 10_000 },
      );
    },
    60_000,
  );

  it('has an answer for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(['code', 'empty', 'app-code', 'many', 'incomplete']).toContain(parseBackupCode(text, REST).is);
      }),
    );
  });
});

describe('a typed app code', () => {
  it.each([
    ['plain', '482913'],
    ['with a blank', ' 482 913 '],
    ['with a dash', '482-913'],
    ['in full-width digits', '４８２９１３'],
    ['in Arabic digits', '٤٨٢٩١٣'],
    ['in Devanagari digits', '४८२९१३'],
    ['in digits of several scripts', '4٨२９१3'],
    ['between marks of direction', '\u061c\u2066482913\u2069\u200e'],
    ['with signs that nobody sees', '48\ufe0f29\u034f13\u200b'],
  ])('is read %s', (_, typed) => {
    expect(parseAppCode(typed)).toEqual({ is: 'code', code: '482913' });
  });

  it.each([
    ['nothing', '', 'empty'],
    ['five digits', '48291', 'incomplete'],
    ['seven digits', '4829130', 'incomplete'],
    ['letters', '48291a', 'incomplete'],
    ['a letter for a digit', '48291O', 'incomplete'],
    ['a Roman number', 'Ⅳ8291３', 'incomplete'],
    ['a sign for a number', '48291五', 'incomplete'],
  ])('is not read from %s', (_, typed, is) => {
    expect(parseAppCode(typed)).toEqual({ is });
  });
});

describe('the shape of a code', () => {
  it.each([
    [REST, 'XXXX-XXXX-XXXX'],
    [KRATOS, 'xxxxxxxx'],
    [BETTER_AUTH, 'xxxxx-xxxxx'],
    [OPAQUE, ''],
  ])('is written with an x for each character', (format, shape) => {
    expect(codeShape(format)).toBe(shape);
  });
});
