import type { StepUpWay } from '../../core/factor.js';
import { MfaError } from '../../core/errors.js';
import type { StepUpPort } from '../../ports/backend.js';
import { forget, noFlows, WHOAMI } from './entry.js';
import { NOT_OFFERED, OVER, problemOfAnswer } from './errors.js';
import type { Kratos } from './flows.js';
import { createLogin } from './login.js';
import { offersOf } from './offers.js';
import { sessionIn } from './session.js';

/** The second factor is asked for where there is one, which Kratos by itself would not. */
const REFRESH = ['/self-service/login/browser?refresh=true&aal=aal2', '/self-service/login/browser?refresh=true'];

/** @param privilegedSeconds Kratos's `privileged_session_max_age`, which it does not tell */
export function createStepUp(kratos: Kratos, privilegedSeconds: number | undefined): StepUpPort {
  const flows = noFlows(REFRESH);
  const login = createLogin(kratos, flows);

  return {
    async privilegedUntil(call) {
      const answer = await kratos.ask(WHOAMI, call);
      const session = sessionIn(answer);
      if (!session) throw new MfaError(problemOfAnswer(answer, { over: OVER }));
      if (privilegedSeconds === undefined || session.authenticatedAt === 'unknown') return 'unknown';
      const until = session.authenticatedAt + privilegedSeconds * 1000;
      return until > kratos.now() ? until : null;
    },
    async need(call) {
      // What this person has may have changed. A flow that has sent a code is the one that takes it.
      if (!flows.main?.sent) forget(flows);
      const { plain, sent, codes, password } = offersOf(await login.current(call));
      const ways: readonly StepUpWay[] = [...plain, ...sent, ...codes, ...password];
      return ways.length > 0 ? { how: 'in-place', ways } : { how: 'sign-in-again' };
    },
    send: (offer, call) => login.send(offer, call),
    preparePasskey: (call) => login.preparePasskey(call),
    async prove(proof, call) {
      if (proof.kind === 'enrollment-pass') throw new MfaError(NOT_OFFERED);
      await login.prove(proof, call);
    },
  };
}
