import type { SimulatedClock } from '../../../src/testing/index.js';

/** The page's time while a walk goes on: it is the server's, and nothing but `pass` moves it. */
export interface PageTime {
  /** Lets time go on from one timer to the next. @param between what is done after each */
  pass(ms: number, between: () => Promise<void>): Promise<void>;
  /** Gives the page its own time back. */
  restore(): void;
}

/** A page that sleeps runs its timers late, and not one by one: a long way is gone in leaps. */
const LEAPS = 50;

/** Takes the page's timers, dates and time-outs. Whoever has taken a timer function before keeps the browser's own. */
export function holdTime(clock: SimulatedClock): PageTime {
  const own = { setTimeout, clearTimeout, now: Date.now, timeout: AbortSignal.timeout };
  const timers = new Map<number, { readonly at: number; readonly run: () => void }>();
  let serial = 1_000_000;

  const set = (run: () => void, ms = 0): number => {
    timers.set((serial += 1), { at: clock.now() + ms, run });
    return serial;
  };
  const clear = (id: number | undefined): void => void timers.delete(id ?? 0);
  const timeout = (ms: number): AbortSignal => {
    const ending = new AbortController();
    set(() => ending.abort(new DOMException('Too late.', 'TimeoutError')), ms);
    return ending.signal;
  };
  Object.assign(globalThis, { setTimeout: set, clearTimeout: clear });
  Object.assign(Date, { now: () => clock.now() });
  Object.assign(AbortSignal, { timeout });

  const next = (): number => Math.min(Infinity, ...[...timers.values()].map(({ at }) => at));
  function runDue(): void {
    for (const [id, { at, run }] of [...timers]) {
      if (at > clock.now() || !timers.delete(id)) continue;
      run();
    }
  }

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
      Object.assign(globalThis, { setTimeout: own.setTimeout, clearTimeout: own.clearTimeout });
      Object.assign(Date, { now: own.now });
      Object.assign(AbortSignal, { timeout: own.timeout });
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
