import type { GenericEndpointContext } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { attempt } from './attempt.js';
import { cancelChallenge, expireChallengeCookie } from './challenge.js';
import { loadChallenge } from './entry.js';
import { OPERATIONS } from './operations.js';
import { settingsOf } from './options.js';
import { emptyResponse, jsonResponse, notOffered, Problem, problemResponse, serverProblem } from './problem.js';
import { readObject } from './request.js';
import { settle } from './settle.js';

type Serve = (ctx: GenericEndpointContext) => Promise<Response>;

/** What is logged of an error: not its message, which V8 puts before the frames; it may hold the values of a query. */
function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { name, stack = '' } = error;
  const { code } = error as { code?: unknown };
  const frames = stack.split('\n').filter((line) => line.startsWith('    at'));
  return [typeof code === 'string' ? `${name} ${code}` : name, ...frames].join('\n');
}

/** Turns what an operation throws into a problem detail. */
function answered(serve: Serve): Serve {
  return async (ctx) => {
    try {
      return await serve(ctx);
    } catch (error) {
      const { logger } = ctx.context;
      const body =
        error instanceof Problem
          ? error.body
          : serverProblem(500, (reference) => logger.error(`mfa-elements: reference ${reference}`, traceOf(error)));
      return problemResponse(body, settingsOf(ctx.context).now());
    }
  };
}

async function cancel(ctx: GenericEndpointContext): Promise<Response> {
  readObject(ctx.body);
  await cancelChallenge(ctx);
  expireChallengeCookie(ctx);
  return emptyResponse();
}

const policy: Serve = (ctx) => Promise.resolve(jsonResponse(settingsOf(ctx.context).policy));

const get = <Path extends string>(path: Path, serve: Serve) =>
  createAuthEndpoint(path, { method: 'GET' }, answered(serve));

const post = <Path extends string>(path: Path, serve: Serve) =>
  createAuthEndpoint(path, { method: 'POST' }, answered(serve));

/** What is served of the contract, below Better Auth's base path. */
const served = {
  mfaLoadChallenge: get('/mfa/challenge', loadChallenge),
  mfaAttempt: post('/mfa/challenge/attempts', attempt),
  mfaSettle: post('/mfa/challenge/attempts/:attempt/settle', settle),
  mfaCancel: post('/mfa/challenge/cancel', cancel),
  mfaPolicy: get('/mfa/policy', policy),
};

const refuse: Serve = () => Promise.reject(new Problem(notOffered(501, 'This operation is not served here.')));

/** The rest of it says so, behind the same front door. Not to be called by name: the type leaves it out. */
function unserved(): object {
  const taken = new Set<string>(Object.values(served).map(({ path }) => path));
  const rest = OPERATIONS.filter(({ path }) => !taken.has(path));
  return Object.fromEntries(
    rest.map(({ path, method }) => [path, createAuthEndpoint(path, { method }, answered(refuse))]),
  );
}

export const endpoints = { ...served, ...unserved() };
