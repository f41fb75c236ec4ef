import type { OldCodes, Prompt } from '../../core/code-set.js';
import type { Known } from '../../core/factor.js';
import type { Loss } from '../../core/custody.js';

const codes = (count: number): string => (count === 1 ? '1 backup code' : `${String(count)} backup codes`);

/** Words of the card, and of making, saving and turning off backup codes. */
export const backupCodes = {
  // The card.
  cardTitle: 'Backup codes',
  leftOf: (left: number, of: Known<number>): string =>
    of === 'unknown' ? `${String(left)} left` : `${String(left)} of ${String(of)} left`,
  uncounted: "On. We can't show how many are left.",
  untold: "We can't show whether you have any.",
  notSetUp: 'Not set up.',
  made: (date: string): string => `made ${date}`,
  lastUsed: (date: string): string => `last used ${date}`,
  temporary: 'Made by our help team, for now only.',
  make: 'Make new codes',
  turnOff: 'Turn off',
  reveal: 'Show codes',
  later: 'Not now',
  prompt: ({ because }: Prompt, left: Known<number>): string => {
    switch (because) {
      case 'low':
        return left === 'unknown'
          ? 'You have few backup codes left. Make new ones.'
          : `${codes(left)} left. Make new ones.`;
      case 'none-left':
        return 'No backup codes left. Make new ones now, or you could be locked out next time.';
      case 'unfinished':
        return 'New codes were made but not saved.';
      case 'temporary':
        return 'These codes are from our help team. Make your own now.';
      case 'recovery':
        return 'You just used a way back in. Make new codes, so you have all of them again.';
      case 'factor-removed':
        return 'You removed a way to sign in. Make new codes, so nobody can use old ones.';
      case 'exposed':
        return 'Has somebody seen your codes? Make new ones: the old ones then stop working.';
    }
  },

  // Before, where making them ends the old ones at once.
  acceptTitle: 'Make new backup codes?',
  acceptText: 'Your old codes stop working at once.',
  accept: 'I understand.',
  acceptMissing: 'Tick the box first.',
  working: 'One moment…',

  // The codes.
  title: 'Save your backup codes',
  text: 'If you lose your second factor again, one of these gets you in. We show them only once.',
  staged: (old: OldCodes): string =>
    old === 'work'
      ? 'They start working when you finish this step; until then your old codes still work.'
      : 'They start working when you finish this step.',
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
  proved: (button: string): string => `Thank you. Now choose “${button}” again.`,
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

  // Done.
  doneTitle: 'All set',
  done: (left: Known<number>, old: OldCodes): string => {
    const on = left === 'unknown' ? 'Your new backup codes are on' : `${codes(left)} ${left === 1 ? 'is' : 'are'} on`;
    return old === 'work' ? `${on}; old codes no longer work` : on;
  },
  destroy: 'Throw away any old list or file.',
  told: (addresses: readonly string[]): string => `We told you about this at ${addresses.join(', ')}`,
  goOn: 'Continue',

  // Turning off.
  removeTitle: 'Turn off backup codes?',
  removeText: 'If you lose your second factor, you could be locked out.',
  keep: 'Keep them',
  remove: 'Turn off',
  removed: 'Your backup codes are off.',

  // Shown again.
  revealTitle: 'Your backup codes',
  used: (date: string | null): string => (date === null ? 'Used' : `Used on ${date}`),
  close: 'Done',

  // On paper, in the file and in the clipboard.
  document: {
    title: (service: string): string => `${service} backup codes`,
    made: (date: string): string => `made ${date}`,
    set: (id: string): string => `set ${id}`,
    use: 'Each works once. Cross it out.',
    renew: (address: string): string => `New set: ${address}`,
    never: 'We never ask for these by phone, email or chat.',
  },
} as const;
