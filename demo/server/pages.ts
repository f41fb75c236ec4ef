import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono, type MiddlewareHandler } from 'hono';
import { PAGES } from '../addresses';
import { challengePage } from './challenge-page';

/** Serves the built pages and their assets; nothing else below the folder has an address. `gate` stands before the account page. */
export function pagesApp(root: string, gate: MiddlewareHandler): Hono {
  const app = new Hono();
  app.get('/account', gate);
  app.get('/challenge', challengePage(root));
  for (const [address, file] of Object.entries(PAGES)) {
    app.get(address, serveStatic({ path: join(root, file), onFound: (_, c) => c.header('cache-control', 'no-cache') }));
  }
  // Their names hold a hash of the content: they never change.
  app.get(
    '/assets/*',
    serveStatic({ root, onFound: (_, c) => c.header('cache-control', 'public, max-age=31536000, immutable') }),
  );
  app.notFound((c) => c.text('Not found.', 404, { 'cache-control': 'no-cache' }));
  return app;
}
