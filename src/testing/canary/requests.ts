import { patch, type Undo } from './patch.js';
import type { Note } from './watch.js';

/** Requests by `fetch`, `XMLHttpRequest` and `sendBeacon`: address, headers and body each in its own place. */
export function watchRequests(page: Window & typeof globalThis, note: Note): Undo[] {
  const addresses = new WeakMap<XMLHttpRequest, string>();
  const send = (address: string, headers: unknown, body: unknown): void => {
    const { origin, pathname } = new URL(address, page.location.href);
    const where = origin + pathname;
    note('request-url', where, address);
    note('request-header', where, headers);
    note('request-body', where, body instanceof Blob ? body.text() : body);
  };

  return [
    patch(page, 'fetch', ([input, init = {}]: Parameters<typeof fetch>) => {
      const request = input instanceof Request ? input : null;
      const address = input instanceof Request ? input.url : input instanceof URL ? input.href : input;
      send(address, [request?.headers, init.headers], init.body ?? request?.clone().text());
    }),
    patch(page.XMLHttpRequest.prototype, 'open', ([, address]: readonly [string, string | URL, ...unknown[]], self) =>
      addresses.set(self, String(address)),
    ),
    patch(page.XMLHttpRequest.prototype, 'setRequestHeader', (header, self) =>
      note('request-header', addresses.get(self) ?? 'XMLHttpRequest', header),
    ),
    patch(page.XMLHttpRequest.prototype, 'send', ([body], self) => send(addresses.get(self) ?? '', [], body)),
    patch(page.navigator, 'sendBeacon', ([address, body]) => send(String(address), [], body)),
  ];
}
