import { describe, expect, it } from 'vitest';
import { totpMachine, type NewSetup, type TotpEvent } from '../../src/core/machines/totp.js';
import {
  appCodesOnScreen,
  blamesClock,
  secretOnScreen,
  wantsConsent,
  type TotpGround,
  type TotpState,
} from '../../src/core/totp-state.js';
import { MADE, SET } from '../support/codes.js';

const GROUND: TotpGround = { replacing: 'atomic', replaces: true, listed: true };
const UNLISTED: TotpGround = { ...GROUND, listed: false };
const SETUP: NewSetup = {
  id: 'setup-1',
  uri: 'otpauth://totp/Fjord:ada?secret=JBSWY3DPEHPK3PXP',
  key: 'JBSWY3DPEHPK3PXP',
  codes: null,
  settings: { digits: 6, period: 30, algorithm: 'SHA1', issuer: 'Fjord', account: 'ada' },
};
const BEGUN = { ...SETUP, codes: SET };
const NEED = { how: 'sign-in-again' } as const;

const starting: TotpEvent = { type: 'starting' };
const verifying: TotpEvent = { type: 'verifying' };
const proofNeeded: TotpEvent = { type: 'proof-needed', need: NEED, until: null };
const proved: TotpEvent = { type: 'proved' };
const cancelled: TotpEvent = { type: 'cancelled' };
const away: TotpEvent = { type: 'away' };
const scanned: TotpEvent = { type: 'scanned', made: MADE, proof: 'tick' };
const saved: TotpEvent = { type: 'saved' };
const verified: TotpEvent = { type: 'verified', todo: ['new-codes'], notified: ['a•••@example.com'] };
const made = (setup = SETUP): TotpEvent => ({ type: 'set-up', setup });
const refused = (code: 'wrong-code' | 'superseded' | 'outcome-unknown' | 'server' | 'offline'): TotpEvent => ({
  type: 'refused',
  problem: { code },
});

const on = (ground: TotpGround, ...events: readonly TotpEvent[]): TotpState =>
  [{ type: 'loaded', ground } as const, ...events].reduce(totpMachine, { status: 'loading' });
const after = (...events: readonly TotpEvent[]): TotpState => on(GROUND, ...events);
const shown = (...events: readonly TotpEvent[]): TotpState => after(starting, made(), ...events);
const withCodes = (...events: readonly TotpEvent[]): TotpState => after(starting, made(BEGUN), ...events);

