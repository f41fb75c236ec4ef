import { describe, expect, it } from 'vitest';
import type { StepUpNeed, StepUpWay } from '../../src/core/factor.js';
import { isSameStepUpWay, isShort, readProof, stepUpWays } from '../../src/core/step-up.js';
import { BACKUP, EMAIL, PASSKEY, SMS, TOTP } from '../support/challenge.js';

const PASSWORD: StepUpWay = { kind: 'password' };
const inPlace = (...ways: StepUpWay[]) => ({ how: 'in-place', ways }) satisfies StepUpNeed;

describe('the ways to confirm it’s you', () => {
  it('stand strongest first, the server’s order among equals', () => {
    expect(stepUpWays(inPlace(PASSWORD, BACKUP, SMS, TOTP, EMAIL, PASSKEY))).toEqual([
      PASSKEY,
      TOTP,
      SMS,
      EMAIL,
      BACKUP,
      PASSWORD,
    ]);
  });

  it('leave out what this browser can’t do', () => {
    expect(stepUpWays(inPlace(PASSKEY, TOTP), { supports: (kind) => kind !== 'passkey' })).toEqual([TOTP]);
  });

  it.each<[{ hide?: readonly 'totp'[]; backupCodes?: boolean }, readonly StepUpWay[]]>([
    [{ hide: ['totp'] }, [BACKUP, PASSWORD]],
    [{ backupCodes: false }, [TOTP, PASSWORD]],
    [{}, [TOTP, BACKUP, PASSWORD]],
  ])('leave out what the policy %j hides', (policy, ways) => {
    const whole = { hide: [], backupCodes: true, ...policy };
    expect(stepUpWays(inPlace(TOTP, BACKUP, PASSWORD), { policy: whole })).toEqual(ways);
  });

  it('are the password where it goes with the call', () => {
    expect(stepUpWays({ how: 'with-call', ways: ['password'] })).toEqual([PASSWORD]);
  });

  it.each<[StepUpWay, StepUpWay, boolean]>([
    [TOTP, { ...TOTP, lastUsed: true }, true],
    [TOTP, PASSKEY, false],
    [EMAIL, { ...EMAIL, sent: { sentAt: 1, resendAt: 2 } }, true],
    [EMAIL, SMS, false],
  ])('%j and %j are the same: %s', (a, b, same) => {
    expect(isSameStepUpWay(a, b)).toBe(same);
  });
});

describe('a typed proof', () => {
  it.each<[Exclude<StepUpWay, { kind: 'passkey' }>, string, object]>([
    [TOTP, ' 482 913 ', { kind: 'totp', code: '482913' }],
    [TOTP, '48291', { is: 'incomplete' }],
    [TOTP, '', { is: 'empty' }],
    [EMAIL, '482913', { kind: 'delivered-code', id: 'email-1', code: '482913' }],
    [BACKUP, 'ck7q m9xa 4tpb', { kind: 'backup-code', code: 'CK7Q-M9XA-4TPB' }],
    [BACKUP, '482913', { is: 'app-code', code: '482913' }],
    [{ kind: 'password' }, ' correct horse ', { kind: 'password', password: ' correct horse ' }],
    [{ kind: 'password' }, '', { is: 'empty' }],
  ])('for %j: “%s” is %j', (way, raw, read) => {
    expect(readProof(way, raw)).toEqual(read);
  });
});

describe('privileged time', () => {
  const MINUTE = 60_000;
  it.each<[number | null | 'unknown', boolean]>([
    [null, true],
    [9 * MINUTE, true],
    [10 * MINUTE - 1, true],
    [10 * MINUTE, false],
    [11 * MINUTE, false],
    ['unknown', false],
  ])('until %s is too short: %s', (until, short) => {
    const now = 1_700_000_000_000;
    expect(isShort(typeof until === 'number' ? now + until : until, now)).toBe(short);
  });
});
