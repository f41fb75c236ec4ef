import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ChallengeController } from '../../src/controllers/challenge-controller.js';
import { PasskeyController } from '../../src/controllers/passkey.js';
import type { Entry } from '../../src/core/challenge.js';
import { MfaError } from '../../src/core/errors.js';
import type { ChallengePort } from '../../src/ports/backend.js';
import { createFakePlatform, type FakeCeremonyEnd } from '../../src/testing/index.js';
import { BACKUP, IN_BY_CODE, PASSKEY, TOTP, challengeOf } from '../support/challenge.js';
import { ceremony, refuse, scriptedBackend } from '../support/scripted-backend.js';

const HELD = { id: 'cGFzc2tleQ', userHandle: null, relyingParty: null };
/** As each loading reads it anew. */
const challenged = (): Entry => ({ status: 'challenge', challenge: challengeOf(TOTP, PASSKEY, BACKUP) });
const NOW = 1_700_000_000_000;
const MINUTE = 60_000;

/** On the passkey's screen, before its button asks for a ceremony. */
async function onPasskey(port: Partial<ChallengePort> = {}) {
  const scripted = scriptedBackend({ load: () => Promise.resolve(challenged()), ...port });
  const controller = new ChallengeController(scripted.backend.challenge, { newAttempt: () => 'attempt-1' });
  await controller.load();
  controller.choose(PASSKEY);
  const platform = createFakePlatform({ passkeys: [HELD] });
  const seen: string[] = [];
  controller.subscribe(({ status }) => seen.push(status));
  return { controller, platform, passkey: new PasskeyController(controller, platform.webauthn), seen, ...scripted };
}

/** With the ceremony at hand. */
async function ready(port?: Partial<ChallengePort>) {
  const all = await onPasskey(port);
  await all.passkey.prepare();
  return all;
}

/** Lets every promise that can go on go on. */
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('a passkey’s ceremony', () => {
  it('is ready before the click', async () => {
    const { passkey, calls, platform } = await ready();
    expect([passkey.ready, calls, platform.ceremonies]).toEqual([true, ['load null', 'prepare'], []]);
  });

  it('is got once, however often the button is drawn', async () => {
    const { passkey, calls } = await onPasskey();
    await Promise.all([passkey.prepare(), passkey.prepare()]);
    await passkey.prepare();
    expect(calls).toEqual(['load null', 'prepare']);
  });

  it('is not got while another way is asked for', async () => {
    const { controller, passkey, calls } = await onPasskey();
    controller.choose(TOTP);
    await passkey.prepare();
    expect(calls).toEqual(['load null']);
  });

  it('reaches the browser untouched', async () => {
    const made = ceremony('ceremony-1');
    const { passkey, platform } = await ready({ preparePasskey: () => Promise.resolve(made) });
    await passkey.use();
    expect(platform.ceremonies[0]?.options).toBe(made.options);
  });

  it('is got anew when it is too old', async () => {
    let made = 0;
    const { passkey, calls, proofs } = await ready({
      preparePasskey: () => Promise.resolve(ceremony(`ceremony-${String((made += 1))}`, Date.now() + 5 * MINUTE)),
    });
    await vi.advanceTimersByTimeAsync(5 * MINUTE - 1);
    expect(calls).toEqual(['load null', 'prepare']);
    await vi.advanceTimersByTimeAsync(1);
    await passkey.use();
    expect(calls).toEqual(['load null', 'prepare', 'prepare', 'verify']);
    expect(proofs[0]?.proof).toMatchObject({ ceremony: 'ceremony-2' });
  });

  it('is not got anew too often by a browser whose clock is ahead', async () => {
    const { calls } = await ready({ preparePasskey: () => Promise.resolve(ceremony('old', NOW - MINUTE)) });
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(calls.filter((call) => call === 'prepare')).toHaveLength(3);
  });

  it.each<[string, number | 'unknown']>([
    ['nobody said when it is too old', 'unknown'],
    ['the browser’s clock is far behind', NOW + 365 * 24 * 60 * MINUTE],
  ])('stays where %s', async (_, expiresAt) => {
    const { calls } = await ready({ preparePasskey: () => Promise.resolve(ceremony('one', expiresAt)) });
    await vi.advanceTimersByTimeAsync(24 * 60 * MINUTE);
    expect(calls).toEqual(['load null', 'prepare']);
  });

  it.each<[string, (controller: ChallengeController) => void]>([
    ['who has gone to another way', (controller) => controller.choose(TOTP)],
    ['whose screen is gone', (controller) => controller.stop()],
  ])('is not got anew for a person %s', async (_, leave) => {
    const { controller, calls } = await ready({
      preparePasskey: () => Promise.resolve(ceremony('one', Date.now() + 5 * MINUTE)),
    });
    leave(controller);
    await vi.advanceTimersByTimeAsync(60 * MINUTE);
    expect(calls).toEqual(['load null', 'prepare']);
  });

  it('is dropped with its challenge', async () => {
    const { controller, passkey } = await ready();
    controller.choose(TOTP);
    controller.dispatch({ type: 'restarted', entry: challenged() });
    expect(passkey.ready).toBe(false);
  });

  it('is dropped when its challenge ended while it was made', async () => {
    let give: (made: ReturnType<typeof ceremony>) => void = () => undefined;
    const { controller, passkey } = await onPasskey({
      preparePasskey: () => new Promise((resolve) => (give = resolve)),
    });
    const prepared = passkey.prepare();
    controller.choose(TOTP);
    controller.dispatch({ type: 'restarted', entry: challenged() });
    give(ceremony('of the old challenge'));
    await prepared;
    expect(passkey.ready).toBe(false);
  });

  it('is got anew for the challenge in the place of one that ended while it was made', async () => {
    const gives: ((made: ReturnType<typeof ceremony>) => void)[] = [];
    const { controller, passkey, proofs } = await onPasskey({
      preparePasskey: () => new Promise((resolve) => gives.push(resolve)),
    });
    const prepared = passkey.prepare();
    controller.dispatch({ type: 'restarted', entry: challenged() });
    gives[0]?.(ceremony('of the old challenge'));
    await settle();
    gives[1]?.(ceremony('of the new challenge'));
    await prepared;
    await passkey.use();
    expect(proofs).toMatchObject([{ proof: { ceremony: 'of the new challenge' } }]);
  });
});

