import { follow, give, press, tick, write, type Step } from '../../../demo/playground/steps.js';
import type { FakePlatform, SimulatedServer, SimulatedServerOptions } from '../../../src/testing/index.js';
import { setOnline } from '../../../src/testing/index.js';

/** What happens where the person does not see it, told in a sentence. */
export interface Happening {
  readonly does: 'happens';
  readonly words: string;
  act(server: SimulatedServer, platform: FakePlatform): void;
}

/** A way through the product, as somebody goes it who hears the page. */
export interface SpokenJourney {
  /** The name of its file. */
  readonly id: string;
  readonly title: string;
  readonly tag: `mfa-${string}`;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly server?: SimulatedServerOptions;
  /** [at the challenge] */
  readonly at?: 'fresh' | 'old';
  readonly steps: readonly (Step | Happening)[];
}

const happens = (words: string, act: Happening['act']): Happening => ({ does: 'happens', words, act });

const EMAIL = { channel: 'email', to: 'a•••@example.com' } as const;
const CONTACT = {
  phone: '+47 22 00 00 00',
  hours: 'Monday to Friday, 8 to 16',
  takes: 'one working day',
  steps: ['Call you on the number we already have.', 'Ask for a date on your contract.'],
};
const RUNGS = [{ id: 'card', title: 'Your bank card', line: 'With the card reader.' }];

const LOST = follow('I lost my second factor');
const SAVE = [tick('I have saved these codes.'), press('Finish')];
const BACKUP = give('Backup codes', 'Backup code', 'Use this code');
const WRONG = write('123456', 'App code');

const row = (title: string, line: string): Step => press(`${title} ${line}`);
const THIS_DEVICE = row('This device', 'Fingerprint, face or screen lock. Quickest.');
const AN_APP = row('An app on a phone', 'Shows a new code every 30 seconds.');

const signIn = (
  id: string,
  title: string,
  steps: SpokenJourney['steps'],
  rest: Partial<SpokenJourney> = {},
): SpokenJourney => ({ id, title, tag: 'mfa-sign-in', steps, ...rest });
const inside = (
  id: string,
  title: string,
  tag: SpokenJourney['tag'],
  steps: SpokenJourney['steps'],
  rest: Partial<SpokenJourney> = {},
): SpokenJourney => ({ id, title, tag, at: 'fresh', steps, ...rest });

const signingIn: readonly SpokenJourney[] = [
  signIn('sign-in-app', 'Sign in with the code from an app', [give('App', 'App code')]),
  signIn('sign-in-passkey', 'Sign in with a passkey', [press('Use passkey')], {
    server: { account: { totp: false, passkeys: 1 } },
  }),
  signIn(
    'sign-in-email',
    'Sign in with a code by e-mail, chosen among several ways',
    [row('Code by email', 'We send it to a•••@example.com.'), press('Send code'), give('Sent', 'Code from the email')],
    { server: { account: { passkeys: 1, delivered: [EMAIL] } } },
  ),
  signIn(
    'sign-in-first-factor',
    'Sign in where everyone has to have a second factor',
    [THIS_DEVICE, press('Add this device'), press('Continue'), ...SAVE],
    { server: { account: { totp: false, backupCodes: false, enroll: { because: 'policy' } } } },
  ),
];

const lost: readonly SpokenJourney[] = [
  signIn(
    'lost-other-factor',
    'The phone is lost; a passkey is there',
    [LOST, row('Passkey or security key', 'On this device or another one.'), press('Use passkey')],
    { server: { account: { passkeys: 1, lastUsed: 'totp' } } },
  ),
  signIn('lost-backup-code-passkey', 'The phone is lost; a backup code, then this device and new codes', [
    LOST,
    BACKUP,
    press('Yes, set up a new one'),
    THIS_DEVICE,
    press('Add this device'),
    press('Continue'),
    ...SAVE,
  ]),
  signIn('lost-backup-code-app', 'The phone is lost; a backup code, then an app on a new phone and new codes', [
    LOST,
    BACKUP,
    press('Yes, set up a new one'),
    AN_APP,
    give('New app', 'App code'),
    press('Finish'),
    press('Copy'),
    ...SAVE,
  ]),
  signIn('lost-at-home', 'The phone is at home; a backup code, and on', [
    LOST,
    BACKUP,
    press("No, I just don't have it here"),
  ]),
  signIn(
    'lost-linked',
    'The phone and the codes are lost; a linked sign-in',
    [LOST, follow('Example sign-in You then set up a new second factor.')],
    {
      server: { account: { federated: [{ label: 'Example', url: '/linked' }] } },
    },
  ),
  signIn(
    'lost-own-check',
    "The phone is lost; the app's own check",
    [LOST, row('Your bank card', 'With the card reader. From Fjord Bank.')],
    {
      properties: { rungs: RUNGS },
    },
  ),
  signIn(
    'lost-help-team',
    'The phone and the codes are lost; the help team is asked, and the codes are found',
    [
      LOST,
      follow("I can't find my codes"),
      press('Ask for help'),
      press('I found it, cancel the request'),
      press('Go back'),
    ],
    { properties: { contact: CONTACT } },
  ),
  signIn(
    'lost-reset',
    'After a reset by the help team',
    [
      write('WRQN-GCQD-EXYZ', 'Code from the help team'),
      press('Continue'),
      give("The help team's code", 'Code from the help team'),
      THIS_DEVICE,
      press('Add this device'),
      press('Continue'),
      ...SAVE,
    ],
    { server: { account: { enroll: { because: 'reset' } } }, properties: { contact: CONTACT } },
  ),
];

