import { catalogue } from '../catalogue.js';
import type { TotpGround } from '../../core/totp-state.js';

type Replacing = TotpGround['replacing'];

/** Words of connecting an authenticator app. */
export const totp = catalogue('totp', {
  title: 'Connect your app',

  // Before.
  readyText: 'You need an authenticator app on your phone. Any will do.',
  replacing: {
    atomic: 'Your old app works until this one does.',
    gap: 'Between the two, only your backup codes work.',
    'all-off': 'This turns your second factor and all backup codes off until you finish.',
  } satisfies Record<Replacing, string>,
  start: 'Set up the app',
  understand: 'I understand, go on',
  working: 'One moment…',
  proved: 'Thank you. Now choose “{button}” again.',
  cancelled: {
    none: 'No app was connected. Nothing has changed.',
    atomic: 'No app was connected. Your old app still works.',
    gap: 'No app was connected. Your old app may no longer work: set up the app, or keep your backup codes at hand.',
    'all-off': 'No app was connected. Your second factor is off until you set up the app.',
  } satisfies Record<Replacing | 'none', string>,

  // The picture and the key.
  open: 'On your phone, open an authenticator app, or get one.',
  scan: 'In the app choose “add” and scan this picture.',
  addHere: 'Add this account to the authenticator app on this phone.',
  openInApp: 'Open in my app',
  notOpened: 'Nothing opened? Copy the key and paste it into your app.',
  picture: "Picture to scan with your authenticator app. If you can't scan it, use the key.",
  noPicture: "The picture didn't load. Use the key instead, or try again.",
  cantScan: "Can't scan it?",
  otherPhone: 'Scan with another phone',
  key: 'Key',
  copyKey: 'Copy key',
  copied: 'Copied. Paste it into your app.',
  copyBlocked: "Your browser didn't let us copy. Type the key into your app by hand.",
  settings: 'Type: time-based, {digits} digits, {period} seconds',
  settingsAlgorithm: 'Type: time-based, {digits} digits, {period} seconds, {algorithm}',
  typeIt: 'Type the code the app shows.',
  lastStep: 'Last step: type the code your app shows. That turns everything on.',
  away: 'We took the picture and the key away while you were gone. If your app has them already, type its code. If not, start again.',
  label: 'App code',
  goOn: 'Continue',
  checking: 'Checking…',
  back: 'Back',
  cancel: 'Cancel',
  restart: 'Start again',

  // What went wrong.
  empty: 'Type the code the app shows.',
  incomplete: {
    one: "That doesn't look complete. The code has {count} digit.",
    other: "That doesn't look complete. The code has {count} digits.",
  },
  wrong: "That code didn't work. Wait for the next one and type that.",
  used: 'That code was already used. Wait for the next one and type that.',
  wrongClock:
    "That code didn't work. Wait for the next one and type that. Check that your phone sets its time by itself.",
  notArrived: 'Your app is not connected yet. Type the code it shows now.',
  offline: "You're offline. Your code was not sent.",
  offlineBefore: "You're offline. Nothing was changed.",
  lostStart: {
    atomic: 'We lost the connection, and your app is not connected yet. Try again.',
    gap: "We lost the connection and can't tell whether your old app still works. Try again.",
    'all-off': "We lost the connection and can't tell whether your second factor is still on. Try again.",
  } satisfies Record<Replacing, string>,
  lostCode: "We don't know yet if your app is connected. Type the code it shows now.",
  unusable: "We can't show you a picture that is safe to scan. Please tell the people at {service}.",
  notAllowed: "This can't be done here right now.",

  // A lost answer.
  unsure: "We don't know yet if your app is connected.",
  checkAgain: 'Check again',

  // It can't be finished any more.
  overTitle: 'Start this step again',
  over: 'This set-up waited too long, or another one took its place. If your app shows a new entry, delete it there.',

  // Done.
  doneTitle: 'Your app is connected',
  done: "From now on, its codes confirm it's you.",
  oldGone: 'Your old app no longer works. Delete its entry there.',
  codesOn: { one: '{count} backup code is on', other: '{count} backup codes are on' },
});
