import { describe, expect, it } from 'vitest';
import { NO_CODES, type CodeSetStatus } from '../../src/core/code-set.js';
import { DEFAULT_POLICY } from '../../src/core/policy.js';
import {
  addable,
  bannerOf,
  canShow,
  effectOf,
  progressOf,
  viewOf,
  waysOf,
  type HeldFactor,
  type SettingsGround,
} from '../../src/core/settings.js';

const app: HeldFactor = {
  id: 'app',
  kind: 'totp',
  name: 'Phone',
  opens: 'second-step',
  added: 1,
  lastUsed: 'unknown',
  synced: 'unknown',
  canRename: true,
  removal: 'blocked',
};
const key: HeldFactor = { ...app, id: 'key', kind: 'security-key', removal: 'alone' };
const address: HeldFactor = { ...app, id: 'address', kind: 'delivered-code', removal: 'not-here' };
const whole: HeldFactor = { ...key, id: 'whole', kind: 'passkey', opens: 'whole-sign-in' };

const codes = (left: CodeSetStatus['left'], state: CodeSetStatus['state'] = 'on'): CodeSetStatus => ({
  ...{ state, left, of: 10, made: 1, lastUsed: 'unknown', temporary: false },
});

const ground = (more: Partial<SettingsGround> = {}): SettingsGround => ({
  factors: [app, key],
  complete: true,
  codes: codes(10),
  policy: DEFAULT_POLICY,
  may: { rename: true, turnOffCodes: true, endOthers: true },
  adds: [],
  activity: null,
  occasion: null,
  dismissed: false,
  ...more,
});
const policy = (more: Partial<SettingsGround['policy']>) => ({ ...DEFAULT_POLICY, ...more });

describe('the banner of the account page', () => {
  it.each<[string, Partial<SettingsGround>, string | null]>([
    ['two ways and enough codes', {}, null],
    ['one way', { factors: [app] }, 'one-way'],
    ['one way besides the account’s own address', { factors: [app, address] }, 'one-way'],
    ['one way besides a passkey that is a whole sign-in', { factors: [app, whole] }, 'one-way'],
    ['one way, in a list that is not whole', { factors: [app], complete: false }, null],
    ['one way, where codes count as another', { factors: [app], policy: policy({ codesCount: true }) }, null],
    [
      'one way, where codes that are used up would count',
      { factors: [app], codes: null, policy: policy({ codesCount: true }) },
      'one-way',
    ],
    ['nothing at all', { factors: [], codes: NO_CODES }, null],
    ['few codes', { codes: codes(3) }, 'low'],
    ['few codes and one way', { factors: [app], codes: codes(3) }, 'low'],
    ['no code left', { factors: [app], codes: codes(0, 'used-up') }, 'none-left'],
    ['codes that were made and not saved', { factors: [app], codes: codes(0, 'staged') }, 'unfinished'],
    ['no codes ever', { codes: NO_CODES }, null],
    ['codes that nobody counts', { codes: codes('unknown', 'unknown') }, null],
    ['no codes here, by policy', { codes: null }, null],
    ['a factor just removed', { occasion: 'factor-removed' }, 'factor-removed'],
    ['a factor just removed, and no codes that could be old', { occasion: 'factor-removed', codes: NO_CODES }, null],
    ['few codes, put off', { codes: codes(3), dismissed: true }, null],
    ['one way, put off', { factors: [app], dismissed: true }, null],
    [
      'one way of two that everyone has to have, which can’t be put off',
      { factors: [app], dismissed: true, policy: policy({ minFactors: 2 }) },
      'one-way',
    ],
    [
      'no code left, which can’t be put off',
      { codes: codes(0, 'used-up'), dismissed: true, policy: policy({ postponeRepair: false }) },
      'none-left',
    ],
  ])('with %s', (_, more, because) => {
    expect(bannerOf(ground(more))?.because ?? null).toBe(because);
  });
});

describe('progress to what everyone has to have', () => {
  it.each<[string, Partial<SettingsGround>, string | null]>([
    ['one of one', { factors: [app] }, null],
    ['one of two', { factors: [app], policy: policy({ minFactors: 2 }) }, '1/2'],
    ['one of two, with codes that do not count', { factors: [app], policy: policy({ minFactors: 2 }) }, '1/2'],
    ['one and codes that count', { factors: [app], policy: policy({ minFactors: 2, codesCount: true }) }, null],
    ['two of two', { policy: policy({ minFactors: 2 }) }, null],
    ['a list that is not whole', { factors: [app], complete: false, policy: policy({ minFactors: 2 }) }, null],
    ['nothing, where nobody has to have any', { factors: [] }, null],
    ['nothing of two', { factors: [], policy: policy({ minFactors: 2 }) }, '0/2'],
  ])('with %s', (_, more, told) => {
    const progress = progressOf(ground(more));
    expect(progress && `${String(progress.done)}/${String(progress.of)}`).toBe(told);
  });

  it('is counted by nobody where the list is not whole', () => {
    expect(waysOf(ground({ complete: false }))).toBeNull();
  });
});

describe('what removing does', () => {
  it.each<[string, HeldFactor, Partial<SettingsGround>, string]>([
    ['one of two', key, {}, 'alone'],
    ['all of them at once', { ...app, removal: 'all-second-factors' }, {}, 'all-second-factors'],
    ['the last one', app, { factors: [app, address] }, 'last'],
    ['one that the policy wants', app, { factors: [app, { ...key, removal: 'blocked' }] }, 'needed'],
    ['what goes with the account', address, {}, 'not-here'],
  ])('with %s', (_, factor, more, effect) => {
    expect(effectOf(factor, ground(more))).toBe(effect);
  });
});

describe('what can be added', () => {
  const means = {
    app: 'atomic',
    keys: [
      { kind: 'passkey', opens: 'whole-sign-in' },
      { kind: 'security-key', opens: 'second-step' },
    ],
  } as const;
  const all = { keys: true, device: true };

  it.each([
    ['everything, the quickest first', means, all, [], ['passkey', 'totp', 'security-key']],
    ['no passkey on a device that can’t', means, { keys: true, device: false }, [], ['totp', 'security-key']],
    ['an app alone in a browser without keys', means, { keys: false, device: false }, [], ['totp']],
    ['no app where the server knows none', { ...means, app: null }, all, [], ['passkey', 'security-key']],
    ['nothing that the policy hides', means, all, ['totp', 'passkey'], []],
  ] as const)('is %s', (_, given, abilities, hide, kinds) => {
    expect(addable(given, abilities, { hide })).toEqual(kinds);
  });
});

describe('a view', () => {
  it.each([
    ['app', 'totp'],
    ['passkey', 'passkey'],
    ['security-key', 'security-key'],
    ['codes', 'codes'],
    ['activity', 'activity'],
    ['constructor', null],
    ['', null],
    [null, null],
  ])('by the name %j is %j', (name, view) => {
    expect(viewOf(name)).toBe(view);
  });

  it('can be opened only where there is what it shows', () => {
    const some = ground({ adds: ['totp'], activity: null, codes: null });
    expect((['totp', 'passkey', 'codes', 'activity'] as const).map((view) => canShow(view, some))).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});
