import type { Fault, FaultRule } from '../../support/fault-proxy';
import { ASKING, PROVING, reach, timeOut, type Journey } from './journey';
import { ANSWERS, committed, unseen } from './menu';
import { ASKS_AND_IS_IN, ASKS_AND_IS_NOT_IN, findsOut } from './stories';
import { journeys, type Row, type Story } from './table';

/** The answer to a proof is lost, and so is the answer to what became of it. */

/** After the server let the person in. */
const whenIn = (fault: Fault): readonly FaultRule[] => [
  { path: PROVING, cut: 'after' },
  { path: ASKING, ...fault },
];

/** Before the server saw the proof. */
const whenOut = (fault: Fault): readonly FaultRule[] => [
  { path: PROVING, cut: 'before' },
  { path: ASKING, ...fault },
];

/** All is well until the proof has been judged. */
const afterwards = (strike: (journey: Journey) => Promise<void>): Story => ({
  then: ASKS_AND_IS_IN.then,
  async live(journey, way) {
    await way.prove(journey);
    await journey.network.whenHeld();
    await strike(journey);
    journey.network.drop();
    await findsOut(journey, way);
  },
});

const TIMES_OUT: Story = {
  then: ASKS_AND_IS_IN.then,
  async live(journey, way) {
    await way.prove(journey);
    await timeOut(journey, 4);
    await findsOut(journey, way);
  },
};

const held: readonly FaultRule[] = [{ path: PROVING, hold: 'answer' }];

const ROWS: readonly Row[] = [
  { when: 'no question gets through either', meets: whenIn({ cut: 'before' }), story: ASKS_AND_IS_IN },
  { when: 'every answer is lost', meets: whenIn({ cut: 'after' }), story: ASKS_AND_IS_IN },
  { when: 'every answer breaks off', meets: whenIn({ cut: 'within' }), story: ASKS_AND_IS_IN },
  { when: 'the network goes', meets: held, story: afterwards(({ network }) => network.refuse()) },
  { when: 'the browser goes offline', meets: held, story: afterwards(({ context }) => context.setOffline(true)) },
  { when: 'the server goes down after it judged', meets: held, story: afterwards(({ site }) => site.goDown()) },
  { when: 'a gateway is busy from then on', meets: whenIn(unseen(ANSWERS.busy)), story: ASKS_AND_IS_IN },
  { when: 'questions get a 500', meets: whenIn(unseen(ANSWERS.broken)), story: ASKS_AND_IS_IN },
  { when: 'a gateway answers questions', meets: whenIn(unseen(ANSWERS.gateway)), story: ASKS_AND_IS_IN },
  { when: 'a captive portal answers questions', meets: whenIn(unseen(ANSWERS.portal)), story: ASKS_AND_IS_IN },
  { when: 'questions get an empty body', meets: whenIn(unseen(ANSWERS.empty)), story: ASKS_AND_IS_IN },
  { when: 'questions get JSON that is no answer', meets: whenIn(unseen(ANSWERS.foreign)), story: ASKS_AND_IS_IN },
  {
    when: 'no answer comes in time any more',
    meets: [
      { path: PROVING, hold: 'answer' },
      { path: ASKING, hold: 'request' },
    ],
    story: TIMES_OUT,
  },
  { when: 'proof and questions are lost', meets: whenOut({ cut: 'before' }), story: ASKS_AND_IS_NOT_IN },
  { when: 'the proof and all answers are lost', meets: whenOut({ cut: 'after' }), story: ASKS_AND_IS_NOT_IN },
  { when: 'a portal takes questions', meets: whenOut(committed(ANSWERS.portal)), story: ASKS_AND_IS_NOT_IN },
];

journeys(ROWS, reach);
