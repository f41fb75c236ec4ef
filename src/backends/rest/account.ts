import type {
  ActivityPort,
  AssistancePort,
  BackupCodesPort,
  FactorsPort,
  MfaBackend,
  PasskeysPort,
  SessionsPort,
  StepUpPort,
  TotpPort,
} from '../../ports/backend.js';
import { parsePolicy } from '../../core/policy.js';
import { tellOfCaches } from '../caching.js';
import type { Http } from '../http.js';
import type { components } from './contract.js';
import { ceremony, nothing } from './read.js';
import { delivery, helpCase } from './read-entry.js';
import {
  codeSet,
  codeSetStatus,
  confirmed,
  currentCase,
  ended,
  enrolled,
  events,
  factors,
  problem,
  registered,
  removed,
  stepUp,
  totpSetup,
} from './read-account.js';
import { createTransport } from './transport.js';

type Schemas = components['schemas'];

/** Every method of the facets but the challenge's; their values stand in `create`. The server keeps hashes, so no `reveal`. */
export interface Account {
  readonly stepUp: StepUpPort;
  readonly factors: Required<Omit<FactorsPort, 'complete'>>;
  readonly backupCodes: Required<Omit<BackupCodesPort, 'issuing' | 'count' | 'reveal'>>;
  readonly totp: Required<Omit<TotpPort, 'replacing'>>;
  readonly passkeys: Omit<PasskeysPort, 'kinds'>;
  readonly sessions: SessionsPort;
  readonly assistance: AssistancePort;
  readonly activity: ActivityPort;
  readonly whole: Pick<MfaBackend, 'policy'>;
}

export function createAccount(http: Http): Account {
  const { get, post } = createTransport(tellOfCaches(http), problem);

  return {
    stepUp: {
      privilegedUntil: async (call) => (await get('/step-up', call, stepUp)).privilegedUntil,
      need: async (call) => (await get('/step-up', call, stepUp)).need,
      send: (offer, call) => post('/step-up/deliveries', { offer }, call, delivery),
      preparePasskey: (call) => post('/step-up/passkey', {}, call, ceremony<PublicKeyCredentialRequestOptionsJSON>),
      // The port has no `settle` here, so nobody asks for the attempt again: `privilegedUntil` tells what became of it.
      prove: (proof, call) => {
        const body = { attempt: crypto.randomUUID(), proof: proof as Schemas['StepUpProof'] };
        return post('/step-up/proofs', body, call, nothing);
      },
    },

    factors: {
      list: (call) => get('/factors', call, factors),
      rename: (id, name, call) => post('/factors/{factor}/rename', { name }, call, nothing, id),
      remove: (id, call) => post('/factors/{factor}/remove', {}, call, removed, id),
    },

    backupCodes: {
      status: (call) => get('/backup-codes', call, codeSetStatus),
      issue: (call) => post('/backup-codes/sets', {}, call, codeSet),
      confirm: (set, call) => post('/backup-codes/sets/{set}/confirm', {}, call, confirmed, set),
      discard: (set, call) => post('/backup-codes/sets/{set}/discard', {}, call, nothing, set),
      remove: (call) => post('/backup-codes/remove', {}, call, nothing),
    },

    totp: {
      start: ({ replace, lost }, call) => post('/totp/setups', { replace, lost }, call, totpSetup),
      verify: (setup, code, call) => post('/totp/setups/{setup}/verify', { code }, call, enrolled, setup),
      abandon: (setup, call) => post('/totp/setups/{setup}/abandon', {}, call, nothing, setup),
    },

    passkeys: {
      prepare: (kind, call) =>
        post('/passkeys/ceremonies', { kind }, call, ceremony<PublicKeyCredentialCreationOptionsJSON>),
      register: (id, credential, name, call) => {
        const body = { credential: credential as object as Record<string, never>, name };
        return post('/passkeys/ceremonies/{ceremony}/register', body, call, registered, id);
      },
    },

    sessions: {
      endOthers: (call) => post('/sessions/end-others', {}, call, ended),
    },

    assistance: {
      current: (call) => get('/assistance/case', call, currentCase),
      request: (call) => post('/assistance/cases', {}, call, helpCase),
      cancel: (number, call) => post('/assistance/cases/{number}/cancel', {}, call, nothing, number),
      freeze: (token, call) => post('/assistance/freeze', { token }, call, nothing),
    },

    activity: {
      recent: (call) => get('/activity', call, events),
    },

    whole: { policy: (call) => get('/policy', call, parsePolicy) },
  };
}
