import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SERVE } from '../../src/testing/server/operations.js';
import { ACTS } from '../elements/faults/acts.js';
import { readPage } from '../elements/faults/table.js';

const lines = [...readPage(readFileSync(new URL('../../docs/faults.md', import.meta.url), 'utf8'))].flatMap(
  ([act, rows]) => rows.map((row) => ({ act, row, cells: row.split(/ (?<!\\)\| /) })),
);

/** The lines of which something is true that must not be. */
const wrong = (
  is: (line: {
    readonly where: string;
    readonly reads: string;
    readonly sent: string;
    readonly truth: string;
  }) => boolean,
): string[] =>
  lines.flatMap(({ act, row, cells: [where = '', reads = '', sent = '', truth = ''] }) =>
    is({ where, reads, sent, truth }) ? [`${act}: ${row}`] : [],
  );

const TWICE = /\d+ × (attempt|proveStepUp|verifyTotp|registerPasskey|issueBackupCodes|confirmBackupCodes)/;
const BY_THE_BROWSER = 'the browser sends it twice by itself';

describe('whatever comes of a fault', () => {
  it('there is a line for each', () => expect(lines.length).toBeGreaterThan(700));

  it('no call is left out but those that no element makes', () => {
    const lived = new Set<string>(ACTS.map(({ call }) => call));
    expect(Object.keys(SERVE).filter((call) => !lived.has(call))).toEqual(['submitForm', 'freeze']);
  });

  it('nothing that spends or changes is sent twice, but by the browser itself', () => {
    expect(wrong(({ where, sent }) => where !== BY_THE_BROWSER && TWICE.test(sent))).toEqual([]);
  });

  it('what is sent twice would be seen', () => {
    expect(wrong(({ sent }) => TWICE.test(sent))).not.toEqual([]);
  });

  it('no more than one backup code is used', () => {
    expect(wrong(({ truth }) => /\b([2-9]|\d\d+) backup code used/.test(truth))).toEqual([]);
  });

  it('nobody is told that a code works which is used up', () => {
    expect(wrong(({ reads, truth }) => reads.includes('still works') && truth.includes('code used'))).toEqual([]);
  });

  it('nobody is told that they are in who is not, nor the other way', () => {
    const isIn = (reads: string): boolean => reads.startsWith("You're in ");
    const isSaid = (reads: string): boolean => /not in yet|Check again|sign in again/.test(reads);
    expect(wrong(({ reads, truth }) => isIn(reads) && !truth.includes('signed in'))).toEqual([]);
    expect(wrong(({ reads, truth }) => reads.includes('not in yet') && truth.includes('signed in'))).toEqual([]);
    expect(wrong(({ reads }) => isIn(reads) || isSaid(reads))).not.toEqual([]);
  });

  it('old codes end only where new ones are on', () => {
    const ends = /the (old )?codes are off/;
    expect(
      wrong(({ truth }) => ends.test(truth) && !truth.includes('the new codes are on')).filter(
        (line) => !line.includes('removeBackupCodes'),
      ),
    ).toEqual([]);
  });

  it('the person reads something, and there is a way on', () => {
    expect(wrong(({ reads }) => !/\[.+\]/.test(reads))).toEqual([]);
  });
});
