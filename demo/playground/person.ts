import type { AccountOptions } from '../../src/testing/index.js';
import { type Choice, type Control } from './control.js';

/** What is so of the person, over what the journey says. */
export interface Trait extends Choice {
  readonly account?: AccountOptions;
  /** Which kind of proof is locked from the start. */
  readonly locked?: 'totp' | 'backup-code';
  readonly at?: 'fresh' | 'old';
}

const EMAIL = { channel: 'email', to: 'a•••@example.com' } as const;
const TEXT = { channel: 'sms', to: '••• 42' } as const;
const KEY = { kind: 'security-key' } as const;
const AS_IS: Trait = { id: '', label: 'As the journey has it' };

const trait = (id: string, label: string, account: AccountOptions): Trait => ({ id, label, account });

const codes = (id: string, label: string, backupCodes: AccountOptions['backupCodes'] & {}): Trait =>
  trait(id, label, { backupCodes });

/** Who the person is. */
export const PERSON: readonly Control<Trait>[] = [
  {
    id: 'has-app',
    label: 'App',
    choices: [AS_IS, trait('yes', 'Connected', { totp: true }), trait('no', 'None', { totp: false })],
  },
  {
    id: 'has-passkeys',
    label: 'Passkeys',
    choices: [
      AS_IS,
      trait('none', 'None', { passkeys: 0 }),
      trait('passkey', 'A passkey', { passkeys: 1 }),
      trait('security-key', 'A security key', { passkeys: [KEY] }),
      trait('both', 'A passkey and a security key', { passkeys: [{}, KEY] }),
    ],
  },
  {
    id: 'is-sent',
    label: 'Codes are sent',
    choices: [
      AS_IS,
      trait('none', 'Nowhere', { delivered: [] }),
      trait('email', 'By e-mail', { delivered: [EMAIL] }),
      trait('text', 'By text', { delivered: [TEXT] }),
      trait('both', 'By e-mail and text', { delivered: [EMAIL, TEXT] }),
    ],
  },
  {
    id: 'codes-left',
    label: 'Backup codes left',
    choices: [
      AS_IS,
      codes('10', '10 of 10', 10),
      codes('3', '3 of 10', 3),
      codes('1', '1 of 10', 1),
      codes('0', '0: used up', 0),
      codes('never', 'Never made', false),
      codes('help-desk', '3, made by the help desk', { of: 3, temporary: true }),
    ],
  },
  {
    id: 'situation',
    label: 'Situation',
    choices: [
      AS_IS,
      { id: 'app-locked', label: 'Too many wrong app codes', locked: 'totp' },
      { id: 'codes-locked', label: 'Too many wrong backup codes', locked: 'backup-code' },
      trait('unfinished', 'Repair left half done', { todo: ['new-codes', 'end-other-sessions'] }),
      trait('reset', 'Reset by the help desk', { enroll: { because: 'reset', passNeeded: false } }),
      trait('reset-code', "Reset, the help team's code comes first", { enroll: { because: 'reset' } }),
      trait('reset-late', 'Reset, and too late', { enroll: { because: 'reset', hoursLeft: -1 } }),
      trait('password', 'The password has to be changed first', { changePassword: '/change-password' }),
      trait('suspended', 'Suspended', { suspended: true }),
      trait('help-waiting', 'Has asked the help team', { helpCase: 'waiting' }),
      trait('help-answered', 'The help team has answered', { helpCase: 'answered' }),
    ],
  },
  {
    id: 'proof',
    label: 'Last proof of a person who is in',
    choices: [AS_IS, { id: 'fresh', label: 'Fresh', at: 'fresh' }, { id: 'old', label: 'Old', at: 'old' }],
  },
  {
    id: 'asked',
    label: 'A fresh proof is asked for',
    choices: [
      { id: 'in-place', label: 'On the screen' },
      trait('password', 'On the screen, the password too', { stepUp: { how: 'in-place', password: true } }),
      trait('redirect', 'On another page', { stepUp: { how: 'redirect', url: '/confirm' } }),
      trait('sign-in', 'By signing in again', { stepUp: { how: 'sign-in-again' } }),
    ],
  },
  {
    id: 'trust',
    label: 'Devices can be trusted',
    choices: [AS_IS, trait('yes', 'For 30 days', { trustDays: 30 }), trait('no', 'No', { trustDays: null })],
  },
];
