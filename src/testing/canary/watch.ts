import { hitsIn, type CanaryHit, type CanaryPlace } from './places.js';
import { patch, type Undo } from './patch.js';
import { watchRequests } from './requests.js';
import { textOf } from './text.js';

/** Writes one thing down. A promise, for a body that has to be read first. */
export type Note = (place: CanaryPlace, where: string, value: unknown) => void;

/** What goes on in a page while it is watched. Everything still happens as it would. */
export interface PageWatch {
  /** The finds in all that was written down so far. */
  hits(): Promise<CanaryHit[]>;
  /** Ends the watch and puts everything back. What was written down stays. */
  stop(): void;
}

const CONSOLE = ['debug', 'dir', 'error', 'info', 'log', 'table', 'trace', 'warn'] as const;

/**
 * Writes down what can't be seen afterwards: the console, events of type `mfa-…`, requests (addresses, headers and bodies
 * apart), messages, changes of the history, and errors that nobody caught. Install it before what is to be watched.
 */
export function watchPage(page: Window & typeof globalThis = globalThis.window): PageWatch {
  const notes: { place: CanaryPlace; where: string; text: Promise<string> | string }[] = [];
  const note: Note = (place, where, value) => {
    const text = value instanceof Promise ? value.then(textOf, () => '') : textOf(value);
    notes.push({ place, where, text });
  };

  const undo: Undo[] = [
    ...CONSOLE.map((name) => patch(page.console, name, (args) => note('console', `console.${name}`, args))),
    patch(page.EventTarget.prototype, 'dispatchEvent', ([event]) => {
      if (event.type.startsWith('mfa-')) note('event', event.type, [event, (event as Partial<CustomEvent>).detail]);
    }),
    patch(page, 'postMessage', ([message]: readonly unknown[]) => note('message', 'window.postMessage', message)),
    patch(page.BroadcastChannel.prototype, 'postMessage', ([message]) => note('message', 'BroadcastChannel', message)),
    patch(page.History.prototype, 'pushState', (args) => note('history', 'history.pushState', args)),
    patch(page.History.prototype, 'replaceState', (args) => note('history', 'history.replaceState', args)),
    listen(page, 'error', (event) => note('error', 'error', [event.message, event.error])),
    listen(page, 'unhandledrejection', (event) => note('error', 'unhandledrejection', event.reason)),
    listen(page, 'message', (event) => note('message', 'a message to this window', event.data)),
    ...watchRequests(page, note),
  ];

  return {
    async hits() {
      const written = await Promise.all(notes.map(async ({ text, ...one }) => ({ ...one, text: await text })));
      return written.flatMap(({ place, where, text }) => hitsIn(place, where, text));
    },
    stop() {
      for (const back of undo.splice(0).reverse()) back();
    },
  };
}

function listen<K extends keyof WindowEventMap>(
  page: Window,
  type: K,
  listener: (event: WindowEventMap[K]) => void,
): Undo {
  page.addEventListener(type, listener, true);
  return () => page.removeEventListener(type, listener, true);
}
