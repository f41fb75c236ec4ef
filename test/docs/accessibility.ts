import { existsSync } from 'node:fs';
import { CLAUSES, CRITERIA, type Criterion, type Proof } from './conformance';
import { read, ROOT } from './manifest';
import { titlesIn } from './threats';

/** The clauses of EN 301 549 V3.2.1 are those of WCAG 2.1. */
const NEW_IN_WCAG_22 = ['2.4.11', '2.5.7', '2.5.8', '3.2.6', '3.3.7', '3.3.8'];

const citing = (tests: readonly Proof[], numbers: ReadonlyMap<string, number>): string =>
  tests.map((proof) => String(numbers.get(keyOf(proof)))).join(', ') || '–';

const keyOf = ({ file, sentence }: Proof): string => `\`${file}\`: ${sentence}`;

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** The tests that a statement cites, each once, in the order in which they are cited. */
export const proofsOf = (
  criteria: readonly Pick<Criterion, 'tests'>[] = [...CRITERIA, ...CLAUSES],
): readonly Proof[] => [
  ...new Map(criteria.flatMap(({ tests }) => tests).map((proof) => [keyOf(proof), proof])).values(),
];

/** The tables of the statement. */
export function conformance(): string {
  const proofs = proofsOf();
  const numbers = new Map(proofs.map((proof, index) => [keyOf(proof), index + 1]));
  return [
    '### WCAG 2.2, levels A and AA, and clause 9 of EN 301 549 V3.2.1',
    '',
    row(['criterion', 'level', 'EN 301 549', 'conformance', 'remarks', 'tests']),
    row(['---', '---', '---', '---', '---', '---']),
    ...CRITERIA.map(({ id, name, level, verdict, remark, tests }) =>
      row([
        `${id} ${name}`,
        level,
        NEW_IN_WCAG_22.includes(id) ? '–' : `9.${id}`,
        verdict,
        remark,
        citing(tests, numbers),
      ]),
    ),
    '',
    '4.1.1 Parsing (A; 9.4.1.1) is obsolete: WCAG 2.2 took it out, and it counts as met for HTML.',
    '',
    '### Other clauses of EN 301 549 V3.2.1',
    '',
    row(['clause', 'conformance', 'remarks', 'tests']),
    row(['---', '---', '---', '---']),
    ...CLAUSES.map(({ id, name, verdict, remark, tests }) =>
      row([`${id} ${name}`, verdict, remark, citing(tests, numbers)]),
    ),
    '',
    '### The tests',
    '',
    ...proofs.map((proof, index) => `${String(index + 1)}. ${keyOf(proof)}`),
  ].join('\n');
}

/** What the statement says of tests that is not so. */
export function unprovedIn(criteria: readonly Pick<Criterion, 'id' | 'verdict' | 'tests'>[]): readonly string[] {
  return criteria.flatMap(({ id, verdict, tests }) => [
    ...((verdict === 'Not applicable') === (tests.length === 0)
      ? []
      : [`${id}: ${verdict} with ${String(tests.length)} tests`]),
    ...tests.filter((proof) => !isThere(proof)).map((proof) => `${id}: there is no ${keyOf(proof)}`),
  ]);
}

const isThere = ({ file, sentence }: Proof): boolean =>
  existsSync(new URL(file, ROOT)) && titlesIn(read(file)).includes(sentence);

/** A test as a runner tells of it: its file, its titles from the outside in, and how it ended. */
export interface Run {
  readonly file: string;
  readonly titles: readonly string[];
  readonly passed: boolean;
}

/** The tests that did not run, or did not pass. */
export function notPassed(proofs: readonly Proof[], runs: readonly Run[]): readonly string[] {
  return proofs.flatMap((proof) => {
    const title = new RegExp(
      `^${proof.sentence
        .split('…')
        .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
        .join('.*')}$`,
      's',
    );
    const found = runs.filter(({ file, titles }) => file.endsWith(proof.file) && titles.some((one) => title.test(one)));
    if (found.length === 0) return [`${keyOf(proof)}: did not run`];
    return found.every(({ passed }) => passed) ? [] : [`${keyOf(proof)}: did not pass`];
  });
}
