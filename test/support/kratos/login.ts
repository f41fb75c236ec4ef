import { Secret, TOTP } from 'otpauth';
import { errorText, fits, flowAnswer, plain, sessionBody, text, type Answer } from './answers.js';
import { assertionOptions, isAnswerOf } from './ceremonies.js';
import {
  addressNodes,
  appNodes,
  codeNodes,
  keyNodes,
  movedIdentifier,
  passkeyNodes,
  passwordNodes,
  sentNodes,
} from './nodes.js';
import { aalOf, has, proved, sessionOf, type Cookies, type FlowRecord, type Session, type World } from './state.js';

export interface Ask {
  readonly world: World;
  readonly cookies: Cookies;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
  /** The cookie against forgery that an answer carries. */
  readonly csrf: string;
}

/** How often a sent code may be tried. */
const TRIES = 5;

/** `GET /self-service/login/browser` */
export function beginLogin(ask: Ask): Answer {
  const { world, cookies, query, csrf } = ask;
  const [aal, refresh] = [query.get('aal') ?? 'aal1', query.get('refresh') === 'true'];
  if (aal !== 'aal1' && aal !== 'aal2') return plain(400);
  if (query.has('return_to')) return plain(400, 'self_service_flow_return_to_forbidden');
  const session = sessionOf(world, cookies);
  if (!session) return aal === 'aal2' ? plain(401, 'session_aal1_required') : plain(501);
  if (!refresh && (aal === 'aal1' || aalOf(session) === 'aal2')) return plain(400, 'session_already_available');
  const now = world.now();
  const id = world.random();
  const flow: FlowRecord = {
    id,
    kind: 'login',
    identity: session.identity,
    aal,
    refresh,
    issuedAt: now,
    expiresAt: now + world.config.lifespan,
    changedAt: now,
    state: 'choose_method',
    nodes: aal === 'aal2' ? secondFactors(world, session, id) : firstFactors(world, session, id),
    messages: [
      ...(refresh ? [text(1010003, 'Please confirm this action by verifying that it is you.')] : []),
      ...(aal === 'aal2' && aalOf(session) === 'aal1' ? [text(1010004, 'Please complete the second challenge.')] : []),
    ],
    context: {},
  };
  world.flows.set(id, flow);
  const [only, ...others] = flow.nodes;
  const address = (only?.attributes as { name?: string; value?: string } | undefined) ?? {};
  if (aal === 'aal2' && others.length === 0 && address.name === 'address') sendCode(world, flow, String(address.value));
  return flowAnswer(world, flow, csrf, 200);
}

function secondFactors(world: World, { identity }: Session, id: string) {
  const { app, codes, keys, addresses, email } = identity;
  return [
    ...(has(world, 'webauthn') && keys.length > 0 ? keyNodes(email, assertionOptions(id, keys)) : []),
    ...(has(world, 'code') ? addressNodes(addresses) : []),
    ...(has(world, 'totp') && app !== null ? appNodes() : []),
    ...(has(world, 'lookup_secret') && codes !== null ? codeNodes() : []),
  ];
}

const firstFactors = (world: World, { identity }: Session, id: string) => [
  ...(has(world, 'passkey') && identity.passkeys.length > 0
    ? passkeyNodes(identity.email, assertionOptions(id, identity.passkeys))
    : []),
  ...(has(world, 'password') ? passwordNodes(identity.email) : []),
];

