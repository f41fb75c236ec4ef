import type { AuthContext } from 'better-auth';
import { equal, type Database, database } from './database.js';
import { passwordMark } from './password.js';
import type { ChallengeRow } from './rows.js';

/** How long a session may change how the account is opened, after a proof of the second factor. */
export const PRIVILEGED_TTL = 30 * 60_000;
/** A step-up that nobody takes up again is cleared away like a challenge. */
const STEP_UP_TTL = 60 * 60_000;

interface Holder {
  id: string;
  userId: string;
}

/** What the step-up of a session is found by. It is no hash of a token: no cookie leads to it. */
const keyOf = ({ id }: Holder) => `step-up ${id}`;

/** Takes the step-up of a session and holds it until the transaction ends. */
export async function lockStepUp(
  context: AuthContext,
  db: Database,
  session: Holder,
  now: number,
): Promise<ChallengeRow> {
  const tokenHash = keyOf(session);
  const until = new Date(now + STEP_UP_TTL);
  const mark = await passwordMark(context, session.userId);
  const locked = await db.incrementOne<ChallengeRow>({
    model: 'mfaChallenge',
    where: equal({ tokenHash }),
    increment: { version: 1 },
    set: { expiresAt: until, proofUntil: until },
  });
  if (!locked) return db.create({ model: 'mfaChallenge', data: begin(session, mark, until, now) });
  if (locked.passwordMark === mark) return locked;
  const renewed = { passwordMark: mark, privilegedUntil: null };
  await db.updateMany({ model: 'mfaChallenge', where: equal({ id: locked.id }), update: renewed });
  return { ...locked, ...renewed };
}

const begin = (session: Holder, mark: string | null, until: Date, now: number): Omit<ChallengeRow, 'id'> => ({
  userId: session.userId,
  tokenHash: keyOf(session),
  passwordMark: mark,
  state: 'pending',
  version: 0,
  remember: false,
  createdAt: new Date(now),
  expiresAt: until,
  proofUntil: until,
  passedAt: null,
  session: null,
  trust: null,
  privilegedUntil: null,
  passFor: null,
  openedBy: null,
  failedAt: null,
  failedFrom: null,
  enrollsSince: null,
  passFailed: 0,
});

/** The step-up of a session as it stands; null if nobody has begun one. */
export function findStepUp(db: Database, session: Holder): Promise<ChallengeRow | null> {
  return db.findOne<ChallengeRow>({ model: 'mfaChallenge', where: equal({ tokenHash: keyOf(session) }) });
}

export async function grantPrivilege(db: Database, { id }: ChallengeRow, now: number): Promise<void> {
  const update = { privilegedUntil: new Date(now + PRIVILEGED_TTL) };
  await db.updateMany({ model: 'mfaChallenge', where: equal({ id }), update });
}

/** Until when a session is privileged, or null. A change of the password ends it. */
export async function privilegedUntil(context: AuthContext, session: Holder, now: number): Promise<number | null> {
  const stepUp = await findStepUp(await database(context), session);
  const until = stepUp?.privilegedUntil?.getTime() ?? 0;
  if (!stepUp || now >= until) return null;
  return (await passwordMark(context, session.userId)) === stepUp.passwordMark ? until : null;
}
