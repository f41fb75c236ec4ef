import { sessionOf, type Ask } from './ask.js';
import { offersOf } from './offers.js';
import type { Ok, Schemas } from './schema.js';
import { CHALLENGE_TTL, challengeOf, giveSession, isOpen } from './sessions.js';
import { mayPostpone, openEnroll, setInForce, todo } from './standing.js';
import { maskEmail } from './account.js';
import { badRequest, type Reply } from './wire.js';
import type { ChallengeRecord, World } from './world.js';

type Entry = Schemas['Entry'];

/** `GET /challenge`: what the person meets. */
export function loadChallenge(ask: Ask): Reply<Ok<'loadChallenge'>> {
  if ((ask.query.get('handle') ?? '').length > 128) throw badRequest('Malformed: handle.');
  const { world } = ask;
  const challenge = challengeOf(ask);
  if (challenge && isOpen(challenge, world)) return { body: meet(world, challenge) };
  // A reload may have cut the answer that carried the session: the person is in, and has to find themselves in.
  const cookies = challenge && giveSession(world, challenge);
  if (cookies) return { body: signedIn(world), cookies };
  return { body: sessionOf(ask) ? signedIn(world) : { status: 'sign-in-first' } };
}

const signedIn = (world: World): Entry => ({
  status: 'signed-in',
  todo: todo(world),
  mayPostpone: mayPostpone(world),
});

/** Why the person meets something else than a challenge; null if they don't. */
export function obstacle(world: World, { passGiven }: ChallengeRecord): Entry | null {
  const { suspended, changePassword, enroll } = world.account;
  if (suspended) return { status: 'blocked', why: 'suspended' };
  if (changePassword !== null) return { status: 'change-password', url: changePassword };
  if (!enroll) return null;
  const open = openEnroll(world);
  if (!open) return { status: 'blocked', why: 'deadline-passed' };
  const { because, byRole, at, deadline, pass } = open;
  const reset = deadline === null ? {} : { reset: { byRole, at, deadline } };
  return { status: 'enroll', because, ...reset, passNeeded: pass !== null && !passGiven };
}

function meet(world: World, challenge: ChallengeRecord): Entry {
  const other = obstacle(world, challenge);
  if (other) return other;
  const offers = offersOf(world, challenge.id);
  if (offers.length > 0) return { status: 'challenge', challenge: describe(world, challenge, offers) };
  return { status: 'blocked', why: world.policy.selfRecovery ? 'no-usable-factor' : 'recovery-forbidden' };
}

function describe(world: World, challenge: ChallengeRecord, offers: Schemas['Offer'][]): Schemas['Challenge'] {
  const { account } = world;
  const assistance = openCase(world);
  return {
    handle: challenge.id,
    offers,
    certainty: account.certainty,
    account: maskEmail(account.email),
    expiresAt: renew(world, challenge),
    trust: account.trustDays === null ? null : { days: account.trustDays },
    notices: noticesOf(world),
    ...(assistance && { assistance }),
  };
}

/** Opens an ended challenge again while the first factor's proof lives; says when it ends now. */
export function renew({ clock }: World, challenge: ChallengeRecord): number {
  const now = clock.now();
  if (now >= challenge.expiresAt) challenge.expiresAt = Math.min(now + CHALLENGE_TTL, challenge.proofUntil);
  return challenge.expiresAt;
}

function noticesOf(world: World): Schemas['Notice'][] {
  const notices = [...world.account.notices];
  const open = openCase(world);
  if (open) notices.push({ kind: 'case-open', at: open.openedAt });
  const set = setInForce(world);
  if (set?.temporary) notices.push({ kind: 'temporary-codes', at: set.made });
  return notices;
}

/** The request to the help desk that is not closed. */
export const openCase = ({ account }: World): Schemas['Case'] | null =>
  account.cases.find(({ state }) => state !== 'cancelled') ?? null;
