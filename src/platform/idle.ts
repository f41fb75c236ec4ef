/** No page keeps a browser so busy that what is needed next comes later than this, in milliseconds. */
const LATEST = 1_000;

/** Runs it once what is on screen has been drawn and nothing waits to be done. WebKit can't tell: there, in a task of its own. */
export function whenIdle(run: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(run, { timeout: LATEST });
  else setTimeout(run);
}
