import { describe, expect, it } from 'vitest';
import { begun, repairMachine, type RepairEvent } from '../../src/core/machines/repair.js';
import {
  isSurelyLost,
  mayLeave,
  mayLeaveCodes,
  openTasks,
  progress,
  waysDone,
  type Because,
  type RepairState,
} from '../../src/core/repair-state.js';
import type { Means, OldFactor } from '../../src/core/repair.js';

const REST: Means = {
  app: 'atomic',
  keys: [{ kind: 'passkey', opens: 'second-step' }],
  codes: true,
  removal: true,
  sessions: true,
};
const GAP: Means = { ...REST, app: 'gap' };
const TOLD = { todo: [], codesLeft: 5, mayPostpone: true } as const;
const OLD: OldFactor = { id: 'old', kind: 'totp', name: 'Old phone', removal: 'alone' };

const added: RepairEvent = { type: 'added', kind: 'passkey', name: 'Laptop', todo: [], notified: ['a•••@example.com'] };
const chosen = (kind: 'passkey' | 'totp'): RepairEvent => ({ type: 'chosen', kind });
const codesOn: RepairEvent = { type: 'codes-on', left: 10 };
const found = (...old: OldFactor[]): RepairEvent => ({ type: 'found', old, replaced: [], problem: null });
const retired: RepairEvent = { type: 'retired', factors: [OLD], notified: 'unknown' };
const ended: RepairEvent = { type: 'ended', problem: null };

const start = (told: Partial<typeof TOLD> | object = {}, means = REST, because: Because = 'code'): RepairState =>
  begun(because, { ...TOLD, ...told }, means);
const after = (state: RepairState, ...events: RepairEvent[]): RepairState => events.reduce(repairMachine, state);
const statuses = (state: RepairState, ...events: RepairEvent[]): string[] =>
  events.map((_, index) => after(state, ...events.slice(0, index + 1)).status);

describe('where a new second factor has to follow', () => {
  it.each(['required', 'reset', 'lost'] as const)('%s begins with the choice, and nothing can be left', (because) => {
    const state = start({ mayPostpone: true }, REST, because);
    expect([state.status, mayLeave(after(state, { type: 'waiting' }))]).toEqual(['choosing', false]);
    const codes = after(state, chosen('passkey'), added);
    expect([codes.status, 'journey' in codes && mayLeaveCodes(codes.journey)]).toEqual(['codes', false]);
  });

  it('after a code of the help team, says so first, and leads through what the server wants', () => {
    const state = start({ todo: ['add-factor', 'new-codes'] }, REST, 'owed');
    expect(statuses(state, { type: 'went-on' }, chosen('passkey'), added, codesOn)).toEqual([
      'choosing',
      'adding',
      'codes',
      'done',
    ]);
    expect(mayLeave(state)).toBe(false);
  });

  it('in the place of one that is lost and still there, asks in the end what to turn off', () => {
    const state = start({}, REST, 'lost');
    expect(statuses(state, chosen('passkey'), added, codesOn, found(OLD), { type: 'kept' })).toEqual([
      ...['adding', 'codes', 'retiring', 'asking-which', 'done'],
    ]);
  });

  it('counts the ways after a reset too', () => {
    const state = after(start({}, REST, 'reset'), {
      type: 'learned',
      codes: true,
      ways: { needed: 2, codesCount: false, before: 0 },
    });
    expect('journey' in state && waysDone(state.journey)).toEqual({ done: 0, of: 2 });
  });
});

