import { readAttempt, readAttemptId, sessionOf, type Ask } from './ask.js';
import { obstacle } from './entry.js';
import { judge } from './judge.js';
import { notify, record } from './record.js';
import type { AnyProof, Ok, Schemas } from './schema.js';
import { challengeOf, giveSession, isOpen, passChallenge } from './sessions.js';
import { codesLeft, isAllowed, mayPostpone, setInForce, todo } from './standing.js';
import { DAY } from './clock.js';
import { challengeOver, notAllowed, Refusal, superseded, type Cookies, type Reply } from './wire.js';
import type { ChallengeRecord, Outcome, World } from './world.js';

type Settled = Schemas['Settled'];

const PROOFS = ['totp', 'backup-code', 'delivered-code', 'passkey', 'enrollment-pass'] as const;

/** `POST /challenge/attempts`: spends one proof. */
export function attempt(ask: Ask): Reply<Ok<'attempt'>> {
  const { attempt: id, proof } = readAttempt(ask, PROOFS);
  return spend(ask, id, proof, ask.body.trustDevice === true);
}

/** Judges a proof once, or finds what became of it before. Throws every refusal. */
export function spend(ask: Ask, id: string, proof: AnyProof, trustDevice: boolean): Reply<Schemas['Verified']> {
  const { world } = ask;
  if (proof.kind !== 'enrollment-pass' && proof.kind !== 'password' && !isAllowed(world, proof.kind)) {
    throw notAllowed('policy', 'The policy rules this kind of proof out.');
  }
  const challenge = challengeOf(ask);
  if (!challenge) throw challengeOver('sign-in');
  const known = world.attempts.get(`${challenge.id}/${id}`);
  if (known) return answer(world, challenge, known);

  if (challenge.state === 'passed') throw challengeOver('here');
  if (!isOpen(challenge, world)) throw challengeOver('sign-in');
  if (world.clock.now() >= challenge.expiresAt) throw challengeOver('here');
  holdPlace(world, challenge, proof);

  const outcome = decide(ask, challenge, proof, trustDevice);
  world.attempts.set(`${challenge.id}/${id}`, outcome);
  return answer(world, challenge, outcome);
}

/** Refuses a proof that the person is not asked for: before an enrollment only its pass counts, and nowhere else. */
function holdPlace(world: World, challenge: ChallengeRecord, { kind }: AnyProof): void {
  const other = obstacle(world, challenge);
  if (other?.status === 'blocked' && other.why === 'suspended') throw notAllowed('suspended', 'The account is frozen.');
  const asksForPass = other?.status === 'enroll' && other.passNeeded;
  if (kind === 'enrollment-pass' ? !asksForPass : other !== null) {
    throw notAllowed('policy', 'This proof is not asked for here.');
  }
}

function decide(ask: Ask, challenge: ChallengeRecord, proof: AnyProof, trustDevice: boolean): Outcome {
  const { world } = ask;
  const problem = judge(world, proof, challenge.id);
  if (problem) {
    record(ask, 'mfa.proof_refused');
    return { kind: 'refused', problem };
  }
  if (proof.kind === 'enrollment-pass' || proof.kind === 'password') {
    challenge.passGiven = true;
    return { kind: 'opened' };
  }
  world.account.lastUsed = proof.kind;
  if (proof.kind === 'backup-code') return { kind: 'passed', verified: passByCode(ask, challenge) };
  passChallenge(ask, challenge);
  const verified: Schemas['Verified'] = {
    by: proof.kind,
    codesLeft: 'unknown',
    todo: todo(world),
    mayPostpone: mayPostpone(world),
    notified: world.account.notified === 'unknown' ? 'unknown' : [],
  };
  return { kind: 'passed', verified, ...(trustDevice && trust(ask)) };
}