function sendCode(world: World, flow: FlowRecord, to: string): void {
  const value = String(100_000 + ((crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % 900_000));
  world.outbox.push({ to, code: value });
  // The tries are the flow's: another code does not give more.
  flow.context.code = { value, tries: flow.context.code?.tries ?? 0, isUsed: false };
  flow.state = 'sent_email';
  flow.changedAt = world.now();
  flow.nodes = sentNodes(flow.identity.addresses, to.toLowerCase());
  flow.messages = [text(1010025, 'A code was sent to your address.')];
}

/** `GET /self-service/login/flows` */
export function readLogin({ world, cookies, query, csrf }: Ask): Answer {
  const flow = world.flows.get(query.get('id') ?? '');
  if (flow?.kind !== 'login') return plain(404);
  if (cookies.csrf === null) return plain(403, 'security_csrf_violation');
  if (world.now() >= flow.expiresAt) return plain(410, 'self_service_flow_expired');
  return flowAnswer(world, flow, csrf, 200);
}

/** `POST /self-service/login` */
export function submitLogin(ask: Ask): Answer {
  const { world, cookies, query, body, csrf } = ask;
  const flow = world.flows.get(query.get('flow') ?? '');
  if (flow?.kind !== 'login') return plain(404);
  const session = sessionOf(world, cookies);
  const isOver = world.now() >= flow.expiresAt;
  if (!session) {
    return isOver
      ? plain(410, 'self_service_flow_expired', { use_flow_id: world.random() })
      : plain(401, 'session_aal1_required');
  }
  const refused = (id: number, context?: object): Answer => {
    flow.messages = [errorText(id, context)];
    return flowAnswer(world, flow, csrf, 400);
  };
  // An expired flow is replaced by one of the first factor, which a person who is in can't begin: the old one comes back.
  const isIn = !flow.refresh && aalOf(session) === 'aal2';
  if (isOver || isIn)
    return refused(4000001, { reason: 'A valid session was detected and thus login is not possible.' });
  if (!fits(body.csrf_token, cookies)) return plain(403, 'security_csrf_violation');
  const judged = judge(world, flow, body);
  if (judged === 'sent') return flowAnswer(world, flow, csrf, 400);
  if (typeof judged === 'number') return refused(judged, judged === 4000001 ? { reason: 'In English.' } : undefined);
  proved(world, session, judged.method, flow.aal);
  flow.state = 'passed_challenge';
  return {
    status: 200,
    body: {
      session: sessionBody(session),
      continue_with: [{ action: 'redirect_browser_to', redirect_browser_to: 'https://elsewhere.example/' }],
    },
  };
}

/** The message of the refusal, or the method that it was. */
function judge(world: World, flow: FlowRecord, body: Ask['body']): number | 'sent' | { readonly method: string } {
  const { identity, aal } = flow;
  const given = (name: string): string => (typeof body[name] === 'string' ? body[name] : '');
  switch (given('method')) {
    case 'totp':
      if (aal !== 'aal2') return 4010002;
      if (identity.app === null) return 4000011;
      return isAppCode(world, identity.app, given('totp_code')) ? { method: 'totp' } : 4000008;
    case 'lookup_secret': {
      if (aal !== 'aal2') return 4010002;
      if (identity.codes === null) return 4000014;
      const found = identity.codes.find(({ code }) => code === given('lookup_secret'));
      if (!found) return 4000016;
      if (found.usedAt !== null) return 4000012;
      found.usedAt = world.now();
      return { method: 'lookup_secret' };
    }
    case 'webauthn':
      if (body.identifier === undefined) return 4000002;
      if (aal !== 'aal2') return 4010002;
      return isAnswerOf('webauthn.get', flow.id, identity.keys, given('webauthn_login'))
        ? { method: 'webauthn' }
        : 4000043;
    case 'passkey':
      if (aal !== 'aal1') return 4010002;
      return isAnswerOf('webauthn.get', flow.id, identity.passkeys, given('passkey_login'))
        ? { method: 'passkey' }
        : 4000043;
    case 'password':
      if (aal !== 'aal1') return 4010002;
      return given('identifier') === identity.email && given('password') === identity.password
        ? { method: 'password' }
        : 4000006;
    case 'code':
      return judgeSent(world, flow, body);
    default:
      return 4010002;
  }
}

function judgeSent(world: World, flow: FlowRecord, body: Ask['body']): number | 'sent' | { readonly method: string } {
  const { code } = flow.context;
  // An identifier is preferred to the address that was chosen.
  const given = String(body.identifier ?? body.address).toLowerCase();
  const to = flow.identity.addresses.find((one) => one.to.toLowerCase() === given);
  if (!to) return 4010010;
  if (!code || body.resend === 'code') {
    sendCode(world, flow, to.to);
    return 'sent';
  }
  if (code.isUsed || code.tries >= TRIES) return 4000001;
  code.tries += 1;
  if (body.code !== code.value) {
    flow.nodes = movedIdentifier(flow.nodes, given);
    return 4010008;
  }
  code.isUsed = true;
  return { method: 'code' };
}

export const totpOf = (key: string): TOTP => new TOTP({ secret: Secret.fromBase32(key) });

/** One step of 30 seconds to either side, and no memory of those that were used. */
export const isAppCode = ({ now }: World, key: string, token: string): boolean =>
  totpOf(key).validate({ token, timestamp: now(), window: 1 }) !== null;
