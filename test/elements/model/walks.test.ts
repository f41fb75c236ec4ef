import * as fc from 'fast-check';
import '../../../src/define.js';
import { loadAll } from './load.js';
import { parametersOf, readSettings } from './settings.js';
import { STARTS } from './starts.js';
import { walk, walks } from './walk.js';

/** What part of the walks begins at each element: most of them at those that hold others. */
const SHARES: Readonly<Record<string, number>> = { 'mfa-sign-in': 0.24, 'mfa-settings': 0.16, 'mfa-repair': 0.12 };
const REST = (1 - 0.24 - 0.16 - 0.12) / (Object.keys(STARTS).length - Object.keys(SHARES).length);

describe('whatever a person, a network and time do', () => {
  before(loadAll);

  for (const [tag, start] of Object.entries(STARTS)) {
    it(`${tag} keeps what it promises`, async function () {
      this.timeout(900_000);
      const parameters = parametersOf(await readSettings(), SHARES[tag] ?? REST);
      await fc.assert(
        fc.asyncProperty(start, walks, async (from, commands) => void (await walk(from, commands))),
        parameters as fc.Parameters<unknown>,
      );
    });
  }
});
