import type { MfaBackend } from '../../ports/backend.js';
import { createFakePlatform } from '../platform.js';
import { createSimulatedServer, type SimulatedServer } from '../server.js';
import type { SimulatedBrowser } from '../server/browser.js';
import type { SimulatedServerOptions } from '../server/options.js';
import type { ContractBrowser, ContractWorld } from './world.js';

/** What an adapter needs to talk as one browser, and the server for what only a test may know. */
export interface Connection {
  readonly baseUrl: string;
  readonly fetch: typeof fetch;
  readonly server: SimulatedServer;
}

/**
 * The suite's world on the simulated server.
 * @param connect makes the adapter under test, as one browser. Each call of its `fetch` counts as one request.
 */
export function simulatedWorld(
  connect: (browser: Connection) => MfaBackend,
  options: SimulatedServerOptions = {},
): ContractWorld {
  const server = createSimulatedServer({
    ...options,
    account: {
      delivered: [{ channel: 'email', to: 'a•••@example.com' }],
      passkeys: 1,
      trustDays: 30,
      ...options.account,
    },
  });
  // One person and one authenticator, whatever the number of browsers.
  const { webauthn: authenticator } = createFakePlatform({ passkeys: server.account.passkeys });

  function inBrowser(browser: SimulatedBrowser): ContractBrowser {
    return {
      backend: connect({ baseUrl: server.baseUrl, fetch: browser.fetch, server }),
      passFirstFactor: () => Promise.resolve(void browser.passFirstFactor()),
      signIn: ({ privileged }) => Promise.resolve(browser.signIn({ privileged })),
      signedIn: () => Promise.resolve(browser.signedIn),
      loseNext: (at) => server.faults.next('*', { kind: 'lost', committed: at === 'after' }),
      authenticator,
    };
  }

  return {
    ...inBrowser(server),
    otherBrowser: () => inBrowser(server.browser()),
    appCode: () => Promise.resolve(server.appCode()),
    appCodeOf: (key) => Promise.resolve(server.appCode(key)),
    backupCode: () => Promise.resolve(server.backupCode()),
    sentCode: () => Promise.resolve(server.sentCode()),
    password: server.account.password,
    async freezeToken() {
      const notice = server.account.outbox.findLast((one) => one.kind === 'notice' && one.freezeToken !== undefined);
      if (notice?.kind !== 'notice' || notice.freezeToken === undefined)
        throw new Error('There is no notice to freeze by.');
      return Promise.resolve(notice.freezeToken);
    },
    close: () => Promise.resolve(),
  };
}
