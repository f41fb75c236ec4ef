import type { KeyKind, KeyTrouble } from '../core/passkey-enrollment.js';
import { fill } from './catalogue.js';
import { describe, type Setting } from './describe.js';
import { keyTroubles } from './messages/key-troubles.js';

/** What the words of a trouble depend on. */
export interface KeySetting extends Omit<Setting, 'way' | 'shape'> {
  readonly kind: KeyKind;
}

/** From what went wrong with adding a passkey or a security key to what the person reads. Never says that one was added. */
export function describeKey(trouble: KeyTrouble, setting: KeySetting): string {
  const words = keyTroubles();
  switch (trouble.code) {
    case 'no-name':
      return words.noName;
    case 'invalid-name':
      return words.invalidName;
    case 'impossible':
      return words.impossible[setting.kind];
    case 'not-added':
      return words.notAdded;
    case 'passkey-refused':
      return words.refused[setting.kind];
    case 'superseded':
      return words.superseded;
    case 'too-many-attempts':
      return trouble.retryAt === 'unknown'
        ? words.tooMany
        : fill(words.tooManyUntil, { time: setting.time(trouble.retryAt) });
    case 'offline':
      return words.offline;
    case 'outcome-unknown':
      return words.lost;
    case 'not-allowed':
      return words.notAllowed;
    default:
      return describe(trouble, { ...setting, way: null, shape: '' });
  }
}
