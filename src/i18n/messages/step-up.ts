import { catalogue } from '../catalogue.js';
import type { Purpose, StepUpKind } from '../../core/step-up.js';

/** Words of "Confirm it's you". What a way is called stands with the challenge's own ways. */
export const stepUp = catalogue('stepUp', {
  title: "Confirm it's you",
  /** What the app itself says: a few words that it wrote. */
  text: "You're about to {action}.",
  /** What the person is about to do. */
  texts: {
    make: "You're about to make new backup codes.",
    remove: "You're about to turn off your backup codes.",
    reveal: "You're about to see your backup codes.",
    'turn-on': "You're about to turn on your new backup codes.",
    'add-app': "You're about to connect an app.",
    'add-passkey': "You're about to add a passkey.",
    'rename-factor': "You're about to rename a second factor.",
    'remove-factor': "You're about to turn off what you lost.",
    'end-others': "You're about to sign out on your other devices.",
  } satisfies Record<Purpose, string>,
  named: {
    'rename-factor': "You're about to rename {name}.",
    'remove-factor': "You're about to remove {name}.",
  },
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
  send: 'Send me a code',
  sendTo: 'Send a code to {address}',
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

  // What went wrong.
  notProved: {
    passkey: "That didn't arrive. Use your passkey again.",
    totp: "That didn't arrive. Type the newest code from your app.",
    'delivered-code': "That didn't arrive. Try that code again; if it's refused, ask for a new one.",
    'backup-code':
      "That didn't arrive, but the code may be used up. Try it once more; if it's refused, use the next one.",
    password: "That didn't arrive. Type your password again.",
  } satisfies Record<StepUpKind, string>,
  emptyPassword: 'Type your password.',
  wrongPassword: "That password didn't work. Check each letter and number.",
  tooManyPasswords: 'Too many tries. Wait a little, then try again.',
  tooManyPasswordsUntil: 'Too many tries. You can use your password again at {time}.',
  offlinePassword: "You're offline. Your password was not sent.",
});
