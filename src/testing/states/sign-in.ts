import { FIELD, sendBackupCode } from './gestures.js';
import type { Screen } from './screen.js';
import { statesOf, type ScreenState } from './state.js';

const here = statesOf('mfa-sign-in');

const toCodes = ({ choose }: Screen): Promise<void> => choose('lost-factor');
const inByCode = async (screen: Screen): Promise<void> => {
  await toCodes(screen);
  await screen.until('[data-action=cannot-find]');
  await sendBackupCode(screen);
};

/** A person who is in by a backup code, when that was the last but `left`. */
const inWith = (left: number, words: string): ScreenState =>
  here(`in-${String(left)}-left`, `In by a backup code, ${String(left)} left`, {
    status: 'passed',
    server: { account: { backupCodes: left + 1 } },
    reach: inByCode,
    there: '[data-action=set-up]',
    says: `That backup code is now used up. ${words}`,
  });

/** The drop-in: what it adds to the screens that it shows. */
export const signInStates: readonly ScreenState[] = [
  here('challenge', 'The challenge', { status: 'asking', there: FIELD, says: 'I lost my second factor' }),
  here('backup-code', 'The way back in: a backup code', {
    status: 'asking',
    reach: toCodes,
    there: '[data-action=cannot-find]',
    says: 'Enter a backup code',
  }),
  here('lost-factor', 'Several ways are left', {
    status: 'asking',
    server: { account: { passkeys: 1 } },
    async reach(screen) {
      await screen.choose('way-totp');
      await toCodes(screen);
    },
    there: 'mfa-lost-factor [data-action=help]',
    says: "Let's get you back in",
  }),
  here('suspended', 'The account is suspended', {
    status: 'elsewhere',
    server: { account: { suspended: true } },
    there: 'mfa-support [data-part=title]',
    says: 'Please call us',
  }),
  here('reset', 'The help team took the second factor away', {
    status: 'elsewhere',
    server: { account: { enroll: { because: 'reset' } } },
    there: 'mfa-reset [data-part=input]',
    says: 'Code from the help team',
  }),
  here('reset-opened', 'After the help team’s code: the choice of a new second factor', {
    status: 'elsewhere',
    server: { account: { enroll: { because: 'reset' } } },
    async reach(screen) {
      await screen.until('mfa-reset [data-part=input]');
      await screen.submit(screen.server.account.enroll?.pass ?? '');
    },
    there: 'mfa-repair [data-action=totp]',
    says: 'Set up a new second factor',
  }),
  here('owed', 'In by a code that the help team made', {
    status: 'passed',
    server: { account: { backupCodes: { of: 2, temporary: true } } },
    reach: inByCode,
    there: 'mfa-repair [data-action=set-up]',
    says: 'This has to be done before you go on:',
  }),
  here('help', 'The codes are lost too', {
    status: 'asking',
    async reach(screen) {
      await toCodes(screen);
      await screen.choose('cannot-find');
    },
    there: 'a[href="/help"]',
    says: 'Ask our help team',
  }),
  here('help-without-codes', 'There never were codes', {
    status: 'asking',
    server: { account: { backupCodes: false } },
    reach: toCodes,
    there: 'a[href="/help"]',
    says: 'Ask our help team',
  }),
  here('settled', 'The answer was lost, and the person is in all the same', {
    status: 'passed',
    arrange: ({ faults }) => faults.next('attempt', { kind: 'lost', committed: true }),
    reach: inByCode,
    there: '[data-action=set-up]',
    says: 'That backup code is now used up. You have 9 left.',
  }),
  inWith(9, 'You have 9 left.'),
  inWith(3, 'You have only 3 left.'),
  inWith(0, 'That was your last one.'),
];
