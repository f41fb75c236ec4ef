import type { UiNode, UiText } from '@ory/client-fetch';
import type { Cookies, FlowRecord, Session, World } from './state.js';
import { aalOf } from './state.js';

/** An answer before it is one of `fetch`. `cookies`: those that it sets. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly cookies?: Partial<Cookies>;
}

export const time = (at: number): string => new Date(at).toISOString();

export const text = (id: number, words: string, context?: object, type: UiText['type'] = 'info'): UiText => ({
  id,
  text: words,
  type,
  ...(context && { context }),
});
export const errorText = (id: number, context?: object): UiText => text(id, `Message ${String(id)}`, context, 'error');

const STATUS: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  410: 'Gone',
  422: 'Unprocessable Entity',
  500: 'Internal Server Error',
};

/** A plain error. Many have no id. */
export const plain = (status: number, id?: string, more: object = {}): Answer => ({
  status,
  body: {
    error: {
      ...(id !== undefined && { id }),
      code: status,
      status: STATUS[status] ?? '',
      reason: 'The reason in English.',
      message: 'The message in English.',
    },
    ...more,
  },
});

export const needsSecond = ({ base }: World): Answer => {
  const to = `${base}/self-service/login/browser?aal=aal2`;
  return plain(403, 'session_aal2_required', { redirect_browser_to: to });
};

/** A token for one answer: no two are the same, and each fits the cookie. */
export const masked = (csrf: string): string => `${crypto.randomUUID()}.${csrf}`;
export const fits = (token: unknown, { csrf }: Cookies): boolean =>
  csrf !== null && typeof token === 'string' && token.endsWith(`.${csrf}`);

const csrfNode = (csrf: string): UiNode => ({
  type: 'input',
  group: 'default',
  attributes: {
    name: 'csrf_token',
    type: 'hidden',
    value: masked(csrf),
    required: true,
    disabled: false,
    node_type: 'input',
  },
  messages: [],
  meta: {},
});

/** A flow as it goes out. */
export function flowAnswer(world: World, flow: FlowRecord, csrf: string, status: number, more: object = {}): Answer {
  const { id, kind, identity, aal, refresh, state, messages, nodes, issuedAt, expiresAt, changedAt } = flow;
  const route = `${world.base}/self-service/${kind}`;
  return {
    status,
    body: {
      id,
      type: 'browser',
      issued_at: time(issuedAt),
      expires_at: time(expiresAt),
      request_url: `${route}/browser`,
      state,
      organization_id: null,
      ui: {
        action: `${route}?flow=${id}`,
        method: 'POST',
        nodes: [csrfNode(csrf), ...nodes],
        ...(messages.length > 0 && { messages }),
      },
      ...(kind === 'login'
        ? { refresh, requested_aal: aal, created_at: time(issuedAt), updated_at: time(changedAt) }
        : { identity: { id: identity.id, traits: { email: identity.email } } }),
      ...more,
    },
    cookies: { csrf },
  };
}

export const sessionBody = (session: Session): object => ({
  id: session.id,
  active: session.isActive,
  expires_at: time(session.authenticatedAt + 86_400_000),
  authenticated_at: time(session.authenticatedAt),
  authenticator_assurance_level: aalOf(session),
  authentication_methods: session.methods.map(({ method, aal, at }) => ({ method, aal, completed_at: time(at) })),
  identity: { id: session.identity.id, traits: { email: session.identity.email } },
});
