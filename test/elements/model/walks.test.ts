import * as fc from 'fast-check';
import '../../../src/define.js';
import { loadAll } from './load.js';
import { readSettings } from './settings.js';
import { STARTS } from './starts.js';
import { walk, walks } from './walk.js';

/** What part of all walks begins at an element: most of them at those that hold others. */
const SHARES: Readonly<Record<string, number>> = { 'mfa-sign-in': 0.24, 'mfa-settings': 0.16, 'mfa-repair': 0.12 };
const REST = 0.48 / (Object.keys(STARTS).length - Object.keys(SHARES).length);

const given = await readSettings();
if (given.element !== null && !(given.element in STARTS))
  throw new Error(`MODEL_ELEMENT is ${given.element}, and may be ${Object.keys(STARTS).join(', ')}.`);

/** Whatever stands in a report, the way to walk it again stands below it. */
async function walkAll(tag: string, start: (typeof STARTS)[string]): Promise<void> {
  const seed = given.seed ?? Date.now() % 2 ** 31;
  const parameters = { numRuns: Math.ceil(given.walks * (SHARES[tag] ?? REST)), seed };
  const property = fc.asyncProperty(start, walks, async (from, commands) => void (await walk(from, commands)));
  const details = await fc.check(property, parameters);
  if (!details.failed) return;
  const engine = /Firefox/.test(navigator.userAgent)
    ? 'firefox'
    : /Chrome/.test(navigator.userAgent)
      ? 'chromium'
      : 'webkit';
  const again = `ENGINE=${engine} MODEL_ELEMENT=${tag} MODEL_SEED=${seed} MODEL_WALKS=${given.walks}`;
  throw new Error(
    `${String(details.errorInstance)}\n${fc.defaultReportMessage(details) ?? ''}\n\nAgain: ${again} npx wtr --files test/elements/model/walks.test.ts`,
  );
}

describe('whatever a person, a network and time do', () => {
  before(loadAll);

  for (const [tag, start] of Object.entries(STARTS)) {
    if (given.element !== null && given.element !== tag) continue;
    it(`${tag} keeps what it promises`, async function () {
      this.timeout(1_800_000);
      await walkAll(tag, start);
    });
  }
});
