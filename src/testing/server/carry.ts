import { MINUTE, SECOND } from './clock.js';
import type { Fault, FaultDesk } from './faults.js';
import type { Arrival } from './front-door.js';
import { lock, locked } from './guard.js';
import type { Timer } from './options.js';
import { half, html, misshaped, NOTHING, retyped } from './spoil.js';
import { challengeOver, problem, problemAnswer, signedOut, type Answer, type ProblemBody } from './wire.js';
import type { World } from './world.js';

/** Serves a request, each call anew; what it changes is committed. */
export type Serve = () => Answer;

export interface Carrier {
  readonly world: World;
  readonly faults: FaultDesk;
  readonly timer: Timer;
}

const RETRY_AFTER = 60;

/** Carries a request to the server and its answer back, past one fault; null where no answer comes. */
export async function carry(carrier: Carrier, fault: Fault, arrival: Arrival, serve: Serve): Promise<Answer | null> {
  const served = (committed: boolean): Answer => (committed ? serve() : NOTHING);
  switch (fault.kind) {
    case 'offline':
      return null;
    case 'lost':
      served(fault.committed);
      return null;
    case 'resent':
      serve();
      return serve();
    case 'slow':
      return slow(carrier, fault, serve);
    case 'broken':
      served(fault.committed);
      return broken(carrier, fault);
    case 'portal':
      served(fault.committed);
      return html(200, 'Welcome to the guest network');
    case 'wrong-type':
      return retyped(served(fault.committed));
    case 'wrong-shape':
      return misshaped(served(fault.committed));
    case 'truncated':
      return half(served(fault.committed));
    default:
      return refuse(carrier.world, fault, arrival);
  }
}

async function slow(
  { faults, timer }: Carrier,
  { ms, committed = true }: Extract<Fault, { kind: 'slow' }>,
  serve: Serve,
): Promise<Answer> {
  const answer = committed ? serve() : null;
  await faults.hold(ms === undefined ? undefined : (done) => void timer(done, ms));
  return answer ?? serve();
}

function broken({ world }: Carrier, { as, status }: Extract<Fault, { kind: 'broken' }>): Answer {
  if (as === 'gateway') return html(status ?? 502, 'Bad gateway');
  const reference = world.newId('reference');
  return problemAnswer(
    problem('server', status ?? 500, 'Something went wrong on the server.', { reference }),
    world.clock.now(),
  );
}

type Refusing = Extract<Fault, { kind: 'busy' | 'lock' | 'expired' | 'signed-out' | 'refused' }>;

/** What the server answers without doing what it was asked. Time-outs and locks are made true before they are told. */
function refuse(world: World, fault: Refusing, { cookies }: Arrival): Answer {
  const now = world.clock.now();
  const told = (body: ProblemBody, headers = {}): Answer => problemAnswer(body, now, headers);
  switch (fault.kind) {
    case 'busy': {
      const after = retryAfter(fault, now);
      if (fault.from === 'gateway') return html(429, 'Too many requests', after);
      return told(problem('too-many-attempts', 429, 'Too many requests.', { blocks: 'all' }), after);
    }
    case 'lock': {
      lock(world, fault.way, (fault.minutes ?? 15) * MINUTE);
      return told(locked(world, fault.way) ?? problem('server', 500, 'A lock of no time is none.'));
    }
    case 'expired': {
      const challenge = world.challenges.get(cookies.challenge ?? '');
      if (challenge?.state === 'pending') challenge[fault.restart === 'here' ? 'expiresAt' : 'proofUntil'] = now;
      return told(challengeOver(fault.restart).body);
    }
    case 'signed-out':
      world.sessions.delete(cookies.session ?? '');
      return told(signedOut().body);
    case 'refused': {
      const { code, ...members } = fault.problem;
      return told({ ...problem(code, fault.status ?? 422, 'Refused by the menu of faults.'), ...members });
    }
  }
}

/** RFC 9110, 10.2.3: seconds, or a date in its one form. */
function retryAfter({ retryAfter = RETRY_AFTER, as = 'seconds' }: { retryAfter?: number; as?: string }, now: number) {
  const value = as === 'date' ? new Date(now + retryAfter * SECOND).toUTCString() : String(retryAfter);
  return { 'retry-after': value };
}
