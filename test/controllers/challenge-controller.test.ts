import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ChallengeController } from '../../src/controllers/challenge-controller.js';
import type { ChallengeOptions } from '../../src/controllers/challenge-opening.js';
import type { Entry, Settled } from '../../src/core/challenge.js';
import { MfaError, type MfaProblem } from '../../src/core/errors.js';
import type { ChallengePort, Proof } from '../../src/ports/backend.js';
import { BACKUP, CHALLENGE, EMAIL, IN_BY_CODE, PASSKEY, TOTP, challengeOf } from '../support/challenge.js';
import { refuse, scriptedBackend } from '../support/scripted-backend.js';

const CODE: Proof = { kind: 'backup-code', code: 'CK7Q-M9XA-4TPB' };
const APP_CODE: Proof = { kind: 'totp', code: '482913' };

const CHALLENGED: Entry = { status: 'challenge', challenge: CHALLENGE };
const SIGNED_IN: Entry = { status: 'signed-in', todo: [] };

/** What loading finds, one time after the other. */
const found =
  (...entries: Entry[]): ChallengePort['load'] =>
  () =>
    Promise.resolve(entries.shift() ?? { status: 'sign-in-first' });

function setUp(port: Partial<ChallengePort> = {}, options: ChallengeOptions = {}) {
  const { backend, proofs, calls } = scriptedBackend(port);
  let attempts = 0;
  const newAttempt = (): string => `attempt-${String((attempts += 1))}`;
  return { controller: new ChallengeController(backend.challenge, { newAttempt, ...options }), proofs, calls };
}

async function onBackupCode(port?: Partial<ChallengePort>) {
  const all = setUp(port);
  await all.controller.load();
  all.controller.choose(BACKUP);
  return all;
}

