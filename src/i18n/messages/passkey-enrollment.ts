import { catalogue } from '../catalogue.js';
import type { KeyKind, KeyObstacle } from '../../core/passkey-enrollment.js';

/** What reads otherwise for a passkey on this device and for a security key. */
interface KindWords {
  readonly title: string;
  readonly text: string;
  readonly exists: string;
}

/** Words of adding a passkey or a security key. */
export const passkeyEnrollment = catalogue('passkeyEnrollment', {
  kinds: {
    passkey: {
      title: 'Add this device',
      text: 'Your browser will ask for your fingerprint, face or screen lock. It stays on your device; we never see it.',
      exists: 'This device is already set up.',
    },
    'security-key': {
      title: 'Add a security key',
      text: 'Your browser will ask you to plug in or tap your key.',
      exists: 'This key is already set up.',
    },
  } satisfies Record<KeyKind, KindWords>,
  wholeSignIn: "With it you sign in without your password and without a code. It doesn't take the place of your app.",
  existsText: "You don't need to add it again.",
  useApp: 'Use an app instead',
  back: 'Back',
  working: 'One moment…',
  prompting: 'Follow your browser…',
  name: 'Name',
  /** What is filled in where nobody knows better. */
  names: { passkey: 'Passkey', 'security-key': 'Security key' },
  nameHint: 'So that you can tell it from others later.',
  added: 'Added.',
  addedAs: 'Added: {name}.',
  submit: 'Continue',
  keepName: 'Keep this name',
  proved: 'Thank you. Now choose “{button}” again.',
  notFinished: "That didn't finish. Nothing was changed. Try again when you're ready.",
  unsure: "We don't know yet whether it was added.",
  tryAgain: 'Try again: if it was added, your browser says so.',
  obstacles: {
    browser: "This browser can't do that. Try another browser or device.",
    device: 'This device has no fingerprint, face or screen lock that your browser can use.',
    frame: "This page stands inside another one, and that one doesn't let your browser ask you.",
  } satisfies Record<KeyObstacle, string>,
  openPage: 'Open this page by itself',
  signInTitle: 'Please sign in again',
});
