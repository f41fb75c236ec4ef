import { describe, expect, it } from 'vitest';
import { createRestBackend } from '../../src/backends/rest.js';
import { contract, KRATOS, REST, type ContractCase, type ContractWorld } from '../../src/testing/contract/index.js';
import { simulatedWorld } from '../../src/testing/contract/simulated-world.js';
import { kratosWorld } from '../support/kratos/world.js';
import { overheard, SAID, speaking } from '../support/server-words.js';

const rest = (): ContractWorld =>
  simulatedWorld(({ baseUrl, fetch }) => createRestBackend({ baseUrl, fetch: speaking(fetch) }), {
    account: { stepUp: { how: 'in-place', password: true } },
  });

/** What an adapter tells in a case of the contract. */
async function told(one: ContractCase, given: ContractWorld): Promise<string> {
  const { world, heard } = overheard(given);
  await one.run(world);
  return heard.join('\n');
}

describe.each([
  ['REST', REST, rest],
  ['Kratos', KRATOS, () => kratosWorld({ around: speaking })],
] as const)('the words of a server stay behind the %s adapter where', (_, can, world) => {
  for (const { facet, cases } of contract(can))
    describe(facet, () => {
      for (const one of cases) it(one.name, async () => expect(await told(one, world())).not.toContain(SAID));
    });
});

it('a word of the server that an adapter hands on would be heard', async () => {
  const [one] = contract(REST).flatMap(({ cases }) => cases.filter(({ uses }) => uses.includes('challenge.verify')));
  const naive = simulatedWorld(({ baseUrl, fetch }) => {
    const backend = createRestBackend({ baseUrl, fetch });
    const challenge = backend.challenge!;
    const load: typeof challenge.load = async (...args) => {
      const answer = await speaking(fetch)(`${baseUrl}/challenge`);
      return { ...((await answer.json()) as object), ...(await challenge.load(...args)) };
    };
    return { ...backend, challenge: { ...challenge, load } };
  });
  expect(await told(one!, naive)).toContain(SAID);
});