describe('a passkey', () => {
  it('opens the browser’s dialog in the turn of the click', async () => {
    const { controller, passkey, platform } = await ready();
    platform.holdCeremonies(true);
    void passkey.use();
    expect(platform.ceremonies).toHaveLength(1);
    expect(controller.state.status).toBe('prompting');
  });

  it('is sent with its ceremony’s id, once', async () => {
    const { controller, passkey, proofs } = await ready();
    await passkey.use();
    expect(proofs).toMatchObject([
      { proof: { kind: 'passkey', ceremony: 'ceremony-1', credential: { id: HELD.id } }, attempt: 'attempt-1' },
    ]);
    expect(controller.state.status).toBe('passed');
  });

  it('opens one dialog for two clicks', async () => {
    const { passkey, platform, proofs } = await ready();
    await Promise.all([passkey.use(), passkey.use()]);
    expect([platform.ceremonies.length, proofs.length]).toEqual([1, 1]);
  });

  it.each<[string, FakeCeremonyEnd]>([
    ['was left', { is: 'not-finished' }],
    ['was for a passkey that is there already', { is: 'exists' }],
  ])('says without blame that a dialog %s, and is ready for the next', async (_, end) => {
    const { controller, passkey, platform, calls } = await ready();
    platform.endNextCeremony(end);
    await passkey.use();
    await settle();
    expect(controller.state).toMatchObject({ status: 'asking', offer: PASSKEY, trouble: null, news: 'not-finished' });
    expect([passkey.ready, calls]).toEqual([true, ['load null', 'prepare', 'prepare']]);
  });

  it('tells the developer why the browser can’t, and the person that it did not work', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { controller, passkey, platform, calls } = await ready();
    platform.endNextCeremony({ is: 'impossible', developer: 'This page may not use it.' });
    await passkey.use();
    expect(controller.state).toMatchObject({ status: 'asking', trouble: { code: 'passkey-refused' } });
    expect(told.mock.calls).toEqual([['mfa-elements: This page may not use it.']]);
    expect(calls).not.toContain('verify');
  });

  it('that was refused can be used again', async () => {
    const { controller, passkey, proofs } = await ready({ verify: refuse({ code: 'passkey-refused' }) });
    await passkey.use();
    await settle();
    expect(controller.state).toMatchObject({ status: 'asking', trouble: { code: 'passkey-refused' } });
    await passkey.use();
    expect(proofs.map(({ proof }) => proof)).toMatchObject([{ ceremony: 'ceremony-1' }, { ceremony: 'ceremony-2' }]);
  });

  it('can be used again when the answer was lost and the server says that it was not spent', async () => {
    const settles = [refuse({ code: 'unreachable' })];
    const { controller, passkey } = await ready({
      verify: refuse({ code: 'outcome-unknown' }),
      settle: () => (settles.shift() ?? (() => Promise.resolve({ state: 'pending', spent: false } as const)))(),
    });
    await passkey.use();
    expect([controller.state.status, passkey.ready]).toEqual(['unsettled', false]);
    await controller.checkAgain();
    await settle();
    expect([controller.state, passkey.ready]).toMatchObject([{ trouble: { code: 'not-spent' } }, true]);
  });

  it('lets the dialog go when the person goes to another way, and drops what it gives all the same', async () => {
    const { controller, passkey, platform, proofs } = await ready();
    let finish: () => void = () => undefined;
    const { get } = platform.webauthn;
    let signal: AbortSignal | undefined;
    vi.spyOn(platform.webauthn, 'get').mockImplementation(async (options, given) => {
      signal = given;
      await new Promise<void>((resolve) => (finish = resolve));
      return get(options, new AbortController().signal);
    });
    const used = passkey.use();
    controller.choose(TOTP);
    expect(signal?.aborted).toBe(true);
    finish();
    await used;
    expect(proofs).toEqual([]);
    expect(controller.state).toMatchObject({ status: 'asking', offer: TOTP, trouble: null, news: null });
  });

  it('opens no dialog after the person has gone to another way', async () => {
    const { controller, passkey, platform } = await ready();
    controller.choose(TOTP);
    await passkey.use();
    expect(platform.ceremonies).toEqual([]);
  });

  it('starts again with a ceremony of the new challenge when the old one ran out', async () => {
    const ranOut = [new MfaError({ code: 'challenge-over', restart: 'here' })];
    const { controller, passkey, proofs } = await ready({
      verify: () => {
        const error = ranOut.shift();
        return error ? Promise.reject(error) : Promise.resolve(IN_BY_CODE);
      },
    });
    await passkey.use();
    await settle();
    expect(controller.state).toMatchObject({ status: 'asking', offer: PASSKEY, news: 'restarted' });
    await passkey.use();
    expect(proofs.map(({ proof }) => proof)).toMatchObject([{ ceremony: 'ceremony-1' }, { ceremony: 'ceremony-2' }]);
  });
});

