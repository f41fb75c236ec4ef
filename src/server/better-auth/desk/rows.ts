/** The rows of the help desk's tables, as the adapter gives them. */

/** One line of the audit log. It outlives the account that it is about, and nothing changes or removes it. */
export interface AuditRow {
  id: string;
  at: Date;
  event: string;
  /** The id of who did it. */
  actorId: string;
  subjectId: string | null;
  /** `user`, or an agent's role. */
  role: string;
  /** JSON; never a secret. */
  detail: string;
}

/** A request for help. */
export interface CaseRow {
  id: string;
  userId: string;
  /** What people call it by. It proves nothing. */
  number: string;
  /** `helped`: by temporary codes or a temporary password. `done`: who was reset has a factor again. */
  state: 'waiting' | 'escalated' | 'refused' | 'helped' | 'reset' | 'done' | 'cancelled';
  openedAt: Date;
  askAgainAt: Date;
  escalatedBy: string | null;
  /** When the person took it back. What an agent has decided stands. */
  withdrawnAt: Date | null;
}

/** What stands between a person and their account besides their factors: one row for each whom the help team knows. */
export interface StandingRow {
  id: string;
  userId: string;
  suspendedAt: Date | null;
  /** Until when a temporary password has to be changed. */
  passwordDueBy: Date | null;
  /** The last reset, by an id of its own; null where there was none or it was stopped. */
  reset: string | null;
  caseNumber: string | null;
  byRole: string | null;
  resetAt: Date | null;
  deadline: Date | null;
  passHash: string | null;
  passUntil: Date | null;
  passUsedAt: Date | null;
  /** When a factor was set up after it. */
  doneAt: Date | null;
  /** When the follow-up was sent. */
  toldAt: Date | null;
  /** Encrypted: where the person was told things before the reset took their destinations away. */
  addresses: string | null;
}

/** A link in a notice by which the owner stops what is under way. */
export interface FreezeTokenRow {
  id: string;
  userId: string;
  tokenHash: string;
  at: Date;
  usedAt: Date | null;
}
