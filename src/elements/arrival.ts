import type { MfaProblem } from '../core/errors.js';

/** Why code did not come: nothing was sent to the server. */
export const notArrived = (): MfaProblem => ({ code: navigator.onLine ? 'unreachable' : 'offline' });
