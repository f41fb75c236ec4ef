import type { Entry, Settled, Verified } from '../../core/challenge.js';
import { MfaError, type MfaProblem } from '../../core/errors.js';
import type { OfferKind } from '../../core/factor.js';
import type { Call, ChallengePort } from '../../ports/backend.js';
import type { Answer } from '../http.js';
import { forget, WHOAMI, type Flows } from './entry.js';
import { ALREADY, errorId, NOT_OFFERED, OVER, problemOfAnswer, SECOND } from './errors.js';
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

const problemOf = (answer: Answer): MfaProblem => problemOfAnswer(answer, { over: OVER });
const isOut = (answer: Answer): boolean => problemOf(answer).code === 'signed-out';

/** Everything that is no challenge. */
function entryOf(answer: Answer): Entry {
  if (ALREADY.includes(errorId(answer) ?? '') || sessionIn(answer)) return { status: 'signed-in', todo: [] };
  // Asked because no way was offered: a second factor is wanted, and the account has none that we know.
  if (errorId(answer) === SECOND) return { status: 'blocked', why: 'no-usable-factor' };
  if (isOut(answer)) return { status: 'sign-in-first' };
  throw new MfaError(problemOf(answer));
}

/** Without a session there is no second step to give: the password comes first. */
async function inChallenge<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const isSignedOut = error instanceof MfaError && error.problem.code === 'signed-out';
    throw isSignedOut ? new MfaError({ code: 'challenge-over', restart: 'sign-in' }, error) : error;
  }
}

export function createAfterEntry(kratos: Kratos, flows: Flows): AfterEntry {
  const login = createLogin(kratos, flows);
  let last: { readonly attempt: string; readonly by: OfferKind } | undefined;

  async function cancel(call: Call): Promise<void> {
    forget(flows);
    const begun = await kratos.ask('/self-service/logout/browser', call);
    if (isOut(begun)) return;
    const { logout_token: token } = (begun.json ?? {}) as { logout_token?: unknown };
    // Its own address is not followed: it may be none of ours.
    if (begun.status !== 200 || typeof token !== 'string') throw new MfaError(problemOf(begun));
    const ended = await kratos.act(`/self-service/logout?token=${encodeURIComponent(token)}`, call);
    if (ended.status !== 204 && !isOut(ended)) throw new MfaError(problemOf(ended));
  }

  return {
    refuse: (answer) => Promise.resolve(answer).then(entryOf),
    send: (offer, call) => inChallenge(login.send(offer, call)),
    preparePasskey: (call) => inChallenge(login.preparePasskey(call)),
    async verify(proof, { attempt }, call) {
      if (proof.kind === 'enrollment-pass') throw new MfaError(NOT_OFFERED);
      last = { attempt, by: proof.kind };
      const { isWhole } = await inChallenge(login.prove(proof, call));
      if (!isWhole) throw new MfaError({ code: 'bad-response' });
      return verified(proof.kind);
    },
    async settle(attempt, call): Promise<Settled> {
      const answer = await kratos.ask(WHOAMI, call);
      const session = sessionIn(answer);
      if (session?.isWhole) {
        const by = last?.attempt === attempt ? last.by : session.by;
        return { state: 'signed-in', verified: verified(by ?? last?.by ?? 'totp') };
      }
      if (session || errorId(answer) === SECOND) return { state: 'pending', spent: 'unknown' };
      if (isOut(answer)) return { state: 'over', spent: 'unknown' };
      throw new MfaError(problemOf(answer));
    },
    cancel,
  };
}