describe('the challenge controller', () => {
  it('sends a proof as it is, with an attempt of its own', async () => {
    const { controller, proofs } = await onBackupCode();
    await controller.spend(CODE);
    expect(proofs).toEqual([{ proof: CODE, attempt: 'attempt-1' }]);
  });

  it('lets the person in on the server’s yes', async () => {
    const { controller } = await onBackupCode();
    await controller.spend(CODE);
    expect(controller.state).toEqual({
      status: 'passed',
      verified: IN_BY_CODE,
      account: CHALLENGE.account,
      handle: CHALLENGE.handle,
    });
  });

  it('sends nothing for what stood in the way', async () => {
    const { controller, calls } = await onBackupCode();
    controller.hinder({ code: 'typed', is: 'incomplete' });
    expect(calls).toEqual(['load null']);
    expect(controller.state).toMatchObject({ status: 'asking', trouble: { code: 'typed', is: 'incomplete' } });
  });

  it('sends nothing before there is a challenge', async () => {
    const { controller, calls } = setUp();
    await controller.spend(CODE);
    expect(calls).toEqual([]);
  });

  it('sends one proof for two gestures at once', async () => {
    const { controller, proofs } = await onBackupCode();
    await Promise.all([controller.spend(CODE), controller.spend(CODE)]);
    expect(proofs).toHaveLength(1);
  });

  it('gives every gesture an attempt of its own', async () => {
    const { controller, proofs } = await onBackupCode({ verify: refuse({ code: 'wrong-code' }) });
    await controller.spend(CODE);
    await controller.spend(CODE);
    expect(proofs.map(({ attempt }) => attempt)).toEqual(['attempt-1', 'attempt-2']);
  });

  it.each([
    ['asks the server to trust a device whose person ticked it', true, { trustDevice: true }],
    ['says nothing of trust where nobody ticked', false, {}],
  ])('%s', async (_, ticked, told) => {
    const { controller, proofs } = setUp();
    await controller.load();
    await controller.spend(APP_CODE, ticked);
    expect(proofs).toStrictEqual([{ proof: APP_CODE, attempt: 'attempt-1', ...told }]);
  });

  it.each<[MfaProblem]>([[{ code: 'outcome-unknown' }], [{ code: 'bad-response' }], [{ code: 'server' }]])(
    'asks what became of the code before it claims anything (%j)',
    async (problem) => {
      const { controller, calls } = await onBackupCode({ verify: refuse(problem) });
      await controller.spend(CODE);
      expect(calls).toEqual(['load null', 'verify', 'settle attempt-1']);
      expect(controller.state).toMatchObject({ status: 'asking', trouble: { code: 'not-spent' } });
    },
  );

  it('lets a person in whose answer was lost', async () => {
    const { controller } = await onBackupCode({
      verify: refuse({ code: 'outcome-unknown' }),
      settle: () => Promise.resolve({ state: 'signed-in', verified: IN_BY_CODE }),
    });
    await controller.spend(CODE);
    expect(controller.state.status).toBe('passed');
  });

  it('loads what stands in the place of a challenge that is over', async () => {
    const { controller, calls } = await onBackupCode({
      verify: refuse({ code: 'outcome-unknown' }),
      settle: () => Promise.resolve({ state: 'over', spent: 'unknown' }),
    });
    await controller.spend(CODE);
    expect(calls).toEqual(['load null', 'verify', 'settle attempt-1', 'load challenge-1']);
    expect(controller.state).toMatchObject({ status: 'asking', trouble: { code: 'maybe-spent' } });
  });

  it('never sends a code again by itself, however often it asks', async () => {
    const { controller, calls } = await onBackupCode({
      verify: refuse({ code: 'outcome-unknown' }),
      settle: refuse({ code: 'unreachable' }),
    });
    await controller.spend(CODE);
    await controller.checkAgain();
    expect(calls).toEqual(['load null', 'verify', 'settle attempt-1', 'settle attempt-1']);
    expect(controller.state.status).toBe('unsettled');
  });

  it('drops an answer that comes after it was stopped, and does not call the proof back', async () => {
    let answer: (verified: typeof IN_BY_CODE) => void = () => undefined;
    let sent: AbortSignal | undefined;
    const { controller } = await onBackupCode({
      verify: (_, __, { signal }) =>
        new Promise((resolve) => {
          answer = resolve;
          sent = signal;
        }),
    });
    const submitted = controller.spend(CODE);
    controller.stop();
    answer(IN_BY_CODE);
    await submitted;
    expect([controller.state.status, sent?.aborted]).toEqual(['checking', false]);
  });

  it('asks what became of a proof that was under way when the page was away', async () => {
    const { controller, calls } = await onBackupCode({ verify: () => new Promise(() => undefined) });
    void controller.spend(CODE);
    await controller.resume();
    expect(calls).toEqual(['load null', 'verify', 'settle attempt-1']);
    expect(controller.state).toMatchObject({ status: 'asking', trouble: { code: 'not-spent' } });
  });

  it('loads the same challenge after the page was away with nothing under way', async () => {
    const { controller, calls } = await onBackupCode();
    await controller.resume();
    expect(calls).toEqual(['load null', 'load challenge-1']);
  });

  it('loads anew after the page was away where there was no challenge', async () => {
    const { controller, calls } = setUp({ load: refuse({ code: 'unreachable' }) });
    await controller.load('challenge-1');
    await controller.resume();
    expect(calls).toEqual(['load challenge-1', 'load null']);
  });

  it('tells the server that the person leaves, though the screen is gone', async () => {
    let signal: AbortSignal | undefined;
    const { controller } = await onBackupCode({
      cancel: (call) => {
        ({ signal } = call);
        return Promise.resolve();
      },
    });
    controller.subscribe(() => controller.stop());
    await controller.cancel();
    expect(signal?.aborted).toBe(false);
  });

  it('leaves even when the server can’t be told', async () => {
    const { controller, calls } = await onBackupCode({ cancel: refuse({ code: 'unreachable' }) });
    await controller.cancel();
    expect(calls).toContain('cancel');
    expect(controller.state).toEqual({ status: 'sign-in', why: 'cancelled', codes: 'unsaid' });
  });

  it('tells each change once', async () => {
    const { controller } = setUp();
    const seen: string[] = [];
    controller.subscribe(({ status }) => seen.push(status));
    await controller.load();
    await controller.spend(APP_CODE);
    expect(seen).toEqual(['loading', 'asking', 'checking', 'passed']);
  });
});