describe('connecting an app', () => {
  it.each<[string, TotpState, object]>([
    ['begins nothing by itself', after(), { status: 'ready', trouble: null, news: null }],
    [
      'says why it can’t begin',
      totpMachine({ status: 'loading' }, { type: 'load-failed', problem: { code: 'server' } }),
      { status: 'failed' },
    ],
    ['begins by a click', after(starting), { status: 'starting' }],
    ['asks for a proof first', after(starting, proofNeeded), { status: 'proving', need: NEED }],
    ['waits for a click after the proof', after(starting, proofNeeded, proved), { status: 'ready', news: 'proved' }],
    ['goes back from the proof', after(starting, proofNeeded, cancelled), { status: 'ready', news: null }],
    ['shows what came with the password', after(starting, proofNeeded, made()), { status: 'connecting' }],
    [
      'says why it was not begun',
      after(starting, refused('offline')),
      { status: 'ready', trouble: { code: 'offline' } },
    ],
    [
      'shows nothing that can’t be used',
      after(starting, { type: 'unusable', problem: { code: 'bad-response' } }),
      { status: 'failed' },
    ],
    ['shows the key', shown(), { status: 'connecting', codes: null, setup: { wrongs: 0 } }],
    ['drops a set-up that nobody waits for', after(made()), { status: 'ready' }],
    ['says that the key was copied', shown({ type: 'copied', ok: true }), { status: 'connecting', news: 'copied' }],
    ['says that it was not', shown({ type: 'copied', ok: false }), { news: 'copy-blocked' }],
    [
      'says what is wrong with what was typed',
      shown({ type: 'hindered', trouble: { code: 'typed', is: 'empty' } }),
      { status: 'connecting', trouble: { code: 'typed' } },
    ],
    ['sends a code', shown(verifying), { status: 'verifying' }],
    [
      'keeps the key beside a wrong code',
      shown(verifying, refused('wrong-code')),
      { status: 'connecting', trouble: { code: 'wrong-code' }, setup: { wrongs: 1 } },
    ],
    [
      'counts wrong codes',
      shown(verifying, refused('wrong-code'), verifying, refused('wrong-code')),
      { setup: { wrongs: 2 } },
    ],
    ['counts nothing else', shown(verifying, refused('offline')), { status: 'connecting', setup: { wrongs: 0 } }],
    ['is over where the set-up is', shown(verifying, refused('superseded')), { status: 'over' }],
    ['begins again where it is over', shown(verifying, refused('superseded'), starting), { status: 'starting' }],
    [
      'does not know after a lost answer',
      shown(verifying, refused('outcome-unknown')),
      { status: 'unsure', asking: false },
    ],
    ['does not know after an answer that says nothing', shown(verifying, refused('server')), { status: 'unsure' }],
    [
      'asks for the code again where nobody can be asked',
      on(UNLISTED, starting, made(), verifying, refused('outcome-unknown')),
      { status: 'connecting', trouble: { code: 'outcome-unknown' } },
    ],
    ['asks', shown(verifying, refused('outcome-unknown'), { type: 'asking' }), { status: 'unsure', asking: true }],
    [
      'says that asking failed',
      shown(verifying, refused('outcome-unknown'), { type: 'asking' }, refused('offline')),
      { status: 'unsure', asking: false, problem: { code: 'offline' } },
    ],
    [
      'finds the app there',
      shown(verifying, refused('outcome-unknown'), { type: 'asking' }, verified),
      { status: 'done' },
    ],
    [
      'finds it not there, with its key',
      shown(verifying, refused('outcome-unknown'), { type: 'asking' }, { type: 'not-arrived' }),
      { status: 'connecting', trouble: { code: 'not-arrived' } },
    ],
    [
      'finds it not there, without',
      shown(verifying, refused('outcome-unknown'), away, { type: 'not-arrived' }),
      { status: 'typing', trouble: { code: 'not-arrived' } },
    ],
    ['asks for a proof in between', shown(verifying, proofNeeded), { status: 'proving-over' }],
    [
      'asks for the code again after it',
      shown(verifying, proofNeeded, proved),
      { status: 'connecting', news: 'proved' },
    ],
    ['goes back from that to the code', shown(verifying, proofNeeded, cancelled), { status: 'connecting' }],
    [
      'is done',
      shown(verifying, verified),
      { status: 'done', id: 'setup-1', codes: null, todo: ['new-codes'], notified: ['a•••@example.com'] },
    ],
    ['is cancelled', shown(cancelled), { status: 'ready', news: 'cancelled' }],
    ['is not cancelled while a code is under way', shown(verifying, cancelled), { status: 'verifying' }],
    ['takes the key away while nobody looks', shown(away), { status: 'typing', news: 'away', setup: { secret: null } }],
    ['begins again after that', shown(away, starting), { status: 'starting' }],
    ['does not begin again beside a key', shown(starting), { status: 'connecting' }],
    ['takes no code that nobody sent', shown(verified), { status: 'connecting' }],
    ['ends with the session', shown({ type: 'signed-out' }), { status: 'sign-in' }],
    ['ends with its page', shown({ type: 'loading' }), { status: 'loading' }],
  ])('%s', (_, state, expected) => {
    expect(state).toMatchObject(expected);
  });
});

