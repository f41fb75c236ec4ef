import { MfaError } from '../../core/errors.js';
import type { StepUpNeed } from '../../core/factor.js';
import type { Call } from '../../ports/backend.js';
import type { Wire } from './wire.js';

/** What a change wants: the password, along with it. */
export const withPassword: StepUpNeed = { how: 'with-call', ways: ['password'] };

/** The password that came with the call; without one it is asked for, of who is in. */
export async function passwordOf({ signedIn }: Pick<Wire, 'signedIn'>, call: Call): Promise<string> {
  const { password } = call.stepUp ?? {};
  if (password !== undefined) return password;
  await signedIn(call);
  throw new MfaError({ code: 'step-up-required', need: withPassword });
}
