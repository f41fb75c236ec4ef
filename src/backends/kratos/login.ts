import { MfaError, type MfaProblem } from '../../core/errors.js';
import type { Delivery } from '../../core/factor.js';
import type { Call, Ceremony, Proof } from '../../ports/backend.js';
import type { Answer } from '../http.js';
import { begin, forget, open, type Begun, type Flows } from './entry.js';
import { CSRF, errorId, NOT_OFFERED, OVER, problemOfAnswer, problemOfFlow, type Asked } from './errors.js';
import { errorsOf, type Flow } from './flow.js';
import { flowIn, type Kratos } from './flows.js';
import { keyOptions } from './ceremony.js';
import {
  proveByApp,
  proveByCode,
  proveByKey,
  proveByPasskey,
  proveByPassword,
  proveBySentCode,
  sendAgain,
  sendTo,
  type Body,
} from './bodies.js';
import { delivered, loginFlow, type LoginFlow } from './offers.js';
import { sessionOf, type Session } from './session.js';

/** A proof for a login flow: in a challenge, or inside a session to make it fresh. */
export type LoginProof =
  Exclude<Proof, { kind: 'enrollment-pass' }> | { readonly kind: 'password'; readonly password: string };

/** What is done with the login flows of one purpose. Each proof and each message is sent once. */
export interface Login {
  /** The flow that is under way, or a new one. */
  current(call: Call): Promise<LoginFlow>;
  send(offer: string, call: Call): Promise<Delivery>;
  preparePasskey(call: Call): Promise<Ceremony<PublicKeyCredentialRequestOptionsJSON>>;
  /** Gives the session that it made. */
  prove(proof: LoginProof, call: Call): Promise<Session>;
}

const FORGED =
  'Kratos did not get its own cookie back, twice. Is base-url on this site? See cookies.domain, cookies.same_site and serve.public.cors.';

type Slot = 'main' | 'sending' | 'key';

function fail(problem: MfaProblem): never {
  throw new MfaError(problem);
}

