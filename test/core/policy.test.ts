import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY, parsePolicy } from '../../src/core/policy.js';

describe('a policy', () => {
  it.each([[undefined], [null], ['yes'], [42], [[]], [{}], [{ colour: 'red' }]])(
    'is the strict default for %j',
    (value) => {
      expect(parsePolicy(value)).toEqual(DEFAULT_POLICY);
    },
  );

  it('takes what is well formed', () => {
    expect(parsePolicy({ lowAt: 5, hide: ['totp'], reveal: true })).toEqual({
      ...DEFAULT_POLICY,
      lowAt: 5,
      hide: ['totp'],
      reveal: true,
    });
  });

  it.each([
    ['lowAt', -1],
    ['lowAt', '3'],
    ['minFactors', 0],
    ['proof', 'none'],
    ['hide', ['everything']],
    ['hide', 'totp'],
    ['backupCodes', 'false'],
    ['postponeRepair', 1],
  ])('replaces a bad %s by its default', (key, value) => {
    expect(parsePolicy({ [key]: value })).toEqual(DEFAULT_POLICY);
  });

  it('never throws and never has another shape', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(Object.keys(parsePolicy(value)).sort()).toEqual(Object.keys(DEFAULT_POLICY).sort());
      }),
    );
  });
});
