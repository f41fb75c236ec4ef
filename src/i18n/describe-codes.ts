import type { CodesTrouble } from '../core/codes-state.js';
import { describe, type Setting } from './describe.js';
import { backupCodes } from './messages/backup-codes.js';

/** From what went wrong with backup codes to what the person reads. Never says that codes are on. */
export function describeCodes(trouble: CodesTrouble, setting: Omit<Setting, 'way'>): string {
  switch (trouble.code) {
    case 'missing':
      return trouble.what === 'acceptance' ? backupCodes.acceptMissing : backupCodes.missing[trouble.what];
    case 'typed':
      return trouble.is === 'not-listed'
        ? backupCodes.notListed
        : describe({ code: 'typed', is: trouble.is }, { ...setting, way: 'backup-code' });
    case 'too-many-attempts':
      // All of this page is limited for whoever asks too often, whatever they asked for.
      if (trouble.blocks === 'all') return describe(trouble, { ...setting, way: null });
      return trouble.retryAt === 'unknown'
        ? 'You made many new codes in a short time. Wait a little, then try again.'
        : `You made many new codes in a short time. You can make more at ${setting.time(trouble.retryAt)}.`;
    case 'offline':
      return "You're offline. Nothing was changed.";
    case 'outcome-unknown':
      return "We lost the connection and can't tell whether that worked. Try again in a moment.";
    case 'not-allowed':
      return trouble.reason === 'last-factor'
        ? 'This is your last way. Add another one first.'
        : "This can't be done here right now.";
    default:
      return describe(trouble, { ...setting, way: null });
  }
}