describe('what the controller offers', () => {
  const MANY: Entry = { status: 'challenge', challenge: challengeOf(PASSKEY, TOTP, BACKUP) };
  const supports = (kind: string): boolean => kind !== 'passkey';
  const offers = ({ state }: ChallengeController): string[] | undefined =>
    'challenge' in state ? state.challenge.offers.map(({ kind }) => kind) : undefined;

  it('is every way, where the browser can do all', async () => {
    const { controller } = setUp({ load: found(MANY) });
    await controller.load();
    expect(offers(controller)).toEqual(['passkey', 'totp', 'backup-code']);
  });

  it('leaves out what the browser can’t do', async () => {
    const { controller } = setUp({ load: found(MANY) }, { supports });
    await controller.load();
    expect(offers(controller)).toEqual(['totp', 'backup-code']);
    expect(controller.state).toMatchObject({ status: 'asking', offer: TOTP });
  });

  it('leaves it out of what stands in the place of an ended challenge too', async () => {
    const verify = refuse({ code: 'challenge-over', restart: 'here' });
    const { controller } = setUp({ load: found(CHALLENGED, MANY), verify }, { supports });
    await controller.load();
    await controller.spend(APP_CODE);
    expect(offers(controller)).toEqual(['totp', 'backup-code']);
  });

  it('is first what the screen prefers', async () => {
    const { controller } = setUp({}, { prefer: 'backup-code' });
    await controller.load();
    expect(controller.state).toMatchObject({ status: 'asking', offer: BACKUP });
  });
});

describe('an entry that the page brought along', () => {
  const given = (value: unknown): Entry => {
    if (value !== 'readable') throw new MfaError({ code: 'bad-response' });
    return CHALLENGED;
  };

  it('saves asking the server', async () => {
    const { controller, calls } = setUp({ given });
    await controller.load(null, 'readable');
    expect([controller.state.status, calls]).toEqual(['asking', []]);
  });

  it.each<[string, Partial<ChallengePort>, unknown]>([
    ['it can’t be read', { given }, 'unreadable'],
    ['there is none', { given }, undefined],
    ['the server knows of none', {}, 'readable'],
  ])('is asked for where %s', async (_, port, value) => {
    const { controller, calls } = setUp(port);
    await controller.load('challenge-1', value);
    expect([controller.state.status, calls]).toEqual(['asking', ['load challenge-1']]);
  });
});

describe('a challenge that ran out', () => {
  const ranOut = refuse({ code: 'challenge-over', restart: 'here' });

  it('starts again in the same place while the first factor holds', async () => {
    const { controller, calls } = await onBackupCode({ verify: ranOut });
    await controller.spend(CODE);
    expect(calls).toEqual(['load null', 'verify', 'load challenge-1']);
    expect(controller.state).toMatchObject({ status: 'asking', offer: BACKUP, news: 'restarted' });
  });

  it('ends when the first factor has to be given again', async () => {
    const { controller } = await onBackupCode({ verify: refuse({ code: 'challenge-over', restart: 'sign-in' }) });
    await controller.spend(CODE);
    expect(controller.state).toEqual({ status: 'sign-in', why: 'over', codes: 'good' });
  });

  it('stays on screen when starting again fails', async () => {
    const loads = [() => Promise.resolve(CHALLENGED), refuse({ code: 'unreachable' })];
    const { controller } = await onBackupCode({
      load: () => (loads.shift() ?? refuse({ code: 'server' }))(),
      verify: ranOut,
    });
    await controller.spend(CODE);
    expect(controller.state).toMatchObject({ status: 'asking', offer: BACKUP, trouble: { code: 'unreachable' } });
  });

  it('is over when it runs out again at once, so that nothing goes round', async () => {
    const { controller, calls } = await onBackupCode();
    await controller.fail({ code: 'challenge-over', restart: 'here' });
    await controller.fail({ code: 'challenge-over', restart: 'here' });
    expect(controller.state).toMatchObject({ status: 'sign-in', why: 'over' });
    expect(calls).toEqual(['load null', 'load challenge-1']);
  });

  it('takes nothing from a proof that left while it was opened again', async () => {
    let answer: (entry: Entry) => void = () => undefined;
    const later = new Promise<Entry>((resolve) => (answer = resolve));
    const loads = [Promise.resolve(CHALLENGED), later];
    const { controller } = setUp({ load: () => loads.shift() ?? later, verify: () => new Promise(() => undefined) });
    await controller.load();
    const opened = controller.fail({ code: 'challenge-over', restart: 'here' });
    void controller.spend(APP_CODE);
    answer(CHALLENGED);
    await opened;
    expect(controller.state.status).toBe('checking');
  });
});

