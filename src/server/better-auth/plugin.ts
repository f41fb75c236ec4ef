import type { BetterAuthPlugin } from 'better-auth';
import { createAuthMiddleware } from 'better-auth/api';
import { holdContact, mayChangeContact } from './contact-hold.js';
import { endpoints } from './endpoints.js';
import { frontDoor } from './front-door.js';
import { answerHeldBack, dropHeldSession, holdBackSession } from './gate.js';
import { PLUGIN_ID, resolveSettings, type MfaElementsOptions } from './options.js';
import { ownStorage } from './rate-limit.js';
import { refuseToStart } from './requirements.js';
import { isRefused, refusal } from './routes.js';
import { schema } from './schema.js';

/**
 * A Better Auth plugin that asks every person with a second factor for it, however they signed in, and serves the REST
 * contract of mfa-elements below `<basePath>/mfa`.
 *
 * - A sign-in of a person with a second factor makes no session. A `fetch` is answered
 *   `200 { "secondFactor": true }`, a navigation is redirected to `challengeUrl`; both set the challenge's cookie.
 * - A proof of the second factor, at a sign-in or inside a session, makes that session privileged for thirty minutes; what
 *   changes how the account is opened wants it so.
 * - A change of the factors gives its session another token and ends the trust in devices.
 * - For 72 hours after a sign-in by a backup code the e-mail address and other contact data can't be changed over HTTP.
 * - With `assistance`, people ask a help desk inside the challenge, and its agents reset: there is then no session before the pass that
 *   they read out was given and a new factor set up. Who did what stands in a log that is only added to.
 * - Routes that would weaken the second factor, and all that it doesn't know, are refused over HTTP (see `ROUTES`).
 * - Better Auth's rate limit is on whatever `NODE_ENV` says, and counts in the database unless you choose another storage.
 * - A password that is changed ends the challenges that the old one opened, privileged time, and the trust in devices.
 *
 * The app doesn't start
 *
 * - without `advanced.ipAddress.ipAddressHeaders` (the header that your server or its proxy sets itself) or
 *   `advanced.ipAddress.trustedProxies`: a client could choose the address by which it is limited; nor with
 *   `advanced.ipAddress.disableIpTracking`,
 * - with the rate limit off, or a `false` in `rateLimit.customRules` for a `/sign-in` route,
 * - with a database without transactions, or with `secondaryStorage` without `session.storeSessionInDatabase`: burning a
 *   code and making the session are one act.
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
      refuseToStart(context, settings);
      return {
        // The contract's routes have a limit of their own, see rate-limit.ts.
        context: {
          rateLimit: {
            ...context.rateLimit,
            enabled: true,
            customRules: { '/mfa/**': false, '/desk/**': false, ...context.rateLimit.customRules },
          },
        },
        options: {
          rateLimit: { customStorage: ownStorage(context) },
          databaseHooks: {
            session: {
              create: {
                before: (session, endpoint) => holdBackSession(context, session.userId, endpoint),
                after: (session) => dropHeldSession(context, session),
              },
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
        { matcher: mayChangeContact, handler: createAuthMiddleware(holdContact) },
      ],
      after: [{ matcher: () => true, handler: createAuthMiddleware(answerHeldBack) }],
    },
  } satisfies BetterAuthPlugin;
}
