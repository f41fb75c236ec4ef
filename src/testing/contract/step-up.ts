import type { Capabilities } from '../../ports/capabilities.js';
import type { ContractCase } from './case.js';
import { call, facet, hold, method, refused, same, wrong } from './check.js';
import type { ContractBrowser } from './world.js';

const port = (browser: ContractBrowser) => facet(browser.backend, 'stepUp');

const inPlace = (can: Capabilities): boolean => can.stepUp?.values.how.includes('in-place') ?? false;

/** By what the server lets through, which holds also where it can't say until when. */
const mayIssue = (browser: ContractBrowser): Promise<boolean> =>
  facet(browser.backend, 'backupCodes')
    .issue(call())
    .then(
      () => true,
      () => false,
    );

export const stepUpCases: readonly ContractCase[] = [
  {
    name: 'calls a fresh session privileged',
    uses: ['stepUp.privilegedUntil'],
    when: (can) => can.stepUp?.values.privilegedUntil === 'told',
    async run(world) {
      await world.signIn({ privileged: true });
      hold(typeof (await port(world).privilegedUntil(call())) === 'number', 'It does not say until when');
    },
  },
  {
    name: 'never calls a session privileged that is not',
    uses: ['stepUp.privilegedUntil'],
    async run(world) {
      await world.signIn({ privileged: false });
      const until = await port(world).privilegedUntil(call());
      hold(until === null || until === 'unknown', 'It says that the session is privileged');
    },
  },
  {
    name: 'says what it needs',
    uses: ['stepUp.need'],
    async run(world) {
      await world.signIn({ privileged: false });
      const need = await port(world).need(call());
      hold(!('ways' in need) || need.ways.length > 0, 'It needs a proof and names no way to give one');
    },
  },
  {
    name: 'refuses a privileged action without a proof, says what it needs, and changes nothing',
    uses: ['stepUp.need', 'backupCodes.issue', 'backupCodes.status'],
    async run(world) {
      await world.signIn({ privileged: false });
      const codes = facet(world.backend, 'backupCodes');
      const before = await codes.status(call());
      await refused(codes.issue(call()), 'step-up-required');
      same(await codes.status(call()), before, 'The status of the codes');
    },
  },
  {
    name: 'makes a session privileged by an app code',
    uses: ['stepUp.prove', 'backupCodes.issue'],
    when: inPlace,
    async run(world) {
      await world.signIn({ privileged: false });
      await port(world).prove({ kind: 'totp', code: await world.appCode() }, call());
      same(await mayIssue(world), true, 'Being privileged');
    },
  },
  {
    name: 'refuses a wrong proof',
    uses: ['backupCodes.issue', 'stepUp.prove'],
    when: inPlace,
    async run(world) {
      await world.signIn({ privileged: false });
      await refused(port(world).prove({ kind: 'totp', code: wrong(await world.appCode()) }, call()), 'wrong-code');
      same(await mayIssue(world), false, 'Being privileged');
    },
  },
  {
    name: 'takes the password where it offers that way',
    uses: ['stepUp.need', 'backupCodes.issue', 'stepUp.prove'],
    when: inPlace,
    async run(world) {
      await world.signIn({ privileged: false });
      const need = await port(world).need(call());
      const offered = need.how === 'in-place' && need.ways.some(({ kind }) => kind === 'password');
      const proof = port(world).prove({ kind: 'password', password: world.password }, call());
      if (!offered) await refused(proof, 'not-allowed');
      else await proof;
      same(await mayIssue(world), offered, 'Being privileged');
    },
  },
  {
    name: 'burns a backup code that proved it, once',
    uses: ['stepUp.prove', 'challenge.verify', 'challenge.load'],
    when: inPlace,
    async run(world) {
      await world.signIn({ privileged: false });
      const code = await world.backupCode();
      await port(world).prove({ kind: 'backup-code', code }, call());
      const other = world.otherBrowser();
      await other.passFirstFactor();
      const again = facet(other.backend, 'challenge').verify(
        { kind: 'backup-code', code },
        { attempt: crypto.randomUUID() },
        call(),
      );
      await refused(again, 'used-code', 'wrong-code');
    },
  },
  {
    name: 'is asked by its own state after a lost answer',
    uses: ['backupCodes.issue', 'stepUp.prove'],
    when: inPlace,
    async run(world) {
      await world.signIn({ privileged: false });
      world.loseNext('after');
      await refused(port(world).prove({ kind: 'totp', code: await world.appCode() }, call()), 'outcome-unknown');
      same(await mayIssue(world), true, 'Being privileged');
    },
  },
  {
    name: 'takes a passkey',
    uses: ['stepUp.preparePasskey', 'stepUp.prove', 'backupCodes.issue'],
    when: inPlace,
    async run(world) {
      await world.signIn({ privileged: false });
      const { id, options } = await port(world).preparePasskey(call());
      const result = await world.authenticator.get(options, call().signal);
      hold(result.is === 'done', `The ceremony ended as ${result.is}`);
      await port(world).prove({ kind: 'passkey', ceremony: id, credential: result.credential }, call());
      same(await mayIssue(world), true, 'Being privileged');
    },
  },
  {
    name: 'takes a code that it sent',
    uses: ['stepUp.need', 'stepUp.send', 'stepUp.prove', 'backupCodes.issue'],
    when: inPlace,
    async run(world) {
      await world.signIn({ privileged: false });
      const need = await port(world).need(call());
      const ways = need.how === 'in-place' ? need.ways : [];
      const { id } = method(
        ways.find((one) => one.kind === 'delivered-code'),
        'way of a sent code',
      );
      await port(world).send(id, call());
      await port(world).prove({ kind: 'delivered-code', id, code: await world.sentCode() }, call());
      same(await mayIssue(world), true, 'Being privileged');
    },
  },
  {
    name: 'asks nobody who is signed out for a proof',
    uses: ['stepUp.need'],
    async run(world) {
      await refused(port(world).need(call()), 'signed-out');
    },
  },
];
