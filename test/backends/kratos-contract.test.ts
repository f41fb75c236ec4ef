import { describe, it } from 'vitest';
import { contract, KRATOS } from '../../src/testing/contract/index.js';
import { kratosWorld } from '../support/kratos/world.js';

describe('the Kratos adapter on the simulated Kratos keeps the contract', () => {
  for (const { facet, cases } of contract(KRATOS)) {
    describe(facet, () => {
      for (const one of cases) it(one.name, () => one.run(kratosWorld()));
    });
  }
});
