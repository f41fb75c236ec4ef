import { holdTimers } from '../../support/held-timers.js';

/** What waits longer is no pause of a call: covering codes, the end of a challenge. It is left alone. */
const LONGEST = 20_000;
/**
 * Turns of the page's own tasks in which nothing happens, before the next timer is let run. Engines but Chromium take many to bring
 * code that is there already.
 */
const CALM = navigator.userAgent.includes('Chrome/') ? 12 : 80;

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
  let now = 0;
  const timers = holdTimers(() => now);
  // Through both queues of tasks: Firefox brings code that is there already by the other one.
  const turn = (): Promise<void> =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        timers.setTimeout(resolve);
      };
      port2.postMessage(null);
    });

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
        const next = timers.waiting().find(({ due }) => due - now <= LONGEST && due < end);
        if (!next) return;
        now = next.due;
        timers.run(next.id);
      }
    },
    giveBack: timers.giveBack,
  };
}
