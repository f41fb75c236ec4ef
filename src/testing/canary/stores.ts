import { hitsIn, type CanaryHit, type CanaryPlace } from './places.js';

/** What a browser keeps for a page, looked through one store after the other. */
export async function searchStores(page: Window): Promise<CanaryHit[]> {
  return [
    ...inStorage('local-storage', () => page.localStorage),
    ...inStorage('session-storage', () => page.sessionStorage),
    ...hitsIn('cookie', 'document.cookie', page.document.cookie),
    ...(await inDatabases(page.indexedDB)),
    ...(await inCaches(page.caches)),
  ];
}

function inStorage(place: CanaryPlace, get: () => Storage): CanaryHit[] {
  let storage: Storage;
  try {
    storage = get();
  } catch {
    // A page without an origin has none.
    return [];
  }
  return Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '').flatMap((key) =>
    hitsIn(place, key, [key, storage.getItem(key)]),
  );
}

async function inDatabases(factory: IDBFactory): Promise<CanaryHit[]> {
  const hits: CanaryHit[] = [];
  for (const { name = '' } of await factory.databases()) {
    hits.push(...hitsIn('indexed-db', 'the name of a database', name));
    const opening = factory.open(name);
    // Only what is there is looked at: nothing is made.
    opening.onupgradeneeded = () => opening.transaction?.abort();
    const database = await done(opening).catch(() => null);
    if (!database) continue;
    for (const store of database.objectStoreNames) {
      const objects = database.transaction(store).objectStore(store);
      const content = [store, await done(objects.getAllKeys()), await done(objects.getAll())];
      hits.push(...hitsIn('indexed-db', `${name}/${store}`, content));
    }
    database.close();
  }
  return hits;
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The database can’t be read.'));
  });
}

/** Undefined where the page's origin is not secure. */
async function inCaches(storage: CacheStorage | undefined): Promise<CanaryHit[]> {
  const hits: CanaryHit[] = [];
  for (const name of (await storage?.keys()) ?? []) {
    hits.push(...hitsIn('cache', 'the name of a cache', name));
    const cache = await storage?.open(name);
    for (const request of (await cache?.keys()) ?? []) {
      const answer = await cache?.match(request);
      hits.push(...hitsIn('cache', `${name}: ${request.url}`, [request.url, await answer?.text()]));
    }
  }
  return hits;
}
