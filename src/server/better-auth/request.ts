import type { components } from '../../backends/rest/contract.js';
import { badRequest, problem, Problem } from './problem.js';

export type Proof = components['schemas']['Proof'];
type StepUpProof = components['schemas']['StepUpProof'];

const ATTEMPT_ID = /^[A-Za-z0-9_-]{16,64}$/;

type Fields = Record<string, unknown>;

function demand(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Problem(badRequest(`Malformed: ${what}.`));
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** PostgreSQL keeps no NUL in a text, and would refuse the whole query. */
const isText = (value: unknown, most: number): value is string =>
  typeof value === 'string' && value.length >= 1 && value.length <= most && !value.includes('\0');

export function readObject(body: unknown): Fields {
  demand(isObject(body), 'the body');
  return body;
}

export function readAttemptId(value: unknown): string {
  demand(typeof value === 'string' && ATTEMPT_ID.test(value), 'attempt');
  return value;
}

export function readHandle(value: unknown): void {
  demand(value === undefined || (typeof value === 'string' && value.length <= 128), 'handle');
}

export function readOffer(body: unknown): string {
  const { offer } = readObject(body);
  demand(isText(offer, 128), 'offer');
  return offer;
}

/** An id in the path. */
export function readId(value: unknown, what: string): string {
  demand(isText(value, 128), what);
  return value;
}

export function readFreezeToken(body: unknown): string {
  const { token } = readObject(body);
  demand(isText(token, 512) && token.length >= 16, 'token');
  return token;
}

export function readCode(body: unknown): string {
  const { code } = readObject(body);
  demand(isText(code, 64), 'code');
  return code;
}

export function readStart(body: unknown): { replace: boolean; lost: boolean } {
  const { replace, lost } = readObject(body);
  demand(typeof replace === 'boolean', 'replace');
  demand(typeof lost === 'boolean', 'lost');
  return { replace, lost };
}

export function readKind(body: unknown): components['schemas']['PasskeyKind'] {
  const { kind } = readObject(body);
  demand(kind === 'passkey' || kind === 'security-key', 'kind');
  return kind;
}

const CONTROLS = /[\p{Cc}\p{Cs}]/u;
const LONGEST_NAME = 64;

/** A name as it is kept: text, whatever it says, without what no one can see. */
function nameOf(value: string): string {
  const name = value.trim();
  const isName = name !== '' && [...name].length <= LONGEST_NAME && !CONTROLS.test(name);
  if (!isName) throw new Problem(problem('invalid-name', 422, 'This is no name.'));
  return name;
}

export function readName(body: unknown): string {
  const { name } = readObject(body);
  demand(typeof name === 'string', 'name');
  return nameOf(name);
}

export function readRegistration(body: unknown): { credential: object; name: string | null } {
  const { credential, name } = readObject(body);
  demand(isObject(credential), 'credential');
  demand(name === null || typeof name === 'string', 'name');
  return { credential, name: name === null ? null : nameOf(name) };
}

/** What each kind of proof must bring. */
const PROOFS: Record<Proof['kind'], (proof: Fields) => boolean> = {
  totp: ({ code }) => isText(code, 64),
  'backup-code': ({ code }) => isText(code, 64),
  'enrollment-pass': ({ code }) => isText(code, 64),
  'delivered-code': ({ id, code }) => isText(id, 128) && isText(code, 64),
  passkey: ({ ceremony, credential }) => isText(ceremony, 128) && isObject(credential),
};

const STEP_UP_PROOFS: Record<StepUpProof['kind'], (proof: Fields) => boolean> = {
  ...PROOFS,
  password: ({ password }) => isText(password, 1024),
};

export interface AttemptRequest {
  attempt: string;
  proof: Proof;
  trustDevice: boolean;
}

function readProof<Kind extends string>(proof: unknown, kinds: Record<Kind, (proof: Fields) => boolean>): Fields {
  demand(isObject(proof), 'proof');
  demand(typeof proof.kind === 'string' && Object.hasOwn(kinds, proof.kind), 'proof.kind');
  demand(kinds[proof.kind as Kind](proof), 'proof');
  return proof;
}

export function readAttempt(body: unknown): AttemptRequest {
  const { attempt, proof: given, trustDevice } = readObject(body);
  const proof = readProof(given, PROOFS) as Proof;
  demand(trustDevice === undefined || typeof trustDevice === 'boolean', 'trustDevice');
  return { attempt: readAttemptId(attempt), proof, trustDevice: trustDevice === true };
}

export function readStepUp(body: unknown): { attempt: string; proof: StepUpProof } {
  const { attempt, proof } = readObject(body);
  return { proof: readProof(proof, STEP_UP_PROOFS) as StepUpProof, attempt: readAttemptId(attempt) };
}

type FormProof = Extract<Proof, { kind: 'totp' | 'backup-code' }>;

/** A plain form: the one code that was filled in, or why there is none to spend. Other members are not looked at. */
export function readForm(
  body: unknown,
): { proof: FormProof; attempt: string | null } | { fault: 'no-code' | 'two-codes' | 'wrong-code' } {
  const form = isObject(body) ? body : {};
  const typed = (['totp', 'backup-code'] as const).flatMap((kind) => {
    const code = form[kind];
    return typeof code === 'string' && code.trim() !== '' ? [{ kind, code: code.trim() }] : [];
  });
  const [proof, other] = typed;
  if (!proof) return { fault: 'no-code' };
  if (other) return { fault: 'two-codes' };
  if (!isText(proof.code, 64)) return { fault: 'wrong-code' };
  const { attempt } = form;
  return { proof, attempt: typeof attempt === 'string' && ATTEMPT_ID.test(attempt) ? attempt : null };
}