describe('the way of somebody whose phone is gone', () => {
  it('leads through choosing, the new one, codes, and the end of the old one', () => {
    expect(
      statuses(start(), { type: 'gone' }, chosen('passkey'), added, codesOn, retired, ended, { type: 'went-on' }),
    ).toEqual(['choosing', 'adding', 'codes', 'retiring', 'ending', 'done', 'left']);
  });

  it('ends in what has become true', () => {
    const state = after(start(), { type: 'gone' }, chosen('passkey'), added, codesOn, retired, ended);
    expect(state).toMatchObject({
      status: 'done',
      problem: null,
      journey: {
        facts: {
          added: [{ kind: 'passkey', name: 'Laptop' }],
          codes: 10,
          retired: [{ name: 'Old phone' }],
          signedOutElsewhere: true,
          notified: ['a•••@example.com'],
        },
      },
    });
  });

  it('makes codes first where none are left and the app leaves a gap', () => {
    const none = start({ codesLeft: 0, mayPostpone: false }, GAP);
    expect(statuses(none, { type: 'gone' }, chosen('totp'), codesOn)).toEqual(['choosing', 'codes', 'adding']);
  });

  it('leads back from codes that come first, and to the usual order with another choice', () => {
    const none = start({ codesLeft: 0 }, GAP);
    expect(statuses(none, { type: 'gone' }, chosen('totp'), { type: 'back' }, chosen('passkey'))).toEqual([
      'choosing',
      'codes',
      'choosing',
      'adding',
    ]);
  });

  it('makes no codes besides those that come with an app', () => {
    const off: Means = { ...REST, app: 'all-off', keys: [] };
    const state = after(start({ codesLeft: 'unknown' }, off), { type: 'gone' }, chosen('totp'), {
      ...added,
      kind: 'totp',
    });
    expect(state).toMatchObject({ status: 'retiring', journey: { facts: { codes: 'unknown' } } });
  });

  it('goes on where the device was set up already, and calls nothing new', () => {
    const state = after(start(), { type: 'gone' }, chosen('passkey'), { type: 'had' });
    expect(state).toMatchObject({ status: 'codes', journey: { facts: { added: [] } } });
  });

  it('sets up another one where the server wants two', () => {
    const more: RepairEvent = { ...added, todo: ['add-factor', 'new-codes'] };
    const state = after(start(), { type: 'gone' }, chosen('passkey'), more);
    expect(state.status).toBe('choosing');
    expect(after(state, chosen('totp'), { ...added, kind: 'totp' }).status).toBe('codes');
  });

  it('says which step it is on', () => {
    const steps = [[], [chosen('passkey')], [chosen('passkey'), added]].map((events) => {
      const state = after(start(), { type: 'gone' }, ...events);
      return state.status === 'sign-in' ? null : progress(state.journey);
    });
    expect(steps).toEqual([
      { step: 1, of: 2 },
      { step: 1, of: 2 },
      { step: 2, of: 2 },
    ]);
  });

  it('asks which one it was where there are several, and why one is still there', () => {
    const retiring = after(start(), { type: 'gone' }, chosen('passkey'), added, codesOn);
    expect(after(retiring, found(OLD, { ...OLD, id: 'key' }))).toMatchObject({ status: 'asking-which', problem: null });
    const refused: RepairEvent = { type: 'found', old: [OLD], replaced: [], problem: { code: 'offline' } };
    expect(statuses(retiring, refused, { type: 'retiring' }, retired)).toEqual(['asking-which', 'retiring', 'ending']);
    expect(statuses(retiring, refused, { type: 'kept' })).toEqual(['asking-which', 'ending']);
  });

  it('tells of the app that the new one replaced, also where it asks about others', () => {
    const retiring = after(start(), { type: 'gone' }, chosen('totp'), { ...added, kind: 'totp' }, codesOn);
    const others: RepairEvent = {
      type: 'found',
      old: [OLD],
      replaced: [{ kind: 'totp', name: 'Old app' }],
      problem: null,
    };
    expect(after(retiring, others, { type: 'kept' })).toMatchObject({
      journey: { facts: { retired: [{ name: 'Old app' }] } },
    });
  });

  it.each<[string, RepairEvent, readonly OldFactor[], readonly string[], boolean]>([
    ['the one from before, with a new one', added, [OLD], [], true],
    ['one of several', added, [OLD, { ...OLD, id: 'key' }], [], false],
    ['another than the app that was replaced', added, [OLD], ['Old app'], false],
    ['what this device may hold', { type: 'had' }, [OLD], [], false],
  ])('takes %s for lost without a question or not', (_, how, old, replaced, sure) => {
    const state = after(start(), { type: 'gone' }, chosen('passkey'), how);
    expect(state.status !== 'sign-in' && isSurelyLost(state.journey, old, replaced)).toBe(sure);
  });

  it('passes over what is not there any more', () => {
    const retiring = after(start(), { type: 'gone' }, chosen('passkey'), added, codesOn);
    expect(after(retiring, found())).toMatchObject({ status: 'ending', journey: { facts: { retired: [] } } });
  });

  it('asks for a proof before it turns one off, and for the click again after it', () => {
    const retiring = after(start(), { type: 'gone' }, chosen('passkey'), added, codesOn);
    const proof: RepairEvent = { type: 'proof-needed', old: [OLD], need: { how: 'sign-in-again' }, until: null };
    expect(statuses(retiring, proof, { type: 'back' })).toEqual(['proving', 'asking-which']);
  });

  it('can try again to sign out other devices', () => {
    const offline: RepairEvent = { type: 'ended', problem: { code: 'offline' } };
    const state = after(start(), { type: 'gone' }, chosen('passkey'), added, codesOn, found(), offline);
    expect(state).toMatchObject({ status: 'done', problem: { code: 'offline' } });
    expect(after(state, { type: 'ending' }, ended)).toMatchObject({ status: 'done', problem: null });
  });
});

