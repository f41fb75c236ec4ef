import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentText, fileName, maskedAccount, type DocumentFacts } from '../../src/core/codes-document.js';
import { documentOf } from '../../src/i18n/codes-document.js';
import { MADE, SET } from '../support/codes.js';

const FACTS: DocumentFacts = {
  service: 'Fjord Bank',
  domain: 'bank.example',
  settings: '/account/security',
  account: 'ada@example.com',
  made: MADE,
  set: SET.id,
  codes: SET.codes,
};
const textOf = (facts: Partial<DocumentFacts> = {}): string =>
  documentText(documentOf({ ...FACTS, ...facts }, 'en-GB'));

describe('the document', () => {
  it('says whose codes these are, of when, and how they are used and replaced', () => {
    expect(textOf().split('\n')).toEqual([
      'Fjord Bank backup codes',
      'bank.example',
      'a•••@example.com',
      'made 22 November 2026 (2026-11-22)',
      'set set-2',
      '',
      ...SET.codes,
      '',
      'Each works once. Cross it out.',
      'New set: bank.example/account/security',
      'We never ask for these by phone, email or chat.',
      '',
    ]);
  });

  it('leaves out what nobody told', () => {
    expect(documentOf({ ...FACTS, account: null }, 'en').about).toHaveLength(3);
  });

  it('holds every code alone on its line, exact and in order, whatever codes look like', () => {
    const code = fc.stringMatching(/^[!-~]{1,24}$/);
    fc.assert(
      fc.property(fc.uniqueArray(code, { minLength: 1, maxLength: 16 }), (codes) => {
        const lines = textOf({ codes }).split('\n');
        expect(lines.slice(6, 6 + codes.length)).toEqual(codes);
      }),
    );
  });

  it('never holds the whole name of an account', () => {
    expect(textOf()).not.toContain('ada');
  });
});

describe('an account on paper', () => {
  it.each([
    ['ada@example.com', 'a•••@example.com'],
    ['a•••@example.com', 'a•••@example.com'],
    ['a**@example.com', 'a**@example.com'],
    ['+47 900 00 042', '+•••'],
    ['ada.lovelace', 'a•••'],
    [' ada@example.com ', 'a•••@example.com'],
    ['@ada', '@•••'],
  ])('%s is %s', (account, masked) => {
    expect(maskedAccount(account)).toBe(masked);
  });
});

describe('the name of the file', () => {
  it.each([
    ['Fjord Bank', 'fjord-bank-backup-codes-2026-11-22.txt'],
    ['bank.example', 'bank-example-backup-codes-2026-11-22.txt'],
    ['../../etc/passwd', 'etc-passwd-backup-codes-2026-11-22.txt'],
    ['Sparebank Østfold', 'sparebank-østfold-backup-codes-2026-11-22.txt'],
    ['***', 'backup-codes-2026-11-22.txt'],
  ])('of %s is %s', (service, name) => {
    expect(fileName(service, MADE)).toBe(name);
  });
});
