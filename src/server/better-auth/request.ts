import type { components } from '../../backends/rest/contract.js';
import { badRequest, Problem } from './problem.js';

type Proof = components['schemas']['Proof'];

const ATTEMPT_ID = /^[A-Za-z0-9_-]{16,64}$/;

type Fields = Record<string, unknown>;

function demand(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Problem(badRequest(`Malformed: ${what}.`));
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const isText = (value: unknown, most: number): value is string =>
  typeof value === 'string' && value.length >= 1 && value.length <= most;

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

/** What each kind of proof must bring. */
const PROOFS: Record<Proof['kind'], (proof: Fields) => boolean> = {
  totp: ({ code }) => isText(code, 64),
  'backup-code': ({ code }) => isText(code, 64),
  'enrollment-pass': ({ code }) => isText(code, 64),
  'delivered-code': ({ id, code }) => isText(id, 128) && isText(code, 64),
  passkey: ({ ceremony, credential }) => isText(ceremony, 128) && isObject(credential),
};

export function readAttempt(body: unknown): { attempt: string; proof: Proof } {
  const { attempt, proof, trustDevice } = readObject(body);
  demand(isObject(proof), 'proof');
  demand(typeof proof.kind === 'string' && Object.hasOwn(PROOFS, proof.kind), 'proof.kind');
  demand(PROOFS[proof.kind as Proof['kind']](proof), 'proof');
  demand(trustDevice === undefined || typeof trustDevice === 'boolean', 'trustDevice');
  return { attempt: readAttemptId(attempt), proof: proof as Proof };
}
