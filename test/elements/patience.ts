/** What becomes of a screen that is left alone: what it says by itself, and whether the person can go on when they are back. */
import { createRestBackend } from '../../src/backends/rest.js';
import { createSimulatedServer } from '../../src/testing/index.js';
import { placeState, reachState, type ScreenState } from '../../src/testing/states/index.js';
import { seenIn } from './conditions.js';
import { follow, type Said } from './followed.js';
import { loadAll } from './model/load.js';
import { holdTime, turn } from './model/time.js';

const SECOND = 1000;
const HOUR = 3600 * SECOND;
/** Nothing says two things in less. */
const PACE = 30 * SECOND;
/** How many seconds it may take a person to come to a state. */
const PATIENCE = 60;
/** How many turns of the browser an answer takes, at most, until it is on screen. */
const TURNS = 12;

/** Texts that came sooner after one of the same kind than anyone can listen. */
export const hurriedIn = (said: readonly Said[]): string[] =>
  said.flatMap(({ role, text, at }, index) => {
    const before = said.slice(0, index).findLast((one) => one.role === role);
    return before && at - before.at < PACE
      ? [`“${text}” comes ${(at - before.at) / SECOND} s after “${before.text}”`]
      : [];
  });

/** Whether something can be done. */
const isOpen = (root: Element): boolean =>
  seenIn(root).some((one) => one.matches('a[href], button:not(:disabled, [aria-busy=true])'));

/** Leaves a state alone for more than a day, in which nothing happens but time. Its page is the person's all the while. */
export async function leaveAlone(state: ScreenState, host: HTMLElement): Promise<string[]> {
  await loadAll();
  const server = createSimulatedServer(state.server);
  const time = holdTime(server.clock);
  try {
    const screen = placeState(state, host, ({ baseUrl, fetch }) => createRestBackend({ baseUrl, fetch }), server);
    const settle = async (): Promise<void> => {
      for (let count = 0; count < TURNS; count += 1) await turn();
    };
    let isThere = false;
    void reachState(state, screen).then(() => (isThere = true));
    // What a request waits for before it is sent again is time, too.
    for (let second = 0; !isThere && second < PATIENCE; second += 1) {
      await settle();
      if (!isThere) await time.pass(SECOND, settle);
    }
    if (!isThere) return ['it is not reached'];
    const [wasOpen, followed] = [isOpen(screen.element), follow(host)];
    for (const ms of [60 * SECOND, HOUR, 25 * HOUR]) await time.pass(ms, settle);
    await settle();
    followed.stop();
    return [
      ...hurriedIn(followed.said),
      ...(wasOpen && !isOpen(screen.element) ? ['nothing can be done any more'] : []),
    ];
  } finally {
    time.restore();
  }
}
