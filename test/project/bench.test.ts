import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { median, range, reachesOf, type Load } from '../bench/figures';
import { readOptions, report, withReport } from '../bench/report';

const LOAD: Load = {
  ready: 1000,
  requests: 2,
  requestsInAll: 4,
  bytes: 2048,
  bytesInAll: 4096,
  script: 20,
  scriptInAll: 30,
  main: 100,
  mainInAll: 120,
  longTasks: 0,
  kept: 1,
  heap: 1024 * 1024,
};
const loaded = (...loads: Partial<Load>[]): Load[] => loads.map((one) => ({ ...LOAD, ...one }));
const missed = (session: [string, Load[]][], extras = {}): string[] =>
  reachesOf(new Map(session), extras)
    .filter(({ isReached }) => !isReached)
    .map(({ title, actual, limit }) => `${title}: ${actual}, ${limit}`);

describe('a median', () => {
  it.each([
    [[3, 1, 2], 2],
    [[4, 1, 3, 2], 2.5],
    [[7], 7],
  ])('of %j is %d', (values, middle) => {
    expect(median(values)).toBe(middle);
  });

  it('moves little for one that is far off, whose range tells of it', () => {
    const values = [10, 11, 12, 13, 900];
    expect([median(values), range(values)]).toEqual([12, [10, 900]]);
  });
});

describe('what is to be reached', () => {
  it('is reached at its limit, and missed above it', () => {
    const ready = (fallback: number) => missed([['html', loaded({})], ['fallback', loaded({ ready: fallback })]]); // prettier-ignore
    expect([ready(1050), ready(1051)]).toEqual([
      [],
      ['ready, around a plain form, to the form alone: 1.05 ×, at most 1.05 ×'],
    ]);
  });

  it('is a ratio of the medians of one session', () => {
    const lit = loaded({ ready: 500 }, { ready: 1000 }, { ready: 9000 });
    const given = loaded({ ready: 1200 }, { ready: 1100 }, { ready: 1000 });
    expect(missed([['lit', lit], ['given', given]])).toEqual([
      'ready, the challenge in the page, to a bare form by lit: 1.10 ×, at most 1.06 ×',
    ]); // prettier-ignore
  });

  it('is missed if one load in many loses what was typed', () => {
    expect(missed([['html', loaded({})], ['fallback', loaded({}, { kept: 0 }, {})]])).toEqual([
      'what was typed into it, and the focus, kept: 2 of 3, 3 of 3',
    ]); // prettier-ignore
  });

  it('leaves out what was not loaded', () => {
    expect(reachesOf(new Map([['given', loaded({})]]), {})).toEqual([]);
  });

  it('holds for heap, weight, and the steps between screens', () => {
    const steps = [{ title: 'on', script: 51, requests: 0, waited: true }];
    expect(missed([], { challenge: 13_001, everything: 45_001, leftByMount: -3, steps })).toEqual([
      'brotli bytes of script to the challenge: 13,001 bytes, at most 13,000 bytes',
      'brotli bytes of every screen: 45,001 bytes, at most 45,000 bytes',
      'script, on: 51 ms, at most 50 ms',
      'no waiting, on: it waits, none',
    ]);
  });
});

describe('the report', () => {
  const told = {
    session: new Map([
      ['html', loaded({ ready: 500 })],
      ['lit', loaded({ ready: 1000 }, { ready: 1100 }, { ready: 900 })],
    ]),
    reaches: [{ title: 'ready', actual: '1.07 ×', limit: 'at most 1.06 ×', isReached: false }],
    pages: [
      { name: 'html', title: 'HTML' },
      { name: 'lit', title: 'lit' },
    ],
    runs: 3,
    browser: 'Chromium 1',
  };

  it('says ratios first, then medians with their ranges', () => {
    const text = report(told);
    expect(text).toContain('| lit | 2.00 | 1.00 | 2 | 2.0 | 1.00 | 1.00 |');
    expect(text).toContain('| lit | 1000 (900–1100) |');
    expect(text.indexOf('2.00')).toBeLessThan(text.indexOf('1000 (900'));
  });

  it('marks what is missed', () => {
    expect(report(told)).toContain('| ready | 1.07 × | at most 1.06 × | ✗ |');
  });

  it('stands between its marks, and nothing else is touched', () => {
    expect(withReport('a\n<!-- bench -->\nold\n<!-- /bench -->\nb\n', 'new $& one')).toBe(
      'a\n<!-- bench -->\n\nnew $& one\n\n<!-- /bench -->\nb\n',
    );
  });

  it('is refused by a document without a place for it', () => {
    expect(() => withReport('nothing', 'new')).toThrow('The document has no place for the report.');
  });

  it('has its place in the docs', () => {
    const text = readFileSync(new URL('../../docs/performance.md', import.meta.url), 'utf8');
    expect(withReport(text, 'new')).toContain('<!-- bench -->\n\nnew\n\n<!-- /bench -->');
  });
});

describe('the command', () => {
  it('loads every page seven times unless told otherwise', () => {
    expect(readOptions([], ['html'])).toEqual({ runs: 7, only: null, check: false });
  });

  it('takes a number of runs, pages by name, and whether to check', () => {
    expect(readOptions(['--only', 'html,lit', '--runs', '3', '--check'], ['html', 'lit', 'rest'])).toEqual({
      runs: 3,
      only: ['html', 'lit'],
      check: true,
    });
  });

  it.each([
    [['--runs', 'many'], '--runs takes a number of runs.'],
    [['--runs', '0'], '--runs takes a number of runs.'],
    [['--fast'], 'There is no option --fast.'],
    [['--only', 'htm'], 'There is no page htm; there are html, lit.'],
  ])('refuses %j', (args, words) => {
    expect(() => readOptions(args, ['html', 'lit'])).toThrow(words);
  });
});

/** With the long tests: it takes a browser. */
describe.runIf(process.env.VERIFY === 'full')('a short bench', () => {
  it('loads two pages once, tells of both, and writes nothing down', async () => {
    const page = (): string => readFileSync(new URL('../../docs/performance.md', import.meta.url), 'utf8');
    const before = page();
    const args = ['tsx', 'test/bench/run.ts', '--runs', '1', '--only', 'html,fallback'];
    const { stdout } = await promisify(execFile)('npx', args, { cwd: new URL('../../', import.meta.url) });
    expect(stdout).toMatch(/\| a form in HTML, without script +\| +1\.00 \|/);
    expect(stdout).toMatch(/\| what was typed into it, and the focus, kept +\| +1 of 1 \| +1 of 1 \| +✓ \|/);
    expect(page()).toBe(before);
  }, 120_000);
});