describe('the way of somebody whose phone is at home', () => {
  const away: RepairEvent = { type: 'only-away', lowAt: 3 };

  it('leads out at once', () => {
    expect(after(start(), away)).toMatchObject({ status: 'left', postponed: false });
  });

  it.each([3, 1, 0])('leads to new codes with %s left', (codesLeft) => {
    expect(after(start({ codesLeft }), away).status).toBe('codes');
  });

  it('leads out where nobody says how many are left', () => {
    expect(after(start({ codesLeft: 'unknown' }), away).status).toBe('left');
  });

  it('leads to the end with the codes on, and nothing retired', () => {
    const state = after(start({ codesLeft: 2 }), away, codesOn);
    expect(state).toMatchObject({ status: 'done', journey: { facts: { retired: [], signedOutElsewhere: false } } });
  });
});

describe('putting it off', () => {
  const isOpen = (state: RepairState): boolean => mayLeave(state);

  it.each<[string, RepairState, boolean]>([
    ['at the start', start(), true],
    ['at the start with none left', start({ codesLeft: 0, mayPostpone: false }), false],
    ['while choosing', after(start(), { type: 'gone' }), false],
    ['while the new phone is on its way', after(start(), { type: 'gone' }, { type: 'waiting' }), true],
    [
      'while it is on its way and none are left',
      after(start({ mayPostpone: false }), { type: 'gone' }, { type: 'waiting' }),
      false,
    ],
    ['where it has to be', after(start({}, REST, 'required'), { type: 'waiting' }), false],
  ])('%s: %s', (_, state, may) => {
    expect(isOpen(state)).toBe(may);
    expect(after(state, { type: 'postponed' }).status === 'left').toBe(may);
  });

  it('leaves codes for later, but never before a gap', () => {
    const codes = after(start({ codesLeft: 2 }), { type: 'only-away', lowAt: 3 });
    expect(after(codes, { type: 'codes-left' }).status).toBe('done');
    const first = after(start({ codesLeft: 0 }, GAP), { type: 'gone' }, chosen('totp'));
    expect(first.status !== 'sign-in' && mayLeaveCodes(first.journey)).toBe(false);
    expect(after(first, { type: 'codes-left' })).toBe(first);
  });
});

describe('what was left from before', () => {
  it('goes on where it stopped', () => {
    const state = start({ todo: ['new-codes', 'end-other-sessions'] }, REST, 'unfinished');
    expect(statuses(state, { type: 'went-on' }, codesOn, ended)).toEqual(['codes', 'ending', 'done']);
  });

  it('is no reason to stop for where nothing of it can be done', () => {
    const state = start({ todo: ['new-codes'] }, { ...REST, codes: false }, 'unfinished');
    expect(state.status !== 'sign-in' && openTasks(state.journey)).toEqual([]);
  });
});

