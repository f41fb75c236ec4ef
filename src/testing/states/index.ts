/**
 * Every state of every machine, in one list: it drives the stories, the accessibility tests and the tests of languages.
 */
import { backupCodeFormStates } from './backup-code-form.js';
import { backupCodesStates } from './backup-codes.js';
import { challengeStates } from './challenge.js';
import { lostFactorStates } from './lost-factor.js';
import { passkeyEnrollmentStates } from './passkey-enrollment.js';
import { repairStates } from './repair.js';
import { resetStates } from './reset.js';
import { settingsStates } from './settings.js';
import { signInStates } from './sign-in.js';
import type { ScreenState } from './state.js';
import { stepUpStates } from './step-up.js';
import { supportStates } from './support.js';
import { totpEnrollmentStates } from './totp-enrollment.js';

export { screenOf, type Screen } from './screen.js';
export { placeState, reachState, showState, type ScreenState } from './state.js';

export const STATES: readonly ScreenState[] = [
  ...challengeStates,
  ...backupCodeFormStates,
  ...lostFactorStates,
  ...supportStates,
  ...signInStates,
  ...resetStates,
  ...repairStates,
  ...settingsStates,
  ...backupCodesStates,
  ...stepUpStates,
  ...passkeyEnrollmentStates,
  ...totpEnrollmentStates,
];

/** The state with this id. Throws where there is none. */
export function stateOf(id: string): ScreenState {
  const found = STATES.find((state) => state.id === id);
  if (!found) throw new Error(`There is no state "${id}".`);
  return found;
}
