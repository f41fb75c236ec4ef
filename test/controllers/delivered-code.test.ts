import { describe, expect, it } from 'vitest';
import { ChallengeController } from '../../src/controllers/challenge-controller.js';
import { sendCode } from '../../src/controllers/delivered-code.js';
import type { MfaProblem } from '../../src/core/errors.js';
import type { Delivery } from '../../src/core/factor.js';
import type { ChallengePort } from '../../src/ports/backend.js';
import { BACKUP, EMAIL, SMS, challengeOf } from '../support/challenge.js';
import { refuse, scriptedBackend } from '../support/scripted-backend.js';

const MANY = challengeOf(EMAIL, SMS, BACKUP);
const SENT: Delivery = { sentAt: 1_700_000_000_000, resendAt: 1_700_000_030_000 };

async function onEmail(port: Partial<ChallengePort> = {}) {
  const scripted = scriptedBackend({
    load: () => Promise.resolve({ status: 'challenge', challenge: MANY }),
    send: () => Promise.resolve(SENT),
    ...port,
  });
  const controller = new ChallengeController(scripted.backend.challenge);
  await controller.load();
  controller.choose(EMAIL);
  return { controller, ...scripted };
}

/** A port's answer that the test gives when it likes. */
function held<T>() {
  let give: (value: T) => void = () => undefined;
  const answer = new Promise<T>((resolve) => (give = resolve));
  return { answer, give: (value: T) => give(value) };
}

describe('a code that is asked for', () => {
  it('is sent to the destination that was chosen', async () => {
    const { controller, calls } = await onEmail();
    await sendCode(controller, EMAIL);
    expect(calls).toEqual(['load null', 'send email-1']);
    expect(controller.state).toMatchObject({ status: 'asking', offer: { ...EMAIL, sent: SENT }, trouble: null });
  });

  it('is on its way meanwhile', async () => {
    const { controller } = await onEmail({ send: () => new Promise(() => undefined) });
    void sendCode(controller, EMAIL);
    expect(controller.state).toMatchObject({ status: 'sending', offer: EMAIL });
  });

  it('is sent once for two clicks', async () => {
    const { controller, calls } = await onEmail();
    await Promise.all([sendCode(controller, EMAIL), sendCode(controller, EMAIL)]);
    expect(calls).toEqual(['load null', 'send email-1']);
  });

  it('is not sent while a proof is under way', async () => {
    const { controller, calls } = await onEmail({ verify: () => new Promise(() => undefined) });
    void controller.spend({ kind: 'delivered-code', id: EMAIL.id, code: '482913' });
    await sendCode(controller, EMAIL);
    expect(calls).toEqual(['load null', 'verify']);
  });

  it('is still the one that was sent when the person goes and comes back', async () => {
    const { controller } = await onEmail();
    await sendCode(controller, EMAIL);
    controller.choose(SMS);
    controller.choose(EMAIL);
    expect(controller.state).toMatchObject({ offer: { ...EMAIL, sent: SENT } });
  });

  it.each<[MfaProblem]>([
    [{ code: 'outcome-unknown' }],
    [{ code: 'offline' }],
    [{ code: 'too-many-attempts', blocks: ['delivered-code'], retryAt: 1_700_000_000_000 }],
  ])('is not asked for again by itself, and the person is told why (%j)', async (problem) => {
    const { controller, calls } = await onEmail({ send: refuse(problem) });
    await sendCode(controller, EMAIL);
    expect(calls).toEqual(['load null', 'send email-1']);
    expect(controller.state).toMatchObject({ status: 'asking', offer: EMAIL, trouble: problem });
  });

  it('starts a challenge again that ran out meanwhile, in the same place', async () => {
    const { controller, calls } = await onEmail({ send: refuse({ code: 'challenge-over', restart: 'here' }) });
    await sendCode(controller, EMAIL);
    expect(calls).toEqual(['load null', 'send email-1', 'load challenge-1']);
    expect(controller.state).toMatchObject({ status: 'asking', offer: EMAIL, news: 'restarted' });
  });

  it('ends a challenge whose first factor is too old', async () => {
    const { controller } = await onEmail({ send: refuse({ code: 'challenge-over', restart: 'sign-in' }) });
    await sendCode(controller, EMAIL);
    expect(controller.state).toMatchObject({ status: 'sign-in', why: 'over' });
  });

  it('is nothing to a screen that is gone', async () => {
    const { answer, give } = held<Delivery>();
    const { controller } = await onEmail({ send: () => answer });
    const sent = sendCode(controller, EMAIL);
    controller.stop();
    give(SENT);
    await sent;
    expect(controller.state.status).toBe('sending');
  });
});
