import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { proxy } from 'hono/proxy';
import { KRATOS_PATH, type KratosSite } from './site';

/** Whether Kratos calls this browser's session whole: with the second factor, where there is one. */
async function signedIn({ url }: KratosSite, c: Context): Promise<boolean> {
  const headers = { accept: 'application/json', cookie: c.req.header('cookie') ?? '' };
  return (await fetch(`${url}/sessions/whoami`, { headers }).catch(() => null))?.status === 200;
}

/** Stands before the account page of who signs in at Kratos. */
export const kratosGate =
  (site: KratosSite): MiddlewareHandler =>
  async (c, next) => {
    if (await signedIn(site, c)) return next();
    c.header('cache-control', 'no-store');
    return c.redirect('/login?backend=kratos');
  };

/** What the elements ask for. Kratos's public address knows more: of /admin it says where to find it. */
const HANDED_ON = ['/self-service/*', '/sessions/*', '/sessions'].map((path) => KRATOS_PATH + path);

/** Hands requests on to Kratos's public address, and its answers back, which no cache may keep; a redirect is followed by nobody here. */
export function kratosApp({ url }: KratosSite): Hono {
  const app = new Hono();
  app.on(['GET', 'POST', 'DELETE'], HANDED_ON, async (c) => {
    const { pathname, search } = new URL(c.req.url);
    const headers = new Headers(c.req.raw.headers);
    headers.delete('host');
    const target = `${url}${pathname.slice(KRATOS_PATH.length)}${search}`;
    try {
      const answer = await proxy(target, { raw: c.req.raw, headers, redirect: 'manual' });
      // Kratos itself says so of what is read, not of what comes back to a form: codes may be in it.
      answer.headers.set('cache-control', 'no-store');
      return answer;
    } catch {
      return c.json({ error: { code: 502, message: 'Kratos does not answer.' } }, 502);
    }
  });
  return app;
}