export function createLogin(kratos: Kratos, flows: Flows): Login {
  let forgeries = 0;

  const live = (slot: Slot): LoginFlow | undefined => {
    const flow = flows[slot];
    return flow && !kratos.isPast(flow.expiresAt) ? flow : undefined;
  };
  const opened = (found: Begun | Answer): Begun =>
    'held' in found ? found : fail(problemOfAnswer(found, { over: OVER }));
  const current = async (call: Call): Promise<LoginFlow> =>
    live('main') ?? opened(await begin(kratos, flows, call)).held;

  /** Where a code was sent: by that flow alone it is taken. */
  const sentBy = (offer: string): LoginFlow | undefined =>
    [live('sending'), live('main')].find((flow) => flow?.sent?.to.id === offer);

  /** Begins another flow. It sends nothing by itself: that this person has several ways is known. */
  async function beside(slot: 'sending' | 'key', call: Call): Promise<Begun> {
    const begun = opened(await open(kratos, flows, call));
    flows[slot] = begun.held;
    return begun;
  }

  const drop = ({ id }: LoginFlow): void => {
    for (const slot of ['main', 'sending', 'key'] as const) if (flows[slot]?.id === id) flows[slot] = null;
  };

  /** Sends an action. The form that comes back takes the place of the one before. */
  async function submit(held: LoginFlow, body: Body, call: Call): Promise<{ answer: Answer; flow: Flow | undefined }> {
    const answer = await kratos.submit('login', held, body, call);
    if (errorId(answer) === CSRF) {
      // Nothing was looked at. A token of a session before is no surprise; that the next one is refused too, is.
      forget(flows);
      forgeries += 1;
      fail(forgeries > 1 ? { code: 'misconfigured', developer: FORGED } : OVER);
    }
    forgeries = 0;
    const flow = flowIn(answer);
    if (flow) {
      const slot = (['sending', 'key', 'main'] as const).find((one) => flows[one]?.id === held.id);
      if (slot) flows[slot] = loginFlow(flow, kratos.now(), held);
    }
    return { answer, flow };
  }

  function refuse(held: LoginFlow, { answer, flow }: { answer: Answer; flow: Flow | undefined }, asked: Asked): never {
    const problem = flow ? problemOfFlow(flow, asked) : problemOfAnswer(answer, asked);
    // What is over stays over, and after too many wrong codes a flow takes no right one either.
    if (problem.code === 'challenge-over' || problem.code === 'delivered-code-expired') drop(held);
    return fail(problem);
  }

  /** A flow that has sent nothing, unless it did so by being begun. */
  async function sender(call: Call): Promise<LoginFlow> {
    const main = live('main');
    if (!main) return opened(await begin(kratos, flows, call)).held;
    return main.sent ? (await beside('sending', call)).held : main;
  }

  async function send(offer: string, call: Call): Promise<Delivery> {
    const before = sentBy(offer);
    const flow = before ?? (await sender(call));
    if (!before && flow.sent?.to.id === offer) return delivered(flow.sent.at);
    const address = flow.addresses.find(({ id }) => id === offer) ?? fail(NOT_OFFERED);
    const sent = await submit(flow, before ? sendAgain(address.value) : sendTo(address.value), call);
    // Kratos tells of a code that was sent by status 400.
    const isSent = sent.flow && errorsOf(sent.flow).length === 0 && loginFlow(sent.flow, 0).sent;
    return isSent ? delivered(kratos.now()) : refuse(flow, sent, { about: 'nothing', over: OVER });
  }

  /** A flow that shows the options of a key, with what it shows. */
  async function forKey(call: Call): Promise<Begun> {
    const main = live('main');
    if (!main) return opened(await begin(kratos, flows, call));
    if (main.sent) return beside('key', call);
    const answer = await kratos.again('login', main.id, call);
    const flow = flowIn(answer);
    if (!flow) fail(problemOfAnswer(answer, { over: OVER }));
    flows.main = loginFlow(flow, kratos.now(), main);
    return { held: flows.main, flow };
  }

  /** The flow that a proof belongs to, and what is sent. Nothing leaves where there is none. */
  async function ready(proof: LoginProof, call: Call): Promise<{ held: LoginFlow; body: Body }> {
    switch (proof.kind) {
      case 'totp':
        return { held: await current(call), body: proveByApp(proof.code) };
      case 'backup-code':
        return { held: await current(call), body: proveByCode(proof.code) };
      case 'delivered-code': {
        const held = sentBy(proof.id);
        if (!held?.sent) fail({ code: 'delivered-code-expired' });
        return { held, body: proveBySentCode(held.sent.to.value, proof.code) };
      }
      case 'passkey': {
        const held = [live('key'), live('main')].find((flow) => flow?.id === proof.ceremony);
        if (!held) fail({ code: 'passkey-refused' });
        const { assertion, identifier = '' } = held;
        const { credential } = proof;
        return {
          held,
          body: assertion === 'webauthn' ? proveByKey(identifier, credential) : proveByPasskey(credential),
        };
      }
      case 'password': {
        const held = await current(call);
        const { kinds, identifier } = held;
        if (!kinds.includes('password') || identifier === undefined) fail(NOT_OFFERED);
        return { held, body: proveByPassword(identifier, proof.password) };
      }
    }
  }

  return {
    current,
    send,
    async preparePasskey(call) {
      const { held, flow } = await forKey(call);
      const options = keyOptions<PublicKeyCredentialRequestOptionsJSON>(flow) ?? fail(NOT_OFFERED);
      return { id: held.id, options, expiresAt: held.expiresAt };
    },
    async prove(proof, call) {
      const { held, body } = await ready(proof, call);
      const sent = await submit(held, body, call);
      const { session } = (sent.flow ? {} : (sent.answer.json ?? {})) as { session?: unknown };
      if (session === undefined) return refuse(held, sent, { about: proof.kind, over: OVER });
      forget(flows);
      return readable(() => sessionOf(session));
    },
  };
}

function readable<T>(read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw new MfaError({ code: 'bad-response' }, cause);
  }
}
