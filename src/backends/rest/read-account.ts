import type { Case } from '../../core/challenge.js';
import type { CodeSet, CodeSetStatus } from '../../core/code-set.js';
import type { Instant, Known, StepUpNeed, StepUpWay } from '../../core/factor.js';
import type {
  AcceptedPasskeys,
  ActivityPort,
  BackupCodesPort,
  Enrolled,
  Factor,
  FactorsPort,
  PasskeysPort,
  SessionsPort,
  TotpSetup,
} from '../../ports/backend.js';
import {
  boolean,
  known,
  list,
  members,
  nullable,
  oneOf,
  optional,
  shape,
  string,
  unreadable,
  whole,
} from '../narrow.js';
import type { Reader } from '../narrow.js';
import { notified, problem as challengeProblem, todo } from './read.js';
import { format, helpCase, instant, offer } from './read-entry.js';
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

export const stepUp = shape<{ readonly privilegedUntil: Known<Instant | null>; readonly need: StepUpNeed }>({
  privilegedUntil: known(nullable(whole)),
  need,
});

const factor = shape<Factor>({
  id: text,
  kind: oneOf('totp', 'passkey', 'security-key', 'delivered-code'),
  name: string,
  opens: oneOf('second-step', 'whole-sign-in', 'both'),
  added: instant,
  lastUsed: instant,
  synced: known(boolean),
  canRename: boolean,
  removal: oneOf('alone', 'all-second-factors', 'blocked', 'not-here'),
});

/**
 * Unlike an offer, a factor of a later contract is not left out: the list says that nothing else opens the account, and a
 * person who looks for a stranger's key in it must not be told so by a list that hides one.
 */
export const factors: Reader<readonly Factor[]> = (value) => list(factor)(members(value).factors);

const acceptedPasskeys = shape<AcceptedPasskeys>({ relyingParty: text, user: text, ids: list(text) });
export const removed = shape<Answered<FactorsPort['remove']>>({
  notified,
  acceptedPasskeys: optional(acceptedPasskeys),
});

export const codeSetStatus = shape<CodeSetStatus>({
  state: known(oneOf('none', 'staged', 'on', 'used-up')),
  left: count,
  of: count,
  made: instant,
  lastUsed: instant,
  temporary: boolean,
});

/** Confirming a set without codes would end the old one for nothing. */
const codes: Reader<readonly string[]> = (value) => {
  const read = list(text)(value);
  return read.length > 0 ? read : unreadable();
};

export const codeSet = shape<CodeSet>({
  id: text,
  codes,
  format,
  state: oneOf('staged', 'active'),
  confirmBy: instant,
});

export const confirmed = shape<Answered<NonNullable<BackupCodesPort['confirm']>>>({ left: count, notified });

export const totpSetup = shape<Omit<TotpSetup, 'codes'>>({
  id: text,
  // The address becomes a link, so its scheme is looked at.
  uri: matching(/^otpauth:\/\/totp\//),
  key: matching(/^[A-Z2-7]+$/),
});

export const enrolled = shape<Enrolled>({ todo, notified });

export const registered = shape<Answered<PasskeysPort['register']>>({ todo, notified, factor: known(factor) });

export const ended = shape<Answered<SessionsPort['endOthers']>>({
  ended: count,
  trustedDevices: oneOf('forgotten', 'kept'),
});

export const currentCase: Reader<Case | null> = (value) => nullable(helpCase)(members(value).case);

const event = shape<Answered<ActivityPort['recent']>[number]>({
  what: string,
  at: whole,
  where: string,
  byRole: oneOf('you', 'help-desk', 'system'),
});

export const events: Reader<Answered<ActivityPort['recent']>> = (value) => list(event)(members(value).events);
