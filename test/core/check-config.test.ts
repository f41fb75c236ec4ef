import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bitsOf, checkConfig } from '../../src/core/check-config.js';
import { DEFAULT_POLICY } from '../../src/core/policy.js';

/** What a server does about which nothing is to be said. */
const FINE = { policy: {}, notify: true, helpUrl: 'https://bank.example/help' };
const WEAK = { kind: 'grouped' as const, alphabet: '0123456789', groups: [4, 4] };
const STRONG = { kind: 'grouped' as const, alphabet: 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789', groups: [4, 4, 4] };
const formats = { weak: WEAK, strong: STRONG };

const rules = (given: unknown) => checkConfig(given, formats)?.map(({ level, rule }) => `${level} ${rule}`);
const around = (policy: object, more: object = {}) => rules({ ...FINE, policy, ...more });
const byEmail = { deliver: { email: true, accountEmail: false } };
const twoAsked = { minFactors: 2 };

describe('a clean configuration', () => {
  it.each<[string, unknown]>([
    ['an empty policy', {}],
    ['the strict default', DEFAULT_POLICY],
    ['options', FINE],
    [
      'two factors, and recovery forbidden',
      { ...FINE, policy: { selfRecovery: false, minFactors: 2 }, requireSecondFactor: true },
    ],
    ['a help desk', { ...FINE, assistance: { deadlineHours: 24, enrollmentPass: true } }],
    ['a sender that is a function', { ...FINE, deliver: { sms: () => Promise.resolve() } }],
  ])('is %s', (_, given) => {
    expect(rules(given)).toEqual([]);
  });
});

describe('a way back', () => {
  it.each<[string, string[] | undefined, string[]]>([
    ['nothing', around({ backupCodes: false }, { helpUrl: undefined }), ['error no-way-back']],
    ['hidden codes', around({ hide: ['backup-code'] }, { helpUrl: undefined }), ['error no-way-back']],
    ['a policy alone without codes', rules({ backupCodes: false }), ['error no-way-back']],
    ['a help page', around({ backupCodes: false }), []],
    ['a help desk', around({ backupCodes: false }, { helpUrl: undefined, assistance: {} }), []],
    ['a code by text', around({ backupCodes: false }, { helpUrl: undefined, deliver: { sms: true } }), []],
    ['a linked sign-in', around({ backupCodes: false }, { helpUrl: undefined, linked: {} }), []],
    [
      'a hidden linked sign-in',
      around({ backupCodes: false, hide: ['federated'] }, { helpUrl: undefined, linked: {} }),
      ['error no-way-back'],
    ],
    [
      'a second factor that is asked for',
      around({ backupCodes: false, ...twoAsked }, { helpUrl: undefined, requireSecondFactor: true }),
      [],
    ],
    [
      'a second factor that nobody is asked for',
      around({ backupCodes: false, ...twoAsked }, { helpUrl: undefined }),
      ['error no-way-back', 'warning factors-not-asked'],
    ],
    [
      'a second factor that codes stand for',
      around(
        { hide: ['backup-code'], ...twoAsked, codesCount: true },
        { helpUrl: undefined, requireSecondFactor: true },
      ),
      ['error no-way-back'],
    ],
    ['nothing, forbidden', around({ selfRecovery: false }, { helpUrl: undefined }), ['warning one-factor-no-recovery']],
  ])('by %s', (_, found, expected) => {
    expect(found).toEqual(expected);
  });
});

describe('a code by e-mail', () => {
  it.each<[string, string[] | undefined, string[]]>([
    ['is not to be the only way back', around({ backupCodes: false }, byEmail), ['error email-only-way-back']],
    ['may stand beside backup codes', around({}, byEmail), []],
    [
      'may stand beside a code by text',
      around({ backupCodes: false }, { deliver: { ...byEmail.deliver, sms: true } }),
      [],
    ],
    ['is none where it is hidden', around({ backupCodes: false, hide: ['delivered-code'] }, byEmail), []],
    ['is not to be the only factor', around({ hide: ['totp', 'passkey'] }, byEmail), ['error email-only-factor']],
    ['may be a factor beside apps', around({ hide: ['passkey'] }, byEmail), []],
    ['is better not sent to the own mailbox', around({}, { deliver: { email: true } }), ['warning own-mailbox']],
  ])('%s', (_, found, expected) => {
    expect(found).toEqual(expected);
  });
});

describe('a rule of its own', () => {
  it.each<[string, string[] | undefined, string[]]>([
    ['shown again', rules({ reveal: true }), ['error reveal']],
    ['no factor at all', around({ hide: ['totp', 'passkey'] }), ['error nothing-offered']],
    ['a deadline of two days', around({}, { assistance: { deadlineHours: 48 } }), ['error long-deadline']],
    ['no deadline', around({}, { assistance: { deadlineHours: 0 } }), ['error long-deadline']],
    ['a deadline that is no number', around({}, { assistance: { deadlineHours: '48' } }), ['error bad-value']],
    ['no pass', around({}, { assistance: { enrollmentPass: false } }), ['error no-enrollment-pass']],
    ['weak codes alone', around({}, { codeFormat: WEAK }), ['warning weak-codes']],
    ['weak codes of a server', around({}, { backend: 'weak' }), ['warning weak-codes']],
    ['strong codes of a server', around({}, { backend: 'strong' }), []],
    ['a server that nobody knows', around({}, { backend: 'other' }), ['error bad-value']],
    ['a format that is none', around({}, { codeFormat: { kind: 'grouped', groups: 'many' } }), ['error bad-value']],
    ['weak codes beside codes by text', around({}, { codeFormat: WEAK, deliver: { sms: true } }), []],
    ['weak codes beside a second factor', around(twoAsked, { codeFormat: WEAK, requireSecondFactor: true }), []],
    ['nobody told', around({}, { notify: undefined }), ['warning nobody-is-told']],
    ['a misspelled key', rules({ ...DEFAULT_POLICY, backupCode: false }), ['warning unknown-key']],
    ['a misspelled option', rules({ ...FINE, notifies: true }), ['warning unknown-key']],
    ['a value that is none', around({ lowAt: '3' }), ['error bad-value']],
    ['a policy that is none', rules({ ...FINE, policy: 'strict' }), ['error bad-value']],
  ])('finds %s', (_, found, expected) => {
    expect(found).toEqual(expected);
  });
});

describe('the bits of a code', () => {
  it.each([
    [STRONG, 60],
    [{ kind: 'grouped' as const, alphabet: 'aabb', groups: [8] }, 8],
    [{ kind: 'opaque' as const, alphabet: 'ab', groups: [8] }, null],
    [{ kind: 'grouped' as const, groups: [8] }, null],
  ])('of %j are %s', (format, bits) => {
    expect(bitsOf(format)).toBe(bits);
  });
});

describe('whatever it is given', () => {
  it.each([[null], [undefined], ['strict'], [3], [[]]])('%j is no configuration', (given) => {
    expect(checkConfig(given)).toBeNull();
  });

  it('it throws nothing, and each finding says everything', () => {
    const config = fc.record(
      {
        ...{ policy: fc.anything(), deliver: fc.anything(), assistance: fc.anything() },
        ...{ backend: fc.anything(), codeFormat: fc.record({ kind: fc.anything(), groups: fc.anything() }) },
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(config, (given) => {
        const findings = checkConfig(given, formats) ?? [];
        return findings.every(({ what, why, mend }) => [what, why, mend].every((text) => /^\S.*\.$/s.test(text)));
      }),
    );
  });
});
