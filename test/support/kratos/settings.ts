import type { UiNode } from '@ory/client-fetch';
import { errorText, fits, flowAnswer, needsSecond, plain, text, type Answer } from './answers.js';
import { creationOptions, credentialIn } from './ceremonies.js';
import { isAppCode, type Ask } from './login.js';
import {
  codeListNode,
  codesNodes,
  hex,
  keySettingNodes,
  linkedAppNodes,
  newAppNodes,
  passkeySettingNodes,
  withError,
} from './nodes.js';
import {
  aalOf,
  has,
  hasSecondFactor,
  newAppKey,
  newCodes,
  proved,
  sessionOf,
  type FlowRecord,
  type Session,
  type World,
} from './state.js';

/** Who may be in the settings; or why not. */
export function guarded(world: World, session: Session | null, id?: string): Answer | Session {
  if (!session) return plain(401, id);
  const isShort = aalOf(session) === 'aal1' && hasSecondFactor(world, session.identity);
  return isShort && world.config.required === 'highest_available' ? needsSecond(world) : session;
}

/** `GET /self-service/settings/browser` */
export function beginSettings({ world, cookies, csrf }: Ask): Answer {
  const session = guarded(world, sessionOf(world, cookies), 'session_inactive');
  if ('status' in session) return session;
  const now = world.now();
  const flow: FlowRecord = {
    id: world.random(),
    kind: 'settings',
    identity: session.identity,
    aal: 'aal1',
    refresh: false,
    issuedAt: now,
    expiresAt: now + world.config.lifespan,
    changedAt: now,
    state: 'show_form',
    nodes: [],
    messages: [],
    context: {},
  };
  build(world, flow);
  world.flows.set(flow.id, flow);
  return flowAnswer(world, flow, csrf, 200);
}

/** Makes the form anew: whatever of it is on a screen is void. */
function build(world: World, flow: FlowRecord): void {
  const { identity } = flow;
  const { app, codes, keys, passkeys } = identity;
  const options = creationOptions(flow.id, identity);
  flow.context = { app: newAppKey() };
  flow.nodes = [
    ...(has(world, 'lookup_secret')
      ? codesNodes(...(codes ? (['reveal', 'disable'] as const) : (['regenerate'] as const)))
      : []),
    ...(has(world, 'webauthn') ? keySettingNodes(keys, options) : []),
    ...(has(world, 'passkey') ? passkeySettingNodes(passkeys, options) : []),
    ...(has(world, 'totp') ? (app === null ? newAppNodes(flow.context.app ?? '') : linkedAppNodes()) : []),
  ];
}

/** `GET /self-service/settings/flows` */
export function readSettings({ world, cookies, query, csrf }: Ask): Answer {
  const session = guarded(world, sessionOf(world, cookies));
  if ('status' in session) return session;
  const flow = world.flows.get(query.get('id') ?? '');
  if (flow?.kind !== 'settings') return plain(404);
  if (world.now() >= flow.expiresAt) return plain(410);
  return flowAnswer(world, flow, csrf, 200);
}

/** What an action came to: a change, another form, or a refusal. */
type Outcome =
  | { readonly is: 'changed'; readonly by?: { readonly method: string; readonly aal: 'aal1' | 'aal2' } }
  | { readonly is: 'form' }
  | { readonly is: 'refused'; readonly id: number; readonly at?: string }
  | { readonly is: 'failed' };

/** `POST /self-service/settings` */
export function submitSettings({ world, cookies, query, body, csrf }: Ask): Answer {
  const session = guarded(world, sessionOf(world, cookies));
  if ('status' in session) return session;
  const flow = world.flows.get(query.get('flow') ?? '');
  if (flow?.kind !== 'settings') return plain(404);
  if (flow.identity !== session.identity) return plain(403, 'security_identity_mismatch');
  if (world.now() >= flow.expiresAt)
    return plain(410, 'self_service_flow_expired', { use_flow_id: world.random(), expired_at: flow.expiresAt });
  if (!fits(body.csrf_token, cookies)) return plain(403, 'security_csrf_violation');
  if (!isNamed(body)) return refusal(world, flow, csrf, { is: 'refused', id: 4010004 });
  if (session.authenticatedAt + world.config.privileged <= world.now()) {
    const back = encodeURIComponent(`${world.base}/self-service/settings?flow=${flow.id}`);
    const to = `${world.base}/self-service/login/browser?refresh=true&return_to=${back}`;
    return plain(403, 'session_refresh_required', { redirect_browser_to: to });
  }
  const outcome = act(world, flow, body);
  flow.messages = [];
  switch (outcome.is) {
    case 'failed':
      return plain(500);
    case 'refused':
      return refusal(world, flow, csrf, outcome);
    case 'form':
      return flowAnswer(world, flow, csrf, 200);
    case 'changed': {
      if (outcome.by) proved(world, session, outcome.by.method, outcome.by.aal);
      build(world, flow);
      flow.state = 'success';
      flow.messages = [text(1050001, 'Your changes have been saved!', undefined, 'success')];
      const to = `https://elsewhere.example/settings?flow=${flow.id}`;
      const more = { continue_with: [{ action: 'redirect_browser_to', redirect_browser_to: to }] };
      return flowAnswer(world, flow, csrf, 200, more);
    }
  }
}

