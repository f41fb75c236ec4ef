import { beforeAll, describe, test } from 'vitest';
import { openKratos, type KratosSite } from '../../demo/server/kratos/site';
import { contract, KRATOS, type ContractWorld } from '../../src/testing/contract';
import { LIVE, PRIVILEGED_SECONDS } from './settings';
import { liveWorld, NotHere } from './world';

const suite = contract(KRATOS);

/** Made before the first case: their first sessions grow old while other cases run. */
const worlds: ContractWorld[] = [];
let site: KratosSite;

beforeAll(async () => {
  if (!LIVE) return;
  site = await openKratos(LIVE);
  const count = suite.flatMap(({ cases }) => cases).length;
  while (worlds.length < count) worlds.push(await liveWorld(site));
}, 300_000);

describe.skipIf(!LIVE)('a live Kratos keeps the contract by its adapter', () => {
  for (const { facet, cases } of suite) {
    describe(facet, () => {
      for (const { name, run } of cases)
        test(name, { timeout: 30_000 + PRIVILEGED_SECONDS * 1000 }, async ({ skip }) => {
          const world = worlds.shift() ?? (await liveWorld(site));
          try {
            await run(world);
          } catch (error) {
            if (error instanceof NotHere) skip(error.message);
            throw error;
          } finally {
            await world.close();
          }
        });
    });
  }
});
