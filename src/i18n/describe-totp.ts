import { blamesClock, type TotpState, type TotpTrouble } from '../core/totp-state.js';
import { describe, type Setting } from './describe.js';
import { totp } from './messages/totp.js';

/** From what went wrong while an app is connected to what the person reads. Never says that it is connected. */
export function describeTotp(
  trouble: TotpTrouble,
  state: TotpState,
  setting: Pick<Setting, 'service' | 'time'>,
): string {
  const setup = 'setup' in state ? state.setup : null;
  switch (trouble.code) {
    case 'typed':
      return trouble.is === 'empty' ? totp.empty : totp.incomplete(setup?.settings.digits ?? 6);
    case 'wrong-code':
      return setup && blamesClock(setup) ? [totp.wrong, totp.clock].join(' ') : totp.wrong;
    case 'used-code':
      return totp.used;
    case 'not-arrived':
      return totp.notArrived;
    case 'offline':
      return setup ? totp.offline : totp.offlineBefore;
    case 'outcome-unknown':
      return setup ? totp.lostCode : totp.lostStart[replacingOf(state)];
    case 'misconfigured':
      return totp.unusable(setting.service);
    case 'not-allowed':
      return "This can't be done here right now.";
    default:
      return describe(trouble, { ...setting, way: setup ? 'totp' : null, shape: '' });
  }
}

/** Where nothing is replaced, nothing can have ended. */
const replacingOf = (state: TotpState) =>
  'ground' in state && state.ground.replaces ? state.ground.replacing : 'atomic';
