import { createSimulatedServer, type CanaryPlace } from '../../../src/testing/index.js';

export const CODE = createSimulatedServer().backupCode();
/** Any address that the test server answers, whatever the method. */
export const ADDRESS = '/mockServiceWorker.js';

export type Undo = () => unknown;

export function put(...nodes: (Node | string)[]): Undo {
  const box = document.createElement('div');
  box.append(...nodes);
  document.body.append(box);
  return () => box.remove();
}

export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  change: (made: HTMLElementTagNameMap[K]) => unknown,
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  change(made);
  return made;
}

const request = <T>(asked: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error ?? new Error('no database'));
  });

async function store(value: unknown): Promise<Undo> {
  const opening = indexedDB.open('page-test');
  opening.onupgradeneeded = () => opening.result.createObjectStore('codes');
  const database = await request(opening);
  await request(database.transaction('codes', 'readwrite').objectStore('codes').put(value, 'key'));
  database.close();
  return () => request(indexedDB.deleteDatabase('page-test'));
}

async function cache(answer: string): Promise<Undo> {
  const cached = await caches.open('page-test');
  await cached.put('/cached', new Response(answer));
  return () => caches.delete('page-test');
}

function shadow(mode: 'open'): HTMLElement {
  return element('div', (host) => host.attachShadow({ mode }).append(CODE));
}

async function frame(): Promise<Undo> {
  const made = element('iframe', () => undefined);
  const undo = put(made);
  made.contentDocument?.body.append(CODE);
  return undo;
}

/** A place, how a secret comes there, and how it goes again. */
export const PLACES: readonly (readonly [CanaryPlace, string, () => Undo | Promise<Undo>])[] = [
  ['text', 'in a text', () => put(`Your code is ${CODE}.`)],
  ['text', 'in small letters without dashes', () => put(CODE.toLowerCase().replaceAll('-', ''))],
  ['text', 'letter by letter', () => put(...[...CODE].map((letter) => element('span', (one) => one.append(letter))))],
  ['text', 'in a template', () => put(element('template', (one) => one.content.append(CODE)))],
  ['text', 'in a shadow root', () => put(shadow('open'))],
  ['text', 'in a frame', frame],
  ['attribute', 'in an attribute', () => put(element('p', (one) => one.setAttribute('data-code', CODE)))],
  ['attribute', 'in an encoded address', () => put(element('a', (one) => (one.href = `#${btoa(CODE)}`)))],
  ['attribute', 'in a field’s attribute', () => put(element('input', (one) => one.setAttribute('value', CODE)))],
  ['comment', 'in a comment', () => put(document.createComment(CODE))],
  ['field', 'in a field', () => put(element('input', (one) => (one.value = CODE)))],
  ['field', 'in a text area', () => put(element('textarea', (one) => (one.value = CODE)))],
  [
    'title',
    'in the title',
    () => {
      const before = document.title;
      document.title = CODE;
      return () => (document.title = before);
    },
  ],
  [
    'location',
    'in the address',
    () => {
      const before = location.href;
      history.replaceState(null, '', `#${CODE}`);
      return () => history.replaceState(null, '', before);
    },
  ],
  [
    'history',
    'in the state of the history',
    () => {
      history.replaceState({ draft: { code: CODE } }, '');
      return () => history.replaceState(null, '');
    },
  ],
  [
    'window-name',
    'in the name of the window',
    () => {
      window.name = CODE;
      return () => (window.name = '');
    },
  ],
  [
    'local-storage',
    'in the local storage',
    () => {
      localStorage.setItem('draft', CODE);
      return () => localStorage.removeItem('draft');
    },
  ],
  [
    'session-storage',
    'in the session storage, as a key',
    () => {
      sessionStorage.setItem(CODE, '1');
      return () => sessionStorage.removeItem(CODE);
    },
  ],
  [
    'cookie',
    'in a cookie',
    () => {
      document.cookie = `draft=${CODE}`;
      return () => (document.cookie = 'draft=; max-age=0');
    },
  ],
  ['indexed-db', 'in a database', () => store({ codes: [CODE] })],
  ['cache', 'in a cache', () => cache(`{"code":"${CODE}"}`)],
  [
    'performance',
    'in the list of what was measured',
    () => {
      performance.mark(CODE);
      return () => performance.clearMarks(CODE);
    },
  ],
];

/** As above, for what passes by. */
export const PASSING: readonly (readonly [CanaryPlace, string, () => unknown])[] = [
  ['console', 'in the console', () => console.info('codes', { list: [CODE] })],
  ['console', 'in an error in the console', () => console.error(new Error('no', { cause: CODE }))],
  [
    'event',
    'in the detail of an event',
    () => document.dispatchEvent(new CustomEvent('mfa-test', { detail: { CODE } })),
  ],
  ['event', 'in a member of an event’s class', () => document.dispatchEvent(new Telling('mfa-test'))],
  ['request-url', 'in an address', () => fetch(`${ADDRESS}?code=${encodeURIComponent(CODE)}`)],
  ['request-header', 'in a header', () => fetch(ADDRESS, { headers: { 'X-Code': CODE } })],
  ['request-body', 'in a body', () => fetch(ADDRESS, { method: 'POST', body: JSON.stringify({ code: CODE }) })],
  ['request-body', 'in a Request', () => fetch(new Request(ADDRESS, { method: 'POST', body: CODE }))],
  ['request-body', 'in a form', () => fetch(ADDRESS, { method: 'POST', body: new URLSearchParams({ code: CODE }) })],
  ['request-url', 'in an address of an older kind of request', () => older(`${ADDRESS}?${CODE}`, null, '')],
  ['request-header', 'in a header of an older kind', () => older(ADDRESS, null, CODE)],
  ['request-body', 'in a body of an older kind', () => older(ADDRESS, CODE, '')],
  ['request-body', 'in a beacon', () => navigator.sendBeacon(ADDRESS, new Blob([CODE]))],
  ['message', 'in a message', () => window.postMessage({ code: CODE }, location.origin)],
  ['message', 'in a broadcast', broadcast],
  ['history', 'for a moment in the history', () => moment()],
  [
    'error',
    'in an error',
    () => quietly('error', () => dispatchEvent(new ErrorEvent('error', { error: new Error(CODE) }))),
  ],
  ['error', 'in a rejection', () => quietly('unhandledrejection', reject)],
];

class Telling extends Event {
  get code(): string {
    return CODE;
  }
}

function older(address: string, body: string | null, header: string): Promise<void> {
  return new Promise((done) => {
    const asked = new XMLHttpRequest();
    asked.addEventListener('loadend', () => done());
    asked.open('POST', address);
    asked.setRequestHeader('X-Code', header);
    asked.send(body);
  });
}

function broadcast(): void {
  const channel = new BroadcastChannel('page-test');
  channel.postMessage(CODE);
  channel.close();
}

function moment(): void {
  history.replaceState({ code: CODE }, '');
  history.replaceState(null, '');
}

function reject(): void {
  const promise = Promise.resolve();
  dispatchEvent(new PromiseRejectionEvent('unhandledrejection', { promise, reason: { text: CODE } }));
}

/** Keeps an error that is part of the test from the test runner. */
function quietly(type: string, act: () => void): void {
  const { onerror } = window;
  window.onerror = null;
  const keep = (event: Event): void => event.stopImmediatePropagation();
  addEventListener(type, keep, true);
  act();
  removeEventListener(type, keep, true);
  window.onerror = onerror;
}
