import type { SettingsTrouble } from '../core/settings-state.js';
import { describeKey, type KeySetting } from './describe-key.js';
import { settings as words } from './messages/settings.js';

/** From what went wrong on the account page to what the person reads. */
export function describeSettings(trouble: SettingsTrouble, setting: Omit<KeySetting, 'kind'>): string {
  if (trouble.code === 'not-allowed' && trouble.reason === 'last-factor') return words().effects.last;
  if (trouble.code === 'not-allowed' && trouble.reason === 'policy') return words().effects.needed;
  return describeKey(trouble, { ...setting, kind: 'passkey' });
}