describe('another tab', () => {
  it('takes the person along who is in by it', async () => {
    const { controller, calls } = setUp({ load: found(CHALLENGED, SIGNED_IN) });
    await controller.load();
    await controller.follow();
    expect(controller.state.status).toBe('signed-in');
    expect(calls).toEqual(['load null', 'load challenge-1']);
  });

  it('disturbs nobody while the challenge stands', async () => {
    const { controller, calls } = setUp({ verify: refuse({ code: 'wrong-code' }) });
    await controller.load();
    await controller.spend(APP_CODE);
    const before = controller.state;
    await controller.follow();
    expect(calls.at(-1)).toBe('load challenge-1');
    expect(controller.state).toBe(before);
  });

  it('disturbs nobody where the server can’t be asked', async () => {
    const loads = [() => Promise.resolve(CHALLENGED), refuse({ code: 'unreachable' })];
    const { controller } = setUp({ load: () => (loads.shift() ?? refuse({ code: 'server' }))() });
    await controller.load();
    const before = controller.state;
    await controller.follow();
    expect(controller.state).toBe(before);
  });

  it('takes nothing from a proof that left while it was being looked at', async () => {
    let answer: (entry: Entry) => void = () => undefined;
    const later = new Promise<Entry>((resolve) => (answer = resolve));
    const loads = [Promise.resolve(CHALLENGED), later];
    const { controller } = setUp({ load: () => loads.shift() ?? later, verify: () => new Promise(() => undefined) });
    await controller.load();
    const followed = controller.follow();
    void controller.spend(APP_CODE);
    answer(CHALLENGED);
    await followed;
    expect(controller.state.status).toBe('checking');
  });

  it('is not asked about while a proof is under way', async () => {
    const { controller, calls } = setUp({ verify: () => new Promise(() => undefined) });
    await controller.load();
    void controller.spend(APP_CODE);
    await controller.follow();
    expect(calls).toEqual(['load null', 'verify']);
  });
});

describe('a server that keeps no attempts', () => {
  const ignored = (problem: MfaProblem, settled: () => Promise<Settled>): Partial<ChallengePort> => ({
    attempts: 'ignored',
    verify: refuse(problem),
    settle: settled,
  });
  const pending = (): Promise<Settled> => Promise.resolve({ state: 'pending', spent: 'unknown' });
  const signedIn = (): Promise<Settled> => Promise.resolve({ state: 'signed-in', verified: IN_BY_CODE });

  it.each<MfaProblem['code']>(['wrong-code', 'used-code'])(
    'is asked whether the person is in before a backup code is called a %s',
    async (code) => {
      const { controller, calls } = await onBackupCode(ignored({ code } as MfaProblem, signedIn));
      await controller.spend(CODE);
      expect([controller.state.status, calls.at(-1)]).toEqual(['passed', 'settle attempt-1']);
    },
  );

  it.each<[string, () => Promise<Settled>]>([
    ['they are not', pending],
    ['nobody can say', refuse({ code: 'unreachable' })],
  ])('lets the refusal stand where %s', async (_, settled) => {
    const { controller } = await onBackupCode(ignored({ code: 'wrong-code' }, settled));
    await controller.spend(CODE);
    expect(controller.state).toMatchObject({ status: 'asking', trouble: { code: 'wrong-code' } });
  });

  it.each<[string, Proof, MfaProblem]>([
    ['a code that can be had anew', APP_CODE, { code: 'wrong-code' }],
    ['a lock', CODE, { code: 'too-many-attempts', blocks: 'all', retryAt: 'unknown' }],
  ])('is not asked about %s', async (_, proof, problem) => {
    const { controller, calls } = await onBackupCode(ignored(problem, signedIn));
    await controller.spend(proof);
    expect(controller.state).toMatchObject({ status: 'asking', trouble: { code: problem.code } });
    expect(calls).toEqual(['load null', 'verify']);
  });

  it('need not be asked where attempts are kept', async () => {
    const { controller, calls } = await onBackupCode({ verify: refuse({ code: 'wrong-code' }) });
    await controller.spend(CODE);
    expect(calls).toEqual(['load null', 'verify']);
  });
});

