import type { Answer, Http } from './http.js';

/**
 * Tells the developer, once for each path, of answers that a cache may keep: those that come without `Cache-Control: no-store`,
 * and those that a service worker of the page has put into one. What was answered stays as it is.
 */
export function tellOfCaches(http: Http): Http {
  const tell = (path: string, why: string): void => {
    const [address = ''] = path.split('?');
    const words = `mfa-elements: ${http.base}${address} ${why}. Secrets must be in no cache.`;
    if (!told.has(words)) console.warn(words);
    told.add(words);
  };
  const check = async (path: string, answer: Answer): Promise<void> => {
    if (!/\bno-store\b/i.test(answer.headers.get('cache-control') ?? ''))
      tell(path, 'came without Cache-Control: no-store');
    // Node has neither.
    if (!globalThis.navigator?.serviceWorker?.controller || !('caches' in globalThis)) return;
    const kept = await caches.match(new URL(http.base + path, location.href), { ignoreMethod: true, ignoreVary: true });
    if (kept) tell(path, 'was put into a cache by the service worker of this page');
  };
  const checked =
    (ask: Http['write']): Http['write'] =>
    async (path, call, init) => {
      const answer = await ask(path, call, init);
      void check(path, answer).catch(() => undefined);
      return answer;
    };
  return { ...http, read: (path, call, init = {}) => checked(http.read)(path, call, init), write: checked(http.write) };
}

const told = new Set<string>();
