import type { TotpSetup } from '../../ports/backend.js';
import type { ContractCase } from './case.js';
import { call, facet, hold, method, newAttempt, refused, same, withPassword, wrong } from './check.js';
import type { ContractBrowser, ContractWorld } from './world.js';

const totp = (browser: ContractBrowser) => facet(browser.backend, 'totp');
const passkeys = (browser: ContractBrowser) => facet(browser.backend, 'passkeys');
const REPLACE = { replace: true, lost: true };

async function useApp(world: ContractWorld, code: string) {
  const browser = world.otherBrowser();
  await browser.passFirstFactor();
  return facet(browser.backend, 'challenge').verify({ kind: 'totp', code }, { attempt: newAttempt() }, call());
}

async function begin(world: ContractWorld): Promise<TotpSetup> {
  await world.signIn({ privileged: true });
  return totp(world).start(REPLACE, withPassword(world));
}

export const totpCases: readonly ContractCase[] = [
  {
    name: 'gives the app its key, as an address and to type',
    uses: ['totp.start'],
    async run(world) {
      const { uri, key } = await begin(world);
      hold(uri.startsWith('otpauth://totp/'), 'The address is none of an authenticator app');
      same(new URL(uri).searchParams.get('secret'), key, 'The key in the address');
    },
  },
  {
    name: 'lets the new app in once it has shown a right code',
    uses: ['totp.start', 'totp.verify', 'challenge.load', 'challenge.verify'],
    async run(world) {
      const { id, key } = await begin(world);
      await totp(world).verify(id, await world.appCodeOf(key), call());
      await useApp(world, await world.appCodeOf(key));
    },
  },
  {
    name: 'keeps the old app until the new one has shown a right code',
    uses: ['totp.start', 'totp.verify', 'challenge.load', 'challenge.verify'],
    when: (can) => can.totp?.values.replacing === 'atomic',
    async run(world) {
      const { id, key } = await begin(world);
      await refused(totp(world).verify(id, wrong(await world.appCodeOf(key)), call()), 'wrong-code');
      await useApp(world, await world.appCode());
    },
  },
  {
    name: 'refuses the old app once the new one is in its place',
    uses: ['totp.start', 'totp.verify', 'challenge.load', 'challenge.verify'],
    when: (can) => can.totp?.values.replacing === 'atomic',
    async run(world) {
      const { id, key } = await begin(world);
      const old = await world.appCode();
      await totp(world).verify(id, await world.appCodeOf(key), call());
      await refused(useApp(world, old), 'wrong-code');
    },
  },
  {
    name: 'verifies a setup that is in force already, so that a lost answer may be asked again',
    uses: ['totp.start', 'totp.verify', 'totp.abandon'],
    async run(world) {
      const { id, key } = await begin(world);
      const code = await world.appCodeOf(key);
      world.loseNext('after');
      await refused(totp(world).verify(id, code, call()), 'outcome-unknown');
      await totp(world).verify(id, code, call());
    },
  },
  {
    name: 'drops a setup that nobody wants',
    uses: ['totp.start', 'totp.verify', 'totp.abandon'],
    async run(world) {
      const { id, key } = await begin(world);
      await method(totp(world).abandon, 'abandon')(id, call());
      await refused(totp(world).verify(id, await world.appCodeOf(key), call()), 'superseded');
    },
  },
  {
    name: 'gives no key to who is signed out',
    uses: ['totp.start'],
    async run(world) {
      await refused(totp(world).start(REPLACE, call()), 'signed-out');
    },
  },
];

export const passkeysCases: readonly ContractCase[] = [
  {
    name: 'adds what the authenticator made, once',
    uses: ['passkeys.prepare', 'passkeys.register', 'factors.list'],
    async run(world) {
      await world.signIn({ privileged: true });
      const [kind] = passkeys(world).kinds;
      hold(kind, 'It adds no kind of passkey');
      const before = await facet(world.backend, 'factors').list(call());
      const { id, options } = await passkeys(world).prepare(kind.kind, call());
      const made = await world.authenticator.create({ ...options, excludeCredentials: [] }, call().signal);
      hold(made.is === 'done', `The ceremony ended as ${made.is}`);
      const name = kind.naming === 'none' ? null : 'This laptop';
      const { factor } = await passkeys(world).register(id, made.credential, name, call());
      const after = await facet(world.backend, 'factors').list(call());
      same(after.length, before.length + 1, 'How many factors there are');
      hold(factor === 'unknown' || after.some((one) => one.id === factor.id), 'The new one is not in the list');
      if (factor !== 'unknown') same(factor.opens, kind.opens, 'What it opens');
    },
  },
  {
    name: 'names what the account has, so that it is not added twice',
    uses: ['passkeys.prepare', 'factors.list', 'challenge.preparePasskey'],
    async run(world) {
      await world.signIn({ privileged: true });
      const [kind] = passkeys(world).kinds;
      hold(kind, 'It adds no kind of passkey');
      const { options } = await passkeys(world).prepare(kind.kind, call());
      const made = await world.authenticator.create(options, call().signal);
      same(made.is, 'exists', 'How the ceremony ended');
    },
  },
  {
    name: 'adds nothing for who is signed out',
    uses: ['passkeys.prepare'],
    async run(world) {
      const [kind] = passkeys(world).kinds;
      hold(kind, 'It adds no kind of passkey');
      await refused(passkeys(world).prepare(kind.kind, call()), 'signed-out');
    },
  },
];
