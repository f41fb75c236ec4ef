// The challenge of the contract over HTTP, and the three pages around it, on Node alone. `node server.mjs` starts it.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { renderFallback } from 'mfa-elements/fallback';
import { appKey, createChallenges, problem } from './challenge.mjs';

const BASE = '/api/auth/mfa';
const FILE = fileURLToPath(import.meta.resolve('mfa-elements/cdn'));
const ID = /^[A-Za-z0-9_-]{16,64}$/;
const CODE = /^.{1,64}$/;
const KINDS = ['totp', 'backup-code'];

const isText = (value, shape) => typeof value === 'string' && shape.test(value);

const escape = (text) => text.replaceAll(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const page = (title, body) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>${title}</title>
  </head>
  <body>
${body}
  </body>
</html>
`;

const loginPage = (isWrong) =>
  page(
    'Sign in',
    `    <h1>Sign in</h1>
    ${isWrong ? '<p role="alert">Error: That email and password don’t go together.</p>' : ''}
    <form method="post" action="/sign-in">
      <p><label>Email <input name="email" type="email" autocomplete="username" required></label></p>
      <p><label>Password <input name="password" type="password" autocomplete="current-password" required></label></p>
      <p><button>Sign in</button></p>
    </form>`,
  );

const challengePage = (fault) =>
  page(
    "Confirm it's you",
    `${renderFallback({
      attributes: {
        backend: 'rest',
        'base-url': BASE,
        service: 'My app',
        'sign-in-url': '/',
        'continue-url': '/account',
      },
      fault,
    })}
    <script type="module" src="/mfa-elements.min.js"></script>`,
  );

const accountPage = ({ email }) =>
  page(
    'Account',
    `    <p>You are signed in as ${escape(email)}.</p>
    <form method="post" action="/sign-out"><button>Sign out</button></form>`,
  );

/** A request that may change something has to come from our own page. A browser says where from, in one header or the other. */
function isOwn({ headers }) {
  if (headers['sec-fetch-site']) return headers['sec-fetch-site'] === 'same-origin';
  if (headers.origin === undefined) return null;
  // A page in a sandbox has the origin `null`.
  return URL.canParse(headers.origin) && new URL(headers.origin).host === headers.host;
}

const cookiesOf = ({ headers }) =>
  Object.fromEntries((headers.cookie ?? '').split('; ').map((one) => one.split(/=(.*)/s).slice(0, 2)));

async function textOf(request) {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) {
    text += chunk;
    if (text.length > 10_000) throw Object.assign(new Error('The body is too long.'), { status: 413 });
  }
  return text;
}

/** Add `; Secure` where your page is on https. */
const cookie = (name, value, seconds) => `${name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}`;
const give = (session) => [cookie('session', session, 86_400)];

/** @param now the clock, in milliseconds; a test moves it on */
export async function startServer({ port = 0, now = Date.now } = {}) {
  const challenges = createChallenges({ now });

  /** The contract's operations: status, body, and a session where there is a new one. */
  async function operate(request, path, { challenge, session }) {
    if (request.headers['x-mfa'] !== '1' || isOwn(request) === false) return problem(403, 'bad-request');
    if (request.method === 'GET') {
      if (path === '/challenge') return challenges.entry(challenge, session);
      // Nothing besides the strict defaults.
      if (path === '/policy') return { status: 200, body: {} };
      return problem(501, 'not-allowed', { reason: 'not-offered' });
    }
    if (request.headers['content-type'] !== 'application/json') return problem(415, 'bad-request');
    const body = JSON.parse(await textOf(request));
    const settled = /^\/challenge\/attempts\/([^/]+)\/settle$/.exec(path)?.[1];
    if (settled) return ID.test(settled) ? challenges.settle(challenge, settled) : problem(400, 'bad-request');
    if (path === '/challenge/attempts') {
      const { attempt, proof } = body ?? {};
      const isWhole = isText(attempt, ID) && KINDS.includes(proof?.kind) && isText(proof.code, CODE);
      return isWhole ? challenges.attempt(challenge, attempt, proof) : problem(400, 'bad-request');
    }
    if (path === '/challenge/cancel') {
      challenges.cancel(challenge);
      return { status: 204 };
    }
    return problem(501, 'not-allowed', { reason: 'not-offered' });
  }

  /** The plain forms, which come without script: each leads on by a GET. */
  async function take(request, path, { challenge, session }) {
    if (isOwn(request) !== true) return ['/', []];
    const form = Object.fromEntries(new URLSearchParams(await textOf(request)));
    if (path === '/sign-in') {
      const id = challenges.passFirstFactor(form.email ?? '', form.password ?? '');
      if (!id) return ['/?wrong', []];
      challenges.signOut(session);
      return ['/challenge', [cookie('challenge', id, 900), cookie('session', '', 0)]];
    }
    if (path === '/sign-out') {
      challenges.signOut(session);
      return ['/', [cookie('session', '', 0)]];
    }
    const outcome = challenges.submit(challenge, form);
    if (outcome.session) return ['/account', give(outcome.session)];
    return [`/challenge?mfa=${outcome}`, []];
  }

  async function answer(request, response) {
    const { pathname, searchParams } = new URL(request.url, 'http://localhost');
    const cookies = cookiesOf(request);
    const send = (status, type, body) =>
      response.writeHead(status, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' }).end(body);
    if (request.method === 'POST' && ['/sign-in', '/sign-out', `${BASE}/challenge/form`].includes(pathname)) {
      const [location, setCookie] = await take(request, pathname, cookies);
      response.writeHead(303, { location, 'set-cookie': setCookie, 'cache-control': 'no-store' }).end();
    } else if (pathname.startsWith(`${BASE}/`)) {
      const { status, body, session } = await operate(request, pathname.slice(BASE.length), cookies);
      if (session) response.setHeader('set-cookie', give(session));
      if (body?.retryAt) response.setHeader('retry-after', Math.ceil((body.retryAt - now()) / 1000));
      if (!body) response.writeHead(status, { 'cache-control': 'no-store' }).end();
      else send(status, status < 400 ? 'application/json' : 'application/problem+json', JSON.stringify(body));
    } else if (pathname === '/mfa-elements.min.js') {
      send(200, 'text/javascript', await readFile(FILE));
    } else if (pathname === '/challenge') {
      send(200, 'text/html', challengePage(searchParams.get('mfa')));
    } else if (pathname === '/account' && challenges.personOf(cookies.session)) {
      send(200, 'text/html', accountPage(challenges.personOf(cookies.session)));
    } else {
      send(pathname === '/' ? 200 : 404, 'text/html', loginPage(searchParams.has('wrong')));
    }
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error) => {
      const isUnread = error instanceof SyntaxError || error.code === 'ERR_INVALID_URL';
      const refused = error.status ?? (isUnread ? 400 : null);
      if (refused === null) console.error(error);
      const { status, body } = refused === null ? problem(500, 'server') : problem(refused, 'bad-request');
      response
        .writeHead(status, { 'content-type': 'application/problem+json', 'cache-control': 'no-store' })
        .end(JSON.stringify(body));
    });
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  return {
    origin: `http://localhost:${server.address().port}`,
    challenges,
    close: () => server.close().closeAllConnections(),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { origin, challenges } = await startServer({ port: Number(process.env.PORT ?? 3000) });
  const { person, codes } = challenges.addPerson('ann@example.com', 'ann-lost-her-phone');
  console.log(`${origin}

ann@example.com, password: ann-lost-her-phone
Key for an authenticator app: ${appKey(person)}
Backup codes: ${codes.join(' ')}`);
}
