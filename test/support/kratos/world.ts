import { createKratosBackend, type KratosOptions } from '../../../src/backends/kratos.js';
import type { ContractBrowser, ContractWorld } from '../../../src/testing/contract/index.js';
import { createFakePlatform } from '../../../src/testing/platform.js';
import { createSimulatedKratos, type KratosBrowser } from './server.js';
import type { IdentityOptions, KratosConfig } from './state.js';

export interface KratosWorldOptions {
  readonly config?: KratosConfig;
  readonly person?: IdentityOptions;
  readonly backend?: Partial<KratosOptions>;
  /** Stands between the adapter and the server. */
  readonly around?: (fetch: typeof globalThis.fetch) => typeof globalThis.fetch;
}

/** The contract suite's world on the simulated Kratos. */
export function kratosWorld({ config, person, backend, around = (fetch) => fetch }: KratosWorldOptions = {}) {
  const kratos = createSimulatedKratos(config, person);
  const { identity, outbox } = kratos.world;
  const held = [...identity.keys, ...identity.passkeys].map(({ id }) => ({ id, userHandle: null, relyingParty: null }));
  const { webauthn: authenticator } = createFakePlatform({ passkeys: held });
  const given = new Set<string>();

  const inBrowser = (browser: KratosBrowser): ContractBrowser => ({
    backend: createKratosBackend({
      baseUrl: kratos.base,
      fetch: around(browser.fetch),
      totp: { issuer: 'Fjord Bank', accountName: ({ email }) => String(email) },
      policy: { reveal: true },
      ...backend,
    }),
    passFirstFactor: () => Promise.resolve(browser.passFirstFactor()),
    signIn: (how) => Promise.resolve(browser.signIn(how)),
    signedIn: () => Promise.resolve(browser.signedIn),
    loseNext: (at) => browser.fail(at === 'before' ? 'lost-before' : 'lost-after'),
    authenticator,
  });

  const world: ContractWorld = {
    ...inBrowser(kratos),
    otherBrowser: () => inBrowser(kratos.browser()),
    appCode: () => Promise.resolve(kratos.appCode()),
    appCodeOf: (key) => Promise.resolve(kratos.appCode(key)),
    backupCode() {
      const found = identity.codes?.find(({ code, usedAt }) => usedAt === null && !given.has(code));
      if (!found) throw new Error('There is no backup code left.');
      given.add(found.code);
      return Promise.resolve(found.code);
    },
    sentCode: () => Promise.resolve(outbox.at(-1)?.code ?? ''),
    password: identity.password,
    freezeToken: () => Promise.reject(new Error('Kratos has no help desk.')),
    close: () => Promise.resolve(),
  };
  return { ...world, kratos };
}