function refusal(
  world: World,
  flow: FlowRecord,
  csrf: string,
  { id, at }: Extract<Outcome, { is: 'refused' }>,
): Answer {
  const context = id === 4000001 ? { reason: 'In English.' } : undefined;
  const shown = {
    ...flow,
    ...(at === undefined ? { messages: [errorText(id, context)] } : { nodes: withError(flow.nodes, at, id, context) }),
  };
  return flowAnswer(world, shown, csrf, 400);
}

const LOOKUP = ['confirm', 'reveal', 'disable', 'regenerate'] as const;
const asked = (body: Ask['body'], name: (typeof LOOKUP)[number]): boolean => body[`lookup_secret_${name}`] === true;
const isNamed = (body: Ask['body']): boolean =>
  ['totp', 'webauthn', 'passkey'].includes(String(body.method)) || LOOKUP.some((name) => asked(body, name));

const changed = (method: string, aal: 'aal1' | 'aal2' = 'aal2'): Outcome => ({ is: 'changed', by: { method, aal } });
const refused = (id: number, at?: string): Outcome => ({ is: 'refused', id, ...(at !== undefined && { at }) });

function act(world: World, flow: FlowRecord, body: Ask['body']): Outcome {
  switch (body.method) {
    case 'totp':
      return actOnApp(world, flow, body);
    case 'passkey':
      return actOnKey(world, flow, 'passkeys', body.passkey_settings_register, body.passkey_remove, '');
    case 'webauthn': {
      const name = body.webauthn_register_displayname;
      if (body.webauthn_register !== undefined && (typeof name !== 'string' || name === ''))
        return refused(4000002, 'webauthn_register_displayname');
      return actOnKey(world, flow, 'keys', body.webauthn_register, body.webauthn_remove, String(name));
    }
    default:
      return actOnCodes(flow, body);
  }
}

function actOnApp(world: World, { identity, context }: FlowRecord, body: Ask['body']): Outcome {
  if (body.totp_unlink === true) {
    identity.app = null;
    return { is: 'changed' };
  }
  // One that is there already is "saved" whatever the code is.
  if (identity.app !== null) return { is: 'changed' };
  const { totp_code: code } = body;
  if (typeof code !== 'string' || code === '') return refused(4000002, 'totp_code');
  if (context.app === undefined) return { is: 'failed' };
  if (!isAppCode(world, context.app, code)) return refused(4000008, 'totp_code');
  identity.app = context.app;
  return changed('totp');
}

function actOnKey(
  world: World,
  { id, identity }: FlowRecord,
  kind: 'keys' | 'passkeys',
  register: unknown,
  remove: unknown,
  name: string,
): Outcome {
  const keys = identity[kind];
  const group = kind === 'keys' ? 'webauthn' : 'passkey';
  if (typeof register === 'string') {
    const made = credentialIn('webauthn.create', id, register);
    if (made === null) return refused(4000001);
    if (made === undefined) return { is: 'failed' };
    if (keys.some((key) => key.id === made))
      return refused(4000001, kind === 'keys' ? 'webauthn_register' : 'passkey_settings_register');
    keys.push({ id: made, name, addedAt: world.now() });
    return changed(group, kind === 'keys' ? 'aal2' : 'aal1');
  }
  const at = keys.findIndex((key) => hex(key.id) === remove);
  if (at < 0) return refused(4000001);
  keys.splice(at, 1);
  return { is: 'changed' };
}

/** In Kratos's order: of several buttons the first of these is the one that counts. */
function actOnCodes(flow: FlowRecord, body: Ask['body']): Outcome {
  const { identity, context } = flow;
  const others = (): UiNode[] => flow.nodes.filter(({ group }) => group !== 'lookup_secret');
  if (asked(body, 'confirm')) {
    if (!context.staged) return refused(4000001);
    identity.codes = context.staged.map((code) => ({ code, usedAt: null }));
    return changed('lookup_secret');
  }
  if (asked(body, 'reveal')) {
    if (!identity.codes) return refused(4000001);
    flow.nodes = [...others(), codeListNode(identity.codes), ...codesNodes('disable', 'regenerate')];
    return { is: 'form' };
  }
  if (asked(body, 'disable')) {
    identity.codes = null;
    return { is: 'changed' };
  }
  const staged = newCodes(12);
  flow.context = { ...context, staged };
  flow.nodes = [...others(), codeListNode(staged.map((code) => ({ code, usedAt: null }))), ...codesNodes('confirm')];
  return { is: 'form' };
}
