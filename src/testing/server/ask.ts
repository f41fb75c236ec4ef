import type { AnyProof, Schemas } from './schema.js';
import { badRequest, signedOut, type Cookies } from './wire.js';
import type { SessionRecord, World } from './world.js';

export type Fields = Readonly<Record<string, unknown>>;

/** A request that has passed the front door. */
export interface Ask {
  readonly world: World;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Empty for a read. */
  readonly body: Fields;
  readonly cookies: Cookies;
  /** The page's own origin's host: what a passkey is for. */
  readonly relyingParty: string;
  /** Name and rough place of the browser. */
  readonly browser: { readonly name: string; readonly where: string };
}

/** The live session of this browser. */
export function sessionOf({ world, cookies }: Ask): SessionRecord | null {
  return (cookies.session === null ? undefined : world.sessions.get(cookies.session)) ?? null;
}

export function needSession(ask: Ask): SessionRecord {
  const session = sessionOf(ask);
  if (!session) throw signedOut();
  return session;
}

function demand(holds: boolean, what: string): asserts holds {
  if (!holds) throw badRequest(`Malformed: ${what}.`);
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value: unknown, most: number, least = 1): value is string =>
  typeof value === 'string' && value.length >= least && value.length <= most;

/** The body as an object; of any other text it is malformed. */
export function readBody(text: string): Fields {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  demand(isFields(value), 'the body');
  return value;
}

/** The fields of a form. */
export const readForm = (text: string): Fields => Object.fromEntries(new URLSearchParams(text));

export function readText({ body }: Ask, name: string, most: number, least = 1): string {
  const value = body[name];
  demand(isText(value, most, least), name);
  return value;
}

export function readFlag({ body }: Ask, name: string): boolean {
  const value = body[name];
  demand(typeof value === 'boolean', name);
  return value;
}

export function readFields({ body }: Ask, name: string): Fields {
  const value = body[name];
  demand(isFields(value), name);
  return value;
}

export function readKind({ body: { kind } }: Ask): Schemas['PasskeyKind'] {
  demand(kind === 'passkey' || kind === 'security-key', 'kind');
  return kind;
}

/** An id in the path: the contract gives each its length. */
export function param({ params }: Ask, name: string): string {
  const value = params[name];
  demand(isText(value, 128), name);
  return value;
}

export function readAttemptId(value: unknown): string {
  demand(typeof value === 'string' && /^[A-Za-z0-9_-]{16,64}$/.test(value), 'attempt');
  return value;
}

/** What each kind of proof must bring. */
const PROOFS: Readonly<Record<AnyProof['kind'], (proof: Fields) => boolean>> = {
  totp: ({ code }) => isText(code, 64),
  'backup-code': ({ code }) => isText(code, 64),
  'enrollment-pass': ({ code }) => isText(code, 64),
  'delivered-code': ({ id, code }) => isText(id, 128) && isText(code, 64),
  passkey: ({ ceremony, credential }) => isText(ceremony, 128) && isFields(credential),
  password: ({ password }) => isText(password, 1024),
};

export function readAttempt({ body }: Ask, allowed: readonly AnyProof['kind'][]): { attempt: string; proof: AnyProof } {
  const { attempt, proof } = body;
  demand(isFields(proof), 'proof');
  const kind = allowed.find((known) => known === proof.kind);
  demand(kind !== undefined, 'proof.kind');
  demand(PROOFS[kind](proof), 'proof');
  return { attempt: readAttemptId(attempt), proof: proof as AnyProof };
}
