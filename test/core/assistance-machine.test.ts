import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/core/challenge.js';
import {
  assistanceMachine,
  helpFor,
  type AssistanceEvent,
  type AssistanceState,
} from '../../src/core/machines/assistance.js';

const CASE: Case = { number: 'C-1', state: 'waiting', openedAt: 1, askAgainAt: 2 };
const READY: AssistanceState = { status: 'ready', trouble: null, news: null };
const WAITING: AssistanceState = { status: 'waiting', case: CASE, trouble: null };
const LOADING: AssistanceState = { status: 'loading' };

const after = (state: AssistanceState, ...events: AssistanceEvent[]): AssistanceState =>
  events.reduce(assistanceMachine, state);

describe('what stands without a question to the server', () => {
  it.each([
    [undefined, 'loading'],
    ['no-usable-factor', 'loading'],
    ['suspended', 'call'],
    ['deadline-passed', 'call'],
    ['recovery-forbidden', 'forbidden'],
  ] as const)('for a person who is blocked by %s: %s', (why, status) => {
    expect(helpFor(why).status).toBe(status);
  });
});

describe('what is open when the screen comes', () => {
  it.each<[string, AssistanceEvent, AssistanceState]>([
    ['nothing', { type: 'found', case: null }, READY],
    ['a request', { type: 'found', case: CASE }, WAITING],
    ['one that was taken back', { type: 'found', case: { ...CASE, state: 'cancelled' } }, READY],
    ['no requests at all', { type: 'no-requests' }, { status: 'facts' }],
    ['no recovery at all', { type: 'forbidden' }, { status: 'forbidden' }],
  ])('%s', (_, event, state) => {
    expect(assistanceMachine(LOADING, event)).toEqual(state);
  });

  it('reads alike, whatever was decided, but for the word that there is an answer', () => {
    const answered: Case = { ...CASE, state: 'answered' };
    expect(assistanceMachine(LOADING, { type: 'found', case: answered })).toEqual({ ...WAITING, case: answered });
  });
});

describe('asking for help', () => {
  it('ends in the request', () => {
    expect(after(READY, { type: 'requesting' }, { type: 'found', case: CASE })).toEqual(WAITING);
  });

  it('that came to nothing may be tried again, and says why', () => {
    const refused = after(READY, { type: 'requesting' }, { type: 'refused', trouble: { code: 'offline' } });
    expect(refused).toEqual({ status: 'ready', trouble: { code: 'offline' }, news: null });
    expect(after(refused, { type: 'requesting' }).status).toBe('requesting');
  });

  it('says once that a lock is over, and only to who reads of it', () => {
    const locked = after(
      READY,
      { type: 'requesting' },
      { type: 'refused', trouble: { code: 'too-many-attempts', blocks: [], retryAt: 'unknown' } },
    );
    expect(after(locked, { type: 'open-again' })).toEqual({ status: 'ready', trouble: null, news: 'open-again' });
    expect(after(READY, { type: 'open-again' })).toBe(READY);
  });
});

describe('a request', () => {
  it.each([
    ['by who found it', [], 'found'],
    ['by who never asked', [{ type: 'denied' }], 'not-me'],
  ] as const)('is taken back %s', (_, events, why) => {
    expect(after(WAITING, ...events, { type: 'cancelling' }, { type: 'cancelled' })).toEqual({
      status: 'cancelled',
      why,
    });
  });

  it('that could not be taken back stays where it was', () => {
    const trouble = { code: 'still-open' } as const;
    const events = [{ type: 'cancelling' }, { type: 'refused', trouble }] as const;
    expect(after(WAITING, ...events)).toEqual({ ...WAITING, trouble });
    expect(after(WAITING, { type: 'denied' }, ...events)).toEqual({ ...WAITING, status: 'not-me', trouble });
  });

  it('is there again behind "I didn\'t ask for this"', () => {
    expect(after(WAITING, { type: 'denied' }, { type: 'back' })).toEqual(WAITING);
  });
});

describe('a new account', () => {
  it('takes a second question, which leads back', () => {
    const forbidden: AssistanceState = { status: 'forbidden' };
    const asked = after(forbidden, { type: 'start-over' });
    expect(asked).toEqual({ status: 'starting-over', lacks: false });
    expect(after(asked, { type: 'unticked' })).toEqual({ status: 'starting-over', lacks: true });
    expect(after(asked, { type: 'unticked' }, { type: 'back' })).toEqual(forbidden);
  });
});

describe('an event that does not fit', () => {
  const EVENTS: readonly AssistanceEvent[] = [
    { type: 'no-requests' },
    { type: 'found', case: CASE },
    { type: 'requesting' },
    { type: 'cancelled' },
    { type: 'refused', trouble: { code: 'offline' } },
    { type: 'open-again' },
    { type: 'back' },
    { type: 'start-over' },
    { type: 'unticked' },
  ];

  it.each(EVENTS)('$type changes nothing of a request that waits', (event) => {
    expect(assistanceMachine(WAITING, event)).toBe(WAITING);
  });

  it('would be seen to change something', () => {
    expect(assistanceMachine(WAITING, { type: 'denied' })).not.toBe(WAITING);
  });
});
