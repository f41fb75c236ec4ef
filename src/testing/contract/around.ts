import type { ContractCase } from './case.js';
import { call, facet, hold, newAttempt, refused, same, withPassword } from './check.js';

/** Sessions and trusted devices, the help desk, activity and policy. */
const otherSessionCases: readonly ContractCase[] = [
  {
    name: 'ends the other sessions and not this one',
    uses: ['sessions.endOthers'],
    async run(world) {
      const other = world.otherBrowser();
      await other.signIn({ privileged: true });
      await world.signIn({ privileged: true });
      const { ended } = await facet(world.backend, 'sessions').endOthers(call());
      hold(ended === 'unknown' || ended === 1, `It says that it ended ${String(ended)}`);
      same([await world.signedIn(), await other.signedIn()], [true, false], 'Who is in');
    },
  },
];

const trustedDeviceCases: readonly ContractCase[] = [
  {
    name: 'asks a device that was trusted again, once others are signed out',
    uses: ['sessions.endOthers', 'challenge.load', 'challenge.verify'],
    when: (can) => can.sessions?.values.trustedDevices === 'forgotten',
    async run(world) {
      const trusted = world.otherBrowser();
      await trusted.passFirstFactor();
      const proof = { kind: 'totp', code: await world.appCode() } as const;
      const options = { attempt: newAttempt(), trustDevice: true };
      await facet(trusted.backend, 'challenge').verify(proof, options, call());
      await trusted.passFirstFactor();
      hold(await trusted.signedIn(), 'A device that was trusted is asked all the same');
      await world.signIn({ privileged: true });
      const { trustedDevices } = await facet(world.backend, 'sessions').endOthers(call());
      await trusted.passFirstFactor();
      same([trustedDevices, await trusted.signedIn()], ['forgotten', false], 'What is said, and who is in');
    },
  },
  {
    name: 'says that trusted devices stay, where they do',
    uses: ['sessions.endOthers'],
    when: (can) => can.sessions?.values.trustedDevices === 'kept',
    async run(world) {
      await world.signIn({ privileged: true });
      same((await facet(world.backend, 'sessions').endOthers(call())).trustedDevices, 'kept', 'What is said');
    },
  },
];

export const sessionsCases: readonly ContractCase[] = [...otherSessionCases, ...trustedDeviceCases];

