import { parseBackupCode } from '../../core/backup-code.js';
import type { Capabilities } from '../../ports/capabilities.js';
import type { ContractCase } from './case.js';
import { call, facet, hold, method, newAttempt, refused, same, withPassword } from './check.js';
import type { ContractBrowser, ContractWorld } from './world.js';

const port = (browser: ContractBrowser) => facet(browser.backend, 'backupCodes');
const confirm = (browser: ContractBrowser, set: string) => method(port(browser).confirm, 'confirm')(set, call());
const staged = (can: Capabilities): boolean => can.backupCodes?.values.issuing === 'staged';

/** Signs another browser in by a backup code. */
async function useCode(world: ContractWorld, code: string) {
  const browser = world.otherBrowser();
  await browser.passFirstFactor();
  return facet(browser.backend, 'challenge').verify({ kind: 'backup-code', code }, { attempt: newAttempt() }, call());
}

export const backupCodesCases: readonly ContractCase[] = [
  {
    name: 'tells of the codes without showing one',
    uses: ['backupCodes.status'],
    async run(world) {
      await world.signIn({ privileged: false });
      const code = await world.backupCode();
      const status = await port(world).status(call());
      hold(status.state === 'on' || status.state === 'unknown', `The state is ${status.state}`);
      hold(!JSON.stringify(status).includes(code), 'The status shows a code');
    },
  },
  {
    name: 'counts the codes exactly',
    uses: ['backupCodes.status', 'challenge.load', 'challenge.verify'],
    when: (can) => can.backupCodes?.values.count === 'exact',
    async run(world) {
      await world.signIn({ privileged: false });
      const before = await port(world).status(call());
      await useCode(world, await world.backupCode());
      const after = await port(world).status(call());
      hold(before.left !== 'unknown' && before.of !== 'unknown', 'The count is unknown');
      same([after.left, after.of], [before.left - 1, before.of], 'The count after a code was used');
    },
  },
  {
    name: 'makes codes of the format that it declares, all different',
    uses: ['backupCodes.issue'],
    when: staged,
    async run(world) {
      await world.signIn({ privileged: true });
      const { codes, format } = await port(world).issue(call());
      hold(codes.length >= 8, `There are only ${String(codes.length)}`);
      same(new Set(codes).size, codes.length, 'How many are different');
      for (const code of codes) same(parseBackupCode(code, format), { is: 'code', code }, 'A code as it was read');
    },
  },
  {
    name: 'makes other codes each time',
    uses: ['backupCodes.issue'],
    when: staged,
    async run(world) {
      await world.signIn({ privileged: true });
      const first = await port(world).issue(call());
      const second = await port(world).issue(call());
      same(
        first.codes.filter((code) => second.codes.includes(code)),
        [],
        'The codes in both sets',
      );
    },
  },
  {
    name: 'keeps the old codes, and refuses the new ones, until the set is confirmed',
    uses: ['backupCodes.issue', 'backupCodes.confirm', 'challenge.load', 'challenge.verify'],
    when: staged,
    async run(world) {
      await world.signIn({ privileged: true });
      const { state, codes } = await port(world).issue(call());
      same(state, 'staged', 'The state of the set');
      const [unconfirmed = ''] = codes;
      await refused(useCode(world, unconfirmed), 'wrong-code');
      await useCode(world, await world.backupCode());
    },
  },
  {
    name: 'refuses the old codes, and takes the new ones, once the set is confirmed',
    uses: ['backupCodes.issue', 'backupCodes.confirm', 'challenge.load', 'challenge.verify'],
    when: staged,
    async run(world) {
      await world.signIn({ privileged: true });
      const old = await world.backupCode();
      const { id, codes } = await port(world).issue(call());
      const { left } = await confirm(world, id);
      hold(left === 'unknown' || left === codes.length, `It says that ${String(left)} are left`);
      await refused(useCode(world, old), 'wrong-code', 'used-code');
      const [code = ''] = codes;
      await useCode(world, code);
    },
  },
  {
    name: 'confirms a set that is on already, so that a lost answer may be asked again',
    uses: ['backupCodes.issue', 'backupCodes.confirm'],
    when: staged,
    async run(world) {
      await world.signIn({ privileged: true });
      const { id } = await port(world).issue(call());
      world.loseNext('after');
      await refused(confirm(world, id), 'outcome-unknown');
      await confirm(world, id);
      await confirm(world, id);
    },
  },
  {
    name: 'puts a newer set in the place of an older one that was not confirmed',
    uses: ['backupCodes.issue', 'backupCodes.confirm'],
    when: staged,
    async run(world) {
      await world.signIn({ privileged: true });
      const older = await port(world).issue(call());
      const newer = await port(world).issue(call());
      await refused(confirm(world, older.id), 'superseded');
      await confirm(world, newer.id);
    },
  },
  {
    name: 'drops a set that nobody wants, and keeps the old codes',
    uses: ['backupCodes.issue', 'backupCodes.confirm', 'backupCodes.discard', 'challenge.load', 'challenge.verify'],
    async run(world) {
      await world.signIn({ privileged: true });
      const { id } = await port(world).issue(call());
      const discard = method(port(world).discard, 'discard');
      await discard(id, call());
      await discard(id, call());
      await refused(confirm(world, id), 'superseded');
      await useCode(world, await world.backupCode());
    },
  },
  {
    name: 'confirms nothing for another person’s browser',
    uses: ['backupCodes.issue', 'backupCodes.confirm', 'challenge.load'],
    when: staged,
    async run(world) {
      await world.signIn({ privileged: true });
      const { id } = await port(world).issue(call());
      const other = world.otherBrowser();
      await refused(confirm(other, id), 'signed-out');
      await confirm(world, id);
    },
  },
  {
    name: 'takes the new codes at once where it cannot stage them',
    uses: ['backupCodes.issue', 'challenge.load', 'challenge.verify'],
    when: (can) => can.backupCodes?.values.issuing === 'immediate',
    async run(world) {
      await world.signIn({ privileged: true });
      const old = await world.backupCode();
      const { state, codes } = await port(world).issue(withPassword(world));
      same(state, 'active', 'The state of the set');
      await refused(useCode(world, old), 'wrong-code', 'used-code');
      const [code = ''] = codes;
      await useCode(world, code);
    },
  },
  {
    name: 'ends all codes',
    uses: ['backupCodes.remove', 'backupCodes.status', 'challenge.load', 'challenge.verify'],
    async run(world) {
      await world.signIn({ privileged: true });
      const code = await world.backupCode();
      await method(port(world).remove, 'remove')(call());
      same((await port(world).status(call())).state, 'none', 'The state');
      await refused(useCode(world, code), 'wrong-code', 'used-code', 'not-allowed');
    },
  },
  {
    name: 'shows the codes in force again only where the server can',
    uses: ['backupCodes.reveal'],
    async run(world) {
      await world.signIn({ privileged: true });
      const code = await world.backupCode();
      const shown = await method(port(world).reveal, 'reveal')(call());
      hold(
        shown.some((one) => one.code === code),
        'An unused code is not among them',
      );
    },
  },
  {
    name: 'makes no codes for who is signed out',
    uses: ['backupCodes.issue'],
    async run(world) {
      await refused(port(world).issue(call()), 'signed-out');
    },
  },
];
