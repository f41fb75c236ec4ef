import type { OfferKind } from '../core/factor.js';
import type { Trouble } from '../core/machines/challenge.js';

/** What the words of a trouble depend on. */
export interface Setting {
  /** The proof that was asked for; null where nothing was asked yet. */
  readonly way: OfferKind | null;
  readonly service: string;
  /** How a backup code looks here, or empty. */
  readonly shape: string;
  /** Writes a time of day in the page's language. */
  readonly time: (instant: number) => string;
}

/** What reads otherwise from way to way. */
interface WayWords {
  readonly name: string;
  readonly empty: string;
  readonly incomplete: string;
  readonly wrong: string;
  readonly used: string;
  readonly notSpent: string;
  readonly maybeSpent: string;
  readonly offline: string;
  readonly unsettled: string;
}

const APP: WayWords = {
  name: 'your app',
  empty: 'Type the 6-digit code from your app.',
  incomplete: "That doesn't look complete. App codes have 6 digits.",
  wrong: "That code didn't work. Wait for a new code in your app and try that one.",
  used: 'That code was already used. Wait for the next one.',
  notSpent: "You're not in yet. Type the newest code from your app.",
  maybeSpent: "You're not in yet. Type the newest code from your app.",
  offline: "You're offline. Your code was not sent.",
  unsettled: "We still can't tell whether you're in. Your code was not sent again.",
};

const BACKUP: WayWords = {
  ...APP,
  name: 'a backup code',
  empty: 'Type one of your backup codes.',
  incomplete: "That doesn't look complete.",
  wrong: "That code didn't work. Check each letter and number, or use the next code on your list.",
  used: 'You have used that code before. Cross it out and use the next one.',
  notSpent: "You're not in yet, and your code still works.",
  maybeSpent: "You're not in yet. That code may be used up. Try it once more; if it's refused, use the next one.",
};

const SENT: WayWords = {
  ...APP,
  name: 'a code that we send',
  empty: 'Type the code we sent.',
  incomplete: "That doesn't look complete. The code has 6 digits.",
  wrong: "That code didn't work. Type the newest code we sent, or ask for a new one.",
  used: 'That code was already used. Ask for a new one.',
  notSpent: "You're not in yet. Try that code again.",
  maybeSpent: "You're not in yet. That code may be used up. Try it once more; if it's refused, ask for a new one.",
  offline: "You're offline. Nothing was sent.",
  unsettled: "We still can't tell whether you're in. What you typed was not sent again.",
};

const PASSKEY: WayWords = {
  ...APP,
  name: 'your passkey',
  notSpent: "You're not in yet. Use your passkey again.",
  maybeSpent: "You're not in yet. Use your passkey again.",
  offline: "You're offline. Nothing was sent.",
  unsettled: "We still can't tell whether you're in. Nothing was sent again.",
};

const OF: Readonly<Record<OfferKind, WayWords>> = {
  totp: APP,
  'backup-code': BACKUP,
  'delivered-code': SENT,
  passkey: PASSKEY,
  federated: APP,
};

const wordsOf = (way: OfferKind | null): WayWords => OF[way ?? 'totp'];

const FEW = 3;

/** The one table from what went wrong to what the person reads. Server text is never shown. */
export function describe(trouble: Trouble, setting: Setting): string {
  const { way, service, time } = setting;
  const words = wordsOf(way);
  switch (trouble.code) {
    case 'typed':
      return typed(trouble.is, setting);
    case 'wrong-code':
      return words.wrong + tries(trouble.triesLeft);
    case 'used-code':
      return words.used + tries(trouble.triesLeft);
    case 'delivered-code-expired':
      return 'That code is too old. Ask for a new one.';
    case 'passkey-refused':
      return "That passkey didn't work. Try again, or choose another way.";
    case 'not-spent':
      return words.notSpent;
    case 'maybe-spent':
      return words.maybeSpent;
    case 'too-many-attempts':
      return trouble.retryAt === 'unknown'
        ? 'Too many tries. Wait a little, then try again.'
        : `Too many tries. You can use ${trouble.blocks === 'all' ? 'this page' : words.name} again at ${time(trouble.retryAt)}.`;
    case 'offline':
      return way === null ? "You're offline." : words.offline;
    case 'unreachable':
    case 'outcome-unknown':
      return `We can't reach ${service} right now. Try again in a moment.`;
    case 'server':
    case 'bad-response':
      return (
        `Something went wrong at ${service}. Try again in a moment.` +
        (trouble.reference === undefined ? '' : ` (${trouble.reference})`)
      );
    case 'not-allowed':
      return "This can't be used here right now. Choose another way.";
    default:
      return "That didn't go through. Try again.";
  }
}

/** Words while nobody knows whether the person is in. They claim nothing. */
export const unsettled = (way: OfferKind | null): string => wordsOf(way).unsettled;

function typed(is: Extract<Trouble, { code: 'typed' }>['is'], { way, shape }: Setting): string {
  const { empty, incomplete } = wordsOf(way);
  switch (is) {
    case 'empty':
      return empty;
    case 'app-code':
      return 'That looks like a code from your app.';
    case 'many':
      return "That's more than one code. Leave just one.";
    case 'incomplete':
      return incomplete + (way === 'backup-code' && shape !== '' ? ` Backup codes look like ${shape}.` : '');
  }
}

/** Few tries left are said; more worry nobody. */
export function tries(left: number | undefined): string {
  if (left === undefined || left > FEW || left === 0) return '';
  return left === 1 ? ' You can try one more time.' : ` You can try ${String(left)} more times.`;
}
