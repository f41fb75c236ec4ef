import type { StepUpTrouble } from '../core/machines/step-up.js';
import type { StepUpKind } from '../core/step-up.js';
import { describe, type Setting } from './describe.js';

/** What the words of a trouble depend on. */
export interface StepUpSetting extends Omit<Setting, 'way'> {
  /** The proof that was asked for; null where nothing was asked yet. */
  readonly way: StepUpKind | null;
}

/** After a lost answer, when it turned out that nothing was confirmed. */
const NOT_PROVED: Readonly<Record<StepUpKind, string>> = {
  passkey: "That didn't arrive. Use your passkey again.",
  totp: "That didn't arrive. Type the newest code from your app.",
  'delivered-code': "That didn't arrive. Try that code again; if it's refused, ask for a new one.",
  'backup-code':
    "That didn't arrive, but the code may be used up. Try it once more; if it's refused, use the next one.",
  password: "That didn't arrive. Type your password again.",
};

/** From what went wrong to what the person reads: what is said of a password here, all else as in the challenge. */
export function describeStepUp(trouble: StepUpTrouble, setting: StepUpSetting): string {
  const { way, time } = setting;
  if (trouble.code === 'not-proved') return NOT_PROVED[way ?? 'totp'];
  if (way !== 'password') return describe(trouble, { ...setting, way });
  switch (trouble.code) {
    case 'typed':
      return 'Type your password.';
    case 'wrong-code':
      return "That password didn't work. Check each letter and number.";
    case 'too-many-attempts':
      return trouble.retryAt === 'unknown'
        ? 'Too many tries. Wait a little, then try again.'
        : `Too many tries. You can use your password again at ${time(trouble.retryAt)}.`;
    case 'offline':
      return "You're offline. Your password was not sent.";
    default:
      return describe(trouble, { ...setting, way: null });
  }
}