export const assistanceCases: readonly ContractCase[] = [
  {
    name: 'has no case until one is asked for, and then one',
    uses: ['assistance.current', 'assistance.request'],
    async run(world) {
      await world.passFirstFactor();
      const help = facet(world.backend, 'assistance');
      same(await help.current(call()), null, 'The case before');
      const asked = await help.request(call());
      same(asked.state, 'waiting', 'Its state');
      same((await help.request(call())).number, asked.number, 'The case asked for again');
      same((await help.current(call()))?.number, asked.number, 'The case after');
    },
  },
  {
    name: 'takes a case back',
    uses: ['assistance.current', 'assistance.request', 'assistance.cancel'],
    async run(world) {
      await world.passFirstFactor();
      const help = facet(world.backend, 'assistance');
      const { number } = await help.request(call());
      await help.cancel(number, call());
      const after = await help.current(call());
      hold(after === null || after.state === 'cancelled', 'The case is still open');
      await help.cancel(number, call());
    },
  },
  {
    name: 'tells of an open case in the challenge',
    uses: ['assistance.request', 'challenge.load'],
    async run(world) {
      await world.passFirstFactor();
      const asked = await facet(world.backend, 'assistance').request(call());
      const entry = await facet(world.backend, 'challenge').load(null, call());
      hold(entry.status === 'challenge', `The person meets ${entry.status}`);
      same(entry.challenge.assistance, asked, 'The case in the challenge');
      same(
        entry.challenge.notices.filter(({ kind }) => kind === 'case-open').length,
        1,
        'The number of notices about it',
      );
    },
  },
  {
    name: 'leaves a case alone that a number is not of',
    uses: ['assistance.current', 'assistance.request', 'assistance.cancel'],
    async run(world) {
      await world.passFirstFactor();
      const help = facet(world.backend, 'assistance');
      const { number } = await help.request(call());
      await help.cancel('no-number-of-anybody', call());
      same((await help.current(call()))?.number, number, 'The case after');
    },
  },
  {
    name: 'lets nobody ask again right after taking a case back',
    uses: ['assistance.request', 'assistance.cancel'],
    async run(world) {
      await world.passFirstFactor();
      const help = facet(world.backend, 'assistance');
      const { number } = await help.request(call());
      await help.cancel(number, call());
      await refused(help.request(call()), 'too-many-attempts');
    },
  },
  {
    name: 'asks nobody for the help team’s pass who was not reset',
    uses: ['assistance.current', 'challenge.verify', 'challenge.load'],
    when: (can) => can.challenge?.values.proofs.includes('enrollment-pass') ?? false,
    async run(world) {
      await world.passFirstFactor();
      const port = facet(world.backend, 'challenge');
      const proof = { kind: 'enrollment-pass', code: 'AAAA-AAAA-AAAA' } as const;
      await refused(port.verify(proof, { attempt: newAttempt() }, call()), 'not-allowed');
      same((await port.load(null, call())).status, 'challenge', 'What the person meets');
    },
  },
  {
    name: 'takes no case without the first factor',
    uses: ['assistance.request'],
    async run(world) {
      await refused(facet(world.backend, 'assistance').request(call()), 'challenge-over', 'signed-out');
    },
  },
  {
    name: 'freezes an account by the notice’s token, also when it is sent again',
    uses: ['assistance.request', 'assistance.freeze', 'challenge.load'],
    async run(world) {
      await world.passFirstFactor();
      const help = facet(world.backend, 'assistance');
      await help.request(call());
      const token = await world.freezeToken();
      const stranger = facet(world.otherBrowser().backend, 'assistance');
      await stranger.freeze(token, call());
      await stranger.freeze(token, call());
      const other = world.otherBrowser();
      await other.passFirstFactor();
      const entry = await facet(other.backend, 'challenge').load(null, call());
      same(entry, { status: 'blocked', why: 'suspended' }, 'The entry');
    },
  },
  {
    name: 'freezes nothing by another token',
    uses: ['assistance.freeze'],
    async run(world) {
      await refused(
        facet(world.backend, 'assistance').freeze('no-token-of-anybody-at-all', call()),
        'not-allowed',
        'superseded',
      );
    },
  },
];

export const activityCases: readonly ContractCase[] = [
  {
    name: 'tells what happened, newest first',
    uses: ['activity.recent'],
    async run(world) {
      await world.signIn({ privileged: true });
      const events = await facet(world.backend, 'activity').recent(call());
      hold(events.length > 0, 'It tells nothing of the sign-in');
      same(
        events.map(({ at }) => at),
        events.map(({ at }) => at).sort((a, b) => b - a),
        'The instants',
      );
    },
  },
  {
    name: 'tells of a removal, and that the person did it',
    uses: ['activity.recent', 'factors.list', 'factors.remove'],
    async run(world) {
      await world.signIn({ privileged: true });
      const factors = facet(world.backend, 'factors');
      const next = (await factors.list(call())).find(({ removal }) => removal === 'alone');
      hold(next, 'Nothing can be removed');
      await factors.remove(next.id, withPassword(world));
      const events = await facet(world.backend, 'activity').recent(call());
      const removed = events.find(({ what }) => what === 'mfa.factor_removed');
      same(removed?.byRole, 'you', 'Who removed it');
    },
  },
  {
    name: 'tells nothing to who is signed out',
    uses: ['activity.recent'],
    async run(world) {
      await refused(facet(world.backend, 'activity').recent(call()), 'signed-out');
    },
  },
];

export const policyCases: readonly ContractCase[] = [
  {
    name: 'has a policy for anybody who asks',
    uses: [],
    async run(world) {
      const policy = await world.backend.policy(call());
      hold(policy.lowAt >= 0 && policy.minFactors >= 1, 'The policy makes no sense');
    },
  },
];
