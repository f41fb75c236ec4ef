import { expect } from 'vitest';
import { createBetterAuthBackend, type BetterAuthOptions } from '../../src/backends/better-auth.js';
import { MfaError, type MfaProblem } from '../../src/core/errors.js';
import type { Call } from '../../src/ports/backend.js';
import { json, scriptedServer, type Reply } from './scripted-server.js';

export const call: Call = { signal: new AbortController().signal };
export const withPassword: Call = { ...call, stepUp: { password: 'a password of the tests' } };

export const nobody = json(null);
export const somebody = (twoFactorEnabled: boolean | null = true): Reply =>
  json({ session: { id: 's', createdAt: '2026-11-22T10:00:00.000Z' }, user: { id: 'u', twoFactorEnabled } });
/** Better Auth's way to say no. */
export const no = (code: string, status: number, headers = {}): Reply => json({ code, message: code }, status, headers);
export const nowhere: Reply = (_, response) => {
  response.writeHead(404);
  response.end();
};
export const html: Reply = (_, response) => {
  response.writeHead(200, { 'content-type': 'text/html' });
  response.end('<h1>Welcome to the airport</h1>');
};

/** The adapter on a server that answers in this order. */
export async function scriptedBetterAuth(replies: readonly Reply[], options: Partial<BetterAuthOptions> = {}) {
  const { seen, baseUrl, close } = await scriptedServer(...replies);
  const backend = createBetterAuthBackend({ baseUrl, plugins: ['two-factor', 'passkey'], ...options });
  return {
    backend,
    /** What was asked, in order: `POST /two-factor/enable {"password":"…"}`. */
    asked: () => seen.map(({ method, url, body }) => `${method} ${url.replace('/mfa', '')} ${body}`.trim()),
    close,
  };
}

export async function problemOf(work: Promise<unknown>): Promise<MfaProblem> {
  const thrown: unknown = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(thrown).toBeInstanceOf(MfaError);
  return (thrown as MfaError).problem;
}
