import { blamesClock, type TotpState, type TotpTrouble } from '../core/totp-state.js';
import { fill } from './catalogue.js';
import { describe, type Setting } from './describe.js';
import { totp } from './messages/totp.js';

/** From what went wrong while an app is connected to what the person reads. Never says that it is connected. */
export function describeTotp(
  trouble: TotpTrouble,
  state: TotpState,
  setting: Pick<Setting, 'service' | 'time'>,
): string {
  const setup = 'setup' in state ? state.setup : null;
  const words = totp();
  switch (trouble.code) {
    case 'typed':
      return trouble.is === 'empty' ? words.empty : fill(words.incomplete, { count: setup?.settings.digits ?? 6 });
    case 'wrong-code':
      return setup && blamesClock(setup) ? words.wrongClock : words.wrong;
    case 'used-code':
      return words.used;
    case 'not-arrived':
      return words.notArrived;
    case 'offline':
      return setup ? words.offline : words.offlineBefore;
    case 'outcome-unknown':
      return setup ? words.lostCode : words.lostStart[replacingOf(state)];
    case 'misconfigured':
      return fill(words.unusable, { service: setting.service });
    case 'not-allowed':
      return words.notAllowed;
    default:
      return describe(trouble, { ...setting, way: setup ? 'totp' : null, shape: '' });
  }
}

/** Where nothing is replaced, nothing can have ended. */
const replacingOf = (state: TotpState) =>
  'ground' in state && state.ground.replaces ? state.ground.replacing : 'atomic';
