import type { Contact } from '../../src/index.js';
import type { AccountOptions } from '../../src/testing/index.js';
import type { Choice, Control } from './control.js';

export interface Journey extends Choice {
  readonly tag: `mfa-${string}`;
  /** What the person does, in a sentence. */
  readonly does: string;
  /** Besides those that every element has. */
  readonly attributes?: Readonly<Record<string, string>>;
  readonly contact?: Contact;
  /** What the account has, over the simulated server's own: an app and ten backup codes. */
  readonly account?: AccountOptions;
  /** Where the person is: at the challenge, or in, with a proof that is fresh or old. */
  readonly at: 'challenge' | 'fresh' | 'old';
}

const EMAIL = { channel: 'email', to: 'a•••@example.com' } as const;
const TEXT = { channel: 'sms', to: '••• 42' } as const;
const CONTACT: Contact = {
  phone: '+47 22 00 00 00',
  hours: 'Monday to Friday, 8 to 16',
  takes: 'one working day',
  steps: ['Call you on the number we already have.', 'Ask for a date on your contract.'],
};

const signIn = (id: string, label: string, does: string, account?: AccountOptions): Journey => ({
  ...{ id, label, does, tag: 'mfa-sign-in', at: 'challenge' },
  ...(account && { account }),
});
const inside = (
  id: string,
  tag: Journey['tag'],
  label: string,
  does: string,
  rest: Partial<Journey> = {},
): Journey => ({
  ...{ id, label, does, tag, at: 'fresh' },
  ...rest,
});

/** From the first screen to the last. */
export const JOURNEY: Control<Journey> = {
  id: 'journey',
  label: 'Journey',
  choices: [
    signIn('lost-factor', 'Lost factor', 'Follow “I lost my second factor”, use a backup code, and get safe again.'),
    signIn('app', 'Sign in: app', 'Type the code that the app shows.'),
    signIn('passkey', 'Sign in: passkey', 'Use the passkey.', { totp: false, passkeys: 1 }),
    signIn('security-key', 'Sign in: security key', 'Use the security key.', {
      totp: false,
      passkeys: [{ kind: 'security-key' }],
    }),
    signIn('email', 'Sign in: code by e-mail', 'Have a code sent, and type it.', { totp: false, delivered: [EMAIL] }),
    signIn('text', 'Sign in: code by text', 'Have a code sent, and type it.', { totp: false, delivered: [TEXT] }),
    signIn('every-way', 'Sign in: every way', 'Choose among all of them.', {
      passkeys: 1,
      delivered: [EMAIL, TEXT],
      trustDays: 30,
    }),
    signIn('required', 'Sign in: a factor is required', 'Set up a first second factor before you are in.', {
      totp: false,
      backupCodes: false,
      enroll: { because: 'policy' },
    }),
    inside('first', 'mfa-repair', 'First enrollment', 'Set up a first second factor, and save codes.', {
      account: { totp: false, backupCodes: false },
    }),
    inside('settings', 'mfa-settings', 'Account page', 'Rename the passkey.', { account: { passkeys: 1 } }),
    inside('codes', 'mfa-backup-codes', 'Account page: backup codes', 'Make new codes, save them, turn them on.'),
    inside('connect', 'mfa-totp-enrollment', 'Account page: app', 'Connect an authenticator app.', {
      account: { totp: false, passkeys: 1 },
    }),
    inside('replace', 'mfa-totp-enrollment', 'Account page: another app', 'Put a new app in the place of the old one.'),
    inside('device', 'mfa-passkey-enrollment', 'Account page: passkey', 'Set up this device.'),
    inside('add-key', 'mfa-passkey-enrollment', 'Account page: security key', 'Set up a security key.', {
      attributes: { kind: 'security-key' },
    }),
    inside('step-up', 'mfa-step-up', 'Account page: step-up', "Confirm it's you before something that matters.", {
      attributes: { action: 'change your email address' },
      at: 'old',
    }),
    {
      ...signIn('reset', 'Reset by the help team', "Give the help team's code, and set up a new second factor.", {
        enroll: { because: 'reset' },
      }),
      contact: CONTACT,
    },
    {
      ...signIn('help', 'Help', 'Find no codes, and ask the help team.'),
      contact: CONTACT,
    },
  ],
};
