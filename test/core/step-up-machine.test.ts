import { describe, expect, it } from 'vitest';
import type { StepUpWay } from '../../src/core/factor.js';
import { stepUpMachine, type StepUpEvent, type StepUpState } from '../../src/core/machines/step-up.js';
import { EMAIL, PASSKEY, TOTP } from '../support/challenge.js';

const WAYS: readonly StepUpWay[] = [PASSKEY, TOTP, EMAIL];
const needed: StepUpEvent = { type: 'needed', need: { how: 'in-place', ways: WAYS }, ways: WAYS };
const problem = { code: 'wrong-code' } as const;
const after = (...events: readonly StepUpEvent[]): StepUpState => events.reduce(stepUpMachine, { status: 'loading' });
const asked = (way: StepUpWay, ...events: readonly StepUpEvent[]) => after(needed, { type: 'chosen', way }, ...events);

describe('what is needed', () => {
  it.each<[StepUpEvent, object]>([
    [needed, { status: 'asking', ways: WAYS, way: PASSKEY, trouble: null, news: null }],
    [{ type: 'needed', need: { how: 'in-place', ways: WAYS }, ways: [] }, { status: 'no-way' }],
    [
      { type: 'needed', need: { how: 'with-call', ways: ['password'] }, ways: [{ kind: 'password' }] },
      { status: 'asking', ways: [{ kind: 'password' }], way: { kind: 'password' }, trouble: null, news: null },
    ],
    [
      { type: 'needed', need: { how: 'redirect', url: '/sign-in' }, ways: [] },
      { status: 'redirect', url: '/sign-in' },
    ],
    [{ type: 'needed', need: { how: 'sign-in-again' }, ways: [] }, { status: 'sign-in-again' }],
    [
      { type: 'load-failed', problem: { code: 'unreachable' } },
      { status: 'failed', problem: { code: 'unreachable' } },
    ],
    [{ type: 'load-failed', problem: { code: 'signed-out' } }, { status: 'sign-in' }],
  ])('as %j is %j', (event, state) => {
    expect(after(event)).toEqual(state);
  });
});

describe('a proof', () => {
  it.each<[string, StepUpState, object]>([
    ['leaves', asked(TOTP, { type: 'sent' }), { status: 'checking', way: TOTP }],
    ['is accepted', asked(TOTP, { type: 'sent' }, { type: 'proved' }), { status: 'proved' }],
    ['is refused', asked(TOTP, { type: 'sent' }, { type: 'refused', problem }), { status: 'asking', trouble: problem }],
    [
      'ends with the session',
      asked(TOTP, { type: 'sent' }, { type: 'refused', problem: { code: 'signed-out' } }),
      { status: 'sign-in' },
    ],
    ['is asked about', asked(TOTP, { type: 'sent' }, { type: 'lost' }), { status: 'settling', way: TOTP }],
    ['counted after all', asked(TOTP, { type: 'sent' }, { type: 'lost' }, { type: 'proved' }), { status: 'proved' }],
    [
      'did not count',
      asked(TOTP, { type: 'sent' }, { type: 'lost' }, { type: 'not-proved' }),
      { status: 'asking', trouble: { code: 'not-proved' } },
    ],
    [
      'can’t be asked about',
      asked(TOTP, { type: 'sent' }, { type: 'lost' }, { type: 'unsettled', problem: { code: 'unreachable' } }),
      { status: 'unsettled', problem: { code: 'unreachable' } },
    ],
    [
      'is no proof yet',
      asked(TOTP, { type: 'hindered', trouble: { code: 'typed', is: 'empty' } }),
      { status: 'asking', trouble: { code: 'typed', is: 'empty' } },
    ],
    ['of another way may be given', asked(TOTP), { status: 'asking', way: TOTP }],
    ['that is out lets no way be chosen', asked(TOTP, { type: 'sent' }, { type: 'chosen', way: EMAIL }), { way: TOTP }],
    ['nobody offered is no way', after(needed, { type: 'chosen', way: { kind: 'password' } }), { way: PASSKEY }],
    ['that comes late is dropped', asked(TOTP, { type: 'proved' }), { status: 'asking' }],
    [
      'ends a dialog that was left',
      after(needed, { type: 'prompting' }, { type: 'not-finished' }),
      { news: 'not-finished' },
    ],
  ])('%s', (_, state, expected) => {
    expect(state).toMatchObject(expected);
  });
});

describe('a code that is sent', () => {
  const delivered = (sentAt: number): StepUpEvent => ({
    type: 'delivered',
    delivery: { sentAt, resendAt: sentAt + 30 },
  });

  it.each<[string, readonly number[], unknown]>([
    ['the first', [100], null],
    ['another', [100, 200], 'sent-again'],
    ['the same, asked for too soon', [100, 100], 'sent-before'],
  ])('stands in its way: %s', (_, times, news) => {
    const state = asked(EMAIL, ...times.flatMap((at) => [{ type: 'sending' } as const, delivered(at)]));
    const sent = { sentAt: times.at(-1) };
    expect(state).toMatchObject({ status: 'asking', way: { ...EMAIL, sent }, news });
    expect('ways' in state && state.ways[2]).toMatchObject({ ...EMAIL, sent });
  });
});
