import type { CodesTrouble } from '../core/codes-state.js';
import { fill } from './catalogue.js';
import { describe, type Setting } from './describe.js';
import { backupCodes } from './messages/backup-codes.js';

/** From what went wrong with backup codes to what the person reads. Never says that codes are on. */
export function describeCodes(trouble: CodesTrouble, setting: Omit<Setting, 'way'>): string {
  const words = backupCodes();
  switch (trouble.code) {
    case 'missing':
      return trouble.what === 'acceptance' ? words.acceptMissing : words.missing[trouble.what];
    case 'typed':
      return trouble.is === 'not-listed'
        ? words.notListed
        : describe({ code: 'typed', is: trouble.is }, { ...setting, way: 'backup-code' });
    case 'too-many-attempts':
      // All of this page is limited for whoever asks too often, whatever they asked for.
      if (trouble.blocks === 'all') return describe(trouble, { ...setting, way: null });
      return trouble.retryAt === 'unknown'
        ? words.tooOften
        : fill(words.tooOftenUntil, { time: setting.time(trouble.retryAt) });
    case 'offline':
      return words.offline;
    case 'outcome-unknown':
      return words.lost;
    case 'not-allowed':
      return trouble.reason === 'last-factor' ? words.lastFactor : words.notAllowed;
    default:
      return describe(trouble, { ...setting, way: null });
  }
}
