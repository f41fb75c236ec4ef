import { describe, expect, it } from 'vitest';
import { readFactorName } from '../../src/core/factor-name.js';
import {
  acceptedKeys,
  addedSince,
  groundFor,
  obstacleTo,
  type KeyAbilities,
  type KeyGround,
  type KeyKind,
} from '../../src/core/passkey-enrollment.js';

describe('what stands in the way', () => {
  const able: KeyAbilities = { supported: true, allowed: true, deviceCan: true };

  it.each<[KeyKind, Partial<KeyAbilities>, string | null]>([
    ['passkey', {}, null],
    ['passkey', { supported: false, allowed: false, deviceCan: false }, 'browser'],
    ['passkey', { allowed: false, deviceCan: false }, 'frame'],
    ['passkey', { deviceCan: false }, 'device'],
    ['security-key', { deviceCan: false }, null],
    ['security-key', { allowed: false }, 'frame'],
  ])('of a %s with %j is %s', (kind, abilities, obstacle) => {
    expect(obstacleTo(kind, { ...able, ...abilities })).toBe(obstacle);
  });
});

describe('what is set up', () => {
  const passkey: KeyGround = { kind: 'passkey', opens: 'whole-sign-in', naming: 'none' };
  const key: KeyGround = { kind: 'security-key', opens: 'second-step', naming: 'required' };

  it.each<[readonly KeyGround[], KeyKind, KeyGround | undefined]>([
    [[key, passkey], 'passkey', passkey],
    [[key, passkey], 'security-key', key],
    [[passkey], 'security-key', passkey],
    [[], 'passkey', undefined],
  ])('of %j for %s is %j', (kinds, kind, ground) => {
    expect(groundFor(kinds, kind)).toBe(ground);
  });
});

describe('a factor that was added', () => {
  const factor = (id: string, kind = 'passkey') => ({ id, kind, name: 'unknown' }) as const;

  it.each<[string, readonly string[], string | undefined]>([
    ['is the one that was not there', ['a', 'b'], 'b'],
    ['is none where all were', ['a'], undefined],
  ])('%s', (_, now, found) => {
    expect(
      addedSince(
        [factor('a')],
        now.map((id) => factor(id)),
        'passkey',
      )?.id,
    ).toBe(found);
  });

  it('is none of another kind', () => {
    expect(addedSince([], [factor('app', 'totp'), factor('key', 'security-key')], 'passkey')).toBe(undefined);
  });
});

describe('the keys that the account takes', () => {
  const listed = (...kinds: readonly string[]) => kinds.map((kind, at) => ({ id: String(at), kind, name: 'x' }));

  it.each<[string, readonly string[], readonly string[], readonly string[] | null]>([
    ['all that the server lists', ['old'], ['totp', 'passkey', 'security-key'], ['old', 'new']],
    ['the first', [], ['passkey'], ['new']],
    ['not told where the server lists more', [], ['passkey', 'passkey'], null],
    ['not told where the server lists fewer', ['old'], ['passkey'], null],
    ['not told where the server lists none', [], [], null],
    ['each once', ['new'], ['passkey'], ['new']],
  ])('are %s', (_, excluded, kinds, accepted) => {
    expect(acceptedKeys(excluded, 'new', listed(...kinds))).toEqual(accepted);
  });
});

describe('a name', () => {
  it.each<[string, object]>([
    [' My laptop ', { name: 'My laptop' }],
    ['x'.repeat(64), { name: 'x'.repeat(64) }],
    ['x'.repeat(65), { code: 'invalid-name' }],
    ['two\nlines', { code: 'invalid-name' }],
    ['\u0000', { code: 'invalid-name' }],
    ['  ', { code: 'no-name' }],
    ['<b>bold</b>', { name: '<b>bold</b>' }],
  ])('typed as %j is %j', (raw, name) => {
    expect(readFactorName(raw)).toEqual(name);
  });
});
