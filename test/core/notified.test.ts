import { describe, expect, it } from 'vitest';
import type { Known } from '../../src/core/factor.js';
import { noticeAdvice } from '../../src/core/notified.js';

const [ADA, OTHER] = ['a•••@example.com', 'o•••@example.com'];

describe('how a person hears of a change', () => {
  it.each<[string, Known<readonly string[]>, readonly string[], string | null]>([
    ['is well at two addresses', [ADA, OTHER], [ADA], null],
    ['is weak at one', [ADA], [], 'one-address'],
    ['is weak at one that is not the one for codes', [ADA], [OTHER], 'one-address'],
    ['is weaker at the one that codes go to', [ADA], [OTHER, ADA], 'same-address'],
    ['is not known where the server does not say', 'unknown', [ADA], null],
    ['is no question where nobody was told', [], [ADA], null],
  ])('%s', (_, notified, sentTo, expected) => {
    expect(noticeAdvice(notified, sentTo)).toBe(expected);
  });
});
