import type { Call, ChallengePort } from '../../ports/backend.js';
import type { Answer, Http } from '../http.js';
import type { components } from './contract.js';
import { ceremony, entry, nothing, problem, settled, verified } from './read.js';
import { delivery } from './read-entry.js';
import { createTransport } from './transport.js';

type Schemas = components['schemas'];

/** The challenge's methods but the first: their code is fetched while the person reads. */
export interface AfterEntry extends Pick<ChallengePort, 'send' | 'preparePasskey' | 'verify' | 'settle' | 'cancel'> {
  /** Throws the problem that stands in an entry's place. */
  refuse(answer: Answer, call: Call): ReturnType<ChallengePort['load']>;
}

export function createAfterEntry(http: Http): AfterEntry {
  const { readable, post, ask } = createTransport(http, problem);
  return {
    refuse: (answer) => Promise.resolve(answer).then((one) => readable(one, entry)),
    send: (offer, call) => post('/challenge/deliveries', { offer }, call, delivery),
    preparePasskey: (call) => post('/challenge/passkey', {}, call, ceremony<PublicKeyCredentialRequestOptionsJSON>),
    verify: (proof, { attempt, trustDevice }, call) => {
      const body = { attempt, proof: proof as Schemas['Proof'], ...(trustDevice && { trustDevice }) };
      return post('/challenge/attempts', body, call, verified);
    },
    // The contract makes it safe to ask again. A POST all the same, since it may give the session's cookie.
    settle: (attempt, call) => ask('/challenge/attempts/{attempt}/settle', {}, call, settled, attempt),
    cancel: (call) => post('/challenge/cancel', {}, call, nothing),
  };
}
