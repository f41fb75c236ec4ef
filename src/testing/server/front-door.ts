import { readBody, readForm, type Ask } from './ask.js';
import { SERVE } from './operations.js';
import { matches, type Match, type OperationId } from './schema.js';
import {
  badRequest,
  jsonAnswer,
  notAllowed,
  problemAnswer,
  Refusal,
  type Answer,
  type Cookies,
  type Reply,
} from './wire.js';
import type { World } from './world.js';

/** A request as it arrives, read whole. */
export interface Arrival {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly text: string;
  readonly cookies: Cookies;
  /** The origin of the page that asks; browsers don't show a page its own `Origin` header. */
  readonly origin: string;
  readonly browser: Ask['browser'];
}

/** The one operation that no script sends: its body is a form, and no guard can be wanted of it. */
const FORM: OperationId = 'submitForm';

/** What stands at this address, in whatever method. */
export function routeOf(base: string, { url, method }: Pick<Arrival, 'url' | 'method'>): Match | 'method' | null {
  const found = matches(url.pathname.slice(base.length));
  return found.find(({ route }) => route.method === method) ?? (found.length > 0 ? 'method' : null);
}

/** Serves a request as the contract's rules say, and commits what it changes. */
export function serve(world: World, base: string, unserved: readonly OperationId[], arrival: Arrival): Answer {
  try {
    const match = routeOf(base, arrival);
    const isForm = match !== null && match !== 'method' && match.operationId === FORM;
    if (isForm) guardForm(arrival);
    else guard(arrival);
    if (match === null) throw badRequest('There is nothing here.', 404);
    if (match === 'method') throw methodNotAllowed(base, arrival);
    if (unserved.includes(match.operationId)) throw notAllowed('not-offered', 'This server does not serve it.', 501);
    const ask: Ask = {
      world,
      params: match.params,
      query: arrival.url.searchParams,
      body: match.route.method === 'GET' ? {} : (isForm ? readForm : readBody)(arrival.text),
      cookies: arrival.cookies,
      relyingParty: arrival.url.hostname,
      browser: arrival.browser,
    };
    const operation: (ask: Ask) => Reply<unknown> = SERVE[match.operationId];
    return jsonAnswer(operation(ask));
  } catch (error) {
    if (error instanceof Refusal) return problemAnswer(error.body, world.clock.now(), error.headers);
    throw error;
  }
}

function guard(arrival: Arrival): void {
  if (arrival.headers.get('x-mfa') !== '1') throw badRequest('The header X-MFA: 1 is missing.');
  if (arrival.method === 'GET') return;
  holdOrigin(arrival);
  if (typeOf(arrival) !== 'application/json') throw badRequest('The body has to be JSON.', 415);
}

function guardForm(arrival: Arrival): void {
  holdOrigin(arrival);
  if (typeOf(arrival) !== 'application/x-www-form-urlencoded') throw badRequest('The body has to be a form.', 415);
}

function holdOrigin({ url, headers, origin }: Arrival): void {
  const isForeign = (headers.get('origin') ?? origin) !== url.origin || headers.get('sec-fetch-site') === 'cross-site';
  if (isForeign) throw badRequest('The request comes from elsewhere.', 403);
}

function typeOf({ headers }: Arrival): string {
  const [type = ''] = (headers.get('content-type') ?? '').split(';');
  return type.trim().toLowerCase();
}

function methodNotAllowed(base: string, { url }: Arrival): Refusal {
  const allow = matches(url.pathname.slice(base.length)).map(({ route }) => route.method);
  const { body } = badRequest('Not by this method.', 405);
  return new Refusal(body, { allow: allow.join(', ') });
}
