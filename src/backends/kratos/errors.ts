import type { MfaProblem } from '../../core/errors.js';
import type { StepUpWay } from '../../core/factor.js';
import type { Answer } from '../http.js';
import { retryAfter } from '../retry-after.js';
import { errorsOf, type Flow } from './flow.js';
import { NAME } from './nodes.js';

/** What an answer is looked at for: the same word of Kratos means different things. */
export interface Asked {
  /** The kind of proof that was sent, or what was changed. */
  readonly about: StepUpWay['kind'] | 'codes' | 'register' | 'remove' | 'nothing';
  /** What a flow that is over means there. */
  readonly over: MfaProblem;
}

export const OVER: MfaProblem = { code: 'challenge-over', restart: 'here' };
export const SUPERSEDED: MfaProblem = { code: 'superseded' };

const wrong: MfaProblem = { code: 'wrong-code' };
export const NOT_OFFERED: MfaProblem = { code: 'not-allowed', reason: 'not-offered' };
const policy: MfaProblem = { code: 'not-allowed', reason: 'policy' };
const suspended: MfaProblem = { code: 'not-allowed', reason: 'suspended' };
const lastFactor: MfaProblem = { code: 'not-allowed', reason: 'last-factor' };
const signedOut: MfaProblem = { code: 'signed-out' };
const refused: MfaProblem = { code: 'passkey-refused' };
const exists: MfaProblem = { code: 'passkey-exists' };
const unreadable: MfaProblem = { code: 'bad-response' };

const misconfigured = (developer: string): MfaProblem => ({ code: 'misconfigured', developer });

export const CSRF = 'security_csrf_violation';
export const REFRESH = 'session_refresh_required';
export const SECOND = 'session_aal2_required';
export const ALREADY = ['session_already_available', 'session_aal_already_fulfilled'];

/** `error.id`. `over`: the flow can't be gone on with. */
const ERRORS: Readonly<Record<string, MfaProblem | 'over'>> = {
  session_inactive: signedOut,
  session_aal1_required: signedOut,
  [SECOND]: signedOut,
  session_already_available: 'over',
  session_aal_already_fulfilled: 'over',
  session_verified_address_required: policy,
  self_service_flow_expired: 'over',
  self_service_flow_replaced: 'over',
  self_service_flow_disabled: NOT_OFFERED,
  [CSRF]: 'over',
  security_identity_mismatch: { code: 'other-account' },
  // A further factor is asked for. Where it would lead is not looked at: the adapter begins that flow by itself.
  browser_location_change_required: 'over',
  self_service_flow_return_to_forbidden: misconfigured('Kratos refuses the return_to of a flow.'),
  identity_disabled: suspended,
};

/** A plain error. Many have no id: then the status speaks. */
const STATUSES: Readonly<Record<number, MfaProblem | 'over'>> = {
  401: signedOut,
  403: policy,
  404: 'over',
  410: 'over',
};

/** By which its operators find it in their logs. */
function referenceIn(json: unknown): { readonly reference?: string } {
  const request = (json as { error?: { request?: unknown } } | null | undefined)?.error?.request;
  return typeof request === 'string' ? { reference: request } : {};
}

export const errorId = ({ json }: Answer): string | undefined => {
  const error = (json as { error?: { id?: unknown } } | null | undefined)?.error;
  return typeof error?.id === 'string' ? error.id : undefined;
};

/** What an answer says that is no flow and no session. */
export function problemOfAnswer(answer: Answer, { over }: Pick<Asked, 'over'>): MfaProblem {
  const { status, headers, json } = answer;
  if (status === 429) return { code: 'too-many-attempts', blocks: 'all', retryAt: 'unknown', ...retryAfter(headers) };
  if (status >= 500) return { code: 'server', ...referenceIn(json) };
  if (typeof json !== 'object' || json === null || !('error' in json)) return unreadable;
  const id = errorId(answer);
  const found = (id !== undefined && Object.hasOwn(ERRORS, id) && ERRORS[id]) || STATUSES[status] || unreadable;
  return found === 'over' ? over : found;
}

/** Message ids of errors that mean one thing wherever they stand. `typed`: what was typed does not look like one. */
const MESSAGES: Readonly<Record<number, MfaProblem | 'over' | 'typed'>> = {
  4000002: 'typed',
  4000003: 'typed',
  4000006: wrong,
  4000007: exists,
  4000008: wrong,
  4000009: misconfigured('The identity schema of Kratos names no trait for this method.'),
  4000010: policy,
  4000011: NOT_OFFERED,
  4000012: { code: 'used-code' },
  4000013: NOT_OFFERED,
  4000014: NOT_OFFERED,
  4000015: NOT_OFFERED,
  4000016: wrong,
  4000017: 'typed',
  4000026: 'typed',
  4000027: exists,
  4000028: exists,
  4000035: NOT_OFFERED,
  4000038: policy,
  4000042: NOT_OFFERED,
  4000043: refused,
  4000044: NOT_OFFERED,
  4000045: NOT_OFFERED,
  4000046: NOT_OFFERED,
  4010001: 'over',
  4010002: NOT_OFFERED,
  4010004: NOT_OFFERED,
  4010007: 'over',
  4010008: wrong,
  4010010: NOT_OFFERED,
  4010011: suspended,
  4050001: 'over',
  4050002: policy,
  5000001: { code: 'server' },
  5000002: NOT_OFFERED,
};

/** Whatever Kratos has no message of its own for; its reason is a text. */
const GENERIC = 4000001;

/** What a form says that came back with an error. */
export function problemOfFlow(flow: Flow, asked: Asked): MfaProblem {
  const said = errorsOf(flow).map(({ id, at }) => problemOfMessage(id, at, asked));
  return said.find(({ code }) => code !== unreadable.code) ?? unreadable;
}

function problemOfMessage(id: number, at: string | undefined, asked: Asked): MfaProblem {
  const found = id === GENERIC ? generic(at, asked) : MESSAGES[id];
  if (found === undefined) return unreadable;
  if (found === 'over') return asked.over;
  const problem = found === 'typed' ? typed(at) : found;
  // Older servers say of an assertion what they say of an app code.
  return asked.about === 'passkey' && problem === wrong ? refused : problem;
}

const typed = (at: string | undefined): MfaProblem => (at === NAME.keyName ? { code: 'invalid-name' } : wrong);

function generic(at: string | undefined, { about }: Asked): MfaProblem | 'over' {
  // The refusal to remove the last passkey stands at the field of security keys too.
  if (at === NAME.keyRemove) return lastFactor;
  if (at === NAME.keyRegister || at === NAME.passkeyRegister) return exists;
  switch (about) {
    case 'passkey':
    case 'register':
      return refused;
    case 'delivered-code':
      return { code: 'delivered-code-expired' };
    default:
      return 'over';
  }
}
