import { describe, expect, it } from 'vitest';
import { NO_CODES } from '../../src/core/code-set.js';
import {
  asksBeforeLeaving,
  codesOnScreen,
  stepOf,
  type CodesState,
  type Ground,
  type OnGround,
} from '../../src/core/codes-state.js';
import { codesMachine, type CodesEvent } from '../../src/core/machines/backup-codes.js';
import { GROUND, MADE, ON, SET } from '../support/codes.js';

const IMMEDIATE: Ground = { ...GROUND, issuing: 'immediate', may: { remove: false, reveal: false } };
const FIRST: Ground = { ...GROUND, codes: NO_CODES };
const UNTOLD: Ground = { ...GROUND, codes: { ...ON, state: 'unknown', left: 'unknown' } };
const NEED = { how: 'sign-in-again' } as const;
const ACTIVE = { ...SET, state: 'active' } as const;

const issued: CodesEvent = { type: 'issued', set: SET, made: MADE };
const proofNeeded: CodesEvent = { type: 'proof-needed', need: NEED, until: null };
const confirmed: CodesEvent = { type: 'confirmed', left: 3, notified: ['a•••@example.com'] };
const lost: CodesEvent = { type: 'unsettled', problem: { code: 'outcome-unknown' } };
const started = (step: 'make' | 'remove' | 'reveal'): CodesEvent => ({ type: 'started', step });
const asked = (step: 'make' | 'remove'): CodesEvent => ({ type: 'asked', step });

const after = (ground: Ground, ...events: readonly CodesEvent[]): CodesState =>
  [{ type: 'loaded', ground, step: null } as const, ...events].reduce(codesMachine, { status: 'loading' });
const showing = (ground: Ground, ...events: readonly CodesEvent[]): CodesState =>
  after(ground, started('make'), issued, ...events);

describe('loading', () => {
  it.each<[CodesEvent, object]>([
    [
      { type: 'loaded', ground: GROUND, step: null },
      { status: 'overview', trouble: null, news: null },
    ],
    [{ type: 'loaded', ground: null, step: 'make' }, { status: 'absent' }],
    [{ type: 'loaded', ground: GROUND, step: 'make' }, { status: 'overview' }],
    [
      { type: 'loaded', ground: IMMEDIATE, step: 'make' },
      { status: 'accepting', accepted: false },
    ],
    [{ type: 'loaded', ground: GROUND, step: 'remove' }, { status: 'removal' }],
    [{ type: 'loaded', ground: IMMEDIATE, step: 'remove' }, { status: 'overview' }],
    [{ type: 'loaded', ground: GROUND, step: 'reveal' }, { status: 'overview' }],
    [{ type: 'load-failed', problem: { code: 'unreachable' } }, { status: 'failed' }],
    [{ type: 'signed-out' }, { status: 'sign-in', lost: false }],
  ])('that ends with %j leads to %j', (event, state) => {
    expect(codesMachine({ status: 'loading' }, event)).toMatchObject(state);
  });

  it('again takes everything away, codes too', () => {
    expect(codesMachine(showing(GROUND), { type: 'loading' })).toEqual({ status: 'loading' });
  });
});

describe('making codes', () => {
  it('shows a staged set as it came', () => {
    expect(showing(GROUND)).toEqual({
      status: 'showing',
      shown: { set: SET, made: MADE, proof: 'tick', ticked: false, kept: [], news: null, masked: false },
      trouble: null,
      news: null,
      ground: GROUND,
    });
  });

  it.each<[Ground, object]>([
    [GROUND, { status: 'overview', trouble: { code: 'offline' } }],
    [IMMEDIATE, { status: 'accepting', accepted: true, trouble: { code: 'offline' } }],
  ])('that is refused leads back to where it was begun', (ground, state) => {
    expect(after(ground, started('make'), { type: 'refused', problem: { code: 'offline' } })).toMatchObject(state);
  });

  it.each<[Ground, object]>([
    [GROUND, { status: 'overview', news: 'proved' }],
    [IMMEDIATE, { status: 'accepting', accepted: true, news: 'proved' }],
  ])('waits for a click after the proof', (ground, state) => {
    expect(after(ground, started('make'), proofNeeded, { type: 'proved' })).toMatchObject(state);
  });

  it('goes nowhere when the proof is not given', () => {
    expect(after(GROUND, started('make'), proofNeeded, { type: 'back' })).toEqual(after(GROUND));
  });

  it('can’t be left while its request is out, since the codes may be on their way', () => {
    expect(after(GROUND, started('make'), { type: 'back' }).status).toBe('working');
  });

  it.each<[string, Ground, string]>([
    ['staged, old ones alive', GROUND, 'work'],
    ['staged, none before', FIRST, 'none'],
    ['staged, untold', UNTOLD, 'unknown'],
    ['at once', IMMEDIATE, 'unknown'],
  ])('whose answer was lost says of the old codes what is true: %s', (_, ground, old) => {
    expect(after(ground, started('make'), { type: 'unshown' })).toMatchObject({ status: 'unshown', old });
  });

  it('gives its codes to no other state', () => {
    expect(after(GROUND, issued)).toEqual(after(GROUND));
    expect(after(GROUND, started('remove'), issued).status).toBe('working');
  });

  it('with the password in the call shows them from the proof', () => {
    expect(after(IMMEDIATE, asked('make'), started('make'), proofNeeded, issued).status).toBe('showing');
  });
});

