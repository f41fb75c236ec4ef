import { setupWorker } from 'msw/browser';
import { REST } from '../../../src/backends/capabilities.js';
import { createRestBackend } from '../../../src/backends/rest.js';
import { contract } from '../../../src/testing/contract/index.js';
import { simulatedWorld } from '../../../src/testing/contract/simulated-world.js';
import type { SimulatedServer } from '../../../src/testing/index.js';
import { handlers } from '../../../src/testing/msw.js';

/** In a page, over a service worker: what the first browser asks goes through the page's own fetch. */
describe('the REST adapter in a page keeps the contract', () => {
  const servers = new Set<SimulatedServer>();
  const worker = setupWorker(...handlers(servers, { baseUrl: '/contract' }));
  let serial = 0;

  before(() => worker.start({ quiet: true, onUnhandledRequest: 'bypass' }));
  after(() => {
    worker.stop();
  });
  afterEach(() => servers.clear());

  for (const { facet, cases } of contract(REST)) {
    describe(facet, () => {
      for (const { name, run } of cases) {
        it(name, () =>
          run(
            simulatedWorld(
              ({ baseUrl, fetch, server }) => {
                servers.add(server);
                return createRestBackend({ baseUrl, fetch: fetch === server.fetch ? globalThis.fetch : fetch });
              },
              {
                baseUrl: `/contract/${String((serial += 1))}`,
                account: { stepUp: { how: 'in-place', password: true } },
              },
            ),
          ),
        );
      }
    });
  }
});
