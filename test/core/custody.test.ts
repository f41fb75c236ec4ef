import { describe, expect, it } from 'vitest';
import type { OldCodes } from '../../src/core/code-set.js';
import {
  lossOf,
  missing,
  withTick,
  type Loss,
  type Saving,
  type Shown,
  type Unproved,
} from '../../src/core/custody.js';
import { SET, SHOWN } from '../support/codes.js';

const TICK: Unproved = { code: 'missing', what: 'tick' };
const SAVING: Unproved = { code: 'missing', what: 'saving' };

describe('codes count as saved', () => {
  it.each<[Partial<Shown>, Saving, Unproved | null]>([
    [{}, { ticked: true }, null],
    [{}, { ticked: false }, TICK],
    [{ kept: ['printed'] }, { ticked: false }, TICK],
    [{ proof: 'tick-and-save' }, { ticked: true }, SAVING],
    [{ proof: 'tick-and-save', kept: ['copied'] }, { ticked: true }, null],
    [{ proof: 'tick-and-save', kept: ['copied'] }, { ticked: false }, TICK],
  ])('with %j and %j: %j', (shown, saving, expected) => {
    expect(missing({ ...SHOWN, ...shown }, saving)).toEqual(expected);
  });

  it.each<[string, Unproved | null]>([
    ['CK7Q-M9XA-4TPB', null],
    [' 2. h3vr 8nca z2jf ', null],
    ['', { code: 'typed', is: 'empty' }],
    ['CK7Q', { code: 'typed', is: 'incomplete' }],
    ['482913', { code: 'typed', is: 'app-code' }],
    ['CK7Q-M9XA-4TPB H3VR-8NCA-Z2JF', { code: 'typed', is: 'many' }],
    ['AAAA-BBBB-CCCC', { code: 'typed', is: 'not-listed' }],
  ])('by one of them, typed: “%s” is %j', (typed, expected) => {
    expect(missing({ ...SHOWN, proof: 'type-one' }, { ticked: true, typed })).toEqual(expected);
  });

  it('by one of them and the tick', () => {
    expect(missing({ ...SHOWN, proof: 'type-one' }, { ticked: false, typed: 'CK7Q-M9XA-4TPB' })).toEqual(TICK);
  });

  it('with nothing that was typed in the answer', () => {
    const answer = missing({ ...SHOWN, proof: 'type-one' }, { ticked: true, typed: 'AAAA-BBBB-CCCC' });
    expect(JSON.stringify(answer)).not.toContain('AAAA');
  });
});

describe('a tick', () => {
  it.each<[boolean, Unproved, Unproved | null]>([
    [true, TICK, null],
    [false, TICK, TICK],
    [true, SAVING, SAVING],
  ])('set to %s where %j was missing leaves %j', (ticked, trouble, left) => {
    const state = withTick({ shown: SHOWN, trouble }, ticked);
    expect(state).toEqual({ shown: { ...SHOWN, ticked }, trouble: left });
  });
});

describe('leaving takes', () => {
  it.each<[Shown['set']['state'], OldCodes, boolean, Loss | null]>([
    ['staged', 'work', false, null],
    ['staged', 'none', false, 'first'],
    ['staged', 'unknown', false, 'new'],
    ['staged', 'work', true, 'unsure'],
    ['staged', 'none', true, 'unsure'],
    ['active', 'none', false, 'everything'],
    ['active', 'unknown', false, 'everything'],
    ['active', 'work', false, 'everything'],
  ])('of a set that is %s, where the old codes: %s, and doubt: %s — %s', (state, old, unsure, loss) => {
    expect(lossOf({ ...SHOWN, set: { ...SET, state } }, old, unsure)).toBe(loss);
  });
});
