import { TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { createRestBackend } from '../../src/backends/rest';
import type { WebAuthnPort } from '../../src/ports/platform';
import { contract, REST, type ContractBrowser, type ContractWorld } from '../../src/testing/contract';
import { MINUTE, PASSWORD, startHarness, type Browser, type Harness, type Person } from './support/harness';

let t: Harness;
let sentCode = '';
/** The link of the notice that was sent last. */
let freezeUrl = '';
beforeAll(async () => {
  t = await startHarness({
    trustDeviceDays: 30,
    deliver: { email: async ({ code }) => void (sentCode = code) },
    notify: async ({ text }) => void (freezeUrl = /\S+\/freeze#\S+/.exec(text)?.[0] ?? freezeUrl),
  });
});
afterAll(() => t.close());

function inBrowser(browser: Browser, person: Person, authenticator: WebAuthnPort): ContractBrowser {
  const backend = createRestBackend({ baseUrl: `${t.server.origin}/api/auth/mfa`, fetch: browser.fetch });
  return {
    backend,
    passFirstFactor: async () => void (await browser.signIn(person)),
    async signIn({ privileged }) {
      await browser.signIn(person);
      const answer = await browser.attempt('totp', t.nextAppCode(person));
      if (answer.status !== 200) throw new Error(`The sign-in was answered ${answer.status}.`);
      if (!privileged) t.clock.now += 31 * MINUTE;
    },
    signedIn: async () => (await browser.whoAmI()) === person.email,
    loseNext: (at) => browser.loseNext(at),
    authenticator,
  };
}

async function makeWorld(): Promise<ContractWorld> {
  const person = await t.addPerson();
  const { port } = await t.addKey(person);
  const codes = [...person.codes];
  return {
    ...inBrowser(t.browser(), person, port),
    otherBrowser: () => inBrowser(t.browser(), person, port),
    appCode: () => Promise.resolve(t.nextAppCode(person)),
    appCodeOf: (secret) => Promise.resolve(new TOTP({ secret }).generate({ timestamp: (t.clock.now += 30_000) })),
    backupCode: () => Promise.resolve(codes.pop()!),
    sentCode: () => Promise.resolve(sentCode),
    password: PASSWORD,
    freezeToken: () => Promise.resolve(new URL(freezeUrl).hash.slice(1)),
    close: () => Promise.resolve(),
  };
}

describe('the reference server keeps the contract over HTTP', () => {
  for (const { facet, cases } of contract(REST)) {
    describe(facet, () => {
      for (const { name, run } of cases) test(name, async () => run(await makeWorld()));
    });
  }
});
