/**
 * Fetches code ahead, once what is on screen has been drawn and nothing waits to be done; a page that keeps the browser busy holds it up
 * for a second. WebKit can't tell when that is: there, in a task of its own. Code that does not come is told to whoever asks for it next.
 */
export function prefetch(load: () => Promise<unknown>): void {
  const run = (): void => void load().catch(() => undefined);
  if ('requestIdleCallback' in globalThis) requestIdleCallback(run, { timeout: 1_000 });
  else setTimeout(run);
}
