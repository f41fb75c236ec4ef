import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SERVE } from '../../src/testing/server/operations.js';
import { ACTS } from '../elements/faults/acts.js';
import { readPage } from '../elements/faults/table.js';

const lines = [...readPage(readFileSync(new URL('../../docs/faults.md', import.meta.url), 'utf8'))].flatMap(
  ([act, rows]) =>
    rows.map((row) => {
      const [where = '', reads = '', sent = '', truth = ''] = row.split(/ (?<!\\)\| /);
      return { act, row, line: { where, reads, sent, truth } };
    }),
);

interface Line {
  readonly where: string;
  readonly reads: string;
  readonly sent: string;
  readonly truth: string;
}

/** What asks and changes nothing: it may be asked as often as it takes. */
const ASKS = /^(load|list|settle|recent|current|policy|backupCodesStatus|prepare)/;
const changes = Object.keys(SERVE).filter((call) => !ASKS.test(call));
const TWICE = new RegExp(`([2-9]|\\d\\d+) × (${changes.join('|')})\\b`);
const BY_THE_BROWSER = 'the browser sends it twice by itself';

/** What must be true of no line, each with a line that it would be seen in. */
const NEVER: Readonly<Record<string, readonly [is: (line: Line) => boolean, seen: Partial<Line>]>> = {
  'sends what spends or changes twice, but where the browser does by itself': [
    ({ where, sent }) => where !== BY_THE_BROWSER && TWICE.test(sent),
    { sent: '2 × renameFactor' },
  ],
  'uses more than one backup code': [
    ({ truth }) => /\b([2-9]|\d\d+) backup codes? used/.test(truth),
    { truth: '2 backup codes used' },
  ],
  'tells of a code that is used up that it works': [
    ({ reads, truth }) => reads.includes('still works') && truth.includes('code used'),
    { reads: 'Your code still works', truth: '1 backup code used' },
  ],
  'tells who is not in that they are': [
    ({ reads, truth }) => reads.startsWith("You're in ") && !truth.includes('signed in'),
    { reads: "You're in [Continue]", truth: 'nothing changed' },
  ],
  'tells who is in that they are not': [
    ({ reads, truth }) => reads.includes('not in yet') && truth.includes('signed in'),
    { reads: "You're not in yet", truth: 'signed in' },
  ],
  'ends old codes before new ones are on, but where the person turns them off': [
    ({ sent, truth }) =>
      /the (old )?codes are off/.test(truth) &&
      !truth.includes('the new codes are on') &&
      !sent.includes('removeBackupCodes'),
    { truth: 'the old codes are off' },
  ],
  'leaves the person without a word or without a way on': [
    ({ reads }) => !/\S.*\[.+\]/.test(reads),
    { reads: 'Sorry.' },
  ],
};

describe('whatever comes of a fault', () => {
  it('there is a line for each', () => expect(lines.length).toBeGreaterThan(700));

  it('no call is left out but those that no element makes', () => {
    const lived = new Set<string>(ACTS.map(({ call }) => call));
    expect(Object.keys(SERVE).filter((call) => !lived.has(call))).toEqual(['submitForm', 'freeze']);
  });

  it.each(Object.entries(NEVER))('no line %s', (_, [is]) => {
    expect(lines.filter(({ line }) => is(line)).map(({ act, row }) => `${act}: ${row}`)).toEqual([]);
  });

  it.each(Object.entries(NEVER))('would be seen: it %s', (_, [is, seen]) => {
    expect(is({ where: '', reads: 'Try again [Try again]', sent: '', truth: '', ...seen })).toBe(true);
  });

  it('what the browser sends twice is in it', () => {
    expect(lines.filter(({ line: { sent } }) => TWICE.test(sent))).not.toEqual([]);
  });
});
