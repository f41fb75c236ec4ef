import { describe, expect, it } from 'vitest';
import type { CodesTrouble } from '../../src/core/codes-state.js';
import type { StepUpTrouble } from '../../src/core/machines/step-up.js';
import type { StepUpKind } from '../../src/core/step-up.js';
import { promptWords } from '../../src/elements/fragments/codes-line.js';
import { fill } from '../../src/i18n/catalogue.js';
import { describeCodes } from '../../src/i18n/describe-codes.js';
import { describeStepUp } from '../../src/i18n/describe-step-up.js';
import { backupCodes } from '../../src/i18n/messages/backup-codes.js';

const SETTING = { service: 'Fjord Bank', shape: 'XXXX-XXXX-XXXX', time: () => '10:00' };
const EVERY_PROBLEM: readonly StepUpTrouble[] = [
  { code: 'typed', is: 'empty' },
  { code: 'not-proved' },
  { code: 'wrong-code' },
  { code: 'used-code' },
  { code: 'delivered-code-expired' },
  { code: 'passkey-refused' },
  { code: 'too-many-attempts', blocks: 'all', retryAt: 'unknown' },
  { code: 'step-up-required', need: { how: 'sign-in-again' } },
  { code: 'not-allowed', reason: 'policy' },
  { code: 'superseded' },
  { code: 'offline' },
  { code: 'unreachable' },
  { code: 'outcome-unknown' },
  { code: 'server' },
  { code: 'bad-response' },
  { code: 'misconfigured', developer: 'Nobody reads this.' },
];

describe('what is said of a password', () => {
  it.each<[StepUpTrouble, string]>([
    [{ code: 'typed', is: 'empty' }, 'Type your password.'],
    [{ code: 'wrong-code' }, "That password didn't work. Check each letter and number."],
    [{ code: 'offline' }, "You're offline. Your password was not sent."],
    [
      { code: 'too-many-attempts', blocks: 'all', retryAt: 1 },
      'Too many tries. You can use your password again at 10:00.',
    ],
    [{ code: 'unreachable' }, "We can't reach Fjord Bank right now. Try again in a moment."],
  ])('%j reads “%s”', (trouble, words) => {
    expect(describeStepUp(trouble, { ...SETTING, way: 'password' })).toBe(words);
  });

  it('speaks of no code, whatever goes wrong', () => {
    const words = EVERY_PROBLEM.filter(({ code }) => !['used-code', 'delivered-code-expired'].includes(code)).map(
      (one) => describeStepUp(one, { ...SETTING, way: 'password' }),
    );
    expect(words.filter((text) => /\bcode\b/i.test(text))).toEqual([]);
  });
});

describe('what is said of a proof', () => {
  it.each<[StepUpKind, StepUpTrouble, RegExp]>([
    ['backup-code', { code: 'not-proved' }, /may be used up.*refused, use the next one/],
    ['totp', { code: 'not-proved' }, /newest code from your app/],
    ['backup-code', { code: 'typed', is: 'incomplete' }, /look like XXXX-XXXX-XXXX/],
    ['totp', { code: 'wrong-code' }, /Wait for a new code in your app/],
    ['passkey', { code: 'passkey-refused' }, /That passkey didn't work/],
  ])('%s, %j: %s', (way, trouble, words) => {
    expect(describeStepUp(trouble, { ...SETTING, way })).toMatch(words);
  });

  it('never claims that the person is not in: they are', () => {
    const ways = ['passkey', 'totp', 'delivered-code', 'backup-code', 'password', null] as const;
    const words = ways.flatMap((way) => EVERY_PROBLEM.map((one) => describeStepUp(one, { ...SETTING, way })));
    expect(words.filter((text) => /not in yet|Nobody reads/.test(text))).toEqual([]);
    expect(words.every((text) => text.length > 10)).toBe(true);
  });
});

describe('what is said of backup codes', () => {
  it.each<[CodesTrouble, string]>([
    [{ code: 'missing', what: 'tick' }, 'Tick the box first, so we know you have them.'],
    [{ code: 'missing', what: 'saving' }, 'Print, download or copy them first.'],
    [{ code: 'missing', what: 'acceptance' }, 'Tick the box first.'],
    [{ code: 'typed', is: 'not-listed' }, "That code isn't on this list. Check each letter and number."],
    [{ code: 'typed', is: 'many' }, "That's more than one code. Leave just one."],
    [
      { code: 'too-many-attempts', blocks: [], retryAt: 1 },
      'You made many new codes in a short time. You can make more at 10:00.',
    ],
    [{ code: 'too-many-attempts', blocks: 'all', retryAt: 1 }, 'Too many tries. You can use this page again at 10:00.'],
    [{ code: 'not-allowed', reason: 'last-factor' }, 'This is your last way. Add another one first.'],
    [{ code: 'offline' }, "You're offline. Nothing was changed."],
  ])('%j reads “%s”', (trouble, words) => {
    expect(describeCodes(trouble, SETTING)).toBe(words);
  });

  it('counts in words that fit', () => {
    const low = { because: 'low', mayWait: true } as const;
    expect([promptWords(low, 1), promptWords(low, 3), promptWords(low, 'unknown')]).toEqual([
      '1 backup code left. Make new ones.',
      '3 backup codes left. Make new ones.',
      'You have few backup codes left. Make new ones.',
    ]);
    expect([1, 10].map((count) => fill(backupCodes().done, { count }))).toEqual([
      '1 backup code is on',
      '10 backup codes are on',
    ]);
  });
});
