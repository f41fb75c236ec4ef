import type { Settled, Verified } from '../../core/challenge.js';
import { MfaError, type MfaProblem } from '../../core/errors.js';
import type { OfferKind } from '../../core/factor.js';
import type { Call, ChallengePort, Proof } from '../../ports/backend.js';
import type { Answer, Http } from '../http.js';
import { codeOf, problemIn, type Meanings } from './errors.js';
import { accepted, createWire } from './wire.js';

/** The challenge's methods but the first: their code is fetched while the person reads. */
export interface AfterEntry extends Pick<ChallengePort, 'send' | 'preparePasskey' | 'verify' | 'settle' | 'cancel'> {
  /** Throws the problem that stands in an entry's place. */
  refuse(answer: Answer, call: Call): ReturnType<ChallengePort['load']>;
}

type Kind = Extract<Proof['kind'], 'totp' | 'backup-code' | 'delivered-code'>;

const over: MfaProblem = { code: 'challenge-over', restart: 'sign-in' };
const notOffered: MfaProblem = { code: 'not-allowed', reason: 'not-offered' };
const NO_CHALLENGE = 'INVALID_TWO_FACTOR_COOKIE';
/** What it says of a challenge that is over, and of one that lives: see `judge`. */
const CHALLENGE: Meanings = { [NO_CHALLENGE]: over };

const WAYS: Readonly<Record<Kind, { readonly path: string; readonly meanings: Meanings }>> = {
  totp: {
    path: '/two-factor/verify-totp',
    meanings: { ...CHALLENGE, TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: over, TOTP_NOT_ENABLED: notOffered },
  },
  'backup-code': {
    path: '/two-factor/verify-backup-code',
    meanings: { ...CHALLENGE, TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: over, BACKUP_CODES_NOT_ENABLED: notOffered },
  },
  'delivered-code': {
    path: '/two-factor/verify-otp',
    // The challenge lives on here; only the code that was sent is dead.
    meanings: { ...CHALLENGE, TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: { code: 'delivered-code-expired' } },
  },
};
const isKind = (kind: Proof['kind']): kind is Kind => Object.hasOwn(WAYS, kind);

/** The server says neither how many codes are left nor whom it told. */
const verified = (by: OfferKind): Verified => ({
  by,
  codesLeft: 'unknown',
  todo: [],
  mayPostpone: true,
  notified: 'unknown',
});

const refused = (problem: MfaProblem): Promise<never> => Promise.reject(new MfaError(problem));

export function createAfterEntry(http: Http): AfterEntry {
  const wire = createWire(http);
  /** For `settle`: the server keeps no attempts. */
  let last: { readonly attempt: string; readonly by: Kind } | undefined;
  let underWay: Promise<Verified> | undefined;

  /** Whether somebody is in, where that decides what an answer meant. What can't be read leaves it open. */
  async function isIn(call: Call): Promise<boolean> {
    try {
      return (await wire.session(call)) !== null;
    } catch (cause) {
      throw cause instanceof MfaError ? new MfaError({ code: 'outcome-unknown' }, cause) : cause;
    }
  }

  async function judge(kind: Kind, body: object, call: Call): Promise<Verified> {
    const { path, meanings } = WAYS[kind];
    const answer = await wire.send(path, body, call);
    const problem = problemOf(answer, kind, meanings);
    if (problem && problem.code !== 'challenge-over') throw new MfaError(problem);
    // What the body says is not trusted, nor is "over": a request beside this one may have signed the person in.
    if (await isIn(call)) return verified(kind);
    // Browsers send a POST again by themselves, and then this is the answer to the second time.
    if (kind === 'backup-code' && isUntold(answer)) throw new MfaError({ code: 'outcome-unknown' });
    throw new MfaError(problem ?? { code: 'bad-response' });
  }

  return {
    refuse: (answer) => Promise.resolve(answer).then((one) => refused(problemIn(one))),

    async send(_, call) {
      const answer = await wire.send('/two-factor/send-otp', {}, call);
      if (codeOf(answer) === NO_CHALLENGE) {
        return refused({ code: 'challenge-over', restart: (await isIn(call)) ? 'here' : 'sign-in' });
      }
      wire.readable(answer, accepted);
      return { sentAt: Date.parse(answer.headers.get('date') ?? '') || Date.now(), resendAt: 'unknown' };
    },

    // A passkey is a whole sign-in there.
    preparePasskey: () => refused(notOffered),

    async verify(proof, { attempt, trustDevice }, call) {
      const { kind } = proof;
      if (!isKind(kind) || !('code' in proof)) return refused(notOffered);
      // Of two at once the server judges one, and calls the other's challenge over though it lives.
      while (underWay) {
        const before = await underWay.catch(() => null);
        if (before) return before;
      }
      call.signal.throwIfAborted();
      last = { attempt, by: kind };
      // It would trust a device for a backup code too.
      const trusts = trustDevice === true && kind !== 'backup-code';
      const judging = judge(kind, { code: proof.code, ...(trusts && { trustDevice }) }, call);
      underWay = judging;
      try {
        return await judging;
      } finally {
        if (underWay === judging) underWay = undefined;
      }
    },

    async settle(attempt, call): Promise<Settled> {
      if (!(await wire.session(call))) return { state: 'over', spent: 'unknown' };
      const by = last?.attempt === attempt ? last.by : 'totp';
      return { state: 'signed-in', verified: verified(by) };
    },

    // Nothing to call: the pending cookie dies by itself.
    cancel: () => Promise.resolve(),
  };
}

/** Whether the code that it answers may have been used up all the same. */
const isUntold = (answer: Answer): boolean => codeOf(answer) === NO_CHALLENGE || answer.status === 409;

/** Null: it was accepted, as far as the answer can say that. */
function problemOf(answer: Answer, kind: Kind, meanings: Meanings): MfaProblem | null {
  if (answer.status === 200) return null;
  // Without a code: another redemption came between, and the challenge has no try left on its books.
  if (answer.status === 409) return over;
  return problemIn(answer, meanings, [kind]);
}