function passByCode(ask: Ask, challenge: ChallengeRecord): Schemas['Verified'] {
  const { world } = ask;
  const { repair } = world.account;
  const left = codesLeft(world);
  const isTemporary = setInForce(world)?.temporary ?? false;
  if (left <= world.policy.lowAt || isTemporary) repair.add('new-codes');
  if (isTemporary) repair.add('add-factor');
  record(ask, 'mfa.backup_code_used');
  passChallenge(ask, challenge);
  return {
    by: 'backup-code',
    codesLeft: left,
    todo: todo(world),
    mayPostpone: mayPostpone(world),
    notified: notify(world, 'mfa.backup_code_used'),
  };
}

/** What is answered to an attempt with this outcome, the first time and again. */
function answer(world: World, challenge: ChallengeRecord, outcome: Outcome): Reply<Schemas['Verified']> {
  switch (outcome.kind) {
    case 'refused':
      throw new Refusal(outcome.problem);
    case 'passed': {
      const cookies = giveSession(world, challenge);
      if (!cookies) throw challengeOver('here');
      return { body: outcome.verified, cookies: { ...cookies, ...trustedBy(outcome) } };
    }
    // Nobody is in, so it can't be answered 200: what the person meets next is loaded, with the pass no longer needed.
    case 'opened':
      throw challengeOver('here');
    default:
      throw superseded('This attempt was settled before it arrived.');
  }
}

/** A token for a device that is not asked again. */
function trust(ask: Ask): { trusted: string } | null {
  const { account, trusted, clock, newId } = ask.world;
  if (account.trustDays === null) return null;
  record(ask, 'mfa.device_trusted');
  const token = newId('trusted');
  trusted.set(token, clock.now() + account.trustDays * DAY);
  return { trusted: token };
}

const trustedBy = ({ trusted }: { trusted?: string }): Partial<Cookies> => (trusted === undefined ? {} : { trusted });

/** `POST /challenge/attempts/{attempt}/settle`: what became of an attempt whose answer was lost. */
export function settle(ask: Ask): Reply<Ok<'settle'>> {
  const id = readAttemptId(ask.params.attempt);
  const challenge = challengeOf(ask);
  return challenge ? settleHere(ask, challenge, id) : { body: settleElsewhere(ask, id) };
}

function settleHere(ask: Ask, challenge: ChallengeRecord, id: string): Reply<Settled> {
  const { world } = ask;
  const key = `${challenge.id}/${id}`;
  if (!world.attempts.has(key) && challenge.state === 'pending') world.attempts.set(key, { kind: 'void' });
  const outcome = world.attempts.get(key);
  if (outcome?.kind !== 'passed') {
    return { body: { state: isOpen(challenge, world) ? 'pending' : 'over', spent: spentBy(outcome) } };
  }
  const body: Settled = { state: 'signed-in', verified: outcome.verified };
  const cookies = giveSession(world, challenge);
  if (cookies) return { body, cookies: { ...cookies, ...trustedBy(outcome) } };
  return sessionOf(ask) ? { body, cookies: { challenge: null } } : { body: { state: 'over', spent: true } };
}

/** What was refused must not be called good; only what nobody looked at still is what it was. */
function spentBy(outcome: Outcome | undefined): boolean | 'unknown' {
  if (outcome?.kind === 'opened') return true;
  if (outcome?.kind !== 'refused') return false;
  const { code } = outcome.problem;
  if (code === 'used-code' || code === 'delivered-code-expired') return true;
  return code === 'wrong-code' || code === 'passkey-refused' ? 'unknown' : false;
}

/** The answer did arrive here: its session is there and the challenge's cookie is gone. */
function settleElsewhere(ask: Ask, id: string): Settled {
  const found = sessionOf(ask) && [...ask.world.attempts].find(([key]) => key.endsWith(`/${id}`))?.[1];
  return found?.kind === 'passed'
    ? { state: 'signed-in', verified: found.verified }
    : { state: 'over', spent: 'unknown' };
}

/** `POST /challenge/cancel` */
export function cancel(ask: Ask): Reply<null> {
  const challenge = challengeOf(ask);
  if (challenge?.state === 'pending') challenge.state = 'cancelled';
  return { body: null, cookies: { challenge: null } };
}
