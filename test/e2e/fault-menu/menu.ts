import type { Answer, Fault } from '../../support/fault-proxy';

/** What a network, a gateway or a server can answer in place of the answer. */

const html = { 'content-type': 'text/html; charset=utf-8' };
const json = { 'content-type': 'application/json' };

export const ANSWERS = {
  portal: { status: 200, headers: html, body: '<!doctype html><h1>Welcome to the airport</h1>' },
  gateway: { status: 503, headers: html, body: '<!doctype html><h1>503 Service Unavailable</h1>' },
  broken: { status: 500, headers: json, body: '{"message":"Internal Server Error"}' },
  empty: { status: 200, headers: json, body: '' },
  foreign: { status: 200, headers: json, body: '{"ok":true}' },
  busy: { status: 429, headers: html, body: '<!doctype html><h1>429 Too Many Requests</h1>' },
} satisfies Record<string, Answer>;

/** For how long who is told to wait has to. */
export const WAIT = 90;

/** `retry-after` as seconds or as a date. With the answer's own date, by which a browser with a wrong clock can wait too. */
export function busyFor(as: 'seconds' | 'date'): Answer & { readonly until: number } {
  const now = Math.floor(Date.now() / 1000) * 1000;
  const until = now + WAIT * 1000;
  const retryAfter = as === 'seconds' ? String(WAIT) : new Date(until).toUTCString();
  const headers = { ...html, date: new Date(now).toUTCString(), 'retry-after': retryAfter };
  return { ...ANSWERS.busy, headers, until };
}

export const unseen = (instead: Answer): Fault => ({ instead, committed: false });
export const committed = (instead: Answer): Fault => ({ instead, committed: true });