describe('codes that come with the app', () => {
  it.each<[string, TotpState, object]>([
    ['come after the picture', withCodes(), { status: 'connecting', codes: SET, setup: { codes: 3 } }],
    ['come before the app’s code', withCodes(verifying), { status: 'connecting' }],
    [
      'are shown without the key',
      withCodes(scanned),
      { status: 'saving', setup: { secret: null }, shown: { set: SET } },
    ],
    ['come with no set-up that has none', shown(scanned), { status: 'connecting' }],
    [
      'are kept',
      withCodes(scanned, { type: 'kept', news: { by: 'copied', ok: true } }),
      { shown: { kept: ['copied'] } },
    ],
    [
      'are not kept where the browser said no',
      withCodes(scanned, { type: 'kept', news: { by: 'copied', ok: false } }),
      { shown: { kept: [] } },
    ],
    ['are ticked', withCodes(scanned, { type: 'ticked', ticked: true }), { shown: { ticked: true } }],
    ['are hidden', withCodes(scanned, { type: 'masked', masked: true }), { shown: { masked: true } }],
    [
      'say what is missing',
      withCodes(scanned, { type: 'unsaved', trouble: { code: 'missing', what: 'tick' } }),
      { status: 'saving', trouble: { code: 'missing' } },
    ],
    ['are gone when the code is asked for', withCodes(scanned, saved), { status: 'typing', setup: { codes: 3 } }],
    ['are gone where nobody saw them', withCodes(away), { status: 'over' }],
    ['stay where the page is away', withCodes(scanned, away), { status: 'saving' }],
    ['are on with the app', withCodes(scanned, saved, verifying, verified), { status: 'done', codes: 3 }],
    ['go with what is cancelled', withCodes(scanned, cancelled), { status: 'ready' }],
  ])('%s', (_, state, expected) => {
    expect(state).toMatchObject(expected);
  });

  it('leave the state when they leave the screen', () => {
    expect(JSON.stringify(withCodes(scanned))).toContain(SET.codes[0]);
    for (const state of [withCodes(scanned, saved), withCodes(away), withCodes(scanned, cancelled)])
      expect(JSON.stringify(state)).not.toContain(SET.codes[0]);
  });
});

describe('the key', () => {
  it.each<[string, boolean, TotpState]>([
    ['while it is to be scanned', true, shown()],
    ['while a code is looked at', true, shown(verifying)],
    ['while nobody knows', false, shown(verifying, refused('outcome-unknown'))],
    ['while a proof is asked for', false, shown(verifying, proofNeeded)],
    ['beside codes', false, withCodes(scanned)],
    ['once it was away', false, shown(away)],
    ['before', false, after(starting)],
  ])('is on screen %s: %s', (_, isThere, state) => {
    expect(secretOnScreen(state) !== null).toBe(isThere);
  });

  it.each<[string, TotpState]>([
    ['verified', shown(verifying, verified)],
    ['cancelled', shown(cancelled)],
    ['over', shown(verifying, refused('superseded'))],
    ['away', shown(away)],
    ['signed out', shown({ type: 'signed-out' })],
    ['left', shown({ type: 'loading' })],
    ['behind codes', withCodes(scanned)],
  ])('is nowhere in the state once the set-up is %s', (_, state) => {
    expect(JSON.stringify(shown())).toContain(SETUP.key);
    expect(JSON.stringify(state)).not.toContain(SETUP.key);
  });
});

describe('what a screen says of it', () => {
  it.each<[boolean, TotpGround]>([
    [false, GROUND],
    [false, { ...GROUND, replaces: false, replacing: 'all-off' }],
    [true, { ...GROUND, replacing: 'gap' }],
    [true, { ...GROUND, replacing: 'all-off' }],
  ])('asks first: %s', (asks, ground) => {
    expect(wantsConsent(ground)).toBe(asks);
  });

  it('suspects the clock at the second wrong code', () => {
    const once = shown(verifying, refused('wrong-code'));
    const twice = [verifying, refused('wrong-code')].reduce(totpMachine, once);
    expect([once, twice].map((state) => 'setup' in state && blamesClock(state.setup))).toEqual([false, true]);
  });

  it('shows codes only while they are to be saved, and not while they are hidden', () => {
    const hidden = withCodes(scanned, { type: 'masked', masked: true });
    expect([withCodes(), withCodes(scanned), hidden].map(appCodesOnScreen)).toEqual([[], SET.codes, []]);
  });
});
