import type { Step } from '../../core/codes-state.js';
import type { StepUpKind } from '../../core/step-up.js';

/** Words of "Confirm it's you". What a way is called stands with the challenge's own ways. */
export const stepUp = {
  title: "Confirm it's you",
  /** @param action what the person is about to do: see `actions` */
  text: (action: string): string => `You're about to ${action}.`,
  actions: {
    make: 'make new backup codes',
    remove: 'turn off your backup codes',
    reveal: 'see your backup codes',
  } satisfies Record<Step, string>,
  turnOn: 'turn on your new backup codes',
  removeNamed: (name: string): string => `remove ${name}`,
  labels: {
    totp: 'App code',
    email: 'Code from the email',
    sms: 'Code from the text',
    'backup-code': 'Backup code',
    password: 'Password',
  },
  submit: 'Continue',
  passkeySubmit: 'Use passkey',
  checking: 'Checking…',
  links: {
    passkey: 'Use your passkey',
    totp: 'Use a code from your app',
    'backup-code': 'Use a backup code',
    password: 'Use your password',
  } satisfies Record<Exclude<StepUpKind, 'delivered-code'>, string>,
  sendTo: (to: string | null): string => (to === null ? 'Send me a code' : `Send a code to ${to}`),
  backupCodeHint: 'Each code works once. This one is used up then.',
  'not-finished': "That didn't finish. Try again, or choose another way.",
  'sent-again': 'We sent a new code.',
  'sent-before': 'We sent you a code a moment ago. It may take a little to arrive.',
  settling: 'We lost the connection. Checking whether that worked…',
  unsettled: "We still can't tell whether that worked. Nothing was sent again.",
  checkAgain: 'Check again',
  redirect: "We'll bring you back to this step.",
  signInAgain: 'You will be signed out for a moment.',
  goToSignIn: 'Go to sign-in',
  noWay: 'None of your ways can be used in this browser. Try another browser or device.',
  signIn: 'Please sign in again',
  cancel: 'Cancel',
  passedTitle: "Thank you. It's you",
  passed: 'You can go on now.',
} as const;