describe('a ceremony that can’t be had', () => {
  /** The first time, or for ever. */
  const failing = (times = Infinity): ChallengePort['preparePasskey'] => {
    let left = times;
    return () => ((left -= 1) >= 0 ? refuse({ code: 'unreachable' })() : Promise.resolve(ceremony('at last')));
  };

  it('is told once, and not asked for again by itself', async () => {
    const { controller, calls, seen } = await ready({ preparePasskey: failing() });
    await vi.advanceTimersByTimeAsync(60 * MINUTE);
    expect(controller.state).toMatchObject({ status: 'asking', trouble: { code: 'unreachable' } });
    expect([calls, seen]).toEqual([['load null', 'prepare'], ['asking']]);
  });

  it('is asked for again by a click, which opens no dialog yet', async () => {
    const { controller, passkey, platform } = await ready({ preparePasskey: failing(1) });
    await passkey.use();
    expect([passkey.ready, platform.ceremonies]).toEqual([true, []]);
    expect(controller.state).toMatchObject({ status: 'asking', offer: PASSKEY, trouble: null });
    await passkey.use();
    expect(controller.state.status).toBe('passed');
  });

  it('is told again when the click did not help', async () => {
    const { controller, passkey, calls } = await ready({ preparePasskey: failing() });
    await passkey.use();
    expect(controller.state).toMatchObject({ status: 'asking', trouble: { code: 'unreachable' } });
    expect(calls).toEqual(['load null', 'prepare', 'prepare']);
  });

  it('is no trouble of a person who has gone to another way', async () => {
    const { controller, passkey } = await onPasskey({ preparePasskey: failing() });
    const prepared = passkey.prepare();
    controller.choose(TOTP);
    await prepared;
    expect(controller.state).toMatchObject({ status: 'asking', offer: TOTP, trouble: null });
  });

  it('starts a challenge again that ran out, and is got for the new one', async () => {
    const ranOut = [refuse({ code: 'challenge-over', restart: 'here' })];
    const { controller, passkey, calls } = await onPasskey({
      preparePasskey: () => (ranOut.shift() ?? (() => Promise.resolve(ceremony('of the new challenge'))))(),
    });
    await passkey.prepare();
    expect([controller.state, passkey.ready]).toMatchObject([{ offer: PASSKEY, news: 'restarted' }, true]);
    expect(calls).toEqual(['load null', 'prepare', 'load challenge-1', 'prepare']);
  });

  it('ends a challenge that runs out again at once', async () => {
    const { controller, passkey, calls } = await onPasskey({
      preparePasskey: refuse({ code: 'challenge-over', restart: 'here' }),
    });
    await passkey.prepare();
    expect(controller.state).toMatchObject({ status: 'sign-in', why: 'over' });
    expect(calls).toEqual(['load null', 'prepare', 'load challenge-1', 'prepare']);
  });
});
