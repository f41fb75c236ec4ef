import { describe, expect, it } from 'vitest';
import { settingsMachine, type SettingsEvent } from '../../src/core/machines/settings.js';
import { DEFAULT_POLICY } from '../../src/core/policy.js';
import type { HeldFactor, SettingsGround } from '../../src/core/settings.js';
import type { SettingsState } from '../../src/core/settings-state.js';

const key: HeldFactor = {
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
const app: HeldFactor = { ...key, id: 'app', kind: 'totp', name: 'unknown' };
const ground: SettingsGround = {
  factors: [app, key],
  complete: true,
  codes: null,
  policy: DEFAULT_POLICY,
  may: { rename: true, turnOffCodes: true, endOthers: true },
  adds: ['totp'],
  activity: [],
  occasion: null,
  dismissed: true,
};
const REMOVE = { what: 'remove', factor: key } as const;
const RENAME = { what: 'rename', factor: key, name: 'Red key' } as const;
const LOADED: SettingsEvent = { type: 'loaded', ground, place: null };
const PROOF: SettingsEvent = { type: 'proof-needed', need: { how: 'sign-in-again' }, until: null };
const toRemoval: readonly SettingsEvent[] = [LOADED, { type: 'asked', what: 'remove', id: 'key' }];
const toRenaming: readonly SettingsEvent[] = [LOADED, { type: 'asked', what: 'rename', id: 'key' }];
const removing: readonly SettingsEvent[] = [...toRemoval, { type: 'started', act: REMOVE }];
const renaming: readonly SettingsEvent[] = [...toRenaming, { type: 'started', act: RENAME }];
const ending: readonly SettingsEvent[] = [LOADED, { type: 'started', act: { what: 'end-others' } }];

const after = (...events: readonly SettingsEvent[]): SettingsState =>
  events.reduce<SettingsState>(settingsMachine, { status: 'loading' });
const show = (state: SettingsState) => ({
  status: state.status,
  ...('trouble' in state && state.trouble && { trouble: state.trouble.code }),
  ...('news' in state && state.news && { news: state.news.what }),
});

describe('the account page', () => {
  it.each<[string, readonly SettingsEvent[], object]>([
    ['is read first', [], { status: 'loading' }],
    ['shows what there is', [LOADED], { status: 'overview' }],
    ['says that it could not be read', [{ type: 'load-failed', problem: { code: 'server' } }], { status: 'failed' }],
    ['opens the view that the page asked for', [{ ...LOADED, place: { open: 'totp' } }], { status: 'adding' }],
    ['opens no view that there is not', [{ ...LOADED, place: { open: 'passkey' } }], { status: 'overview' }],
    [
      'opens no codes where the policy rules them out',
      [{ ...LOADED, place: { open: 'codes' } }],
      { status: 'overview' },
    ],
    ['is back at a removal', [{ ...LOADED, place: { ask: 'remove', id: 'key' } }], { status: 'removal' }],
    ['is back at a name', [{ ...LOADED, place: { ask: 'rename', id: 'key', name: 'Re' } }], { status: 'renaming' }],
    ['is back at nothing that went', [{ ...LOADED, place: { ask: 'remove', id: 'x' } }], { status: 'overview' }],
    [
      'is at the page where somebody else came back',
      [{ ...LOADED, place: { ask: 'remove', id: 'key', of: '[]' } }],
      { status: 'overview' },
    ],
    [
      'leaves a question about what is gone',
      [...toRemoval, { type: 'refreshed', ground: { ...ground, factors: [app] } }],
      { status: 'overview' },
    ],
    ['opens no codes by a click either', [LOADED, { type: 'codes', step: 'make' }], { status: 'overview' }],
    ['asks before it removes', toRemoval, { status: 'removal' }],
    ['asks of nothing that is not there', [LOADED, { type: 'asked', what: 'remove', id: 'x' }], { status: 'overview' }],
    ['asks for another name', toRenaming, { status: 'renaming' }],
    ['removes', [...removing, { type: 'removed', notified: [] }], { status: 'overview', news: 'removed' }],
    ['renames', [...renaming, { type: 'renamed' }], { status: 'overview', news: 'renamed' }],
    [
      'signs out elsewhere',
      [...ending, { type: 'ended', ended: 1, trustedDevices: 'kept' }],
      { status: 'overview', news: 'signed-out' },
    ],
    ['takes no answer to another act', [...ending, { type: 'removed', notified: [] }], { status: 'working' }],
    ['takes no answer that comes too late', [LOADED, { type: 'removed', notified: [] }], { status: 'overview' }],
    [
      'says why nothing was removed, where it was asked',
      [...removing, { type: 'refused', problem: { code: 'not-allowed', reason: 'last-factor' } }],
      { status: 'removal', trouble: 'not-allowed' },
    ],
    [
      'says what a name lacks',
      [...toRenaming, { type: 'hindered', trouble: { code: 'no-name' } }],
      { status: 'renaming', trouble: 'no-name' },
    ],
    ['has a request end before it goes back', [...removing, { type: 'back' }], { status: 'working' }],
    ['goes back from the question', [...toRemoval, { type: 'back' }], { status: 'overview' }],
    ['asks for a proof', [...removing, PROOF], { status: 'proving' }],
    ['goes back from the proof to the question', [...removing, PROOF, { type: 'back' }], { status: 'removal' }],
    [
      'waits for another click after the proof',
      [...removing, PROOF, { type: 'proved' }],
      { status: 'removal', news: 'proved' },
    ],
    [
      'takes the answer that came with the password',
      [...removing, PROOF, { type: 'removed', notified: 'unknown' }],
      { status: 'overview', news: 'removed' },
    ],
    ['opens another view from what there is', [LOADED, { type: 'opened', view: 'activity' }], { status: 'activity' }],
    [
      'opens none while something is under way',
      [...removing, { type: 'opened', view: 'activity' }],
      { status: 'working' },
    ],
    ['ends with the session', [...removing, { type: 'signed-out' }], { status: 'sign-in' }],
    ['begins again', [...removing, { type: 'loading' }], { status: 'loading' }],
  ])('%s', (_, events, shown) => {
    expect(show(after(...events))).toEqual(shown);
  });

  it('has the typed name again after the proof', () => {
    expect(after(...renaming, PROOF, { type: 'proved' })).toMatchObject({ status: 'renaming', name: 'Red key' });
  });

  it('begins with an empty field where nobody says the name', () => {
    expect(after(LOADED, { type: 'asked', what: 'rename', id: 'app' })).toMatchObject({ name: '' });
  });

  it('shows the new name at once, and the removed one no longer', () => {
    const names = (state: SettingsState) => ('ground' in state ? state.ground.factors.map(({ name }) => name) : []);
    expect([
      names(after(...renaming, { type: 'renamed' })),
      names(after(...removing, { type: 'removed', notified: [] })),
    ]).toEqual([['unknown', 'Red key'], ['unknown']]);
  });

  it('suggests new codes after a removal, whatever was put off before', () => {
    expect(after(...removing, { type: 'removed', notified: [] })).toMatchObject({
      ground: { occasion: 'factor-removed', dismissed: false },
    });
  });
});
