import { BetterAuthError, type AuthContext, type BetterAuthPlugin } from 'better-auth';
import { createAuthMiddleware } from 'better-auth/api';
import { endpoints } from './endpoints.js';
import { frontDoor } from './front-door.js';
import { answerHeldBack, holdBackSession } from './gate.js';
import { PLUGIN_ID, resolveSettings, type MfaElementsOptions } from './options.js';
import { isRefused, refusal } from './routes.js';
import { schema } from './schema.js';

function refuseToStart({ options, adapter }: AuthContext): void {
  if (options.rateLimit?.enabled === false) {
    throw new BetterAuthError('mfaElements() needs the rate limit: take `rateLimit.enabled: false` out.');
  }
  if (!adapter.options?.adapterConfig.transaction) {
    throw new BetterAuthError(
      'mfaElements() needs a database with transactions: burning a code and making the session must be one act.',
    );
  }
}

/**
 * A Better Auth plugin that asks every person with a second factor for it, however they signed in, and serves the REST
 * contract of mfa-elements below `<basePath>/mfa`.
 *
 * - A sign-in of a person with a second factor makes no session. A `fetch` is answered
 *   `200 { "secondFactor": true }`, a navigation is redirected to `challengeUrl`; both set the challenge's cookie.
 * - Routes that would weaken the second factor, and all that it doesn't know, are refused over HTTP (see `ROUTES`).
 * - Better Auth's rate limit is on whatever `NODE_ENV` says, and the app doesn't start with it turned off. Set
 *   `advanced.ipAddress` so that a client can't choose its own address.
 *
 * Put it first in `plugins`.
 */
export function mfaElements(options: MfaElementsOptions = {}) {
  const settings = resolveSettings(options);
  return {
    id: PLUGIN_ID,
    options: settings,
    schema,
    endpoints,
    ...frontDoor(settings),

    init(context) {
      refuseToStart(context);
      return {
        // The contract's routes have a limit of their own, see rate-limit.ts.
        context: {
          rateLimit: {
            ...context.rateLimit,
            enabled: true,
            customRules: { '/mfa/**': false, ...context.rateLimit.customRules },
          },
        },
        options: {
          databaseHooks: {
            session: {
              create: { before: (session, endpoint) => holdBackSession(context, session.userId, endpoint) },
            },
          },
        },
      };
    },

    hooks: {
      before: [
        {
          matcher: (ctx) => isRefused(ctx, settings.allow),
          handler: createAuthMiddleware(() => Promise.resolve(refusal(settings.now()))),
        },
      ],
      after: [{ matcher: () => true, handler: createAuthMiddleware(answerHeldBack) }],
    },
  } satisfies BetterAuthPlugin;
}
