import { expect } from 'vitest';
import type { paths } from '../../../src/backends/rest/contract.js';
import {
  createSimulatedServer,
  type Schemas,
  type SimulatedBrowser,
  type SimulatedServer,
  type SimulatedServerOptions,
} from '../../../src/testing/index.js';
import { answerSchema, faults, operationOf } from '../../server/support/openapi.js';

export const BASE = 'https://app.example/mfa';

/** `/factors/{factor}/remove` as a type that `/factors/totp-1/remove` has. */
type Filled<T extends string> = T extends `${infer Before}{${string}}${infer After}`
  ? `${Before}${string}${Filled<After>}`
  : T;
type WithoutQuery<P extends string> = P extends `${infer Path}?${string}` ? Path : P;
/** The path of openapi.yaml that an asked one is of. */
type PathOf<P extends string> = { [T in keyof paths]: WithoutQuery<P> extends Filled<T> ? T : never }[keyof paths];
type Ok<Operation> = Operation extends { responses: { 200: { content: { 'application/json': infer Body } } } }
  ? Body
  : null;
/** What openapi.yaml says that a success says. */
type Said<P extends string> = Ok<paths[PathOf<P>]['get']> | Ok<paths[PathOf<P>]['post']>;

export interface Told<Body> {
  readonly status: number;
  readonly headers: Headers;
  /** Of a success; null where it has no body. Throws where it was refused. */
  readonly json: NonNullable<Body>;
  /** Of a refusal. Throws where it was none. */
  readonly problem: Schemas['Problem'];
}

export const start = (options: SimulatedServerOptions = {}): SimulatedServer =>
  createSimulatedServer({ baseUrl: BASE, ...options });

export const newAttempt = (): string => crypto.randomUUID();

/** Asks one operation as the adapter does and holds the answer against openapi.yaml. */
export async function ask<P extends string>(
  browser: SimulatedBrowser,
  method: string,
  path: P,
  body: object = {},
): Promise<Told<Said<P>>> {
  const response = await browser.fetch(BASE + path, {
    method,
    headers: { 'X-MFA': '1', ...(method !== 'GET' && { 'Content-Type': 'application/json' }) },
    ...(method !== 'GET' && { body: JSON.stringify(body) }),
  });
  const operation = operationOf(method, path.replace(/\?.*/, ''));
  if (!operation) throw new Error(`openapi.yaml has no ${method} ${path}`);
  const schema = answerSchema(operation, response.status, response.headers.get('content-type') ?? '');
  const said = await read(response);
  expect(schema, 'an answer that the contract names').not.toBe(undefined);
  expect(schema ? faults(said, schema) : []).toEqual([]);
  expect(response.headers.get('cache-control')).toBe('no-store');
  const expectOk = (ok: boolean): unknown => {
    if (response.ok !== ok) throw new Error(`${method} ${path} was answered ${String(response.status)}`);
    return said;
  };
  return {
    status: response.status,
    headers: response.headers,
    get json() {
      return expectOk(true) as NonNullable<Said<P>>;
    },
    get problem() {
      return expectOk(false) as Schemas['Problem'];
    },
  };
}

export async function read(response: Response): Promise<unknown> {
  const text = await response.text();
  return text === '' ? null : (JSON.parse(text) as unknown);
}

export const get = <P extends string>(browser: SimulatedBrowser, path: P): Promise<Told<Said<P>>> =>
  ask(browser, 'GET', path);
export const post = <P extends string>(browser: SimulatedBrowser, path: P, body?: object): Promise<Told<Said<P>>> =>
  ask(browser, 'POST', path, body);

export const attempt = (browser: SimulatedBrowser, proof: object, id = newAttempt(), more: object = {}) =>
  post(browser, '/challenge/attempts', { attempt: id, proof, ...more });

export const settle = (browser: SimulatedBrowser, id: string) => post(browser, `/challenge/attempts/${id}/settle`);

export const byApp = (code: string): object => ({ kind: 'totp', code });
export const byCode = (code: string): object => ({ kind: 'backup-code', code });

/** Sends the plain form, as a page without script does. */
export const submit = (
  server: SimulatedServer,
  fields: Record<string, string>,
  send: typeof fetch = server.fetch,
): Promise<Response> => send(`${BASE}/challenge/form`, { method: 'POST', body: new URLSearchParams(fields) });

/** Lets go of an answer that the test loses. */
export const lost = (asked: Promise<unknown>): Promise<unknown> =>
  asked.then(
    () => expect.unreachable('The answer should have been lost.'),
    (error: unknown) => expect(error).toBeInstanceOf(TypeError),
  );

/** The token of the newest notice. */
export function freezeTokenOf(server: SimulatedServer): string {
  const notice = server.account.outbox.findLast((sent) => sent.kind === 'notice' && sent.freezeToken !== undefined);
  if (notice?.kind !== 'notice' || notice.freezeToken === undefined) throw new Error('No notice holds a token.');
  return notice.freezeToken;
}
