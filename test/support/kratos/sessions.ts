import { plain, sessionBody, type Answer } from './answers.js';
import type { Ask } from './login.js';
import { guarded } from './settings.js';
import { sessionOf, type Method, type Session, type World } from './state.js';

/** `GET /sessions/whoami` */
export function whoami({ world, cookies }: Ask): Answer {
  const session = guarded(world, sessionOf(world, cookies));
  return 'status' in session ? session : { status: 200, body: sessionBody(session) };
}

/** `GET /self-service/logout/browser` */
export function beginLogout({ world, cookies }: Ask): Answer {
  const session = sessionOf(world, cookies);
  if (!session) return plain(401, 'session_inactive');
  const url = `https://elsewhere.example/self-service/logout?token=${session.id}`;
  return { status: 200, body: { logout_url: url, logout_token: session.id } };
}

/** `GET /self-service/logout` */
export function logout({ world, cookies, query }: Ask): Answer {
  const session = sessionOf(world, cookies);
  if (!session) return plain(401);
  if (query.get('token') !== session.id) return plain(403);
  session.isActive = false;
  return { status: 204, cookies: { session: null, csrf: world.random() } };
}

/** `DELETE /sessions` */
export function endOthers({ world, cookies }: Ask): Answer {
  const session = guarded(world, sessionOf(world, cookies));
  if ('status' in session) return session;
  const others = [...world.sessions.values()].filter((one) => one !== session);
  for (const one of others) one.isActive = false;
  // Those that were over before are counted as well.
  return { status: 200, body: { count: others.length } };
}

/** A session of this person, as the login page has made it. */
export function newSession(world: World, second?: Method['method']): Session {
  const at = world.now();
  const session: Session = {
    id: world.random(),
    identity: world.identity,
    methods: [
      { method: 'password', aal: 'aal1', at },
      ...(second === undefined ? [] : [{ method: second, aal: 'aal2', at } as const]),
    ],
    authenticatedAt: at,
    isActive: true,
  };
  world.sessions.set(session.id, session);
  return session;
}
