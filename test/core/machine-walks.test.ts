import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MACHINES, SECRETS, type Event, type State, type Walked } from '../support/machines.js';

/** What happens to every state, and so is no way on of its own. */
const ANYWAY: readonly string[] = ['loading', 'signed-out', 'cancelling'];

/** What is wrong with one step, or nothing. */
function wrong(
  { machine, events, ends, won, holds }: Walked,
  before: State,
  event: Event,
  state: State,
): string | null {
  const { status } = state;
  const [states, by] = won;
  if (states.includes(status) && !states.includes(before.status) && !by.includes(event.type))
    return `${event.type} led from ${before.status} to ${status}`;
  const ways = events.filter(({ type }) => status === 'failed' || !ANYWAY.includes(type));
  if (!ends.includes(status) && ways.every((next) => machine(state, next).status === status))
    return `nothing leads on from ${status}`;
  const text = JSON.stringify(state);
  return !holds.includes(status) && SECRETS.some((secret) => text.includes(secret)) ? `${status} holds a secret` : null;
}

/** Walks until something is wrong. Each number chooses an event: one that fits the state, or any. */
function walk(walked: Walked, first: State, choices: readonly number[]): string | null {
  let state = first;
  for (const choice of choices) {
    const fitting = walked.events.filter((event) => walked.machine(state, event) !== state);
    const events = choice % 4 === 0 || fitting.length === 0 ? walked.events : fitting;
    const event = events[Math.floor(choice / 4) % events.length] as Event;
    const next = walked.machine(state, event);
    const found = wrong(walked, state, event, next);
    if (found !== null) return found;
    state = next;
  }
  return null;
}

const RUNS = process.env.VERIFY === 'full' ? 20_000 : 2000;

/** Any event in any state, in any order. */
function check(walked: Walked) {
  const property = fc.property(
    fc.constantFrom(...walked.first),
    fc.array(fc.nat(400), { maxLength: 40, size: 'max' }),
    (first, choices) => walk(walked, first, choices) === null,
  );
  return fc.check(property, { numRuns: RUNS, includeErrorInReport: true });
}

describe('whatever happens in whatever order', () => {
  it.each(MACHINES.map((walked) => [walked.name, walked] as const))(
    '%s leads on, holds secrets where they are shown alone, and waits for the server’s yes',
    (_, walked) => {
      const { counterexample } = check(walked);
      const found = counterexample && [walk(walked, ...counterexample), counterexample];
      expect(found).toBeNull();
    },
  );

  const [challenge, codes] = MACHINES as [Walked, Walked];
  it.each<[string, Walked]>([
    ['lets somebody in by a lost answer', after(challenge, 'lost', 'checking', () => ({ status: 'passed' }))],
    ['has no way on', after(challenge, 'lost', 'checking', () => ({ status: 'nowhere' }))],
    ['keeps what was shown', after(codes, 'left', 'leaving', (state) => ({ ...state, status: 'overview' }))],
  ])('a machine that %s would be found', (_, walked) => {
    expect(check(walked).failed).toBe(true);
  });
});

/** The machine, made wrong in one transition. */
function after(walked: Walked, type: string, status: string, make: (state: State) => State): Walked {
  const machine: Walked['machine'] = (state, event) =>
    event.type === type && state.status === status ? make(state) : walked.machine(state, event);
  return { ...walked, machine };
}
