import { sessionOf, type Ask } from './ask.js';
import { obstacle } from './entry.js';
import type { Schemas } from './schema.js';
import { challengeOf, forgetDevices, giveSession, isOpen, passChallenge } from './sessions.js';
import { codesLeft, lacksFactor, todo } from './standing.js';
import { needFresh } from './step-up.js';
import { challengeOver, notAllowed, signedOut, type Cookies } from './wire.js';
import { notify, record } from './record.js';
import type { ChallengeRecord } from './world.js';

/** Who may set up a factor: a session with a fresh proof, or a person whom the challenge sent to enroll. Gives its id. */
export function needEnroller(ask: Ask): string {
  if (sessionOf(ask)) return needFresh(ask).id;
  const challenge = challengeOf(ask);
  if (!challenge) throw signedOut();
  if (!isOpen(challenge, ask.world)) throw challengeOver(challenge.state === 'passed' ? 'here' : 'sign-in');
  const entry = obstacle(ask.world, challenge);
  if (entry?.status !== 'enroll') throw entry ? notAllowed('policy', 'Nothing is set up here.') : signedOut();
  if (entry.passNeeded) throw notAllowed('policy', 'The code of the help team comes first.');
  return challenge.id;
}

/** Who may go on with what was begun, or look at it: as above, but a session's proof may have grown old meanwhile. */
export function needEnrolling(ask: Ask): void {
  const challenge = challengeOf(ask);
  const wasPassedHere = challenge !== null && giveSession(ask.world, challenge) !== null;
  if (!sessionOf(ask) && !wasPassedHere) needEnroller(ask);
}

/** What follows a new factor. Where an enrollment stood before the session and has enough now, the person is in. */
export function enrolled(ask: Ask, what: string): Schemas['Enrolled'] {
  const { world } = ask;
  const { account, policy } = world;
  record(ask, what);
  forgetDevices(world);
  if (policy.backupCodes && codesLeft(world) === 0) account.repair.add('new-codes');
  if (lacksFactor(world)) account.repair.add('add-factor');
  else account.repair.delete('add-factor');
  const challenge = challengeOf(ask);
  if (challenge && account.enroll && isOpen(challenge, world) && !sessionOf(ask)) finish(ask, challenge);
  return { todo: todo(world), notified: notify(world, what) };
}

function finish(ask: Ask, challenge: ChallengeRecord): void {
  // Codes can only be made in a session, so where they count they may be the last of the number.
  if (lacksFactor(ask.world)) return;
  ask.world.account.enroll = null;
  passChallenge(ask, challenge);
}

/** The session of an enrollment that is over, for the browser that ended it; also when it is asked again. */
export function cookiesAfter(ask: Ask): { cookies?: Partial<Cookies> } {
  const challenge = challengeOf(ask);
  const cookies = challenge && giveSession(ask.world, challenge);
  return cookies ? { cookies } : {};
}