describe('codes on screen', () => {
  it.each<[string, readonly CodesEvent[], CodesState['status']]>([
    ['are confirmed', [{ type: 'confirming' }], 'confirming'],
    ['are in doubt after a lost answer', [{ type: 'confirming' }, lost], 'unsure'],
    ['are asked about again', [{ type: 'confirming' }, lost, { type: 'confirming' }], 'confirming'],
    ['stay while it is confirmed that it’s them', [{ type: 'confirming' }, proofNeeded], 'proving-over'],
    ['stay after that', [{ type: 'confirming' }, proofNeeded, { type: 'proved' }], 'showing'],
    ['stay when that is cancelled', [{ type: 'confirming' }, proofNeeded, { type: 'back' }], 'showing'],
    [
      'stay when turning on is refused',
      [{ type: 'confirming' }, { type: 'refused', problem: { code: 'offline' } }],
      'showing',
    ],
    ['stay when something is missing', [{ type: 'hindered', trouble: { code: 'missing', what: 'tick' } }], 'showing'],
    ['stay when they are masked', [{ type: 'masked', masked: true }], 'showing'],
    ['are left without a question where the old ones live', [{ type: 'leaving' }], 'overview'],
    ['are not left while the request is out', [{ type: 'confirming' }, { type: 'leaving' }], 'confirming'],
    ['go when they were replaced', [{ type: 'superseded' }], 'replaced'],
    ['go with the session', [{ type: 'signed-out' }], 'sign-in'],
    ['go when they are on', [{ type: 'confirming' }, confirmed], 'done'],
  ])('%s', (_, events, status) => {
    const state = showing(GROUND, ...events);
    expect(state.status).toBe(status);
    const holds = JSON.stringify(state).includes(SET.codes[0] ?? '');
    expect(holds).toBe('shown' in state);
  });

  it.each<[string, CodesState, boolean]>([
    ['that wait', showing(GROUND), true],
    ['that are being turned on', showing(GROUND, { type: 'confirming' }), false],
    ['in doubt', showing(GROUND, { type: 'confirming' }, lost), false],
    ['that are on already', after(IMMEDIATE, started('make'), { ...issued, set: ACTIVE }), false],
  ])('%s follow what the count says of the old ones: %o', (_, state, follows) => {
    const codes = { ...ON, state: 'used-up', left: 0 } as const;
    const { ground } = codesMachine(state, { type: 'refreshed', codes }) as OnGround;
    expect(ground.codes === codes).toBe(follows);
  });

  it('keep the tick through a proof', () => {
    const state = showing(GROUND, { type: 'ticked', ticked: true }, { type: 'confirming' }, proofNeeded, {
      type: 'proved',
    });
    expect(state).toMatchObject({ status: 'showing', news: 'proved', shown: { ticked: true } });
  });

  it('remember how they were kept, once each, and only where the browser let us', () => {
    const kept = (by: 'copied' | 'printed', ok: boolean): CodesEvent => ({ type: 'kept', news: { by, ok } });
    const state = showing(GROUND, kept('copied', true), kept('copied', true), kept('printed', false));
    expect(state).toMatchObject({ shown: { kept: ['copied'], news: { by: 'printed', ok: false } } });
  });

  it('in doubt stay in doubt when asking again is refused', () => {
    const offline = { type: 'refused', problem: { code: 'offline' } } as const;
    const state = showing(GROUND, { type: 'confirming' }, lost, { type: 'confirming' }, offline);
    expect(state).toMatchObject({ status: 'unsure', problem: { code: 'offline' } });
  });

  it.each<[string, CodesEvent]>([
    ['given', { type: 'proved' }],
    ['not given', { type: 'back' }],
  ])('in doubt stay in doubt through a proof that is %s', (_, ending) => {
    const again = [{ type: 'confirming' }, lost, { type: 'confirming' }, proofNeeded] as const;
    expect(showing(GROUND, ...again, ending).status).toBe('unsure');
    expect(showing(GROUND, ...again, { type: 'signed-out' })).toEqual({ status: 'sign-in', lost: 'unknown' });
  });

  it.each<[readonly CodesEvent[], unknown]>([
    [[], true],
    [[{ type: 'confirming' }, lost], 'unknown'],
    [[{ type: 'confirming' }, lost, { type: 'confirming' }], 'unknown'],
    [[{ type: 'confirming' }, lost, { type: 'leaving' }], 'unknown'],
  ])('that go with the session after %j are lost: %s', (events, answer) => {
    expect(showing(GROUND, ...events, { type: 'signed-out' })).toEqual({ status: 'sign-in', lost: answer });
  });

  it('that are on already are not lost with the session', () => {
    const state = after(IMMEDIATE, started('make'), { ...issued, set: ACTIVE }, { type: 'signed-out' });
    expect(state).toEqual({ status: 'sign-in', lost: false });
  });

  it('say what is true once they are on', () => {
    expect(showing(GROUND, { type: 'confirming' }, confirmed)).toMatchObject({
      status: 'done',
      left: 3,
      notified: ['a•••@example.com'],
      old: 'work',
      ground: { codes: { state: 'on', left: 3, of: 3, made: MADE } },
    });
  });
});

