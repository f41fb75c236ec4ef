import { MfaError } from '../../core/errors.js';
import type { StepUpNeed } from '../../core/factor.js';
import type { Call } from '../../ports/backend.js';
import { errorId, problemOfAnswer, problemOfFlow, REFRESH, SUPERSEDED, type Asked } from './errors.js';
import { errorsOf, type Flow } from './flow.js';
import { flowIn, type Held, type Kratos } from './flows.js';
import type { Body } from './bodies.js';
import { GROUP, NAME, nodeOf } from './nodes.js';

/**
 * Settings flows. Each facet has its own: every change that is saved makes void what else the same flow shows (codes that were
 * made, an app's key, a key's challenge), and nothing in other flows.
 */
export interface Settings {
  /** A new form, as things stand now. Changes nothing. */
  begin(call: Call): Promise<Flow>;
  /** Sends one action, once. Gives the form that came back, with an error or without. */
  post(held: Held, body: Body, call: Call): Promise<Flow>;
  /** The form of an action that only shows something; throws what one says that was refused. */
  accepted(flow: Flow, about: Asked['about']): Flow;
  /** The form of a change, which counts where Kratos calls it saved. */
  saved(flow: Flow, about: Asked['about']): Flow;
  /** Whether it can't be sent to any more. Nothing was changed by it then. */
  isPast(held: Held): boolean;
  /** Which app is linked now, counted from the first that was seen: Kratos gives them no id. */
  readonly app: number;
}

/** Its `state` stays what it was after an earlier change, so the message alone tells. */
const isSaved = ({ messages }: Flow): boolean => messages.some(({ id }) => id === 1050001);

function accepted(flow: Flow, about: Asked['about']): Flow {
  if (errorsOf(flow).length > 0) throw new MfaError(problemOfFlow(flow, { about, over: SUPERSEDED }));
  return flow;
}

export const isAppLinked = (flow: Flow): boolean => nodeOf(flow, GROUP.app, NAME.appUnlink) !== undefined;

export function createSettings(kratos: Kratos, need: (call: Call) => Promise<StepUpNeed>): Settings {
  let app = 0;
  let isLinked = true;

  /** Between two apps there is none, since one has to be unlinked first. */
  function seen(flow: Flow): Flow {
    if (isAppLinked(flow) && !isLinked) app += 1;
    isLinked = isAppLinked(flow);
    return flow;
  }

  return {
    async begin(call) {
      const answer = await kratos.ask('/self-service/settings/browser', call);
      const flow = flowIn(answer);
      if (!flow) throw new MfaError(problemOfAnswer(answer, { over: SUPERSEDED }));
      kratos.madeNow(flow);
      return seen(flow);
    },
    async post(held, body, call) {
      const answer = await kratos.submit('settings', held, body, call);
      // The same action goes to the same flow once it's them and they click again.
      if (errorId(answer) === REFRESH) throw new MfaError({ code: 'step-up-required', need: await need(call) });
      const flow = flowIn(answer);
      if (!flow) throw new MfaError(problemOfAnswer(answer, { over: SUPERSEDED }));
      // Only what was saved is shown as it stands now.
      return isSaved(flow) ? seen(flow) : flow;
    },
    accepted,
    saved(flow, about) {
      if (!isSaved(accepted(flow, about))) throw new MfaError({ code: 'bad-response' });
      return flow;
    },
    isPast: ({ expiresAt }) => kratos.isPast(expiresAt),
    get app() {
      return app;
    },
  };
}
