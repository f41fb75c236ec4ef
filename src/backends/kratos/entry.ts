import type { Entry } from '../../core/challenge.js';
import type { Call } from '../../ports/backend.js';
import { aborted } from '../abort.js';
import type { Answer } from '../http.js';
import type { Flow } from './flow.js';
import { asRead, flowIn, type Kratos } from './flows.js';
import { handleOf, loginFlow, offersOf, readHandle, type LoginFlow } from './offers.js';

/** The login flows that this page is in, for one purpose. */
export interface Flows {
  /** How they begin; where the first offers no way, the next one. */
  readonly paths: readonly string[];
  /** The one whose handle the screen has. */
  main: LoginFlow | null;
  /** One that was begun to send a code to another address. */
  sending: LoginFlow | null;
  /** One that was begun for a security key, after a code was sent. */
  key: LoginFlow | null;
  /** One is being begun. */
  opening: Promise<Begun | Answer> | null;
}

/** A flow that was begun just now, with what it shows. */
export interface Begun {
  readonly held: LoginFlow;
  readonly flow: Flow;
}

const SECOND_FACTOR = ['/self-service/login/browser?aal=aal2'];
export const WHOAMI = '/sessions/whoami';

export const noFlows = (paths: readonly string[] = SECOND_FACTOR): Flows => ({
  paths,
  main: null,
  sending: null,
  key: null,
  opening: null,
});

export const forget = (flows: Flows): void => void Object.assign(flows, { main: null, sending: null, key: null });

/** For what must not be sent again because its caller went and came back. */
const UNSTOPPABLE: Call = { signal: new AbortController().signal };

/**
 * Begins the main flow. Where a code by e-mail or text is the only way, this alone sends one: it is sent once, whoever asks for
 * it meanwhile gets the same, and it goes on when its caller stops waiting.
 */
export async function begin(kratos: Kratos, flows: Flows, { signal }: Call): Promise<Begun | Answer> {
  signal.throwIfAborted();
  flows.opening ??= open(kratos, flows, UNSTOPPABLE)
    .then((begun) => {
      if ('held' in begun) flows.main = begun.held;
      return begun;
    })
    .finally(() => (flows.opening = null));
  // A signal of its own, since the caller's may be of a long life.
  return Promise.race([flows.opening, aborted(AbortSignal.any([signal]))]);
}

/** Begins a flow, by the first path that offers a way. */
export async function open(kratos: Kratos, { paths }: Flows, call: Call): Promise<Begun | Answer> {
  const [path = '', ...others] = paths;
  const answer = await asRead(kratos.act(path, call));
  const flow = flowIn(answer);
  if (!flow) return answer;
  kratos.madeNow(flow);
  const held = loginFlow(flow, kratos.now());
  return offersNone(held) && others.length > 0 ? open(kratos, noFlows(others), call) : { held, flow };
}

const offersNone = ({ kinds, addresses }: LoginFlow): boolean => kinds.length === 0 && addresses.length === 0;

/** The flow has ended, or is none of this browser's session any more. */
const GONE = [403, 404, 410];

/** A flow that was begun before; undefined where it can't be gone on with. */
async function resume(
  kratos: Kratos,
  flows: Flows,
  handle: string,
  call: Call,
): Promise<LoginFlow | Answer | undefined> {
  // A flow can be read long after it has led in, so the session is asked first.
  const session = await kratos.ask(WHOAMI, call);
  if (session.status === 401 || isWhole(session)) return session;
  const { id, kinds } = readHandle(handle);
  const answer = await kratos.again('login', id, call);
  const flow = flowIn(answer);
  if (!flow) return GONE.includes(answer.status) ? undefined : answer;
  if (flow.id !== id || kratos.isPast(flow.expiresAt)) return undefined;
  return (flows.main = loginFlow(flow, kratos.now(), flows.main?.id === id ? flows.main : { kinds }));
}

const isWhole = ({ json }: Answer): boolean =>
  (json as { authenticator_assurance_level?: unknown } | null | undefined)?.authenticator_assurance_level === 'aal2';

/**
 * What a login page asks first. `refuse` says everything that is no challenge; its code comes later.
 * @param given the handle of a challenge that was loaded before
 */
export async function load(
  kratos: Kratos,
  flows: Flows,
  given: string | null,
  refuse: (answer: Answer, call: Call) => Promise<Entry>,
  call: Call,
): Promise<Entry> {
  call.signal.throwIfAborted();
  const handle = given ?? (flows.main && handleOf(flows.main));
  const before = handle === null ? undefined : await resume(kratos, flows, handle, call);
  const begun = before ?? (await begin(kratos, flows, call));
  if ('status' in begun) return refuse(begun, call);
  const found = 'held' in begun ? begun.held : begun;
  const { plain, sent, codes } = offersOf(found);
  const offers = [...plain, ...sent, ...codes];
  // No way that we know: whether the person is in without one is the session's to say.
  if (offers.length === 0) return refuse(await kratos.ask(WHOAMI, call), call);
  return {
    status: 'challenge',
    challenge: {
      handle: handleOf(found),
      offers,
      certainty: 'told',
      account: 'unknown',
      expiresAt: found.expiresAt,
      trust: null,
      notices: [],
    },
  };
}
