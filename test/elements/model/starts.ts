import * as fc from 'fast-check';
import type { AccountOptions, SimulatedServer, SimulatedServerOptions } from '../../../src/testing/index.js';

/** Where a walk begins: an element, an account, and whether the person is in. */
export interface Start {
  readonly tag: string;
  readonly signedIn?: 'fresh' | 'stale';
  readonly attributes?: Readonly<Record<string, string>>;
  /** What a host gives by script, each time the page is loaded. */
  readonly properties?: (server: SimulatedServer) => object;
  readonly server: SimulatedServerOptions;
}

const EMAIL = { channel: 'email', to: 'a•••@example.com' } as const;
const CONTACT = { phone: '+47 22 00 00 00', hours: 'Monday to Friday, 8 to 16' };
const RUNG = { id: 'card', title: 'Your bank card', line: 'With its reader.', url: '/card' };

const codes = fc.constantFrom<NonNullable<AccountOptions['backupCodes']>>(10, 4, 2, 1, 0, false);
const ownFactors = {
  totp: fc.boolean(),
  passkeys: fc.constantFrom(0, 0, 1, 2),
  delivered: fc.constantFrom([], [], [EMAIL]),
  backupCodes: codes,
} as const;

/** Somebody who can prove who they are somehow. */
const account = fc
  .record<AccountOptions>({ ...ownFactors, trustDays: fc.constantFrom(null, 30) })
  .map((made) => (hasWay(made) ? made : { ...made, totp: true }));

const hasWay = ({ totp, passkeys, delivered, backupCodes }: AccountOptions): boolean =>
  Boolean(totp) || Number(passkeys) > 0 || (delivered?.length ?? 0) > 0 || Number(backupCodes) > 0;
const hasFactor = (made: AccountOptions): boolean => hasWay({ ...made, backupCodes: 0 });

/** Somebody who is in has a factor, or is about to make one. */
const member = fc
  .tuple(
    account,
    fc.constantFrom<AccountOptions['stepUp']>(
      { how: 'in-place' },
      { how: 'in-place', password: true },
      { how: 'sign-in-again' },
      { how: 'redirect', url: '/again' },
    ),
  )
  .map(([made, stepUp]) => ({ ...made, totp: hasFactor(made) ? made.totp : true, stepUp }));

const limits = fc.constantFrom({}, { tries: 2 }, { setsAnHour: 1, deliveriesAnHour: 1 });
const policy = fc.constantFrom({}, {}, { postponeRepair: false }, { proof: 'type-one' as const }, { minFactors: 2 });

const before = (tag: string, more: Partial<Start> = {}, given = account): fc.Arbitrary<Start> =>
  fc.record({ account: given, limits, policy }).map((server) => ({ tag, server, ...more }));
const inside = (tag: string, more: Partial<Start> = {}): fc.Arbitrary<Start> =>
  fc
    .tuple(fc.constantFrom('fresh' as const, 'stale' as const), fc.record({ account: member, limits, policy }))
    .map(([signedIn, server]) => ({ tag, signedIn, server, ...more }));

const reset = fc.record<AccountOptions>({
  enroll: fc.record({
    because: fc.constant('reset' as const),
    passNeeded: fc.boolean(),
    hoursLeft: fc.constantFrom(24, 1),
  }),
});
const enrolling = fc.record<AccountOptions>({ enroll: fc.constant({ because: 'policy' }), totp: fc.constant(false) });
const helped = fc
  .tuple(account, fc.constantFrom<AccountOptions['helpCase']>('waiting', 'answered', undefined))
  .map(([made, helpCase]): AccountOptions => (helpCase ? { ...made, helpCase } : made));
const unfinished = fc
  .tuple(account, fc.subarray(['add-factor', 'new-codes', 'retire-lost', 'end-other-sessions'] as const))
  .map(([made, todo]): AccountOptions => ({ ...made, todo }));

/** As a host hands over what the server told it at the end of a sign-in. */
const repairStart =
  (because: 'code' | 'unfinished') =>
  ({ account: { todo, codesLeft } }: SimulatedServer) => ({
    start: { because, todo, codesLeft: because === 'code' ? codesLeft : 'unknown', mayPostpone: codesLeft > 0 },
  });

const help = { properties: () => ({ contact: CONTACT, rungs: [RUNG] }) };

/** Each element, and the walks that begin with it. */
export const STARTS: Readonly<Record<string, fc.Arbitrary<Start>>> = {
  'mfa-sign-in': fc.oneof(
    before('mfa-sign-in', help),
    before('mfa-sign-in', help, helped),
    before('mfa-sign-in', help, unfinished),
    before('mfa-sign-in', help, reset),
    before('mfa-sign-in', help, enrolling),
  ),
  'mfa-challenge': before('mfa-challenge'),
  'mfa-backup-code-form': before('mfa-backup-code-form'),
  'mfa-lost-factor': before('mfa-lost-factor', help),
  'mfa-support': before('mfa-support', help, helped),
  'mfa-reset': before('mfa-reset', help, reset),
  'mfa-repair': fc.oneof(
    inside('mfa-repair', { properties: repairStart('code') }),
    inside('mfa-repair', { properties: repairStart('unfinished') }),
  ),
  'mfa-backup-codes': inside('mfa-backup-codes', { attributes: { account: 'ada@example.com' } }),
  'mfa-totp-enrollment': inside('mfa-totp-enrollment'),
  'mfa-passkey-enrollment': fc.oneof(
    inside('mfa-passkey-enrollment'),
    inside('mfa-passkey-enrollment', { attributes: { kind: 'security-key' } }),
  ),
  'mfa-step-up': inside('mfa-step-up', { attributes: { action: 'change your email address' } }),
  'mfa-settings': inside('mfa-settings', { attributes: { account: 'ada@example.com' } }),
};
