import { MfaError } from '../../core/errors.js';
import type { SessionsPort } from '../../ports/backend.js';
import { OVER, problemOfAnswer } from './errors.js';
import type { Kratos } from './flows.js';

export const createSessions = (kratos: Kratos): SessionsPort => ({
  async endOthers(call) {
    const answer = await kratos.act('/sessions', call, 'DELETE');
    if (answer.status !== 204 && (answer.status !== 200 || answer.json === undefined))
      throw new MfaError(problemOfAnswer(answer, { over: OVER }));
    // Its count is of all sessions, those that were over before too.
    return { ended: 'unknown', trustedDevices: 'kept' };
  },
});
