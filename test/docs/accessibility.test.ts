import { describe, expect, it } from 'vitest';
import { readdirSync } from 'node:fs';
import { SPOKEN_JOURNEYS } from '../elements/spoken/journeys';
import { conformance, notPassed, proofsOf, unprovedIn, type Run } from './accessibility';
import { CLAUSES, CRITERIA } from './conformance';
import { read, ROOT } from './manifest';

/** WCAG 2.2, levels A and AA: how many criteria each guideline has, by its number. */
const GUIDELINES: Readonly<Record<string, number>> = {
  '1.1': 1,
  '1.2': 5,
  '1.3': 5,
  '1.4': 9,
  '2.1': 3,
  '2.2': 2,
  '2.3': 1,
  '2.4': 8,
  '2.5': 6,
  '3.1': 2,
  '3.2': 5,
  '3.3': 6,
  '4.1': 2,
};

describe('the statement on accessibility', () => {
  it('has each criterion of WCAG 2.2 A and AA once', () => {
    const counted: Record<string, number> = {};
    for (const { id } of CRITERIA) {
      const guideline = id.split('.').slice(0, 2).join('.');
      counted[guideline] = (counted[guideline] ?? 0) + 1;
    }
    expect(new Set(CRITERIA.map(({ id }) => id)).size).toBe(55);
    expect(CRITERIA.filter(({ level }) => level === 'A')).toHaveLength(31);
    expect(counted).toEqual({ ...GUIDELINES });
  });

  it('cites tests that there are, and none for what is not there', () => {
    expect(unprovedIn([...CRITERIA, ...CLAUSES])).toEqual([]);
  });

  it('is what the table of criteria says', () => {
    const page = read('docs/accessibility.md').replaceAll(/[ -]+/g, ' ');
    const missing = conformance()
      .split('\n')
      .filter((line) => line && !page.includes(line.replaceAll(/[ -]+/g, ' ')));
    expect(missing).toEqual([]);
  });

  it('would be seen to cite a test that there is not, or none', () => {
    const tests = [{ file: 'test/docs/accessibility.test.ts', sentence: 'is nowhere' }];
    const wrong = [
      { id: '1.1.1', verdict: 'Supports', tests },
      { id: '1.2.1', verdict: 'Supports', tests: [] },
    ] as const;
    expect(unprovedIn(wrong)).toEqual([
      '1.1.1: there is no `test/docs/accessibility.test.ts`: is nowhere',
      '1.2.1: Supports with 0 tests',
    ]);
  });

  it('counts on tests that ran and passed, each case of them', () => {
    const run = (title: string, passed = true): Run => ({ file: '/a/b.ts', titles: ['suite', title], passed });
    const runs = [run('one at 3 px'), run('one at 4 px', false), run('two at 3 px'), run('suite (3)')];
    const proofs = ['one at … px', 'two at … px', 'suite (3)', 'three'].map((sentence) => ({ file: 'b.ts', sentence }));
    expect(notPassed(proofs, runs)).toEqual(['`b.ts`: one at … px: did not pass', '`b.ts`: three: did not run']);
  });

  it('reads results of each runner that the cited tests have', () => {
    const runners = new Set(proofsOf().map(({ file }) => /^test\/(elements|e2e)\//.exec(file)?.[1] ?? 'node'));
    expect([...runners].sort()).toEqual(['e2e', 'elements', 'node']);
  });
});

describe('what is heard', () => {
  it('is kept of each journey, and of no other', () => {
    const files = readdirSync(new URL('test/elements/spoken', ROOT)).filter((name) => name.endsWith('.txt'));
    expect(files.sort()).toEqual(SPOKEN_JOURNEYS.map(({ id }) => `${id}.txt`).sort());
  });
});
