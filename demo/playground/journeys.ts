import type { Contact } from '../../src/index.js';
import type { AccountOptions } from '../../src/testing/index.js';
import type { Choice, Control } from './control.js';
import { follow, give, press, tick, write, type Step } from './steps.js';

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
  /** The whole way, from the first screen to the last. */
  readonly steps: readonly Step[];
  /** Words of the last one. */
  readonly end: string;
}

const EMAIL = { channel: 'email', to: 'a•••@example.com' } as const;
const TEXT = { channel: 'sms', to: '••• 42' } as const;
const CONTACT: Contact = {
  phone: '+47 22 00 00 00',
  hours: 'Monday to Friday, 8 to 16',
  takes: 'one working day',
  steps: ['Call you on the number we already have.', 'Ask for a date on your contract.'],
};

const IN = 'The server has signed this browser in.';
const SAVE = [tick('I have saved these codes.'), press('Finish')];
const THIS_DEVICE = [press('This device'), press('Add this device'), press('Continue')];
const LEAVE = press('Go to Fjord Bank');
const sent = (field: string): readonly Step[] => [press('Send code'), give('Sent', field)];

type Rest = Partial<Pick<Journey, 'account' | 'attributes' | 'contact' | 'at' | 'end'>>;

const signIn = (id: string, label: string, does: string, steps: readonly Step[], rest: Rest = {}): Journey => ({
  ...{ id, label, does, steps, tag: 'mfa-sign-in', at: 'challenge', end: IN },
  ...rest,
});
const inside = (
  id: string,
  tag: Journey['tag'],
  [label, does]: readonly [label: string, does: string],
  steps: readonly Step[],
  end: string,
  rest: Rest = {},
): Journey => ({ ...{ id, tag, label, does, steps, end, at: 'fresh' }, ...rest });

/** From the first screen to the last. */
export const JOURNEY: Control<Journey> = {
  id: 'journey',
  label: 'Journey',
  choices: [
    signIn('lost-factor', 'Lost factor', 'Follow “I lost my second factor”, use a backup code, and get safe again.', [
      follow('I lost my second factor'),
      give('Backup codes', 'Backup code', 'Use this code'),
      press('Yes, set up a new one'),
      ...THIS_DEVICE,
      ...SAVE,
      LEAVE,
    ]),
    signIn('app', 'Sign in: app', 'Type the code that the app shows.', [give('App', 'App code')]),
    signIn('passkey', 'Sign in: passkey', 'Use the passkey.', [press('Use passkey')], {
      account: { totp: false, passkeys: 1 },
    }),
    signIn('security-key', 'Sign in: security key', 'Use the security key.', [press('Use passkey')], {
      account: { totp: false, passkeys: [{ kind: 'security-key' }] },
    }),
    signIn('email', 'Sign in: code by e-mail', 'Have a code sent, and type it.', sent('Code from the email'), {
      account: { totp: false, delivered: [EMAIL] },
    }),
    signIn('text', 'Sign in: code by text', 'Have a code sent, and type it.', sent('Code from the text'), {
      account: { totp: false, delivered: [TEXT] },
    }),
    signIn(
      'every-way',
      'Sign in: every way',
      'Choose among all of them.',
      [press('Code by text'), ...sent('Code from the text')],
      { account: { passkeys: 1, delivered: [EMAIL, TEXT], trustDays: 30 } },
    ),
    signIn(
      'required',
      'Sign in: a factor is required',
      'Set up a first second factor before you are in.',
      [press('An app on a phone'), give('New app', 'App code'), ...SAVE, LEAVE],
      { account: { totp: false, backupCodes: false, enroll: { because: 'policy' } } },
    ),
    inside(
      'first',
      'mfa-repair',
      ['First enrollment', 'Set up a first second factor, and save codes.'],
      [...THIS_DEVICE, ...SAVE, LEAVE],
      IN,
      { account: { totp: false, backupCodes: false } },
    ),
    inside(
      'settings',
      'mfa-settings',
      ['Account page', 'Rename the passkey.'],
      [follow('Rename This device'), write('My laptop', 'Name'), press('Save')],
      'The new name is saved.',
      { account: { passkeys: 1 } },
    ),
    inside(
      'codes',
      'mfa-backup-codes',
      ['Account page: backup codes', 'Make new codes, save them, turn them on.'],
      [press('Make new codes'), ...SAVE],
      'All set',
    ),
    inside(
      'connect',
      'mfa-totp-enrollment',
      ['Account page: app', 'Connect an authenticator app.'],
      [press('Set up the app'), give('New app', 'App code')],
      'Your app is connected',
      { account: { totp: false, passkeys: 1 } },
    ),
    inside(
      'replace',
      'mfa-totp-enrollment',
      ['Account page: another app', 'Put a new app in the place of the old one.'],
      [press('Set up the app'), give('New app', 'App code')],
      'Your old app no longer works.',
    ),
    inside(
      'device',
      'mfa-passkey-enrollment',
      ['Account page: passkey', 'Set up this device.'],
      [press('Add this device')],
      'Added: This device.',
    ),
    inside(
      'add-key',
      'mfa-passkey-enrollment',
      ['Account page: security key', 'Set up a security key.'],
      [press('Add')],
      'Added: Security key.',
      { attributes: { kind: 'security-key' } },
    ),
    inside(
      'step-up',
      'mfa-step-up',
      ['Account page: step-up', "Confirm it's you before something that matters."],
      [give('App', 'App code')],
      "Thank you. It's you",
      { attributes: { action: 'change your email address' }, at: 'old' },
    ),
    signIn(
      'reset',
      'Reset by the help team',
      "Give the help team's code, and set up a new second factor.",
      [give("The help team's code", 'Code from the help team'), ...THIS_DEVICE, ...SAVE, LEAVE],
      { account: { enroll: { because: 'reset' } }, contact: CONTACT },
    ),
    signIn(
      'help',
      'Help',
      'Find no codes, and ask the help team.',
      [follow('I lost my second factor'), follow("I can't find my codes"), press('Ask for help')],
      { contact: CONTACT, end: 'We have your request' },
    ),
  ],
};