describe('a lock', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const locked = (waitFor?: number): Partial<ChallengePort> => ({
    verify: refuse({
      code: 'too-many-attempts',
      blocks: ['backup-code'],
      retryAt: 'unknown',
      ...(waitFor !== undefined && { waitFor }),
    }),
  });

  async function lockedFor(waitFor?: number) {
    const all = await onBackupCode(locked(waitFor));
    await all.controller.spend(CODE);
    const told: unknown[] = [];
    all.controller.subscribe((state) => told.push(state.status === 'asking' ? state.news : state.status));
    return { ...all, told };
  }

  it('is over when the server said, and that is told once', async () => {
    const { controller, told } = await lockedFor(60_000);
    vi.advanceTimersByTime(59_999);
    expect(controller.state).toMatchObject({ trouble: { code: 'too-many-attempts' } });
    vi.advanceTimersByTime(3_600_000);
    expect(told).toEqual(['open-again']);
  });

  it('that is met again is over at its own end, once', async () => {
    const { controller, told } = await lockedFor(60_000);
    vi.advanceTimersByTime(30_000);
    await controller.spend(CODE);
    told.length = 0;
    vi.advanceTimersByTime(59_999);
    expect(told).toEqual([]);
    vi.advanceTimersByTime(60_000);
    expect(told).toEqual(['open-again']);
  });

  it.each<[string, number | undefined]>([
    ['nobody said when', undefined],
    ['a timer can’t count so far', 40 * 24 * 3_600_000],
  ])('has no end that is told where %s', async (_, waitFor) => {
    const { told } = await lockedFor(waitFor);
    vi.advanceTimersByTime(100 * 24 * 3_600_000);
    expect(told).toEqual([]);
  });

  it('has no end for a screen that is gone', async () => {
    const { controller, told } = await lockedFor(60_000);
    controller.stop();
    vi.advanceTimersByTime(60_000);
    expect(told).toEqual([]);
  });

  it('has no end for a person who has gone to another way', async () => {
    const { controller, told } = await lockedFor(60_000);
    controller.choose(TOTP);
    told.length = 0;
    vi.advanceTimersByTime(60_000);
    expect(told).toEqual([]);
  });
});

describe('going from way to way', () => {
  it('ends what the browser asks for the way before', async () => {
    const { controller } = setUp({
      load: found({ status: 'challenge', challenge: challengeOf(PASSKEY, EMAIL) }),
    });
    await controller.load();
    controller.choose(PASSKEY);
    const { signal } = controller.call;
    controller.dispatch({ type: 'prompting' });
    controller.choose(EMAIL);
    expect([controller.state, signal.aborted]).toMatchObject([{ status: 'asking', offer: EMAIL }, true]);
  });

  it('ends nothing else', async () => {
    const { controller } = await onBackupCode();
    const { signal } = controller.call;
    controller.choose(TOTP);
    expect(signal.aborted).toBe(false);
  });
});
