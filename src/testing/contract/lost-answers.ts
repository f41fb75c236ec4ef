import type { ContractCase } from './case.js';
import { open, port, useCode } from './challenge-tools.js';
import { call, hold, newAttempt, refused, same } from './check.js';

/** What is true of a challenge when an answer does not come. */
export const lostAnswerCases: readonly ContractCase[] = [
  {
    // What a browser does by itself when a kept-alive connection dies: the cookies are those of the first time.
    name: 'answers an attempt that the browser sends a second time as it answered the first',
    uses: ['challenge.load', 'challenge.verify'],
    when: (can) => can.challenge?.values.attempts === 'replayed',
    async run(world) {
      const [attempt, code] = [newAttempt(), await world.backupCode()];
      await open(world);
      world.loseNext('after');
      await refused(useCode(world, code, attempt), 'outcome-unknown');
      same((await useCode(world, code, attempt)).by, 'backup-code', 'The way');
      hold(await world.signedIn(), 'The person is not in');
    },
  },
  {
    name: 'calls a lost request neither accepted nor refused',
    uses: ['challenge.load', 'challenge.verify'],
    async run(world) {
      await open(world);
      const code = await world.backupCode();
      world.loseNext('before');
      await refused(useCode(world, code), 'outcome-unknown');
      hold(!(await world.signedIn()), 'The person is in');
    },
  },
  {
    name: 'settles an attempt that never arrived: its code still works',
    uses: ['challenge.load', 'challenge.verify', 'challenge.settle'],
    when: (can) => can.challenge?.values.unspent === 'told',
    async run(world) {
      const [attempt, code] = [newAttempt(), await world.backupCode()];
      await open(world);
      world.loseNext('before');
      await refused(useCode(world, code, attempt), 'outcome-unknown');
      same(await port(world).settle(attempt, call()), { state: 'pending', spent: false }, 'What it settled');
      await useCode(world, code);
      hold(await world.signedIn(), 'The code no longer works');
    },
  },
  {
    name: 'never says that an attempt which never arrived signed the person in',
    uses: ['challenge.load', 'challenge.settle'],
    async run(world) {
      await open(world);
      const settled = await port(world).settle(newAttempt(), call());
      hold(settled.state !== 'signed-in', 'It says that the person is in');
      hold(!(await world.signedIn()), 'The person is in');
    },
  },
  {
    name: 'settles an attempt whose answer was lost: the person is in, one code is spent',
    uses: ['challenge.load', 'challenge.verify', 'challenge.settle'],
    when: (can) => can.challenge?.values.lostSession === 'given-again',
    async run(world) {
      const [attempt, code] = [newAttempt(), await world.backupCode()];
      await open(world);
      world.loseNext('after');
      await refused(useCode(world, code, attempt), 'outcome-unknown');
      same((await port(world).settle(attempt, call())).state, 'signed-in', 'What it settled');
      hold(await world.signedIn(), 'The browser holds no session');
    },
  },
];
