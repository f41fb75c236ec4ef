import type { SimulatedClock } from '../../../src/testing/index.js';
import { holdTimers } from '../../support/held-timers.js';

/** The page's time while a walk goes on: it is the server's, and nothing but `pass` moves it. */
export interface PageTime {
  /** Lets time go on from one timer to the next. @param between what is done after each */
  pass(ms: number, between: () => Promise<void>): Promise<void>;
  /** Gives the page its own time back. */
  restore(): void;
}

/** A page that sleeps runs its timers late, and not one by one: a long way is gone in leaps. */
const LEAPS = 50;

/** Takes the page's timers and dates. */
export function holdTime(clock: SimulatedClock): PageTime {
  const { now } = Date;
  const timers = holdTimers(() => clock.now());
  Object.assign(Date, { now: () => clock.now() });

  const next = (): number => timers.waiting()[0]?.due ?? Infinity;
  const runDue = (): void => {
    for (const { id, due } of timers.waiting()) if (due <= clock.now()) timers.run(id);
  };

  return {
    async pass(ms, between) {
      const end = clock.now() + ms;
      for (let leap = 0; next() <= end && leap < LEAPS; leap += 1) {
        clock.advance(Math.max(0, next() - clock.now()));
        runDue();
        await between();
      }
      clock.advance(Math.max(0, end - clock.now()));
    },
    restore() {
      timers.giveBack();
      Object.assign(Date, { now });
    },
  };
}

const channel = new MessageChannel();
const turns: (() => void)[] = [];
channel.port1.onmessage = () => turns.shift()?.();

/** One turn of the browser's own loop, which no held time holds up; modules that were asked for before are there after it. */
export async function turn(): Promise<void> {
  await import('./load.js');
  await new Promise<void>((resolve) => {
    turns.push(resolve);
    channel.port2.postMessage(null);
  });
}
