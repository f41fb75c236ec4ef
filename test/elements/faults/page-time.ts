/** What waits longer is no pause of a call: covering codes, the end of a challenge. It is left alone. */
const LONGEST = 20_000;
/**
 * Turns of the page's own tasks in which nothing happens, before the next timer is let run. Engines but Chromium take many to bring
 * code that is there already.
 */
const CALM = navigator.userAgent.includes('Chrome/') ? 12 : 80;

interface Waiting {
  readonly due: number;
  readonly run: () => void;
}

export interface PageTime {
  /**
   * Lets everything happen that will by itself, time-outs and pauses included. `changed` counts what happens in between, `busy`
   * says that an answer is on its way.
   */
  pass(changed: () => unknown, busy: () => boolean): Promise<void>;
  giveBack(): void;
}

/** Takes the page's time, so that a pause is over once nothing else is going on. The time-outs of requests included. */
export function takeTime(): PageTime {
  const own = {
    setTimeout: globalThis.setTimeout,
    clearTimeout: globalThis.clearTimeout,
    timeout: AbortSignal.timeout,
  };
  const waiting = new Map<number, Waiting>();
  // Through both queues of tasks: Firefox brings code that is there already by the other one.
  const turn = (): Promise<void> =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        own.setTimeout.call(globalThis, resolve);
      };
      port2.postMessage(null);
    });
  let [now, last] = [0, -1];

  function later(run: TimerHandler, ms = 0, ...args: unknown[]): number {
    last -= 1;
    waiting.set(last, { due: now + ms, run: () => void (run as (...args: unknown[]) => unknown)(...args) });
    return last;
  }
  globalThis.setTimeout = later as typeof setTimeout;
  globalThis.clearTimeout = ((id: number) => {
    if (!waiting.delete(id)) own.clearTimeout.call(globalThis, id);
  }) as typeof clearTimeout;
  AbortSignal.timeout = (ms) => {
    const controller = new AbortController();
    later(() => controller.abort(new DOMException('', 'TimeoutError')), ms);
    return controller.signal;
  };

  async function calm(changed: () => unknown, busy: () => boolean): Promise<void> {
    let before = changed();
    for (let quiet = 0; quiet < CALM; quiet += 1) {
      await turn();
      const after = changed();
      if (after !== before || busy()) quiet = 0;
      before = after;
    }
  }

  return {
    async pass(changed, busy) {
      const end = now + LONGEST * 5;
      for (;;) {
        await calm(changed, busy);
        const next = [...waiting].filter(([, { due }]) => due - now <= LONGEST && due < end);
        const [first] = next.sort(([, a], [, b]) => a.due - b.due);
        if (!first) return;
        const [id, { due, run }] = first;
        waiting.delete(id);
        now = due;
        run();
      }
    },
    giveBack() {
      globalThis.setTimeout = own.setTimeout;
      globalThis.clearTimeout = own.clearTimeout;
      AbortSignal.timeout = own.timeout;
    },
  };
}
