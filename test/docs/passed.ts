// After all tests: whether those that the statement on accessibility cites ran, and passed. Part of `npm run verify:full`.
import { existsSync, readFileSync } from 'node:fs';
import { notPassed, proofsOf, type Run } from './accessibility';
import { ROOT } from './manifest';

function result<T>(name: string): T | undefined {
  const file = new URL(`test-results/${name}`, ROOT);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : undefined;
}

interface Vitest {
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly {
      readonly ancestorTitles: readonly string[];
      readonly title: string;
      readonly status: string;
    }[];
  }[];
}
const node = (result<Vitest>('node.json')?.testResults ?? []).flatMap(({ name, assertionResults }) =>
  assertionResults.map(({ ancestorTitles, title, status }): Run => ({
    file: name,
    titles: [...ancestorTitles, title],
    passed: status === 'passed',
  })),
);

interface Suite {
  readonly title: string;
  readonly file: string;
  readonly specs: readonly {
    readonly title: string;
    readonly ok: boolean;
    readonly tests: readonly { status: string }[];
  }[];
  readonly suites?: readonly Suite[];
}
const inSuite = ({ title, file, specs, suites = [] }: Suite, around: readonly string[] = []): Run[] => [
  ...specs.map((spec) => ({
    file: `test/e2e/${file}`,
    titles: [...around, title, spec.title],
    passed: spec.ok && spec.tests.every(({ status }) => status === 'expected'),
  })),
  ...suites.flatMap((one) => inSuite(one, [...around, title])),
];
const journeys = (result<{ suites: readonly Suite[] }>('e2e.json')?.suites ?? []).flatMap((suite) => inSuite(suite));

const elements = result<readonly Run[]>('elements-chromium-tests.json') ?? [];

const proofs = proofsOf();
const wrong = notPassed(proofs, [...node, ...journeys, ...elements]);
for (const line of wrong) console.error(line);
console.log(
  `${String(proofs.length - wrong.length)} of ${String(proofs.length)} tests that the statement cites passed`,
);
process.exitCode = wrong.length > 0 ? 1 : 0;
