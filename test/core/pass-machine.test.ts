import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/core/challenge.js';
import { passMachine, stillAsked, type PassEvent, type PassState } from '../../src/core/machines/pass.js';

const ASKING: PassState = { status: 'asking', trouble: null };
const CHECKING: PassState = { status: 'checking', attempt: 'a' };
const SETTLING: PassState = { status: 'settling', attempt: 'a' };
const enroll = (passNeeded: boolean): Entry => ({ status: 'enroll', because: 'reset', passNeeded });
const LATE: Entry = { status: 'blocked', why: 'deadline-passed' };
const FIRST: Entry = { status: 'sign-in-first' };
const MOVED: PassState = { status: 'moved', entry: enroll(false) };
const met = (entry: Entry): PassEvent => ({ type: 'met', entry, trouble: { code: 'not-spent' } });

describe('the code from the help team', () => {
  it.each<[string, PassState, PassEvent, PassState]>([
    ['leaves', ASKING, { type: 'sent', attempt: 'a' }, CHECKING],
    ['is lost on its way', CHECKING, { type: 'lost' }, SETTLING],
    ['is asked for by nobody else', SETTLING, { type: 'unsettled' }, { status: 'unsettled', attempt: 'a' }],
    ['may be asked about again', { status: 'unsettled', attempt: 'a' }, { type: 'lost' }, SETTLING],
    [
      'is refused',
      CHECKING,
      { type: 'refused', trouble: { code: 'wrong-code' } },
      { status: 'asking', trouble: { code: 'wrong-code' } },
    ],
    ['opens the enrollment', CHECKING, met(enroll(false)), MOVED],
    ['opened it although the answer was lost', SETTLING, met(enroll(false)), MOVED],
    ['is asked for still', SETTLING, met(enroll(true)), { status: 'asking', trouble: { code: 'not-spent' } }],
    ['came too late', CHECKING, met(LATE), { status: 'moved', entry: LATE }],
    ['is of no use to who has to sign in', CHECKING, met(FIRST), { status: 'moved', entry: FIRST }],
  ])('%s', (_, state, event, after) => {
    expect(passMachine(state, event)).toEqual(after);
  });

  it.each<PassEvent>([
    { type: 'sent', attempt: 'b' },
    { type: 'lost' },
    { type: 'unsettled' },
    { type: 'refused', trouble: { code: 'wrong-code' } },
    met(enroll(true)),
  ])('changes nothing by $type once the person met something else', (event) => {
    expect(passMachine(MOVED, event)).toBe(MOVED);
  });

  it.each([
    [true, 'used-code'],
    [false, 'not-spent'],
    ['unknown', 'maybe-spent'],
  ] as const)('that is asked for still, and was spent by the server’s word %s, reads as %s', (spent, code) => {
    expect(stillAsked(spent)).toEqual({ code });
  });
});
