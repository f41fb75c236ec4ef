import { hasCode, LOADING, PREPARING, SENDING, type Journey } from './journey';
import {
  askForPasskey,
  chooseEmail,
  choosePasskey,
  EMAIL_CODE,
  PASSKEY,
  press,
  typeSentCode,
  WAYS,
  type Way,
} from './ways';

export const UNREACHABLE = "We can't reach Fjord Bank right now. Try again in a moment.";
const NOT_LOADED = "Part of this page didn't load. Try again.";

/** A request that a person's way needs before there is a proof to give. */
export interface Step {
  readonly name: string;
  readonly path: RegExp;
  readonly ways: readonly Way[];
  /** How often the page asks, at most, before it says that nothing came. */
  readonly asks: number;
  /** What is read where the network ends: at all, and where the browser knows. */
  readonly unreached: string;
  readonly offline: string;
  /** To where the next gesture sends the request. */
  arrive(journey: Journey, way: Way): Promise<void>;
  /** The gesture that sends it. `strike`: what goes wrong at that moment. */
  go(journey: Journey, strike?: () => Promise<void>): Promise<void>;
  /** The gesture after the words that it came to nothing. */
  again(journey: Journey): Promise<void>;
  /** The gesture, if one is needed, once a wait is over. */
  afterWait(journey: Journey): Promise<void>;
  /** From its answer to the person being in. */
  proceed(journey: Journey, way: Way): Promise<void>;
}

const tryAgain = ({ page }: Journey): Promise<void> => press(page, 'Try again');
const sendCode = ({ page }: Journey): Promise<void> => press(page, 'Send code');

const LOAD: Step = {
  name: 'the challenge is to be loaded',
  path: LOADING,
  ways: WAYS,
  asks: 3,
  // The words that come later do not come either.
  unreached: NOT_LOADED,
  offline: NOT_LOADED,
  arrive: () => Promise.resolve(),
  async go({ page, network }, strike) {
    // Without the network there is no page: what strikes the request comes after it.
    if (strike) network.lose({ path: LOADING, hold: 'request', times: 1 });
    await page.goto('/challenge');
    if (!strike) return;
    await network.whenHeld();
    await strike();
    network.drop();
  },
  // A browser asks a second time by itself on a connection that ended: then the challenge is there, and only its words are not.
  async again(journey) {
    if (await journey.page.getByRole('button', { name: 'Try again' }).isVisible()) await tryAgain(journey);
  },
  afterWait: tryAgain,
  async proceed(journey, way) {
    await way.reach(journey);
    await way.prove(journey);
  },
};

async function openAt(journey: Journey, place: string): Promise<void> {
  await journey.page.goto('/challenge');
  await hasCode(journey, place);
}

const SEND: Step = {
  name: 'a code is to be sent',
  path: SENDING,
  ways: [EMAIL_CODE],
  asks: 1,
  unreached: UNREACHABLE,
  offline: "You're offline. Nothing was sent.",
  async arrive(journey) {
    await openAt(journey, 'the choice');
    await chooseEmail(journey);
  },
  async go(journey, strike) {
    await strike?.();
    await sendCode(journey);
  },
  again: sendCode,
  afterWait: sendCode,
  async proceed(journey, way) {
    await typeSentCode(journey);
    await way.prove(journey);
  },
};

const PREPARE: Step = {
  name: 'a passkey is to be asked for',
  path: PREPARING,
  ways: [PASSKEY],
  asks: 1,
  unreached: UNREACHABLE,
  offline: "You're offline. Nothing was sent.",
  arrive: (journey) => openAt(journey, 'the choice'),
  async go(journey, strike) {
    await strike?.();
    await choosePasskey(journey);
  },
  again: askForPasskey,
  // The page gets the options by itself.
  afterWait: () => Promise.resolve(),
  proceed: (journey, way) => way.prove(journey),
};

export const STEPS: readonly Step[] = [LOAD, SEND, PREPARE];