const account: readonly SpokenJourney[] = [
  inside('account-new-codes', 'New backup codes on the account page', 'mfa-settings', [
    press('Make new codes'),
    ...SAVE,
  ]),
  inside(
    'account-codes-left',
    'The first backup codes are left without saving them',
    'mfa-backup-codes',
    [
      press('Make new codes'),
      follow('Leave without saving'),
      press('Stay'),
      follow('Leave without saving'),
      press('Leave'),
    ],
    { server: { account: { backupCodes: false } } },
  ),
  inside('account-app-replaced', 'Another app in the place of the old one', 'mfa-settings', [
    press('Use another app'),
    press('Set up the app'),
    write('123456', 'App code'),
    press('Continue'),
    give('New app', 'App code'),
  ]),
  inside(
    'account-removed',
    'A passkey is renamed, then removed',
    'mfa-settings',
    [
      follow('Rename This device'),
      write('My laptop', 'Name'),
      press('Save'),
      follow('Remove My laptop'),
      press('Remove'),
    ],
    { server: { account: { passkeys: 1 } } },
  ),
  inside(
    'account-step-up',
    "Confirm it's you, before a passkey is removed",
    'mfa-settings',
    [follow('Remove This device'), press('Remove'), follow('Use a code from your app'), give('App', 'App code')],
    { server: { account: { passkeys: 1, lastUsed: 'totp' } }, at: 'old' },
  ),
  inside('step-up', "Confirm it's you, on a page of its own", 'mfa-step-up', [give('App', 'App code')], {
    attributes: { action: 'change your email address' },
    at: 'old',
  }),
];

const faults: readonly SpokenJourney[] = [
  signIn('error-app-code', 'No code, half a code, wrong codes, and the clock', [
    press('Continue'),
    write('1234', 'App code'),
    press('Continue'),
    WRONG,
    press('Continue'),
    press('Continue'),
  ]),
  signIn('error-backup-code', 'A backup code that is used, half, wrong, many, or that of an app', [
    LOST,
    write('WRQN', 'Backup code'),
    press('Use this code'),
    write('WRQN-GCQD-EXYZ', 'Backup code'),
    press('Use this code'),
    write('WRQN-GCQD-EXYZ\nWRQN-GCQD-EXYA', 'Backup code'),
    press('Use this code'),
    happens('The server says that the next code was used before.', ({ faults: menu }) =>
      menu.next('attempt', { kind: 'refused', problem: { code: 'used-code' } }),
    ),
    BACKUP,
    write('482913', 'Backup code'),
    press('Use this code'),
    follow('Use it as an app code'),
  ]),
  signIn('error-too-many', 'Too many tries', [WRONG, press('Continue'), press('Continue'), press('Continue')], {
    server: { limits: { tries: 2 } },
  }),
  signIn('error-offline', 'The browser is offline, and then the answer is lost', [
    happens('The browser goes offline.', () => void setOnline(false)),
    give('App', 'App code'),
    happens('It is online again, and the next answer will be lost.', ({ faults: menu }) => {
      setOnline(true);
      menu.next('attempt', { kind: 'lost', committed: false });
    }),
    press('Continue'),
  ]),
  signIn(
    'error-passkey',
    'The passkey dialog is left',
    [
      happens('The person will leave the next dialog of the browser.', (_, platform) =>
        platform.endNextCeremony({ is: 'not-finished' }),
      ),
      press('Use passkey'),
    ],
    { server: { account: { totp: false, passkeys: 1 } } },
  ),
  signIn('error-over', 'The challenge is over', [
    happens('The next try will come too late.', ({ faults: menu }) =>
      menu.next('attempt', { kind: 'expired', restart: 'sign-in' }),
    ),
    give('App', 'App code'),
  ]),
];

export const SPOKEN_JOURNEYS: readonly SpokenJourney[] = [...signingIn, ...lost, ...account, ...faults];
