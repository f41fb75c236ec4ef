import type { components } from '../../backends/rest/contract.js';
import { equal, type Database } from './database.js';
import type { ProblemBody } from './problem.js';
import type { AttemptRow } from './rows.js';

export type Verified = components['schemas']['Verified'];

/** What became of an attempt. Holds no code. */
export type Outcome =
  | { kind: 'passed'; verified: Verified }
  /** A step-up that made its session privileged. */
  | { kind: 'proved' }
  /** The help team's pass, or a backup code of theirs, was right: enrollment is open, and nobody is in. */
  | { kind: 'opened' }
  | { kind: 'refused'; problem: ProblemBody }
  /** Settled before it arrived: "not spent" was said, so it must never be spent. */
  | { kind: 'void' };

const parse = (row: AttemptRow | null) => (row ? (JSON.parse(row.outcome) as Outcome) : null);

export async function findOutcome(db: Database, challengeId: string, attempt: string): Promise<Outcome | null> {
  return parse(await db.findOne<AttemptRow>({ model: 'mfaAttempt', where: equal({ challengeId, attempt }) }));
}

export async function storeOutcome(
  db: Database,
  challengeId: string,
  attempt: string,
  outcome: Outcome,
  now: number,
): Promise<void> {
  const data = { challengeId, attempt, outcome: JSON.stringify(outcome), createdAt: new Date(now) };
  await db.create({ model: 'mfaAttempt', data });
}

/** Says more of an outcome that is stored. */
export async function replaceOutcome(
  db: Database,
  challengeId: string,
  attempt: string,
  outcome: Outcome,
): Promise<void> {
  const update = { outcome: JSON.stringify(outcome) };
  await db.updateMany({ model: 'mfaAttempt', where: equal({ challengeId, attempt }), update });
}

/** What became of an attempt of this person, on whichever challenge. */
export async function findOutcomeOf(db: Database, userId: string, attempt: string): Promise<Outcome | null> {
  const rows = await db.findMany<AttemptRow>({ model: 'mfaAttempt', where: equal({ attempt }) });
  for (const row of rows) {
    const challenge = await db.findOne({ model: 'mfaChallenge', where: equal({ id: row.challengeId, userId }) });
    if (challenge) return parse(row);
  }
  return null;
}
