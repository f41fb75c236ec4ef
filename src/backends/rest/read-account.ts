import type { Case } from '../../core/challenge.js';
import type { Instant, Known, StepUpNeed, StepUpWay } from '../../core/factor.js';
import type {
  ActivityPort,
  BackupCodeSet,
  BackupCodesPort,
  CodeSetStatus,
  Enrolled,
  Factor,
  FactorsPort,
  PasskeysPort,
  SessionsPort,
  TotpSetup,
} from '../../ports/backend.js';
import { boolean, known, list, members, nullable, oneOf, optional, string, unreadable, whole } from '../narrow.js';
import type { Reader } from '../narrow.js';
import { notified, problem as challengeProblem } from './read.js';
import { format, helpCase, instant, offer, todo } from './read-entry.js';
import type { ProblemReader } from './transport.js';

/** Readers for the answers of `openapi.yaml` that come after the first input, schema by schema. */

type Answered<Method extends (...args: never[]) => Promise<unknown>> = Awaited<ReturnType<Method>>;

const matching =
  (form: RegExp): Reader<string> =>
  (value) =>
    form.test(string(value)) ? string(value) : unreadable();
/** An empty id would name another path, an empty code opens nothing. */
const text = matching(/./);
const count = known(whole);

/** Undefined for a way of a later contract, as with an offer, and for one that leads out of the session. */
const way: Reader<StepUpWay | undefined> = (value) => {
  if (members(value).kind === 'password') return { kind: 'password' };
  const read = offer(value);
  return read?.kind === 'federated' ? undefined : read;
};

const need: Reader<StepUpNeed> = (value) => {
  const n = members(value);
  const how = oneOf('in-place', 'redirect', 'sign-in-again')(n.how);
  switch (how) {
    case 'in-place':
      return { how, ways: list(way)(n.ways).filter((one) => one !== undefined) };
    case 'redirect':
      return { how, url: string(n.url) };
    case 'sign-in-again':
      return { how };
  }
};

export const problem: ProblemReader = (value, wait) => {
  const { code, need: needed } = members(value);
  return code === 'step-up-required' ? { code, need: need(needed) } : challengeProblem(value, wait);
};

export const stepUp: Reader<{ privilegedUntil: Known<Instant | null>; need: StepUpNeed }> = (value) => {
  const s = members(value);
  return { privilegedUntil: known(nullable(whole))(s.privilegedUntil), need: need(s.need) };
};

const factor: Reader<Factor> = (value) => {
  const f = members(value);
  return {
    id: text(f.id),
    kind: oneOf('totp', 'passkey', 'security-key', 'delivered-code')(f.kind),
    name: string(f.name),
    opens: oneOf('second-step', 'whole-sign-in', 'both')(f.opens),
    added: instant(f.added),
    lastUsed: instant(f.lastUsed),
    synced: known(boolean)(f.synced),
    canRename: boolean(f.canRename),
    removal: oneOf('alone', 'all-second-factors', 'blocked', 'not-here')(f.removal),
  };
};

/**
 * Unlike an offer, a factor of a later contract is not left out: the list says that nothing else opens the account, and a
 * person who looks for a stranger's key in it must not be told so by a list that hides one.
 */
export const factors: Reader<readonly Factor[]> = (value) => list(factor)(members(value).factors);

export const removed: Reader<Answered<FactorsPort['remove']>> = (value) => {
  const r = members(value);
  const acceptedPasskeys = optional(r.acceptedPasskeys, list(string));
  return { notified: notified(r.notified), ...(acceptedPasskeys && { acceptedPasskeys }) };
};

export const codeSetStatus: Reader<CodeSetStatus> = (value) => {
  const s = members(value);
  return {
    state: known(oneOf('none', 'staged', 'on', 'used-up'))(s.state),
    left: count(s.left),
    of: count(s.of),
    made: instant(s.made),
    lastUsed: instant(s.lastUsed),
    temporary: boolean(s.temporary),
  };
};

export const codeSet: Reader<BackupCodeSet> = (value) => {
  const s = members(value);
  const codes = list(text)(s.codes);
  return {
    id: text(s.id),
    // Confirming a set without codes would end the old one for nothing.
    codes: codes.length > 0 ? codes : unreadable(),
    format: format(s.format),
    state: oneOf('staged', 'active')(s.state),
    confirmBy: instant(s.confirmBy),
  };
};

export const confirmed: Reader<Answered<NonNullable<BackupCodesPort['confirm']>>> = (value) => {
  const c = members(value);
  return { left: count(c.left), notified: notified(c.notified) };
};

export const totpSetup: Reader<TotpSetup> = (value) => {
  const s = members(value);
  // The address becomes a link, so its scheme is looked at.
  return { id: text(s.id), uri: matching(/^otpauth:\/\/totp\//)(s.uri), key: matching(/^[A-Z2-7]+$/)(s.key) };
};

export const enrolled: Reader<Enrolled> = (value) => {
  const e = members(value);
  return { todo: todo(e.todo), notified: notified(e.notified) };
};

export const registered: Reader<Answered<PasskeysPort['register']>> = (value) => ({
  ...enrolled(value),
  factor: known(factor)(members(value).factor),
});

export const ended: Reader<Answered<SessionsPort['endOthers']>> = (value) => {
  const e = members(value);
  return { ended: count(e.ended), trustedDevices: oneOf('forgotten', 'kept')(e.trustedDevices) };
};

export const currentCase: Reader<Case | null> = (value) => nullable(helpCase)(members(value).case);

const event: Reader<Answered<ActivityPort['recent']>[number]> = (value) => {
  const e = members(value);
  return {
    what: string(e.what),
    at: whole(e.at),
    where: string(e.where),
    byRole: oneOf('you', 'help-desk', 'system')(e.byRole),
  };
};

export const events: Reader<Answered<ActivityPort['recent']>> = (value) => list(event)(members(value).events);
