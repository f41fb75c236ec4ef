import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createBetterAuthBackend } from '../../src/backends/better-auth';
import type { WebAuthnPort } from '../../src/ports/platform';
import { BETTER_AUTH, contract, type ContractBrowser, type ContractWorld } from '../../src/testing/contract';
import { overheard, SAID, speaking } from '../support/server-words';
import { appCode, codeOf, startStock, STOCK_URL, type StockBrowser, type StockHarness } from './support/stock';

type Person = Awaited<ReturnType<StockHarness['addPerson']>>;

let t: StockHarness;
beforeAll(async () => {
  t = await startStock();
});
afterAll(() => t.close());

const notServed = () => Promise.reject(new Error('Better Auth does not serve this.'));

type Around = (fetch: typeof globalThis.fetch) => typeof globalThis.fetch;

function inBrowser(
  browser: StockBrowser,
  person: Person,
  authenticator: WebAuthnPort,
  around: Around,
): ContractBrowser {
  return {
    backend: createBetterAuthBackend({
      baseUrl: STOCK_URL,
      plugins: ['two-factor', 'passkey'],
      otp: 'email',
      fetch: around(browser.fetch),
    }),
    passFirstFactor: async () => void (await browser.passFirstFactor(person)),
    async signIn({ privileged }) {
      await browser.signInWholly(person);
      if (!privileged) await t.ageSessions(person);
    },
    signedIn: async () => (await browser.whoAmI()) === person.email,
    loseNext: (at) => browser.loseNext(at),
    authenticator,
  };
}

async function makeWorld(around: Around = (fetch) => fetch): Promise<ContractWorld> {
  const person = await t.addPerson();
  const { port } = await person.addKey('A key');
  const codes = [...person.backupCodes];
  return {
    ...inBrowser(t.browser(), person, port, around),
    otherBrowser: () => inBrowser(t.browser(), person, port, around),
    appCode: () => Promise.resolve(appCode(person)),
    appCodeOf: (key) => Promise.resolve(codeOf(key)),
    backupCode: () => Promise.resolve(codes.pop()!),
    sentCode: () => Promise.resolve(t.sentTo(person)),
    password: person.password,
    freezeToken: notServed,
    close: () => Promise.resolve(),
  };
}

describe('the adapter for an unmodified Better Auth keeps the contract over HTTP', () => {
  for (const { facet, cases } of contract(BETTER_AUTH)) {
    describe(facet, () => {
      for (const { name, run } of cases) test(name, async () => run(await makeWorld()));
    });
  }
});

describe('the words of Better Auth stay behind its adapter where', () => {
  for (const { facet, cases } of contract(BETTER_AUTH)) {
    describe(facet, () => {
      for (const { name, run } of cases)
        test(name, async () => {
          const { world, heard } = overheard(await makeWorld(speaking));
          await run(world);
          expect(heard.join('\n')).not.toContain(SAID);
        });
    });
  }
});
