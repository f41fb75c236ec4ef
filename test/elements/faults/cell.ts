import { createRestBackend } from '../../../src/backends/rest.js';
import type { Fault } from '../../../src/testing/server/faults.js';
import type { SimulatedServer } from '../../../src/testing/server.js';
import { placeState, reachState, stateOf, type Screen } from '../../../src/testing/states/index.js';
import type { Act } from './acts.js';
import { changes, factsOf } from './facts.js';
import { takeTime } from './page-time.js';

/** What comes of a fault in a call, once nothing more happens by itself. */
export interface Outcome {
  /** What the person reads, and what the button to choose says. */
  readonly reads: string;
  /** What the page sent. */
  readonly sent: string;
  /** What is true on the server. */
  readonly truth: string;
}

/** Read already: what engines take to read it again is none of the page's time. */
async function read(answer: Response) {
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, text: () => Promise.resolve(text) };
}

/** Lives one act with one fault. */
export async function live(act: Act, fault: Fault | null): Promise<Outcome> {
  const state = stateOf(act.from);
  const host = document.createElement('main');
  document.body.append(host);
  const strike = (server: SimulatedServer): void => {
    if (act.after) server.faults.next(act.after.call, { kind: 'lost', committed: act.after.committed });
    if (fault) server.faults.next(act.call, fault, { times: asks ? Infinity : 1 });
  };
  let underWay = 0;
  const connect = ({ baseUrl, fetch }: SimulatedServer) =>
    createRestBackend({
      baseUrl,
      async fetch(...args) {
        underWay += 1;
        try {
          const { status, headers, ...rest } = await read(await fetch(...args));
          return Object.assign(new Response(null, { status, headers }), rest);
        } finally {
          underWay -= 1;
        }
      },
    });
  const { go } = act;
  // What only asks is asked again, and meets it each time.
  const asks = !go || act.call === 'settle';
  let time: ReturnType<typeof takeTime> | undefined;
  let screen: Screen | undefined;
  // What is held waits for the time-out of the page.
  const busy = (): boolean => underWay > (screen?.server.faults.held ?? 0);
  try {
    if (go) {
      screen = placeState(state, host, connect);
      await reachState(state, screen);
      time = takeTime();
      await time.pass(seen(screen), busy);
    } else {
      time = takeTime();
      screen = placeState(
        { ...state, arrange: (...args) => (state.arrange?.(...args), strike(args[0])) },
        host,
        connect,
      );
    }
    const { server, element } = screen;
    const [before, first] = [factsOf(server), go ? server.log.length : 0];
    if (go) {
      strike(server);
      await go(screen);
    }
    await time.pass(seen(screen), busy);
    const calls = server.log.slice(first).map(({ operationId }) => operationId ?? 'another address');
    const outcome = { reads: readOn(element), sent: counted(calls), truth: changes(before, factsOf(server)) };
    server.faults.clear();
    server.faults.release();
    return outcome;
  } finally {
    time?.giveBack();
    host.remove();
  }
}

/** Whether anything happened: a request, an answer, or a change on screen. */
function seen({ element, server }: Screen): () => string {
  return () => `${String(server.log.length)} ${JSON.stringify(server.log.at(-1) ?? '')} ${element.innerHTML}`;
}

const tidy = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

function readOn(element: Element): string {
  const visible = (selector: string): string[] =>
    [...element.querySelectorAll(selector)].map((one) => tidy(one.textContent)).filter(Boolean);
  const [said] = [visible('[role=alert]'), visible('[role=status]'), visible('[data-part~=title]')].filter(
    (one) => one.length > 0,
  );
  const [button] = [
    ...visible('[data-part~=button]'),
    ...visible('[data-part~=second-button]'),
    ...visible('[data-part~=link]'),
  ];
  return withoutTimes([...(said ?? []), ...(button ? [`[${button}]`] : [])].join(' '));
}

/** The day and its time are the machine's. */
const withoutTimes = (text: string): string =>
  text.replaceAll(/\d{1,2}:\d{2}(\s?[AP]M)?/g, '12:34').replaceAll(/\w{3} \d{1,2}, \d{4}/g, 'Jan 2, 2030');

function counted(calls: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const call of calls) counts.set(call, (counts.get(call) ?? 0) + 1);
  return (
    [...counts].map(([call, count]) => (count === 1 ? call : `${String(count)} × ${call}`)).join(', ') || 'nothing'
  );
}
