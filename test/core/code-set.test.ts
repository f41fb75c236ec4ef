import { describe, expect, it } from 'vitest';
import {
  oldCodes,
  promptOf,
  standingOf,
  type CodeSetStatus,
  type Occasion,
  type OldCodes,
  type Prompt,
  type Standing,
} from '../../src/core/code-set.js';
import { suggestion } from '../../src/core/codes-state.js';
import { GROUND, ON } from '../support/codes.js';

type Count = Pick<CodeSetStatus, 'state' | 'left'>;
const count = (state: Count['state'], left: Count['left']): Count => ({ state, left });
const RULES = { lowAt: 3, postponeRepair: true };

describe('what a count means', () => {
  it.each<[Count, Standing]>([
    [count('none', 0), 'none'],
    [count('none', 'unknown'), 'none'],
    [count('staged', 0), 'unfinished'],
    [count('used-up', 0), 'used-up'],
    [count('used-up', 'unknown'), 'used-up'],
    [count('on', 0), 'used-up'],
    [count('on', 1), 'low'],
    [count('on', 3), 'low'],
    [count('on', 4), 'fine'],
    [count('unknown', 7), 'fine'],
    [count('on', 'unknown'), 'uncounted'],
    [count('unknown', 'unknown'), 'untold'],
  ])('is of %j: %s', (codes, standing) => {
    expect(standingOf(codes, 3)).toBe(standing);
  });

  it('is low from where the policy says', () => {
    expect([standingOf(count('on', 5), 5), standingOf(count('on', 1), 0)]).toEqual(['low', 'fine']);
  });
});

describe('the codes that new ones replace', () => {
  it.each<[Count, OldCodes]>([
    [count('on', 9), 'work'],
    [count('on', 'unknown'), 'work'],
    [count('on', 0), 'none'],
    [count('used-up', 0), 'none'],
    [count('staged', 0), 'none'],
    [count('none', 0), 'none'],
    [count('unknown', 'unknown'), 'unknown'],
  ])('are of %j: %s', (codes, old) => {
    expect(oldCodes(codes)).toBe(old);
  });
});

describe('new codes are suggested', () => {
  it.each<[Partial<CodeSetStatus>, Occasion | null, Prompt['because'] | null]>([
    [{}, null, null],
    [{ state: 'none', left: 0 }, null, null],
    [{ left: 'unknown' }, null, null],
    [{ left: 3 }, null, 'low'],
    [{ left: 0 }, null, 'none-left'],
    [{ state: 'staged', left: 0 }, null, 'unfinished'],
    [{ temporary: true }, null, 'temporary'],
    [{}, 'recovery', 'recovery'],
    [{}, 'factor-removed', 'factor-removed'],
    [{}, 'exposed', 'exposed'],
    [{ left: 2 }, 'recovery', 'low'],
    [{ left: 0 }, 'recovery', 'none-left'],
    [{ left: 0 }, 'exposed', 'exposed'],
    [{ left: 2, temporary: true }, 'recovery', 'temporary'],
  ])('of %j after %s: %s', (codes, occasion, because) => {
    expect(promptOf({ ...ON, ...codes }, RULES, occasion)?.because ?? null).toBe(because);
  });

  it.each([
    [true, true],
    [false, false],
  ])('and may wait with none left where the policy says so (%s)', (postponeRepair, mayWait) => {
    expect(promptOf({ ...ON, left: 0 }, { lowAt: 3, postponeRepair })).toEqual({ because: 'none-left', mayWait });
    expect(promptOf({ ...ON, left: 1 }, { lowAt: 3, postponeRepair })?.mayWait).toBe(true);
  });

  it('no longer once it was put off, unless it may not wait', () => {
    const low = { ...GROUND, codes: { ...ON, left: 1 }, dismissed: true };
    const none = { ...low, codes: { ...ON, left: 0 }, policy: { ...GROUND.policy, postponeRepair: false } };
    expect([suggestion(low), suggestion({ ...low, dismissed: false })?.because, suggestion(none)?.because]).toEqual([
      null,
      'low',
      'none-left',
    ]);
  });
});
