import { searchTree } from './dom.js';
import { hitsIn, type CanaryHit, type CanaryPlace } from './places.js';
import { searchStores } from './stores.js';
import type { PageWatch } from './watch.js';

export interface SearchOptions {
  /** [globalThis.window] */
  readonly window?: Window;
  /** [none] What was installed before: its records are searched as well. */
  readonly watch?: PageWatch;
  /** [none] Places where a secret may be now: 'text' while codes are shown, 'field' while one is typed. */
  readonly allow?: readonly CanaryPlace[];
}

/**
 * Looks for the simulated server's secrets everywhere in a page that a script can see: the whole document, address, title,
 * history, stores, cookies, and what `watchPage` wrote down. Closed shadow roots and `HttpOnly` cookies can't be seen.
 *
 * ```ts
 * const watch = watchPage();
 * …
 * expect(await searchPage({ watch, allow: ['field', 'request-body'] })).to.deep.equal([]);
 * ```
 */
export async function searchPage({ window: page = globalThis.window, watch, allow = [] }: SearchOptions = {}): Promise<
  CanaryHit[]
> {
  const { document, location, history, performance } = page;
  const hits = [
    ...searchTree(document),
    ...hitsIn('title', 'document.title', document.title),
    ...hitsIn('location', 'location', location.href),
    ...hitsIn('location', 'document.referrer', document.referrer),
    ...hitsIn('window-name', 'window.name', page.name),
    ...hitsIn('history', 'history.state', history.state),
    ...performance.getEntries().flatMap(({ name, entryType }) => hitsIn('performance', entryType, name)),
    ...(await searchStores(page)),
    ...((await watch?.hits()) ?? []),
  ];
  return hits.filter(({ place }) => !allow.includes(place));
}