describe('leaving', () => {
  it('a first set asks, and stays where it was', () => {
    const state = showing(FIRST, { type: 'leaving' });
    expect(state).toMatchObject({ status: 'leaving', loss: 'first' });
    expect(codesMachine(state, { type: 'stayed' }).status).toBe('showing');
    expect(codesMachine(state, { type: 'left' })).toMatchObject({ status: 'overview', news: null });
  });

  it('in doubt asks, and stays in doubt', () => {
    const state = showing(GROUND, { type: 'confirming' }, lost, { type: 'leaving' });
    expect(state).toMatchObject({ status: 'leaving', loss: 'unsure' });
    expect(codesMachine(state, { type: 'stayed' })).toMatchObject({
      status: 'unsure',
      problem: { code: 'outcome-unknown' },
    });
  });

  it('says that the old codes still work where they do', () => {
    expect(showing(GROUND, { type: 'leaving' })).toMatchObject({ status: 'overview', news: 'left' });
  });

  it.each<[string, CodesState, boolean]>([
    ['a staged set with the old one alive', showing(GROUND), false],
    ['a first set', showing(FIRST), true],
    ['a set whose turning on is in doubt', showing(GROUND, { type: 'confirming' }, lost), true],
    ['a set that is asked about again', showing(GROUND, { type: 'confirming' }, lost, { type: 'confirming' }), true],
    ['one that is on', after(IMMEDIATE, started('make'), { ...issued, set: ACTIVE }), true],
    ['no codes', after(GROUND), false],
  ])('the page with %s on screen is asked about: %s', (_, state, asks) => {
    expect(asksBeforeLeaving(state)).toBe(asks);
  });
});

describe('codes to be seen', () => {
  it.each<[string, CodesState]>([
    ['that were just made', showing(GROUND)],
    ['that are being turned on', showing(GROUND, { type: 'confirming' })],
    ['whose turning on is in doubt', showing(GROUND, { type: 'confirming' }, lost)],
  ])('are those %s, in their order', (_, state) => {
    expect(codesOnScreen(state)).toEqual(SET.codes);
  });

  it.each<[string, CodesState]>([
    ['are masked', showing(GROUND, { type: 'masked', masked: true })],
    ['may be left', showing(FIRST, { type: 'leaving' })],
    ['are on', showing(GROUND, { type: 'confirming' }, confirmed)],
    ['were not made', after(GROUND)],
  ])('are none while they %s', (_, state) => {
    expect(codesOnScreen(state)).toEqual([]);
  });

  it('are those in force that are shown again, without those that are used up', () => {
    const codes = [{ code: null, usedAt: MADE }, { code: 'K7QX-9F2M' }];
    expect(codesOnScreen({ status: 'revealed', codes, masked: false, ground: GROUND })).toEqual(['K7QX-9F2M']);
    expect(codesOnScreen({ status: 'revealed', codes, masked: true, ground: GROUND })).toEqual([]);
  });
});

describe('turning codes off', () => {
  it('asks first', () => {
    expect(after(GROUND, asked('remove')).status).toBe('removal');
    expect(after(GROUND, asked('remove'), { type: 'back' })).toEqual(after(GROUND));
  });

  it('leaves none', () => {
    const state = after(GROUND, asked('remove'), started('remove'), { type: 'removed' });
    expect(state).toMatchObject({ status: 'overview', news: 'removed', ground: { codes: NO_CODES } });
  });

  it('that is refused says so where it was asked', () => {
    const problem = { code: 'not-allowed', reason: 'last-factor' } as const;
    const state = after(GROUND, asked('remove'), started('remove'), { type: 'refused', problem });
    expect(state).toMatchObject({ status: 'removal', trouble: problem });
  });
});

describe('codes that are shown again', () => {
  const revealed: CodesEvent = { type: 'revealed', codes: [{ code: 'CK7Q-M9XA-4TPB' }, { code: null, usedAt: MADE }] };

  it('are masked, shown and gone', () => {
    const state = after(GROUND, started('reveal'), revealed);
    expect(state).toMatchObject({ status: 'revealed', masked: false });
    expect(codesMachine(state, { type: 'masked', masked: true })).toMatchObject({ masked: true });
    expect(codesMachine(state, { type: 'back' })).toEqual(after(GROUND));
  });
});

describe('a step that is left to sign in', () => {
  it.each(['make', 'remove', 'reveal'] as const)('%s can be come back to', (step) => {
    expect(stepOf(after(GROUND, started(step), proofNeeded))).toBe(step);
  });

  it('is none elsewhere', () => {
    expect([stepOf(after(GROUND)), stepOf(showing(GROUND, { type: 'confirming' }, proofNeeded))]).toEqual([null, null]);
  });
});
