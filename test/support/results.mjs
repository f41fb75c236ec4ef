// What a runner wrote of a run, in the words of the gate: how many passed, and what each test said that did not.
import { stripVTControlCharacters } from 'node:util';

/** As much of what a test said as tells it from others. */
const LINES = 12;

function failure(title, said) {
  const lines = stripVTControlCharacters(said ?? '')
    .trim()
    .split('\n')
    .filter((line) => !line.includes('/node_modules/'))
    .slice(0, LINES);
  return [title, ...lines.map((line) => `    ${line}`)].join('\n').replaceAll(`${process.cwd()}/`, '');
}

/** @param {object | undefined} run the JSON of Vitest's reporter */
export function ofVitest(run) {
  if (!run) return { passed: 0, failed: 1, failures: [] };
  const failures = run.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed');
    // A file that falls over before its tests has a message of its own.
    if (status === 'failed' && failed.length === 0) return [failure(name, message)];
    return failed.map((test) => failure(`${name} › ${test.fullName}`, test.failureMessages.join('\n')));
  });
  return { passed: run.numPassedTests, failed: run.numFailedTests, skipped: run.numPendingTests, failures };
}

/** @param {object | undefined} run the JSON of Playwright's reporter */
export function ofPlaywright(run) {
  if (!run) return { passed: 0, failed: 1, failures: [] };
  const { expected, unexpected, flaky, skipped } = run.stats;
  const inSuite = ({ specs = [], suites = [] }) => [
    ...specs
      .filter(({ ok }) => !ok)
      .map(({ file, title, tests }) =>
        failure(
          `${file} › ${title}`,
          tests
            .flatMap(({ results }) => results.flatMap(({ errors }) => errors.map((error) => error.message)))
            .join('\n'),
        ),
      ),
    ...suites.flatMap(inSuite),
  ];
  return { passed: expected, failed: unexpected + flaky, skipped, failures: run.suites.flatMap(inSuite) };
}

/** @param {object | undefined} run what the reporter of the elements' tests wrote */
export function ofElements(run) {
  if (!run) return { passed: 0, failed: 1, failures: [] };
  return { ...run, failures: run.failures.map(({ title, said }) => failure(title, said)) };
}
