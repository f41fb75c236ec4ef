import type { Factor } from '../../ports/backend.js';
import type { ContractCase } from './case.js';
import { call, facet, hold, method, newAttempt, refused, same, withPassword } from './check.js';
import type { ContractBrowser } from './world.js';

const port = (browser: ContractBrowser) => facet(browser.backend, 'factors');

async function app(browser: ContractBrowser): Promise<Factor> {
  const found = (await port(browser).list(call())).find(({ kind }) => kind === 'totp');
  hold(found, 'The authenticator app is not in the list');
  return found;
}

const WHAT = {
  'second-step': 'a second step',
  'whole-sign-in': 'a whole sign-in',
} as const;

export const factorsCases: readonly ContractCase[] = [
  {
    name: 'lists the authenticator app',
    uses: ['factors.list'],
    async run(world) {
      await world.signIn({ privileged: false });
      const { id, opens } = await app(world);
      hold(id.length > 0, 'It has no id');
      same(opens, 'second-step', 'What it opens');
    },
  },
  ...(['second-step', 'whole-sign-in'] as const).map((opens): ContractCase => ({
    name: `lists what an authenticator holds, a passkey as ${WHAT[opens]}`,
    uses: ['factors.list'],
    when: (can) => can.factors?.values.passkeyOpens === opens,
    async run(world) {
      await world.signIn({ privileged: false });
      const keys = (await port(world).list(call())).filter(({ kind }) => kind === 'passkey' || kind === 'security-key');
      hold(keys.length > 0, 'What the authenticator holds is not in the list');
      for (const key of keys.filter(({ kind }) => kind === 'passkey')) same(key.opens, opens, 'What it opens');
    },
  })),
  ...(['alone', 'all-second-factors'] as const).map((removal): ContractCase => ({
    name: `says what removing the app does: ${removal === 'alone' ? 'no more than that' : 'all second factors end'}`,
    uses: ['factors.list'],
    when: (can) => can.factors?.values.totpRemoval === removal,
    async run(world) {
      await world.signIn({ privileged: true });
      same((await app(world)).removal, removal, 'What removing it does');
    },
  })),
  {
    name: 'lists nothing to who is signed out',
    uses: ['factors.list'],
    async run(world) {
      await refused(port(world).list(call()), 'signed-out');
    },
  },
  {
    name: 'lists nothing to who has passed the first factor only',
    uses: ['factors.list', 'challenge.load'],
    async run(world) {
      await world.passFirstFactor();
      await refused(port(world).list(call()), 'signed-out');
    },
  },
  {
    name: 'renames what it says can be renamed',
    uses: ['factors.list', 'factors.rename'],
    async run(world) {
      await world.signIn({ privileged: true });
      const factor = (await port(world).list(call())).find(({ canRename }) => canRename);
      hold(factor, 'Nothing can be renamed');
      await method(port(world).rename, 'rename')(factor.id, 'Blue phone', call());
      const renamed = (await port(world).list(call())).find(({ id }) => id === factor.id);
      same(renamed?.name, 'Blue phone', 'The name');
    },
  },
  {
    name: 'refuses an empty name',
    uses: ['factors.list', 'factors.rename'],
    async run(world) {
      await world.signIn({ privileged: true });
      const factor = (await port(world).list(call())).find(({ canRename }) => canRename);
      hold(factor, 'Nothing can be renamed');
      await refused(method(port(world).rename, 'rename')(factor.id, '', call()), 'invalid-name');
    },
  },
  {
    name: 'removes a factor that is not the last, and does not mind being asked again',
    uses: ['factors.list', 'factors.remove'],
    async run(world) {
      await world.signIn({ privileged: true });
      const { id } = await app(world);
      await port(world).remove(id, withPassword(world));
      hold(!(await port(world).list(call())).some((one) => one.id === id), 'It is still in the list');
      await port(world).remove(id, withPassword(world));
    },
  },
  {
    name: 'keeps the backup codes where an app is removed alone',
    uses: ['factors.list', 'factors.remove', 'challenge.load', 'challenge.verify'],
    when: (can) => can.factors?.values.totpRemoval === 'alone',
    async run(world) {
      await world.signIn({ privileged: true });
      await port(world).remove((await app(world)).id, withPassword(world));
      const other = world.otherBrowser();
      await other.passFirstFactor();
      const proof = { kind: 'backup-code', code: await world.backupCode() } as const;
      await facet(other.backend, 'challenge').verify(proof, { attempt: newAttempt() }, call());
      hold(await other.signedIn(), 'A backup code lets nobody in any longer');
    },
  },
  {
    name: 'ends the codes with the app, where it says so',
    uses: ['factors.list', 'factors.remove', 'backupCodes.status'],
    when: (can) => can.factors?.values.totpRemoval === 'all-second-factors',
    async run(world) {
      await world.signIn({ privileged: true });
      await port(world).remove((await app(world)).id, withPassword(world));
      same((await facet(world.backend, 'backupCodes').status(call())).state, 'none', 'The state of the codes');
    },
  },
  {
    name: 'never says after a removal that fewer passkeys are taken than there are',
    uses: ['factors.list', 'factors.remove'],
    async run(world) {
      await world.signIn({ privileged: true });
      const { acceptedPasskeys } = await port(world).remove((await app(world)).id, withPassword(world));
      const keys = (await port(world).list(call())).filter(({ kind }) => kind === 'passkey' || kind === 'security-key');
      // A browser hides each passkey that it is not told of: nothing may be said, too little may not.
      same(acceptedPasskeys?.ids.length ?? keys.length, keys.length, 'How many are said to be taken');
    },
  },
  {
    name: 'refuses to remove the last way, and changes nothing',
    uses: ['factors.list', 'factors.remove'],
    when: (can) => can.factors?.values.guardsLast ?? false,
    async run(world) {
      await world.signIn({ privileged: true });
      // What may be removed changes with each removal.
      for (let left = (await port(world).list(call())).length; left > 0; left -= 1) {
        const next = (await port(world).list(call())).find(({ removal }) => removal === 'alone');
        if (next) await port(world).remove(next.id, call());
      }
      const last = await port(world).list(call());
      const blocked = method(
        last.find(({ removal }) => removal === 'blocked'),
        'last way',
      );
      same(
        await refused(port(world).remove(blocked.id, call()), 'not-allowed'),
        { code: 'not-allowed', reason: 'last-factor' },
        'The refusal',
      );
      same(await port(world).list(call()), last, 'The list');
    },
  },
  {
    name: 'removes nothing without a fresh proof',
    uses: ['factors.list', 'factors.remove', 'stepUp.need'],
    when: (can) => can.stepUp?.values.privilegedUntil === 'told',
    async run(world) {
      await world.signIn({ privileged: false });
      const { id } = await app(world);
      await refused(port(world).remove(id, call()), 'step-up-required');
      await app(world);
    },
  },
];
