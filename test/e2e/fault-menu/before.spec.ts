import type { Answer, Fault } from '../../support/fault-proxy';
import { expect } from '../support';
import { begin, comesBack, expectProofs, isIn, isStillOut, reads, timeOf, timeOut, type Journey } from './journey';
import { ANSWERS, busyFor, committed, unseen, WAIT } from './menu';
import { STEPS, UNREACHABLE, type Step } from './steps';
import { journeys, SPARSE, type Row, type Story } from './table';
import { EMAIL_CODE, type Way } from './ways';

/** What goes wrong before there is a proof: nothing is lost by it, and no message goes twice. */

const BROKEN = 'Something went wrong at Fjord Bank. Try again in a moment.';
const BUSY = 'Too many tries. Wait a little, then try again.';

async function getsIn(journey: Journey, way: Way, step: Step): Promise<void> {
  await step.proceed(journey, way);
  await isIn(journey, way);
  expectProofs(journey, 1);
  const messages = journey.server.outbox.messages.filter(({ to }) => to === journey.person.email);
  expect(messages).toHaveLength(way === EMAIL_CODE ? 1 : 0);
}

async function isToldOnly(journey: Journey, step: Step, words: string): Promise<void> {
  await reads(journey, words);
  const { length } = journey.sent(step.path);
  expect(length).toBeGreaterThan(0);
  expect(length).toBeLessThanOrEqual(step.asks);
  expectProofs(journey, 0);
  await isStillOut(journey);
}

const comesToNothing = (step: Step, words: string): Story => ({
  then: `reads “${words}”, and gets in by trying again`,
  async live(journey, way) {
    await step.go(journey);
    await isToldOnly(journey, step, words);
    journey.network.heal();
    await step.again(journey);
    await getsIn(journey, way, step);
  },
});

const isCutOff = (step: Step, words: string, strike: (journey: Journey) => Promise<void>): Story => ({
  then: `reads “${words}”, and gets in by trying again`,
  async live(journey, way) {
    await step.go(journey, () => strike(journey));
    await reads(journey, words);
    await comesBack(journey);
    await isStillOut(journey);
    await step.again(journey);
    await getsIn(journey, way, step);
  },
});

const isTooLate = (step: Step): Story => ({
  then: `reads “${UNREACHABLE}”; what comes late does no harm, and trying again leads in`,
  async live(journey, way) {
    await step.go(journey);
    await timeOut(journey, step.asks);
    await isToldOnly(journey, step, UNREACHABLE);
    await journey.network.release();
    journey.network.heal();
    await step.again(journey);
    await getsIn(journey, way, step);
  },
});

const isSlow = (step: Step): Story => ({
  then: 'waits and gets in',
  async live(journey, way) {
    await step.go(journey);
    await journey.network.whenHeld();
    await journey.network.release();
    await getsIn(journey, way, step);
    expect(journey.sent(step.path).slice(1)).toEqual([]);
  },
});

const waitsUntil = (step: Step, { until }: Answer & { until: number }): Story => ({
  then: 'reads until when, and gets in after that',
  async live(journey, way) {
    await step.go(journey);
    const time = await timeOf(journey, until);
    await isToldOnly(journey, step, `Too many tries. You can use this page again at ${time}.`);
    journey.network.heal();
    await journey.page.clock.fastForward(WAIT * 1000);
    await step.afterWait(journey);
    await getsIn(journey, way, step);
  },
});

const inSeconds = busyFor('seconds');
const byDate = busyFor('date');

/** A fault that is met without `@long` is met at one of the steps. */
function rowsOf(step: Step): readonly Row[] {
  const meets = (fault: Fault) => [{ path: step.path, ...fault }];
  const unreachable = comesToNothing(step, UNREACHABLE);
  const broken = comesToNothing(step, BROKEN);
  const rows: readonly Row[] = [
    { when: 'no request gets through', meets: meets({ cut: 'before' }), story: unreachable },
    { when: 'every answer is lost', meets: meets({ cut: 'after' }), story: unreachable },
    { when: 'every answer breaks off', meets: meets({ cut: 'within' }), story: unreachable },
    { when: 'connections are refused', story: isCutOff(step, step.unreached, ({ network }) => network.refuse()) },
    { when: 'the server goes down', story: isCutOff(step, step.unreached, ({ site }) => site.goDown()) },
    {
      when: 'the browser goes offline',
      story: isCutOff(step, step.offline, ({ context }) => context.setOffline(true)),
    },
    { when: 'the answer is slow', meets: meets({ hold: 'answer' }), story: isSlow(step) },
    { when: 'the request comes too late', meets: meets({ hold: 'request' }), story: isTooLate(step) },
    { when: 'the answer comes too late', meets: meets({ hold: 'answer' }), story: isTooLate(step) },
    { when: 'a gateway is busy', meets: meets(unseen(ANSWERS.busy)), story: comesToNothing(step, BUSY) },
    { when: 'a gateway is busy for seconds', meets: meets(unseen(inSeconds)), story: waitsUntil(step, inSeconds) },
    { when: 'a gateway is busy until a date', meets: meets(unseen(byDate)), story: waitsUntil(step, byDate) },
    { when: 'a 500 comes', meets: meets(unseen(ANSWERS.broken)), story: broken },
    { when: 'a 500 comes after the commit', meets: meets(committed(ANSWERS.broken)), story: broken },
    { when: 'a gateway answers', meets: meets(unseen(ANSWERS.gateway)), story: broken },
    { when: 'a captive portal answers', meets: meets(unseen(ANSWERS.portal)), story: broken },
    { when: 'a captive portal answers after the commit', meets: meets(committed(ANSWERS.portal)), story: broken },
    { when: 'an empty body comes', meets: meets(unseen(ANSWERS.empty)), story: broken },
    { when: 'JSON comes that is no answer', meets: meets(unseen(ANSWERS.foreign)), story: broken },
  ];
  const turn = STEPS.indexOf(step);
  return rows.map((row, index) => ({
    ...row,
    when: `${step.name} and ${row.when}`,
    isLong: Math.floor(index / SPARSE) % STEPS.length !== turn,
  }));
}

for (const step of STEPS) {
  journeys(
    rowsOf(step),
    async (journey, way) => {
      await begin(journey, way);
      await step.arrive(journey, way);
    },
    step.ways,
  );
}
