import { needSession, readAttempt, type Ask } from './ask.js';
import { beginAssertion } from './ceremonies.js';
import { needChallenge } from './deliveries.js';
import { obstacle } from './entry.js';
import { judge } from './judge.js';
import { needOf } from './offers.js';
import { record } from './record.js';
import type { AnyProof, Ok, Schemas } from './schema.js';
import { PRIVILEGED_TTL } from './sessions.js';
import { credentialsOf, isAllowed } from './standing.js';
import { notAllowed, problem, Refusal, type Reply } from './wire.js';
import type { Outcome, SessionRecord, World } from './world.js';

const PROOFS = ['totp', 'backup-code', 'delivered-code', 'passkey', 'enrollment-pass', 'password'] as const;

function privilegedUntil({ clock }: World, session: SessionRecord): number | null {
  const until = session.privilegedUntil;
  return until !== null && clock.now() < until ? until : null;
}

/** The session, if its proof is fresh; otherwise the refusal says what makes it so. */
export function needFresh(ask: Ask): SessionRecord {
  const session = needSession(ask);
  if (privilegedUntil(ask.world, session) !== null) return session;
  const need = needOf(ask.world, session.id);
  throw new Refusal(problem('step-up-required', 401, 'This wants a fresh proof.', { need }));
}

/** `GET /step-up` */
export function loadStepUp(ask: Ask): Reply<Ok<'loadStepUp'>> {
  const session = needSession(ask);
  return { body: { privilegedUntil: privilegedUntil(ask.world, session), need: needOf(ask.world, session.id) } };
}

/** `POST /step-up/proofs` */
export function proveStepUp(ask: Ask): Reply<null> {
  const { world } = ask;
  const { attempt, proof } = readAttempt(ask, PROOFS);
  const session = needSession(ask);
  const key = `${session.id}/${attempt}`;
  const known = world.attempts.get(key);
  const outcome = known ?? prove(ask, session, proof);
  world.attempts.set(key, outcome);
  if (outcome.kind === 'refused') throw new Refusal(outcome.problem);
  return { body: null };
}

function prove(ask: Ask, session: SessionRecord, proof: AnyProof): Outcome {
  const { world } = ask;
  const need = needOf(world, session.id);
  if (need.how !== 'in-place' || !need.ways.some(({ kind }) => kind === proof.kind)) {
    throw notAllowed('not-offered', 'This kind of proof is not asked for.');
  }
  const refused = judge(world, proof, session.id);
  record(ask, refused ? 'mfa.step_up_refused' : 'mfa.step_up_passed');
  if (refused) return { kind: 'refused', problem: refused };
  session.privilegedUntil = world.clock.now() + PRIVILEGED_TTL;
  return { kind: 'proved' };
}

/** `POST /challenge/passkey` */
export function preparePasskey(ask: Ask): Reply<Schemas['RequestCeremony']> {
  const challenge = needChallenge(ask);
  if (obstacle(ask.world, challenge)) throw notAllowed('policy', 'No passkey is asked for here.');
  return { body: prepare(ask, challenge.id) };
}

/** `POST /step-up/passkey` */
export function prepareStepUpPasskey(ask: Ask): Reply<Schemas['RequestCeremony']> {
  return { body: prepare(ask, needSession(ask).id) };
}

function prepare(ask: Ask, owner: string): Schemas['RequestCeremony'] {
  if (!isAllowed(ask.world, 'passkey')) throw notAllowed('policy', 'The policy rules passkeys out.');
  if (credentialsOf(ask.world).length === 0) throw notAllowed('not-offered', 'There is no passkey to ask for.');
  return beginAssertion(ask, owner);
}
