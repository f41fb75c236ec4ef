import { setTimeout as after } from 'node:timers/promises';
import { TOTP } from 'otpauth';
import { addKratosPerson, giveAddress, sentByKratos } from '../../demo/server/kratos/people';
import type { KratosSite } from '../../demo/server/kratos/site';
import { KratosVisitor } from '../../demo/server/kratos/visitor';
import { createKratosBackend } from '../../src/backends/kratos';
import type { ContractBrowser, ContractWorld } from '../../src/testing/contract';
import { addSecurityKey } from './authenticator';
import { NO_OLD_PROOF, PRIVILEGED_SECONDS } from './settings';

const PASSWORD = 'a password of the tests';

/** What a live server can't be brought to: the case that wants it is skipped, with these words. */
export class NotHere extends Error {}

let people = 0;

/** Somebody new, with everything that the suite's person has; Kratos itself accepted all of it. */
async function addPerson(site: KratosSite) {
  const name = `${Date.now().toString(36)}-${String((people += 1))}`;
  const { id, account, visitor } = await addKratosPerson(site, {
    email: `${name}@person.example`,
    password: PASSWORD,
    secondFactor: true,
  });
  const key = await addSecurityKey(visitor, new URL(site.base).origin);
  const to = `${name}@mail.example`;
  await giveAddress(site, id, to);
  return { ...account, visitor, key, to };
}
type Person = Awaited<ReturnType<typeof addPerson>>;

const appCode = (secret: string): Promise<string> => Promise.resolve(new TOTP({ secret }).generate());

async function giveApp(visitor: KratosVisitor, { totpSecret }: Person): Promise<void> {
  const form = await visitor.form('/self-service/login/browser?aal=aal2');
  const { status } = await visitor.send(form, { method: 'totp', totp_code: await appCode(totpSecret ?? '') });
  if (status !== 200) throw new Error(`Kratos answered a sign-in by an app code with ${status}.`);
}

/** Waits until this session's proof is old, as Kratos counts. */
async function grownOld(visitor: KratosVisitor): Promise<void> {
  if (NO_OLD_PROOF !== undefined) throw new NotHere(NO_OLD_PROOF);
  const { authenticated_at } = (await visitor.whoAmI()).json as { authenticated_at: string };
  const old = Date.parse(authenticated_at) + (PRIVILEGED_SECONDS + 1) * 1000;
  await after(Math.max(0, old - Date.now()));
}

/** One browser, and the adapter in it. `aged`: a browser that has been in for a while, whose session it may take over. */
function inBrowser(site: KratosSite, person: Person, aged?: KratosVisitor): ContractBrowser {
  const visitor = new KratosVisitor(site);
  let lose: 'before' | 'after' | undefined;
  // Kratos's forms are read before they are sent: what is lost is the next request that changes something.
  const losing: typeof fetch = async (input, init) => {
    const at = init?.method === undefined || init.method === 'GET' ? undefined : lose;
    if (at) lose = undefined;
    if (at === 'before') throw new TypeError('The request was lost.');
    const response = await visitor.fetch(input, init);
    if (at === 'after') throw new TypeError('The answer was lost.');
    return response;
  };
  return {
    backend: createKratosBackend({
      baseUrl: site.base,
      fetch: losing,
      totp: { issuer: 'Fjord Bank', accountName: person.email },
      privilegedSeconds: PRIVILEGED_SECONDS,
      policy: { reveal: true },
    }),
    async passFirstFactor() {
      await visitor.signOut();
      await visitor.passFirstFactor(person);
    },
    async signIn({ privileged }) {
      if (!privileged && aged) {
        for (const [name, value] of aged.cookies) visitor.cookies.set(name, value);
      } else {
        await aged?.signOut();
        await visitor.passFirstFactor(person);
        await giveApp(visitor, person);
      }
      if (!privileged) await grownOld(visitor);
    },
    signedIn: async () => (await visitor.whoAmI()).status === 200,
    loseNext: (at) => void (lose = at),
    authenticator: person.key.port,
  };
}

/** The suite's world on a live Kratos. */
export async function liveWorld(site: KratosSite): Promise<ContractWorld> {
  const person = await addPerson(site);
  const codes = [...person.backupCodes];
  return {
    ...inBrowser(site, person, person.visitor),
    otherBrowser: () => inBrowser(site, person),
    appCode: () => appCode(person.totpSecret ?? ''),
    appCodeOf: appCode,
    async backupCode() {
      const code = codes.pop();
      if (code === undefined) throw new Error('Every code of the list is used.');
      return Promise.resolve(code);
    },
    async sentCode() {
      const [newest] = await sentByKratos(site, person.to);
      const [, code] = /\b(\d{6})\b/.exec(newest?.body ?? '') ?? [];
      if (code === undefined)
        throw new Error(`Kratos shows no code that it sent to ${person.to}: it does in its mode --dev.`);
      return code;
    },
    password: PASSWORD,
    freezeToken: () => Promise.reject(new Error('Kratos does not serve this.')),
    close: () => Promise.resolve(),
  };
}
