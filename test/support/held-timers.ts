/** The page's timers, held: each runs when it is told to. The time-outs of requests are among them. */
export interface HeldTimers {
  /** Those that wait, the next first. */
  waiting(): readonly { readonly id: number; readonly due: number }[];
  /** Runs one that still waits. */
  run(id: number): void;
  /** The page's own `setTimeout`. */
  readonly setTimeout: (run: () => void, ms?: number) => void;
  /** Gives the page its own timers back. */
  giveBack(): void;
}

/**
 * Takes the page's timers. Whoever has taken a timer function before keeps the browser's own.
 * @param now the time that they go by, in milliseconds
 */
export function holdTimers(now: () => number): HeldTimers {
  const own = {
    setTimeout: globalThis.setTimeout,
    clearTimeout: globalThis.clearTimeout,
    timeout: AbortSignal.timeout,
  };
  const timers = new Map<number, { readonly due: number; readonly run: () => void }>();
  // The browser's own are positive.
  let last = 0;

  function later(run: TimerHandler, ms = 0, ...args: unknown[]): number {
    last -= 1;
    timers.set(last, { due: now() + ms, run: () => void (run as (...args: unknown[]) => unknown)(...args) });
    return last;
  }
  globalThis.setTimeout = later as typeof setTimeout;
  globalThis.clearTimeout = ((id: number) => {
    if (!timers.delete(id)) own.clearTimeout.call(globalThis, id);
  }) as typeof clearTimeout;
  AbortSignal.timeout = (ms) => {
    const ending = new AbortController();
    later(() => ending.abort(new DOMException('Too late.', 'TimeoutError')), ms);
    return ending.signal;
  };

  return {
    waiting: () => [...timers].map(([id, { due }]) => ({ id, due })).sort((a, b) => a.due - b.due),
    run(id) {
      const timer = timers.get(id);
      timers.delete(id);
      timer?.run();
    },
    setTimeout: (run, ms) => void own.setTimeout.call(globalThis, run, ms),
    giveBack() {
      globalThis.setTimeout = own.setTimeout;
      globalThis.clearTimeout = own.clearTimeout;
      AbortSignal.timeout = own.timeout;
    },
  };
}
