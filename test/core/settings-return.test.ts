import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '../../src/core/policy.js';
import type { HeldFactor, Place, SettingsGround } from '../../src/core/settings.js';
import { isTheirs, placeOf, readPlace, writePlace } from '../../src/core/settings-return.js';
import type { SettingsState } from '../../src/core/settings-state.js';

const MINUTE = 60_000;
const NOW = 1_800_000_000_000;
const factor: HeldFactor = {
  id: 'key',
  kind: 'security-key',
  name: 'Blue key',
  opens: 'second-step',
  added: 1,
  lastUsed: 'unknown',
  synced: 'unknown',
  canRename: true,
  removal: 'alone',
};
const ground: SettingsGround = {
  factors: [factor],
  complete: true,
  codes: null,
  policy: DEFAULT_POLICY,
  may: { rename: true, turnOffCodes: true, endOthers: true },
  adds: ['totp'],
  activity: null,
  occasion: null,
  dismissed: false,
};
const proof = { need: { how: 'sign-in-again' }, until: null, ground } as const;

describe('where a person comes back to who proved it on another page', () => {
  it.each<[string, SettingsState, Place | null]>([
    ['the removal', { status: 'proving', act: { what: 'remove', factor }, ...proof }, { ask: 'remove', id: 'key' }],
    [
      'the name as it was typed',
      { status: 'proving', act: { what: 'rename', factor, name: 'Red' }, ...proof },
      { ask: 'rename', id: 'key', name: 'Red' },
    ],
    ['nothing but the page', { status: 'proving', act: { what: 'end-others' }, ...proof }, null],
    ['what they were adding', { status: 'adding', kind: 'passkey', ground }, { open: 'passkey' }],
    ['the codes, with none made', { status: 'codes', step: 'make', ground }, { open: 'codes' }],
    ['nothing, from a page that is read anyway', { status: 'activity', ground }, null],
  ])('is %s', (_, state, place) => {
    expect(placeOf(state)).toEqual(place);
  });

  it.each<[string, Place]>([
    ['a screen', { open: 'security-key' }],
    ['a removal', { ask: 'remove', id: 'key' }],
    ['a name', { ask: 'rename', id: 'key', name: '"Red"' }],
  ])('is read as it was written: %s', (_, place) => {
    expect(readPlace(writePlace(place, ground, NOW), NOW + 14 * MINUTE)).toMatchObject(place);
  });

  it('is forgotten after a quarter of an hour', () => {
    expect(readPlace(writePlace({ open: 'totp' }, ground, NOW), NOW + 15 * MINUTE)).toBeNull();
  });

  it('belongs to who left, and to nobody else', () => {
    const kept = readPlace(writePlace({ open: 'totp' }, ground, NOW), NOW);
    const other = { ...ground, factors: [{ ...factor, id: 'other' }] };
    expect([isTheirs(kept ?? {}, ground), isTheirs(kept ?? {}, other), isTheirs({}, other)]).toEqual([
      true,
      false,
      true,
    ]);
  });

  const until = NOW + MINUTE;
  const of = '["key"]';
  it.each<[string, string | null]>([
    ['nothing', null],
    ['no JSON', '{'],
    ['nobody', JSON.stringify({ place: { open: 'totp' }, until })],
    ['null', 'null'],
    ['a list', '[]'],
    ['no place', JSON.stringify({ of, until })],
    ['no end', JSON.stringify({ place: { open: 'totp' } })],
    ['an end that is too far', JSON.stringify({ place: { open: 'totp' }, of, until: NOW + 60 * MINUTE })],
    ['another screen', JSON.stringify({ place: { open: 'constructor' }, of, until })],
    ['a question without a factor', JSON.stringify({ place: { ask: 'remove' }, of, until })],
    ['a name that is none', JSON.stringify({ place: { ask: 'rename', id: 'key', name: 1 }, of, until })],
    ['another question', JSON.stringify({ place: { ask: 'sell', id: 'key' }, of, until })],
  ])('is nowhere where somebody wrote %s', (_, kept) => {
    expect(readPlace(kept, NOW)).toBeNull();
  });
});
