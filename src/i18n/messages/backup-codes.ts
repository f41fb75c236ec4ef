import { catalogue } from '../catalogue.js';
import type { OldCodes } from '../../core/code-set.js';
import type { Loss } from '../../core/custody.js';

/** Words of the card, and of making, saving and turning off backup codes. */
export const backupCodes = catalogue('backupCodes', {
  // The card.
  cardTitle: 'Backup codes',
  noneLeft: 'None left',
  leftCount: { one: '{count} left', other: '{count} left' },
  leftOf: { one: '{count} of {total} left', other: '{count} of {total} left' },
  uncounted: "On. We can't show how many are left.",
  untold: "We can't show whether you have any.",
  notSetUp: 'Not set up.',
  made: 'made {date}',
  lastUsed: 'last used {date}',
  temporary: 'Made by our help team, for now only.',
  make: 'Make new codes',
  turnOff: 'Turn off',
  reveal: 'Show codes',
  later: 'Not now',
  prompts: {
    low: { one: '{count} backup code left. Make new ones.', other: '{count} backup codes left. Make new ones.' },
    'low-uncounted': 'You have few backup codes left. Make new ones.',
    'none-left': 'No backup codes left. Make new ones now, or you could be locked out next time.',
    unfinished: 'New codes were made but not saved.',
    temporary: 'These codes are from our help team. Make your own now.',
    recovery: 'You just used a way back in. Make new codes, so you have all of them again.',
    'factor-removed': 'You removed a way to sign in. Make new codes, so nobody can use old ones.',
    exposed: 'Has somebody seen your codes? Make new ones: the old ones then stop working.',
  },

  // Before, where making them ends the old ones at once.
  acceptTitle: 'Make new backup codes?',
  acceptText: 'Your old codes stop working at once.',
  accept: 'I understand.',
  acceptMissing: 'Tick the box first.',
  working: 'One moment…',

  // The codes.
  title: 'Save your backup codes',
  text: 'If you lose your second factor, one of these gets you in. We show them only once.',
  staged: 'They start working when you finish this step.',
  stagedOld: 'They start working when you finish this step; until then your old codes still work.',
  goodPlaces: 'Good places: a password manager, a printed sheet, or written by hand and kept with important papers.',
  notHere: 'Not in email, chat, photos or a shared folder.',
  careful: 'Take care with a printer or a downloads folder that others use too.',
  list: 'Your backup codes',
  print: 'Print',
  download: 'Download',
  copy: 'Copy',
  noPrinter: 'No printer? Writing them down by hand is fine.',
  kept: {
    copied: 'Copied. Paste them into your password manager.',
    printed: 'Check that every code is on the paper.',
    downloaded: 'Downloaded. Keep the file where only you can open it.',
  },
  blocked: {
    copied: "Your browser didn't let us copy. Print them, or select them by hand.",
    printed: "Your browser didn't let us print. Download or copy them, or write them down by hand.",
    downloaded: "Your browser didn't let us download. Print or copy them, or write them down by hand.",
  },
  masked: 'We hid your codes while you were away.',
  show: 'Show codes',
  typeOne: 'Type one of these codes from where you saved it',
  tick: 'I have saved these codes.',
  finish: 'Finish',
  finishing: 'One moment…',
  missing: {
    tick: 'Tick the box first, so we know you have them.',
    saving: 'Print, download or copy them first.',
  },
  notListed: "That code isn't on this list. Check each letter and number.",
  proved: 'Thank you. Now choose “{button}” again.',
  unsure: "We don't know yet if they are on.",
  checkAgain: 'Check again',
  leave: 'Leave without saving',

  // Leaving.
  leaveTitle: 'Leave without saving?',
  leaveText: {
    first: 'You will have no backup codes.',
    new: "These new codes won't work.",
    everything: "You won't see these codes again, and your old ones no longer work.",
    unsure: "We don't know yet if they are on. You won't see these codes again.",
  } satisfies Record<Loss, string>,
  stay: 'Stay',
  leaveAnyway: 'Leave',
  left: "These new codes won't work. Your old codes still do.",

  // What came otherwise.
  unshownTitle: "We couldn't show your new codes",
  unshown: {
    work: 'They are not on, and your old codes still work. Make new ones when you are ready.',
    none: 'They are not on. Make new ones, so you have some.',
    unknown: 'Your old codes may no longer work. Make new ones now.',
  } satisfies Record<OldCodes, string>,
  replacedTitle: "These codes can't be turned on any more",
  replacedText: 'They were replaced in another tab, or they waited too long. Throw away any copy of them.',
  signInTitle: 'Please sign in again',
  signInText: 'For your safety, this step ends after some time.',
  signInLost: 'The codes that you just saw are not on.',
  goToSignIn: 'Go to sign-in',

  // What went wrong.
  tooOften: 'You made many new codes in a short time. Wait a little, then try again.',
  tooOftenUntil: 'You made many new codes in a short time. You can make more at {time}.',
  offline: "You're offline. Nothing was changed.",
  lost: "We lost the connection and can't tell whether that worked. Try again in a moment.",
  lastFactor: 'This is your last way. Add another one first.',
  notAllowed: "This can't be done here right now.",

  // Done.
  doneTitle: 'All set',
  done: { one: '{count} backup code is on', other: '{count} backup codes are on' },
  doneUncounted: 'Your new backup codes are on',
  doneOld: {
    one: '{count} backup code is on; old codes no longer work',
    other: '{count} backup codes are on; old codes no longer work',
  },
  doneOldUncounted: 'Your new backup codes are on; old codes no longer work',
  destroy: 'Throw away any old list or file.',
  told: 'We told you about this at {addresses}',
  goOn: 'Continue',

  // Turning off.
  removeTitle: 'Turn off backup codes?',
  removeText: 'If you lose your second factor, you could be locked out.',
  keep: 'Keep them',
  remove: 'Turn off',
  removed: 'Your backup codes are off.',

  // Shown again.
  revealTitle: 'Your backup codes',
  used: 'Used',
  usedOn: 'Used on {date}',
  close: 'Done',

  // On paper, in the file and in the clipboard.
  document: {
    title: '{service} backup codes',
    made: 'made {date}',
    set: 'set {id}',
    use: 'Each works once. Cross it out.',
    renew: 'New set: {address}',
    never: 'We never ask for these by phone, email or chat.',
  },
});
