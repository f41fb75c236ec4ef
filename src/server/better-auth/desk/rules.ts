import type { components } from '../../../backends/rest/contract.js';
import type { AuditEvent } from '../audit/events.js';
import type { CaseRow } from './rows.js';

/** Who may do what to whom: pure, so that a table of cases can hold it. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** How long after one request another may be made. */
export const HELP_AGAIN = 4 * HOUR;
/** How long who was reset has to set up a factor. */
export const ENROLL_WITHIN = DAY;
/** How long a pass that was read out works (NIST SP 800-63B, 4.1.2: ten minutes at most for a binding code). */
export const PASS_TTL = 10 * MINUTE;
export const TEMPORARY_TTL = DAY;
/** How long the link of a notice stops something. */
export const FREEZE_TTL = 7 * DAY;
/** How long an agent's agreement counts. */
export const APPROVAL_TTL = HOUR;
/** How long after an enrollment the sign-in tells that the help team had a hand in it, and a suspension that it was a wrong person's. */
export const TOLD_FOR = 7 * DAY;
export const MOST_CODES = 3;

/** How an agent may know who somebody is. Never by an e-mailed code, a birthday, a chat or urgency. */
export const IDENTITY_PROOFS = ['video', 'call-on-file', 'ticket', 'existing-sign-in'] as const;
export type IdentityProof = (typeof IDENTITY_PROOFS)[number];

export const SHORTEST_REASON = 10;
export const LONGEST_REASON = 1000;

export type Act =
  'reset' | 'pass' | 'temporary-codes' | 'temporary-password' | 'suspend' | 'refuse' | 'escalate' | 'approve';

interface ActRule {
  readonly event: AuditEvent;
  /** The states of a case that it may be done in. */
  readonly from: readonly CaseRow['state'][];
  /** Whether it opens the account: then it wants a proof of who asks, and counts toward the day's number. */
  readonly opens: boolean;
}

const OPEN = ['waiting', 'escalated'] as const;
const ANY = ['waiting', 'escalated', 'refused', 'helped', 'reset', 'done', 'cancelled'] as const;

export const ACTS: Readonly<Record<Act, ActRule>> = {
  reset: { event: 'mfa.factor_admin_reset', from: OPEN, opens: true },
  pass: { event: 'mfa.enrollment_pass_made', from: ['reset'], opens: true },
  'temporary-codes': { event: 'mfa.temporary_codes_made', from: OPEN, opens: true },
  'temporary-password': { event: 'user.password_set_by_admin', from: [...OPEN, 'reset'], opens: true },
  // A wrong person's reset is found out when its case is closed.
  suspend: { event: 'user.suspended', from: ANY, opens: false },
  refuse: { event: 'mfa.help_refused', from: OPEN, opens: false },
  escalate: { event: 'mfa.help_escalated', from: ['waiting'], opens: false },
  // Also to another pass for a colleague who was reset, or to suspend them.
  approve: { event: 'mfa.admin_action_approved', from: ANY, opens: false },
};

/** What needs a second agent where it is about a colleague. */
export const ALONE_NEVER: readonly Act[] = [
  'suspend',
  ...Object.entries(ACTS).flatMap(([act, { opens }]) => (opens ? [act as Act] : [])),
];

export const isAct = (value: unknown): value is Act => typeof value === 'string' && Object.hasOwn(ACTS, value);

/** The events that the day's number counts. */
export const COUNTED: readonly AuditEvent[] = Object.values(ACTS).flatMap(({ event, opens }) => (opens ? [event] : []));

/** Why an act is refused; written down as it is. */
export type Denial =
  | 'not-an-agent'
  | 'no-fresh-proof'
  | 'no-proof'
  | 'no-reason'
  | 'foreign-case'
  | 'own-account'
  | 'closed-case'
  | 'escalated-by-you'
  | 'no-second-agent'
  | 'too-many-today'
  | 'recovery-forbidden'
  | 'unknown-account'
  | 'malformed'
  | 'not-possible';

/** What an agent wants, and what is known of who and whom. */
export interface Wanted {
  readonly act: Act;
  readonly proof: unknown;
  readonly reason: unknown;
  readonly agentId: string;
  readonly subjectId: string;
  /** Whether the subject is an agent too. */
  readonly isColleague: boolean;
  readonly case: Pick<CaseRow, 'state' | 'userId' | 'escalatedBy'> | null;
  /** Agents who agreed. */
  readonly approvedBy: readonly string[];
  readonly actsToday: number;
  readonly cap: number;
  /** Whether the policy lets no account be opened without its second factor. */
  readonly isForbidden: boolean;
}

export const isProof = (value: unknown): value is IdentityProof =>
  (IDENTITY_PROOFS as readonly unknown[]).includes(value);

export function isReason(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  const { length } = value.trim();
  return length >= SHORTEST_REASON && length <= LONGEST_REASON;
}

/** Why it may not be; null where it may. */
export function denialOf(wanted: Wanted): Denial | null {
  const { from, opens } = ACTS[wanted.act];
  const found = wanted.case;
  if (opens && !isProof(wanted.proof)) return 'no-proof';
  if (!isReason(wanted.reason)) return 'no-reason';
  if (!found || found.userId !== wanted.subjectId) return 'foreign-case';
  if (wanted.agentId === wanted.subjectId) return 'own-account';
  if (!from.includes(found.state)) return 'closed-case';
  if (wanted.act === 'suspend') return alone(wanted);
  // Nor may who handed it on close it, and open another.
  if (found.escalatedBy === wanted.agentId && wanted.act !== 'approve') return 'escalated-by-you';
  if (!opens) return null;
  if (wanted.isForbidden) return 'recovery-forbidden';
  return alone(wanted) ?? (wanted.actsToday >= wanted.cap ? 'too-many-today' : null);
}

/** An agent's account is a key to every other: nobody changes it alone. */
function alone({ isColleague, approvedBy, agentId, subjectId }: Wanted): Denial | null {
  const others = approvedBy.filter((id) => id !== agentId && id !== subjectId);
  return isColleague && others.length === 0 ? 'no-second-agent' : null;
}

/**
 * What the person sees of their case: the same whether an agent refused, handed it on or has helped. Null once it is closed
 * for them; from then on they may ask again.
 */
export function seenCase(
  { number, state, openedAt, askAgainAt, withdrawnAt }: CaseRow,
  now: number,
): components['schemas']['Case'] | null {
  if (withdrawnAt) return null;
  const isAnswered = state === 'refused' || state === 'helped' || state === 'reset';
  if (state === 'cancelled' || state === 'done' || (isAnswered && now >= askAgainAt.getTime())) return null;
  return { number, state: 'waiting', openedAt: openedAt.getTime(), askAgainAt: askAgainAt.getTime() };
}
