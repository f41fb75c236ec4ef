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

const FEW = 3;

/** The one table from what went wrong to what the person reads. Server text is never shown. */
export function describe(trouble: Trouble, setting: Setting): string {
  const backup = setting.way === 'backup-code';
  switch (trouble.code) {
    case 'typed':
      return typed(trouble.is, setting);
    case 'wrong-code':
      return (
        (backup
          ? "That code didn't work. Check each letter and number, or use the next code on your list."
          : "That code didn't work. Wait for a new code in your app and try that one.") + tries(trouble.triesLeft)
      );
    case 'used-code':
      return (
        (backup
          ? 'You have used that code before. Cross it out and use the next one.'
          : 'That code was already used. Wait for the next one.') + tries(trouble.triesLeft)
      );
    case 'not-spent':
      return backup
        ? "You're not in yet, and your code still works."
        : "You're not in yet. Type the newest code from your app.";
    case 'maybe-spent':
      return backup
        ? "You're not in yet. That code may be used up. Try it once more; if it's refused, use the next one."
        : "You're not in yet. Type the newest code from your app.";
    case 'too-many-attempts':
      return trouble.retryAt === 'unknown'
        ? 'Too many tries. Wait a little, then try again.'
        : `Too many tries. You can use ${trouble.blocks === 'all' ? 'this page' : wayName(setting.way)} again at ${setting.time(trouble.retryAt)}.`;
    case 'offline':
      return setting.way === null ? "You're offline." : "You're offline. Your code was not sent.";
    case 'unreachable':
    case 'outcome-unknown':
      return `We can't reach ${setting.service} right now. Try again in a moment.`;
    case 'server':
    case 'bad-response':
      return (
        `Something went wrong at ${setting.service}. Try again in a moment.` +
        (trouble.reference === undefined ? '' : ` (${trouble.reference})`)
      );
    case 'not-allowed':
      return "This can't be used here right now. Choose another way.";
    default:
      return "That didn't go through. Try again.";
  }
}

/** Words while nobody knows whether the person is in. They claim nothing. */
export const unsettled = "We still can't tell whether you're in. Your code was not sent again.";

function typed(is: Extract<Trouble, { code: 'typed' }>['is'], { way, shape }: Setting): string {
  if (way !== 'backup-code') {
    return is === 'empty'
      ? 'Type the 6-digit code from your app.'
      : "That doesn't look complete. App codes have 6 digits.";
  }
  switch (is) {
    case 'empty':
      return 'Type one of your backup codes.';
    case 'app-code':
      return 'That looks like a code from your app.';
    case 'many':
      return "That's more than one code. Leave just one.";
    case 'incomplete':
      return "That doesn't look complete." + (shape === '' ? '' : ` Backup codes look like ${shape}.`);
  }
}

function tries(left: number | undefined): string {
  if (left === undefined || left > FEW || left === 0) return '';
  return left === 1 ? ' You can try one more time.' : ` You can try ${String(left)} more times.`;
}

function wayName(way: OfferKind | null): string {
  return way === 'backup-code' ? 'a backup code' : 'your app';
}
