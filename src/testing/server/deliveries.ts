import { needSession, readText, type Ask } from './ask.js';
import { obstacle } from './entry.js';
import { HOUR } from './clock.js';
import { locked } from './guard.js';
import { delivery } from './offers.js';
import type { Schemas } from './schema.js';
import { challengeOf, isOpen } from './sessions.js';
import { isAllowed } from './standing.js';
import { challengeOver, notAllowed, problem, Refusal, type Reply } from './wire.js';
import type { ChallengeRecord } from './world.js';

/** The challenge that is being met now; a refusal where it is not. */
export function needChallenge(ask: Ask): ChallengeRecord {
  const challenge = challengeOf(ask);
  if (!challenge) throw challengeOver('sign-in');
  if (challenge.state === 'passed') throw challengeOver('here');
  if (!isOpen(challenge, ask.world)) throw challengeOver('sign-in');
  if (ask.world.clock.now() >= challenge.expiresAt) throw challengeOver('here');
  return challenge;
}

/** `POST /challenge/deliveries` */
export function sendCode(ask: Ask): Reply<Schemas['Delivery']> {
  const offer = readText(ask, 'offer', 128);
  const challenge = needChallenge(ask);
  if (obstacle(ask.world, challenge)) throw notAllowed('policy', 'No code is asked for here.');
  return { body: send(ask, offer, challenge.id) };
}

/** `POST /step-up/deliveries` */
export function sendStepUpCode(ask: Ask): Reply<Schemas['Delivery']> {
  const offer = readText(ask, 'offer', 128);
  return { body: send(ask, offer, needSession(ask).id) };
}

function send({ world }: Ask, offer: string, owner: string): Schemas['Delivery'] {
  const { account, clock, limits, secrets } = world;
  if (!isAllowed(world, 'delivered-code')) throw notAllowed('policy', 'The policy rules codes by message out.');
  const factor = account.factors.find(({ id }) => id === offer);
  if (factor?.kind !== 'delivered-code') throw notAllowed('not-offered', 'No code can be sent there.');
  const blocked = locked(world, 'delivered-code');
  if (blocked) throw new Refusal(blocked);
  // A browser may have sent the request a second time by itself: within the waiting time the code that left is the answer.
  const standing = delivery(world, factor, owner);
  const now = clock.now();
  if (standing && typeof standing.resendAt === 'number' && now < standing.resendAt) return standing;

  const recent = account.outbox.filter(({ kind, at }) => kind === 'code' && at > now - HOUR).map(({ at }) => at);
  if (recent.length >= limits.deliveriesAnHour) {
    const retryAt = Math.min(...recent) + HOUR;
    throw new Refusal(problem('too-many-attempts', 429, 'Too many codes.', { blocks: ['delivered-code'], retryAt }));
  }
  const code = secrets.delivered();
  factor.sent = { code, at: now, owner, used: false };
  account.outbox.push({ kind: 'code', at: now, channel: factor.channel, to: factor.to, code });
  const sent = delivery(world, factor, owner);
  if (!sent) throw new Error('A code that was just sent is good.');
  return sent;
}
