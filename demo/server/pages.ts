import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono, type MiddlewareHandler } from 'hono';
import { OTHER_PAGES, PAGES, pageAt } from '../addresses';
import { challengePage } from './challenge-page';

/** What stands before the account page: by the name in the query, and '' for the demo's own server. */
export type Gates = Readonly<Record<string, MiddlewareHandler>>;

/** Serves the built pages and their assets; nothing else below the folder has an address. */
export function pagesApp(root: string, gates: Gates): Hono {
  const app = new Hono();
  // Pages of a server that is not there would say only that something went wrong.
  app.use(async (c, next) => {
    const backend = c.req.query('backend') ?? '';
    const isMissing = Object.hasOwn(OTHER_PAGES, backend) && !Object.hasOwn(gates, backend);
    return isMissing ? c.text(`This demo was started without ${backend}.`, 404) : next();
  });
  const gate: MiddlewareHandler = async (c, next) => {
    const backend = c.req.query('backend') ?? '';
    const found = Object.hasOwn(gates, backend) ? gates[backend] : gates[''];
    return found ? found(c, next) : c.notFound();
  };
  app.get('/account', gate);
  app.get('/settings', gate);
  app.get('/desk', gate);
  app.get('/challenge', challengePage(root));
  const serve = (file: string): MiddlewareHandler =>
    serveStatic({ path: join(root, file), onFound: (_, c) => c.header('cache-control', 'no-cache') });
  for (const address of Object.keys(PAGES)) {
    app.get(address, (c, next) => serve(pageAt(address, new URL(c.req.url).search) ?? '')(c, next));
  }
  // Their names hold a hash of the content: they never change.
  app.get(
    '/assets/*',
    serveStatic({ root, onFound: (_, c) => c.header('cache-control', 'public, max-age=31536000, immutable') }),
  );
  app.notFound((c) => c.text('Not found.', 404, { 'cache-control': 'no-cache' }));
  return app;
}
