import type { HttpBindings } from '@hono/node-server';
import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { CLIENT_ADDRESS_HEADER, type DemoAuth } from './auth';
import { outboxPage, type Outbox, type Shown } from './outbox';
import { sentByKratos, type KratosMessage } from './kratos/people';
import { kratosApp, kratosGate } from './kratos/proxy';
import { KRATOS_PATH, type KratosSite } from './kratos/site';
import { pagesApp } from './pages';
import { STOCK_PATH, type StockAuth } from './stock';

const SECURITY_HEADERS = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "img-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

const LARGEST_BODY = 64 * 1024;

type App = { Bindings: HttpBindings };

/** Says who is asking by the socket's address, whatever the request says itself. */
function withClientAddress(c: Context<App>): Request {
  const headers = new Headers(c.req.raw.headers);
  headers.delete(CLIENT_ADDRESS_HEADER);
  const address = c.env.incoming.socket.remoteAddress;
  if (address) headers.set(CLIENT_ADDRESS_HEADER, address);
  return new Request(c.req.raw, { headers });
}

export interface DemoParts {
  auth: DemoAuth;
  /** The second app, an unmodified Better Auth. */
  stock: StockAuth | undefined;
  /** The folder of the built pages. */
  pages: string;
  outbox: Outbox;
  kratos: KratosSite | undefined;
}

/** The demo's HTTP server: the API, the pages, the other servers if there are any, and strict headers on every answer. */
export function createApp({ auth, stock, pages, outbox, kratos }: DemoParts): Hono<App> {
  const app = new Hono<App>();
  const signedIn = (c: Context) => auth.api.getSession({ headers: c.req.raw.headers });

  app.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) c.res.headers.set(name, value);
  });
  app.use('/api/*', bodyLimit({ maxSize: LARGEST_BODY }));

  app.all('/api/auth/*', (c) => auth.handler(withClientAddress(c)));
  if (stock) app.all(`${STOCK_PATH}/*`, (c) => stock.handler(withClientAddress(c)));
  app.get('/api/me', async (c) => {
    c.header('cache-control', 'no-store');
    const session = await signedIn(c);
    return session ? c.json({ email: session.user.email }) : c.json({ email: null }, 401);
  });
  app.all('/api/*', (c) => c.json({ message: 'Not found.' }, 404));

  // Where a password manager sends people to add a passkey, and to look after those they have.
  app.get('/.well-known/passkey-endpoints', (c) => {
    const manage = new URL('/settings', auth.options.baseURL).href;
    return c.json({ enroll: `${manage}?view=passkey`, manage });
  });

  app.get('/outbox', async (c) => {
    const others = kratos?.adminUrl ? await sentByKratos(kratos) : [];
    return c.html(outboxPage([...outbox.all, ...others.map(fromKratos)]), 200, { 'cache-control': 'no-store' });
  });

  const gate: MiddlewareHandler = async (c, next) => {
    const atStock = stock && c.req.query('backend') === 'better-auth';
    const session = atStock ? stock.api.getSession({ headers: c.req.raw.headers }) : signedIn(c);
    if (await session) return next();
    c.header('cache-control', 'no-store');
    return c.redirect(atStock ? '/login?backend=better-auth' : '/login');
  };
  if (kratos) {
    app.use(`${KRATOS_PATH}/*`, bodyLimit({ maxSize: LARGEST_BODY }));
    app.route('/', kratosApp(kratos));
  }
  app.route('/', pagesApp(pages, { '': gate, ...(kratos && { kratos: kratosGate(kratos) }) }));
  return app;
}

const fromKratos = ({ recipient, subject, body }: KratosMessage): Shown => ({
  channel: 'email',
  to: recipient,
  subject,
  text: body,
});
