import { endpoints } from '../../../src/server/better-auth/endpoints';
import { REASON, type Desk } from './desk';
import { attemptId, MINUTE, type Answer, type Browser } from './harness';

/** Every kind of caller that a request can come from. What they ask for is always the same. */
export const CALLERS = [
  'nobody',
  'forged cookies',
  'password given',
  'reset, no pass yet',
  'reset, pass given',
  'suspended',
  'signed in',
  'privileged',
  'privileged, another site',
  'agent',
] as const;
export type Caller = (typeof CALLERS)[number];

export interface Route {
  readonly method: 'GET' | 'POST';
  /** As Better Auth knows it. */
  readonly path: string;
}

const ELSEWHERE = 'https://evil.example';
const NOBODYS = 'x'.repeat(22);

/** What takes the caller's own right away comes last. */
const LAST = ['/mfa/backup-codes/remove', '/mfa/sessions/end-others', '/mfa/challenge/cancel'];

/** Every route of the plugin, as it is declared. */
export const ROUTES_OF_OURS: readonly Route[] = Object.values(
  endpoints as unknown as Record<string, { path: string; options: { method: Route['method'] } }>,
)
  .map(({ path, options }) => ({ path, method: options.method }))
  .sort((one, other) => LAST.indexOf(one.path) - LAST.indexOf(other.path));

/** What is sent: good enough for the right to be looked at, with ids that are nobody's. */
const BODIES: Readonly<Record<string, object>> = {
  '/mfa/challenge/deliveries': { offer: 'account-email' },
  '/mfa/challenge/attempts': { proof: { kind: 'backup-code', code: 'AAAA-AAAA-AAAA' } },
  '/mfa/step-up/deliveries': { offer: 'account-email' },
  '/mfa/step-up/proofs': { proof: { kind: 'totp', code: '000000' } },
  '/mfa/factors/:factor/rename': { name: 'Phone' },
  '/mfa/totp/setups': { replace: true, lost: false },
  '/mfa/totp/setups/:setup/verify': { code: '000000' },
  '/mfa/passkeys/ceremonies': { kind: 'passkey' },
  '/mfa/passkeys/ceremonies/:ceremony/register': { credential: {}, name: null },
  '/mfa/assistance/freeze': { token: 'x'.repeat(43) },
  '/desk/cases/open': { account: 'nobody@example.com', reason: REASON },
  '/desk/new-password': { password: 'a password of my own' },
};
const ATTEMPTS = ['/mfa/challenge/attempts', '/mfa/step-up/proofs'];

/** What is sent to a route. */
export function bodyOf(path: string): object {
  if (path.startsWith('/desk/cases/:number/'))
    return { subject: NOBODYS, proof: 'video', reason: REASON, count: 1, to: 'reset' };
  return { ...BODIES[path], ...(ATTEMPTS.includes(path) && { attempt: attemptId() }) };
}

/** Asks for a route as a caller does, in a browser whose cookies the answer does not change. */
async function ask(browser: Browser, { method, path }: Route, headers: Record<string, string | null>): Promise<Answer> {
  const url = `/api/auth${path.replace(':number', '000-000000').replace(':provider', 'example').replace(/:\w+/g, NOBODYS)}`;
  if (path === '/mfa/challenge/form') return browser.sendForm({ code: 'AAAA-AAAA-AAAA' }, headers);
  return browser.send(method, url, method === 'GET' ? undefined : bodyOf(path), headers);
}

/** `401 signed-out`, `200`, or where it leads. */
function said({ status, body, headers }: Answer): string {
  const { code, reason } = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const location = headers.get('location');
  if (location !== null) return `${status} to ${new URL(location, 'http://localhost').pathname}`;
  return [String(status), code, reason].filter((part) => typeof part === 'string').join(' ');
}

/** A browser of each kind. */
async function browsersOf(d: Desk): Promise<Record<Caller, Browser>> {
  const { t } = d;
  const forged = t.browser();
  for (const name of ['session_token', 'mfa_challenge', 'mfa_trusted_device'])
    forged.cookies.set(`better-auth.${name}`, 'x'.repeat(43));
  const [noPass, passed, closed] = [await d.wasReset(), await d.wasReset(), await d.inNeed()];
  const enrolling = await d.firstFactor(passed.person);
  await d.givePass(enrolling, passed.pass);
  await d.act((await d.onDuty()).browser, 'suspend', closed.number, closed.person);
  const plain = await t.signedIn(await t.addPerson());
  t.clock.now += 31 * MINUTE;
  const privileged = await t.signedIn(await t.addPerson());
  return {
    nobody: t.browser(),
    'forged cookies': forged,
    'password given': await t.challenged(await t.addPerson()),
    'reset, no pass yet': await d.firstFactor(noPass.person),
    'reset, pass given': enrolling,
    suspended: await d.firstFactor(closed.person),
    'signed in': plain,
    privileged,
    'privileged, another site': privileged.copy(),
    agent: (await d.agent()).browser,
  };
}

export type Rights = ReadonlyMap<string, Readonly<Record<Caller, string>>>;

export const nameOf = ({ method, path }: Route): string => `${method} ${path}`;

/** What each route answers to each caller. */
export async function rightsOf(d: Desk): Promise<Rights> {
  const browsers = await browsersOf(d);
  const rights = new Map<string, Record<Caller, string>>();
  for (const route of ROUTES_OF_OURS) {
    const row = {} as Record<Caller, string>;
    for (const caller of CALLERS) {
      const foreign: Record<string, string> = caller === 'privileged, another site' ? { origin: ELSEWHERE } : {};
      row[caller] = said(await ask(browsers[caller].copy(), route, foreign));
    }
    rights.set(nameOf(route), row);
  }
  return rights;
}
