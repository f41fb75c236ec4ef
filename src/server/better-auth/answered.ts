import type { GenericEndpointContext } from 'better-auth';
import { settingsOf } from './options.js';
import { problemOf, problemResponse } from './problem.js';

export type Serve = (ctx: GenericEndpointContext) => Promise<Response>;

/** Turns what an operation throws into a problem detail. */
export function answered(serve: Serve): Serve {
  return async (ctx) => {
    try {
      return await serve(ctx);
    } catch (error) {
      return problemResponse(problemOf(error, ctx.context.logger), settingsOf(ctx.context).now());
    }
  };
}
