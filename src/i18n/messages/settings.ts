import { catalogue } from '../catalogue.js';
import type { NewKind } from '../../core/repair.js';
import type { HeldFactor, RemovalEffect } from '../../core/settings.js';

type Kind = HeldFactor['kind'];

/** Words of the account page: what opens the account, and what becomes of it. */
export const settings = catalogue('settings', {
  title: "Ways to confirm it's you",
  none: 'Nothing is set up yet.',
  progress: { one: '{count} of {total} done', other: '{count} of {total} done' },
  needed: {
    one: '{service} asks everyone for {count} way. Add another one.',
    other: '{service} asks everyone for {count} ways. Add another one.',
  },
  oneWay: 'You have one way only. Add a second.',
  later: 'Not now',

  // One card each.
  kinds: {
    totp: 'App on a phone',
    passkey: 'Passkey',
    'security-key': 'Security key',
    'delivered-code': 'Code that we send',
  } satisfies Record<Kind, string>,
  added: 'added {date}',
  lastUsed: 'last used {date}',
  opens: {
    'second-step': 'Second step when you sign in.',
    'whole-sign-in': 'Signs you in by itself.',
    both: 'Signs you in by itself, and is a second step too.',
  } satisfies Record<HeldFactor['opens'], string>,
  synced: 'Kept in your password manager.',
  notSynced: 'On one device only.',
  notHere: 'It belongs to your account and is not removed here.',
  rename: 'Rename',
  remove: 'Remove',
  renameNamed: 'Rename {name}',
  removeNamed: 'Remove {name}',

  add: {
    passkey: 'Add this device',
    totp: 'Add an app',
    'security-key': 'Add a security key',
  } satisfies Record<NewKind, string>,
  anotherApp: 'Use another app',
  elsewhere: 'Sign out everywhere else',
  ending: 'Signing you out on your other devices…',
  activity: 'Recent activity',

  renameTitle: 'Rename {name}',
  save: 'Save',
  working: 'One moment…',

  removeTitle: 'Remove {name}?',
  effects: {
    alone: "You won't be able to use it to sign in.",
    'all-second-factors': "You won't be able to use it to sign in.",
    last: 'This is your last way. Add another one first.',
    needed: 'Your account needs as many ways as it has now. Add another one first.',
    'not-here': "This can't be removed here.",
  } satisfies Record<RemovalEffect, string>,
  codesToo: 'This also turns off your backup codes.',
  stepToo: 'From then on no second step is asked for when you sign in.',
  keep: 'Keep it',
  back: 'Go back',
  proved: 'Thank you. Now choose “{button}” again.',

  // What happened.
  renamed: 'The new name is saved.',
  removed: '{name} no longer works.',
  managerToo: 'Also delete it in your password manager.',
  told: 'We told you about this at {addresses}.',
  advice: {
    'one-address': 'That is the only address where we can tell you. A second one is safer.',
    'same-address':
      'That is the only address where we can tell you, and codes go there too. Add a second one: who reads the first sees both.',
  },
  codesOff: 'Backup codes are turned off.',
  signedOut: {
    one: 'You are signed out on one other device.',
    other: 'You are signed out on {count} other devices.',
  },
  signedOutNowhere: 'You were signed in nowhere else.',
  signedOutUncounted: 'You are signed out everywhere else.',
  devices: {
    forgotten: 'On every other device we ask for your second factor again.',
    kept: "A device on which you chose not to be asked again still isn't.",
  },
});