describe('a second factor that has to be set up', () => {
  it('is chosen at once, and ends in codes', () => {
    const state = start({}, REST, 'required');
    expect(state.status).toBe('choosing');
    expect(statuses(state, chosen('totp'), { ...added, kind: 'totp' }, codesOn)).toEqual(['adding', 'codes', 'done']);
  });
});

describe('a policy of several ways in', () => {
  const learned = (needed: number, codesCount: boolean, before = 0): RepairEvent => ({
    type: 'learned',
    codes: true,
    ways: { needed, codesCount, before },
  });

  it.each([
    ['one is missing', ['add-factor'], 2, false],
    ['only codes are missing', ['new-codes'], 2, true],
    ['one is enough', ['add-factor'], 1, true],
  ] as const)('may be put off only by who has enough: %s', (_, todo, needed, expected) => {
    const state = after(start({ todo }, REST, 'unfinished'), learned(needed, false));
    expect(mayLeave(state)).toBe(expected);
  });

  const done = (because: Because, ...events: RepairEvent[]) => {
    const state = after(start({}, REST, because), ...events);
    return state.status === 'sign-in' ? undefined : waysDone(state.journey);
  };

  it.each([
    ['none are there', 'required', [learned(2, false)], { done: 0, of: 2 }],
    ['one is there', 'required', [learned(2, false), chosen('passkey'), added], { done: 1, of: 2 }],
    ['one was there before', 'required', [learned(2, false, 1)], { done: 1, of: 2 }],
    ['codes are one', 'required', [learned(2, true), chosen('passkey'), added, codesOn], { done: 2, of: 2 }],
    ['codes are none', 'required', [learned(2, false), chosen('passkey'), added, codesOn], { done: 1, of: 2 }],
    ['one is enough', 'required', [learned(1, false)], null],
    ['something was lost', 'code', [learned(2, false)], null],
  ] as const)('counts them where %s', (_, because, events, expected) => {
    expect(done(because, ...events)).toEqual(expected);
  });
});

describe('a policy without backup codes', () => {
  const none: RepairEvent = { type: 'learned', codes: false, ways: { needed: 1, codesCount: false, before: 0 } };

  it('leaves no trace of them on the way', () => {
    expect(after(start(), none, { type: 'gone' }, chosen('passkey'), added).status).toBe('retiring');
  });

  it('leads on where it is learned late', () => {
    expect(after(start({ codesLeft: 1 }), { type: 'only-away', lowAt: 3 }, none).status).toBe('done');
  });
});

describe('a second way', () => {
  it('may be left alone again: all stays set', () => {
    const done = after(start(), { type: 'gone' }, chosen('passkey'), added, codesOn, retired, ended);
    const back = after(done, { type: 'more' }, chosen('totp'), { type: 'back' }, { type: 'back' });
    expect(back).toEqual(done);
  });

  it('can be added once all is set, without new codes again', () => {
    const done = after(start(), { type: 'gone' }, chosen('passkey'), added, codesOn, retired, ended);
    expect(statuses(done, { type: 'more' }, chosen('totp'), { ...added, kind: 'totp' })).toEqual([
      'choosing',
      'adding',
      'done',
    ]);
  });
});

describe('what does not fit', () => {
  it.each<RepairEvent>([
    added,
    codesOn,
    found(OLD),
    retired,
    ended,
    { type: 'ending' },
    { type: 'kept' },
    { type: 'back' },
  ])('changes nothing at the start: $type', (event) => {
    const state = start();
    expect(repairMachine(state, event)).toBe(state);
  });

  it('comes after the session is over', () => {
    const state = after(start(), { type: 'signed-out' });
    expect(after(state, { type: 'gone' })).toBe(state);
  });
});
