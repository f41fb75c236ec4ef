import type { components, operations } from '../../backends/rest/contract.js';

/** The schemas of `openapi.yaml`. */
export type Schemas = components['schemas'];
/** The operations of `openapi.yaml` by their `operationId`. */
export type OperationId = keyof operations;
/** What the attempts of a challenge and of a step-up may hold. */
export type AnyProof = Schemas['StepUpProof'];

type Json<R> = R extends { content: { 'application/json': infer Body } } ? Body : null;
/** The body that an operation answers with when it succeeds; null for an answer without one. */
export type Ok<K extends OperationId> = operations[K]['responses'] extends { 200: infer R } ? Json<R> : null;

export interface Route {
  readonly method: 'GET' | 'POST';
  /** Below the base URL. */
  readonly path: string;
}

const get = (path: string): Route => ({ method: 'GET', path });
const post = (path: string): Route => ({ method: 'POST', path });

/** Where each operation stands. */
export const OPERATIONS: Readonly<Record<OperationId, Route>> = {
  loadChallenge: get('/challenge'),
  sendCode: post('/challenge/deliveries'),
  preparePasskey: post('/challenge/passkey'),
  attempt: post('/challenge/attempts'),
  settle: post('/challenge/attempts/{attempt}/settle'),
  submitForm: post('/challenge/form'),
  cancel: post('/challenge/cancel'),
  loadStepUp: get('/step-up'),
  sendStepUpCode: post('/step-up/deliveries'),
  prepareStepUpPasskey: post('/step-up/passkey'),
  proveStepUp: post('/step-up/proofs'),
  listFactors: get('/factors'),
  renameFactor: post('/factors/{factor}/rename'),
  removeFactor: post('/factors/{factor}/remove'),
  backupCodesStatus: get('/backup-codes'),
  issueBackupCodes: post('/backup-codes/sets'),
  confirmBackupCodes: post('/backup-codes/sets/{set}/confirm'),
  discardBackupCodes: post('/backup-codes/sets/{set}/discard'),
  removeBackupCodes: post('/backup-codes/remove'),
  startTotp: post('/totp/setups'),
  verifyTotp: post('/totp/setups/{setup}/verify'),
  abandonTotp: post('/totp/setups/{setup}/abandon'),
  prepareRegistration: post('/passkeys/ceremonies'),
  registerPasskey: post('/passkeys/ceremonies/{ceremony}/register'),
  endOtherSessions: post('/sessions/end-others'),
  currentCase: get('/assistance/case'),
  requestHelp: post('/assistance/cases'),
  cancelHelp: post('/assistance/cases/{number}/cancel'),
  freeze: post('/assistance/freeze'),
  recentActivity: get('/activity'),
  policy: get('/policy'),
};

export interface Match {
  readonly operationId: OperationId;
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

/** The operations that stand at a path below the base URL, whatever their method. */
export function matches(path: string): Match[] {
  const found: Match[] = [];
  for (const [operationId, route] of Object.entries(OPERATIONS) as [OperationId, Route][]) {
    const names = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
    const values = new RegExp(`^${route.path.replaceAll(/\{\w+\}/g, '([^/]+)')}$`).exec(path)?.slice(1);
    if (!values) continue;
    const params = Object.fromEntries(names.map((name, at) => [name, decoded(values[at] ?? '')]));
    found.push({ operationId, route, params });
  }
  return found;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
