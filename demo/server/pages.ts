import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono, type MiddlewareHandler } from 'hono';

/** The addresses of the demo and the built files behind them. Nothing else below the folder has an address. */
const PAGES = {
  '/': 'index.html',
  '/login': 'demo/login.html',
  '/challenge': 'demo/challenge.html',
  '/account': 'demo/account.html',
  '/help': 'demo/help.html',
};

/** Serves the pages. `gate` stands before the account page. */
export function pagesApp(root: string, gate: MiddlewareHandler): Hono {
  const app = new Hono();
  app.get('/account', gate);
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
