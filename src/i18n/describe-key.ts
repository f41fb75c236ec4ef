import type { KeyKind, KeyTrouble } from '../core/passkey-enrollment.js';
import { describe, type Setting } from './describe.js';

/** What the words of a trouble depend on. */
export interface KeySetting extends Omit<Setting, 'way' | 'shape'> {
  readonly kind: KeyKind;
}

const THING: Readonly<Record<KeyKind, string>> = { passkey: 'device', 'security-key': 'key' };

/** From what went wrong with adding a passkey or a security key to what the person reads. Never says that one was added. */
export function describeKey(trouble: KeyTrouble, setting: KeySetting): string {
  const thing = THING[setting.kind];
  switch (trouble.code) {
    case 'no-name':
      return 'Type a name.';
    case 'invalid-name':
      return 'Use a name of at most 64 characters, on one line.';
    case 'impossible':
      return `This ${thing} can't be added here. Try another one, or another browser.`;
    case 'not-added':
      return "It wasn't added. Try again.";
    case 'passkey-refused':
      return `That ${thing} wasn't accepted. Nothing was changed. Try again.`;
    case 'superseded':
      return 'That took too long, or another page was faster. Nothing was changed. Try again.';
    case 'too-many-attempts':
      return trouble.retryAt === 'unknown'
        ? 'Too many tries. Wait a little, then try again.'
        : `Too many tries. You can try again at ${setting.time(trouble.retryAt)}.`;
    case 'offline':
      return "You're offline. Nothing was changed.";
    case 'outcome-unknown':
      return "We lost the connection and can't tell whether that worked. Try again in a moment.";
    case 'not-allowed':
      return "This can't be done here right now.";
    default:
      return describe(trouble, { ...setting, way: null, shape: '' });
  }
}
