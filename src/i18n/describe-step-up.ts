import type { StepUpTrouble } from '../core/machines/step-up.js';
import type { StepUpKind } from '../core/step-up.js';
import { fill } from './catalogue.js';
import { describe, type Setting } from './describe.js';
import { stepUp } from './messages/step-up.js';

/** What the words of a trouble depend on. */
export interface StepUpSetting extends Omit<Setting, 'way'> {
  /** The proof that was asked for; null where nothing was asked yet. */
  readonly way: StepUpKind | null;
}

/** From what went wrong to what the person reads: what is said of a password here, all else as in the challenge. */
export function describeStepUp(trouble: StepUpTrouble, setting: StepUpSetting): string {
  const { way, time } = setting;
  const words = stepUp();
  if (trouble.code === 'not-proved') return words.notProved[way ?? 'totp'];
  if (way !== 'password') return describe(trouble, { ...setting, way });
  switch (trouble.code) {
    case 'typed':
      return words.emptyPassword;
    case 'wrong-code':
      return words.wrongPassword;
    case 'too-many-attempts':
      return trouble.retryAt === 'unknown'
        ? words.tooManyPasswords
        : fill(words.tooManyPasswordsUntil, { time: time(trouble.retryAt) });
    case 'offline':
      return words.offlinePassword;
    default:
      return describe(trouble, { ...setting, way: null });
  }
}
