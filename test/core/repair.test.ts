import { describe, expect, it } from 'vitest';
import type { RepairTask } from '../../src/core/challenge.js';
import {
  newKinds,
  plan,
  retirable,
  type Means,
  type NewKind,
  type OldFactor,
  type Situation,
} from '../../src/core/repair.js';

const REST: Means = {
  app: 'atomic',
  keys: [
    { kind: 'passkey', opens: 'second-step' },
    { kind: 'security-key', opens: 'second-step' },
  ],
  codes: true,
  removal: true,
  sessions: true,
};
const KRATOS: Means = {
  ...REST,
  app: 'gap',
  keys: [
    { kind: 'passkey', opens: 'whole-sign-in' },
    { kind: 'security-key', opens: 'second-step' },
  ],
};
const BETTER_AUTH: Means = { ...REST, app: 'all-off', keys: [{ kind: 'passkey', opens: 'whole-sign-in' }] };
const GONE: Situation = { gone: true, codesLeft: 4, todo: [], adds: null };

describe('the plan', () => {
  it.each<[string, Partial<Situation>, Means, RepairTask[]]>([
    ['gone for good', {}, REST, ['add-factor', 'new-codes', 'retire-lost', 'end-other-sessions']],
    [
      'gone, the last code used',
      { codesLeft: 0, adds: 'totp' },
      REST,
      ['add-factor', 'new-codes', 'retire-lost', 'end-other-sessions'],
    ],
    [
      'gone, a gap, codes left',
      { adds: 'totp' },
      KRATOS,
      ['add-factor', 'new-codes', 'retire-lost', 'end-other-sessions'],
    ],
    [
      'gone, a gap, none left',
      { adds: 'totp', codesLeft: 0 },
      KRATOS,
      ['new-codes', 'add-factor', 'retire-lost', 'end-other-sessions'],
    ],
    [
      'gone, a gap, nobody says',
      { adds: 'totp', codesLeft: 'unknown' },
      KRATOS,
      ['new-codes', 'add-factor', 'retire-lost', 'end-other-sessions'],
    ],
    [
      'gone, none left, a key where only apps leave a gap',
      { adds: 'security-key', codesLeft: 0 },
      KRATOS,
      ['add-factor', 'new-codes', 'retire-lost', 'end-other-sessions'],
    ],
    [
      'gone, codes come with the app',
      { adds: 'totp', codesLeft: 0 },
      BETTER_AUTH,
      ['add-factor', 'retire-lost', 'end-other-sessions'],
    ],
    [
      'gone, a server without codes',
      { codesLeft: 'unknown' },
      { ...REST, codes: false },
      ['add-factor', 'retire-lost', 'end-other-sessions'],
    ],
    [
      'gone, nothing can be set up',
      {},
      { ...REST, app: null, keys: [] },
      ['new-codes', 'retire-lost', 'end-other-sessions'],
    ],
    [
      'gone, nothing can be removed or ended',
      {},
      { ...REST, removal: false, sessions: false },
      ['add-factor', 'new-codes'],
    ],
    ['not gone, nothing to do', { gone: false }, REST, []],
    ['not gone, what the server asks for', { gone: false, todo: ['new-codes'] }, REST, ['new-codes']],
    [
      'unfinished, in the right order',
      { gone: false, todo: ['end-other-sessions', 'new-codes', 'add-factor'] },
      REST,
      ['add-factor', 'new-codes', 'end-other-sessions'],
    ],
  ])('%s', (_, situation, means, tasks) => {
    expect(plan({ ...GONE, ...situation }, means)).toEqual(tasks);
  });
});

/** An account as the servers hold it: what opens its second step, and whether that is asked for at all. */
interface Account {
  readonly works: ReadonlySet<string>;
  readonly codes: number;
  readonly isAsked: boolean;
}

/** Every situation on the way through a task, the last one being what it leads to. */
function through(task: RepairTask, { works, codes, isAsked }: Account, adds: NewKind, { app }: Means): Account[] {
  switch (task) {
    case 'add-factor':
      if (adds !== 'totp') return [{ works: new Set([...works, 'new']), codes, isAsked }];
      // The phone is gone: what it held opens nothing, whatever the server takes.
      if (app === 'gap')
        return [
          { works: new Set(), codes, isAsked },
          { works: new Set(['new']), codes, isAsked },
        ];
      if (app === 'all-off')
        return [
          { works: new Set(), codes: 0, isAsked: false },
          { works: new Set(['new']), codes: 10, isAsked: true },
        ];
      return [{ works: new Set(['new']), codes, isAsked }];
    case 'new-codes':
      return [{ works, codes: 10, isAsked }];
    case 'retire-lost':
      return [{ works: new Set([...works].filter((one) => one !== 'old')), codes, isAsked }];
    default:
      return [{ works, codes, isAsked }];
  }
}

describe('no step of the plan', () => {
  const cases = [REST, KRATOS, BETTER_AUTH].flatMap((means) =>
    newKinds(means, { keys: true, device: true }).flatMap((adds) =>
      ([0, 1, 5] as const).flatMap((codes) =>
        ([codes, 'unknown'] as const).map((codesLeft) => ({ means, adds, codes, codesLeft })),
      ),
    ),
  );

  it.each(cases)(
    'leaves the account without a way in: $adds, $codes codes, told $codesLeft',
    ({ means, adds, codes, codesLeft }) => {
      let account: Account = { works: new Set(['old']), codes, isAsked: true };
      for (const task of plan({ ...GONE, codesLeft, adds }, means)) {
        for (const next of through(task, account, adds, means)) {
          expect(next.works.size > 0 || next.codes > 0 || !next.isAsked, task).toBe(true);
          account = next;
        }
      }
      expect(account.works).toEqual(new Set(['new']));
    },
  );

  it('would pass unseen: in the usual order, a gap without codes is one', () => {
    const [gap] = through('add-factor', { works: new Set(['old']), codes: 0, isAsked: true }, 'totp', KRATOS);
    expect(gap).toMatchObject({ works: new Set(), codes: 0, isAsked: true });
  });
});

describe('what can be set up', () => {
  it.each<[string, Means, { keys: boolean; device: boolean }, NewKind[]]>([
    ['all, this device first', REST, { keys: true, device: true }, ['passkey', 'totp', 'security-key']],
    ['no passkey where the device holds none', REST, { keys: true, device: false }, ['totp', 'security-key']],
    ['an app alone where the browser knows no keys', REST, { keys: false, device: false }, ['totp']],
    ['no passkey that signs in by itself', KRATOS, { keys: true, device: true }, ['totp', 'security-key']],
    ['an app alone', BETTER_AUTH, { keys: true, device: true }, ['totp']],
  ])('is %s', (_, means, can, kinds) => {
    expect(newKinds(means, can)).toEqual(kinds);
  });
});

describe('what was lost', () => {
  const old = (id: string, rest: Partial<OldFactor> = {}): OldFactor => ({
    id,
    kind: 'totp',
    name: id,
    removal: 'alone',
    ...rest,
  });

  it('is looked for among what stood before', () => {
    expect(retirable([old('app'), old('new')], [old('app'), old('replaced')])).toEqual([old('app')]);
  });

  it.each<Partial<OldFactor>>([
    { removal: 'all-second-factors' },
    { removal: 'blocked' },
    { removal: 'not-here' },
    { kind: 'delivered-code' },
  ])('is not retired with more than itself, nor where it can not be: %j', (rest) => {
    expect(retirable([old('app', rest)], [old('app')])).toEqual([]);
  });
});
