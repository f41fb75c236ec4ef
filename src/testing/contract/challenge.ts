import { parseBackupCode } from '../../core/backup-code.js';
import type { ContractCase } from './case.js';
import { offer, open, port, useApp, useCode } from './challenge-tools.js';
import { call, hold, method, newAttempt, refused, same, wrong } from './check.js';

export const challengeCases: readonly ContractCase[] = [
  {
    name: 'says that the first factor comes first',
    uses: ['challenge.load'],
    when: (can) => can.challenge?.values.entries.includes('sign-in-first') ?? false,
    async run(world) {
      same(await port(world).load(null, call()), { status: 'sign-in-first' }, 'The entry');
    },
  },
  {
    name: 'shows a challenge with the ways that the person has',
    uses: ['challenge.load'],
    async run(world) {
      const challenge = await open(world);
      offer(challenge, 'totp');
      offer(challenge, 'backup-code');
    },
  },
  {
    name: 'never tells a password thief how many backup codes there are',
    uses: ['challenge.load'],
    async run(world) {
      const { format, madeOn, lastUsed, ...more } = offer(await open(world), 'backup-code');
      hold(format && (madeOn === 'unknown' || madeOn >= 0) && lastUsed !== null, 'The offer of codes is not whole');
      same(more, { kind: 'backup-code' }, 'What else the offer says');
    },
  },
  {
    name: 'declares a format that its own backup codes have',
    uses: ['challenge.load'],
    async run(world) {
      const { format } = offer(await open(world), 'backup-code');
      const code = await world.backupCode();
      same(parseBackupCode(code, format), { is: 'code', code }, 'The code as it was read');
    },
  },
  {
    name: 'tells an account only masked',
    uses: ['challenge.load'],
    when: (can) => can.challenge?.values.account === 'told',
    async run(world) {
      const { account } = await open(world);
      hold(account !== 'unknown' && !/^[\w.+-]+@/.test(account), 'The account is not masked');
    },
  },
  {
    name: 'shows the same challenge when it is loaded again by its handle',
    uses: ['challenge.load'],
    when: (can) => can.challenge?.values.handle ?? false,
    async run(world) {
      const { handle } = await open(world);
      const again = await port(world).load(handle, call());
      same(again.status === 'challenge' && again.challenge.handle, handle, 'The handle');
    },
  },
  {
    name: 'reads an entry that the page brought along, and no other text',
    uses: ['challenge.given', 'challenge.load'],
    async run(world) {
      await world.passFirstFactor();
      const { given, load } = port(world);
      const read = method(given, 'given');
      const entry = await load(null, call());
      same(read(JSON.parse(JSON.stringify(entry))), entry, 'The entry as it was read');
      let refusal: unknown;
      try {
        read({ status: 'challenge' });
      } catch (error) {
        refusal = error;
      }
      hold(refusal !== undefined, 'It reads a challenge where there is none');
    },
  },
  {
    name: 'lets an app code in',
    uses: ['challenge.load', 'challenge.verify'],
    async run(world) {
      await open(world);
      same((await useApp(world, await world.appCode())).by, 'totp', 'The way');
      hold(await world.signedIn(), 'The person is not in');
    },
  },
  {
    name: 'refuses a wrong app code and keeps the challenge open',
    uses: ['challenge.load', 'challenge.verify'],
    async run(world) {
      await open(world);
      const code = await world.appCode();
      await refused(useApp(world, wrong(code)), 'wrong-code');
      hold(!(await world.signedIn()), 'The person is in');
      await useApp(world, code);
      hold(await world.signedIn(), 'The right code no longer works');
    },
  },
  {
    name: 'lets a backup code in, and says how many are left where it can',
    uses: ['challenge.load', 'challenge.verify'],
    async run(world) {
      await open(world);
      const first = await useCode(world, await world.backupCode());
      same(first.by, 'backup-code', 'The way');
      hold(await world.signedIn(), 'The person is not in');
      const other = world.otherBrowser();
      await open(other);
      const second = await useCode(other, await world.backupCode());
      if (first.codesLeft === 'unknown') same(second.codesLeft, 'unknown', 'The count');
      else same(second.codesLeft, first.codesLeft - 1, 'The count after another code');
    },
  },
  {
    name: 'takes a backup code once',
    uses: ['challenge.load', 'challenge.verify'],
    async run(world) {
      const code = await world.backupCode();
      await open(world);
      await useCode(world, code);
      const other = world.otherBrowser();
      await open(other);
      await refused(useCode(other, code), 'used-code', 'wrong-code');
      hold(!(await other.signedIn()), 'The used code let somebody in');
    },
  },
  {
    name: 'tells a used backup code from a wrong one',
    uses: ['challenge.load', 'challenge.verify'],
    when: (can) => can.challenge?.values.usedCode === 'used-code',
    async run(world) {
      const code = await world.backupCode();
      await open(world);
      await useCode(world, code);
      const other = world.otherBrowser();
      await open(other);
      await refused(useCode(other, code), 'used-code');
    },
  },
  {
    name: 'refuses a wrong backup code and burns none',
    uses: ['challenge.load', 'challenge.verify'],
    async run(world) {
      const code = await world.backupCode();
      await open(world);
      await refused(useCode(world, wrong(code)), 'wrong-code');
      await useCode(world, code);
      hold(await world.signedIn(), 'The right code no longer works');
    },
  },
  {
    name: 'says who is in already',
    uses: ['challenge.load', 'challenge.verify'],
    async run(world) {
      await open(world);
      await useApp(world, await world.appCode());
      same((await port(world).load(null, call())).status, 'signed-in', 'The entry');
    },
  },
  {
    name: 'lets nobody in after it was cancelled',
    uses: ['challenge.load', 'challenge.verify', 'challenge.cancel'],
    when: (can) => can.challenge?.values.handle ?? false,
    async run(world) {
      await open(world);
      const code = await world.appCode();
      await port(world).cancel(call());
      await refused(useApp(world, code), 'challenge-over', 'signed-out');
      hold(!(await world.signedIn()), 'The person is in');
    },
  },
  {
    name: 'may be cancelled where there is nothing to cancel',
    uses: ['challenge.cancel'],
    async run(world) {
      await port(world).cancel(call());
      hold(!(await world.signedIn()), 'The person is in');
    },
  },
  {
    name: 'never trusts a device for a backup code',
    uses: ['challenge.load', 'challenge.verify'],
    async run(world) {
      await open(world);
      const proof = { kind: 'backup-code', code: await world.backupCode() } as const;
      await port(world).verify(proof, { attempt: newAttempt(), trustDevice: true }, call());
      // Holds that a challenge is open again.
      await open(world);
    },
  },
  {
    name: 'drops a call with its own reason, not as a failure of the server',
    uses: ['challenge.load'],
    async run(world) {
      const reason = new Error('the screen is gone');
      const thrown: unknown = await port(world)
        .load(null, { signal: AbortSignal.abort(reason) })
        .catch((error: unknown) => error);
      hold(thrown === reason, `It threw ${String(thrown)}`);
    },
  },
];
