import type { Ask } from './ask.js';
import { needSession } from './ask.js';
import { MINUTE } from './clock.js';
import { record } from './record.js';
import type { Ok } from './schema.js';
import type { Cookies, Reply } from './wire.js';
import type { ChallengeRecord, SessionRecord, World } from './world.js';

export const CHALLENGE_TTL = 30 * MINUTE;
export const FIRST_FACTOR_TTL = 60 * MINUTE;
/** How long after passing the session's cookie may be given again to who lost the answer. */
export const REISSUE_TTL = 2 * MINUTE;
/** How long a session stays privileged after a proof: time enough to repair without spending a second code. */
export const PRIVILEGED_TTL = 30 * MINUTE;

export function openChallenge({ challenges, clock, newId }: World): ChallengeRecord {
  const now = clock.now();
  const challenge: ChallengeRecord = {
    id: newId('challenge'),
    state: 'pending',
    expiresAt: now + CHALLENGE_TTL,
    proofUntil: now + FIRST_FACTOR_TTL,
    passedAt: null,
    session: null,
    passGiven: false,
  };
  challenges.set(challenge.id, challenge);
  return challenge;
}

/** The challenge whose cookie this browser holds, in whatever state. */
export const challengeOf = ({ world, cookies }: Ask): ChallengeRecord | null =>
  (cookies.challenge === null ? undefined : world.challenges.get(cookies.challenge)) ?? null;

/** Whether the person may still be asked without giving the first factor again. */
export const isOpen = (challenge: ChallengeRecord, { clock }: World): boolean =>
  challenge.state === 'pending' && clock.now() < challenge.proofUntil;

export function makeSession({ sessions, clock, newId }: World, browser: string, privileged: boolean): SessionRecord {
  const privilegedUntil = privileged ? clock.now() + PRIVILEGED_TTL : null;
  const session: SessionRecord = { id: newId('session'), browser, privilegedUntil };
  sessions.set(session.id, session);
  return session;
}

/** Ends a challenge and makes its session. */
export function passChallenge(ask: Ask, challenge: ChallengeRecord): void {
  challenge.state = 'passed';
  challenge.passedAt = ask.world.clock.now();
  challenge.session = makeSession(ask.world, ask.browser.name, true).id;
  record(ask, 'mfa.signed_in');
}

/**
 * The one rule by which a challenge that was passed gives its session, the first time and again: to who holds the
 * challenge's cookie, for a few minutes, as long as that session lives. Null where there is none to give.
 */
export function giveSession(
  { sessions, clock }: World,
  { passedAt, session }: ChallengeRecord,
): Partial<Cookies> | null {
  if (passedAt === null || session === null || clock.now() > passedAt + REISSUE_TTL) return null;
  return sessions.has(session) ? { session, challenge: null } : null;
}

/** Every device is asked for the second factor again: after any change of how the account is opened. */
export const forgetDevices = ({ trusted }: World): void => trusted.clear();

/** `POST /sessions/end-others` */
export function endOtherSessions(ask: Ask): Reply<Ok<'endOtherSessions'>> {
  const { world } = ask;
  const own = needSession(ask);
  const others = [...world.sessions.keys()].filter((id) => id !== own.id);
  for (const id of others) world.sessions.delete(id);
  forgetDevices(world);
  world.account.repair.delete('end-other-sessions');
  record(ask, 'mfa.sessions_ended');
  return { body: { ended: others.length, trustedDevices: 'forgotten' } };
}
