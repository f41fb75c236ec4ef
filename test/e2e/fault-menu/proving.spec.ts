import type { Answer, Fault, FaultRule } from '../../support/fault-proxy';
import { status } from '../said';
import { expect } from '../support';
import {
  ASKING,
  expectProofs,
  isIn,
  isStillOut,
  PROVING,
  reach,
  reads,
  timeOf,
  timeOut,
  type Journey,
} from './journey';
import { ANSWERS, busyFor, committed, unseen, WAIT } from './menu';
import { ASKS_AND_IS_NOT_IN, IS_IN, IS_NOT_IN, isNotInYet } from './stories';
import { journeys, type Row, type Story } from './table';
import type { Way } from './ways';

/** A proof is on its way, and something goes wrong. */

const proving = (fault: Fault): readonly FaultRule[] => [{ path: PROVING, ...fault }];

/** While it lasts the form says so, and takes no second gesture. */
const IS_SLOW: Story = {
  then: 'waits, can press as often as they like, and is in by what was sent once',
  async live(journey, way) {
    const { page, network } = journey;
    await way.prove(journey);
    await network.whenHeld();
    const button = page.getByRole('button', { name: 'Checking…' });
    await button.click();
    await button.click();
    await network.release();
    await isIn(journey, way);
    expectProofs(journey, 1);
  },
};

/** What arrives after it was called not spent is not taken any more. */
const ARRIVES_LATE: Story = {
  then: 'reads that they are not in yet; the proof that comes late does nothing, and trying again leads in',
  async live(journey, way) {
    const { network } = journey;
    await way.prove(journey);
    await timeOut(journey);
    await reads(journey, way.says.notSpent);
    await network.release();
    await isNotInYet(journey, way);
  },
};

const TIMES_OUT: Story = {
  then: 'is in by what was sent once',
  async live(journey, way) {
    await way.prove(journey);
    await timeOut(journey);
    await isIn(journey, way);
    expectProofs(journey, 1);
  },
};

/** Nothing was looked at, so nothing has to be asked. */
async function readsToWait(journey: Journey, way: Way, words: string): Promise<void> {
  await way.prove(journey);
  await reads(journey, words);
  await isStillOut(journey);
  expect(journey.sent(ASKING)).toEqual([]);
  journey.network.heal();
}

async function provesAgain(journey: Journey, way: Way): Promise<void> {
  await way.prove(journey);
  await isIn(journey, way);
  expectProofs(journey, 2);
}

const WAITS_A_LITTLE: Story = {
  then: 'reads to wait a little, and gets in by trying again',
  async live(journey, way) {
    await readsToWait(journey, way, 'Too many tries. Wait a little, then try again.');
    await provesAgain(journey, way);
  },
};

const waitsUntil = ({ until }: Answer & { until: number }): Story => ({
  then: 'reads until when, is told once it is over, and gets in by trying again',
  async live(journey, way) {
    const { page } = journey;
    const time = await timeOf(journey, until);
    await readsToWait(journey, way, `Too many tries. You can use this page again at ${time}.`);
    await page.clock.fastForward(WAIT * 1000);
    await expect(status(page)).toHaveText('You can try again now.');
    await provesAgain(journey, way);
  },
});

const IS_OFFLINE: Story = {
  then: 'reads that nothing was sent, and gets in once online',
  async live(journey, way) {
    await way.prove(journey);
    await reads(journey, way.says.offline);
    expectProofs(journey, 0);
    await isStillOut(journey);
    await journey.context.setOffline(false);
    await way.resume(journey);
    await isIn(journey, way);
    expectProofs(journey, 1);
  },
};

const inSeconds = busyFor('seconds');
const byDate = busyFor('date');

const ROWS: readonly Row[] = [
  { when: 'the proof is lost on its way', meets: proving({ cut: 'before' }), story: IS_NOT_IN },
  { when: 'the answer is lost on its way', meets: proving({ cut: 'after' }), story: IS_IN },
  { when: 'the answer breaks off', meets: proving({ cut: 'within' }), story: IS_IN },
  { when: 'connections are refused', strikes: ({ network }) => network.refuse(), story: ASKS_AND_IS_NOT_IN },
  { when: 'the server goes down and comes back', strikes: ({ site }) => site.goDown(), story: ASKS_AND_IS_NOT_IN },
  { when: 'the answer is slow', meets: proving({ hold: 'answer' }), story: IS_SLOW },
  { when: 'the proof comes too late', meets: proving({ hold: 'request' }), story: ARRIVES_LATE },
  { when: 'the answer comes too late', meets: proving({ hold: 'answer' }), story: TIMES_OUT },
  { when: 'a gateway is busy', meets: proving(unseen(ANSWERS.busy)), story: WAITS_A_LITTLE },
  { when: 'a gateway is busy for seconds', meets: proving(unseen(inSeconds)), story: waitsUntil(inSeconds) },
  { when: 'a gateway is busy until a date', meets: proving(unseen(byDate)), story: waitsUntil(byDate) },
  { when: 'a 500 comes before the server', meets: proving(unseen(ANSWERS.broken)), story: IS_NOT_IN },
  { when: 'a 500 comes after the commit', meets: proving(committed(ANSWERS.broken)), story: IS_IN },
  { when: 'a gateway answers for the server', meets: proving(unseen(ANSWERS.gateway)), story: IS_NOT_IN },
  { when: 'a gateway answers after the commit', meets: proving(committed(ANSWERS.gateway)), story: IS_IN },
  { when: 'a captive portal answers', meets: proving(unseen(ANSWERS.portal)), story: IS_NOT_IN },
  { when: 'a captive portal answers after the commit', meets: proving(committed(ANSWERS.portal)), story: IS_IN },
  { when: 'an empty body comes before the server', meets: proving(unseen(ANSWERS.empty)), story: IS_NOT_IN },
  { when: 'an empty body comes after the commit', meets: proving(committed(ANSWERS.empty)), story: IS_IN },
  { when: 'JSON comes that is no answer', meets: proving(unseen(ANSWERS.foreign)), story: IS_NOT_IN },
  { when: 'such JSON comes after the commit', meets: proving(committed(ANSWERS.foreign)), story: IS_IN },
  { when: 'the browser is offline', strikes: ({ context }) => context.setOffline(true), story: IS_OFFLINE },
];

journeys(ROWS, reach);
