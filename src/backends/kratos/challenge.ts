import type { Entry, Settled, Verified } from '../../core/challenge.js';
import { MfaError, type MfaProblem } from '../../core/errors.js';
import type { OfferKind } from '../../core/factor.js';
import type { Call, ChallengePort } from '../../ports/backend.js';
import type { Answer } from '../http.js';
import { forget, WHOAMI, type Flows } from './entry.js';
import { ALREADY, errorId, NOT_OFFERED, OVER, problemOfAnswer } from './errors.js';
import type { Kratos } from './flows.js';
import { createLogin } from './login.js';
import { sessionIn } from './session.js';

/** The challenge's methods but the first: their code is fetched while the person reads. */
export interface AfterEntry extends Pick<ChallengePort, 'send' | 'preparePasskey' | 'verify' | 'settle' | 'cancel'> {
  /** What an answer says that is no challenge. */
  refuse(answer: Answer, call: Call): Promise<Entry>;
}

const verified = (by: OfferKind): Verified => ({
  by,
  codesLeft: 'unknown',
  todo: [],
  mayPostpone: true,
  notified: 'unknown',
});

const fail = (problem: MfaProblem): never => {
  throw new MfaError(problem);
};

/** Without a session there is no second step to give: the password comes first. */
async function inChallenge<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const isOut = error instanceof MfaError && error.problem.code === 'signed-out';
    throw isOut ? new MfaError({ code: 'challenge-over', restart: 'sign-in' }, error) : error;
  }
}

export function createAfterEntry(kratos: Kratos, flows: Flows): AfterEntry {
  const login = createLogin(kratos, flows);
  let last: { readonly attempt: string; readonly by: OfferKind } | undefined;

  async function cancel(call: Call): Promise<void> {
    forget(flows);
    const begun = await kratos.ask('/self-service/logout/browser', call);
    if (begun.status === 401) return;
    const { logout_token: token } = (begun.json ?? {}) as { logout_token?: unknown };
    if (begun.status !== 200 || typeof token !== 'string') fail(problemOfAnswer(begun, { over: OVER }));
    const ended = await kratos.act(`/self-service/logout?token=${encodeURIComponent(String(token))}`, call);
    if (ended.status !== 204 && ended.status !== 401) fail(problemOfAnswer(ended, { over: OVER }));
  }

  return {
    refuse(answer) {
      if (ALREADY.includes(errorId(answer) ?? '') || sessionIn(answer)) {
        return Promise.resolve({ status: 'signed-in', todo: [] });
      }
      if (answer.status === 401 && errorId(answer) !== 'identity_disabled')
        return Promise.resolve({ status: 'sign-in-first' });
      // Asked because no way was offered: the server wants a second factor, and the account has none that it takes.
      if (errorId(answer) === 'session_aal2_required')
        return Promise.resolve({ status: 'blocked', why: 'no-usable-factor' });
      return Promise.reject(new MfaError(problemOfAnswer(answer, { over: OVER })));
    },
    send: (offer, call) => inChallenge(login.send(offer, call)),
    preparePasskey: (call) => inChallenge(login.preparePasskey(call)),
    async verify(proof, { attempt }, call) {
      if (proof.kind === 'enrollment-pass') return fail(NOT_OFFERED);
      last = { attempt, by: proof.kind };
      const { isWhole } = await inChallenge(login.prove(proof, call));
      return isWhole ? verified(proof.kind) : fail({ code: 'bad-response' });
    },
    async settle(attempt, call): Promise<Settled> {
      const answer = await kratos.ask(WHOAMI, call);
      const session = sessionIn(answer);
      if (session?.isWhole) {
        const by = last?.attempt === attempt ? last.by : session.by;
        return { state: 'signed-in', verified: verified(by ?? last?.by ?? 'totp') };
      }
      if (session || answer.status === 403) return { state: 'pending', spent: 'unknown' };
      if (answer.status === 401) return { state: 'over', spent: 'unknown' };
      return fail(problemOfAnswer(answer, { over: OVER }));
    },
    cancel,
  };
}
