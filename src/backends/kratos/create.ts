import { parsePolicy, type Policy } from '../../core/policy.js';
import type { ChallengePort, MfaBackend } from '../../ports/backend.js';
import { createHttp, type HttpOptions } from '../http.js';
import { lazy } from '../lazy.js';
import { load, noFlows } from './entry.js';
import { createKratos } from './flows.js';

export interface KratosOptions extends HttpOptions {
  /** [strict defaults] What the screens may offer; Kratos has no policy of its own. */
  readonly policy?: Partial<Policy>;
}

/**
 * Ory Kratos by its browser flows. A login page loads this: it holds how a challenge is loaded, and of everything else what it
 * is without being asked.
 * @param options where Kratos's public API is, and what it can't tell by itself
 */
export function createKratosBackend(options: KratosOptions): MfaBackend {
  const { timeout } = options;
  const policy = parsePolicy(options.policy);
  const kratos = createKratos(createHttp(options));
  const flows = noFlows();

  const fetchLater = async () => (await import('./challenge.js')).createAfterEntry(kratos, flows);
  const later = lazy(fetchLater, ['refuse', 'send', 'preparePasskey', 'verify', 'settle', 'cancel'], timeout);
  const { refuse, ...afterEntry } = later;

  const challenge: ChallengePort = {
    ...afterEntry,
    attempts: 'ignored',
    async load(resume, call) {
      const entry = await load(kratos, flows, resume, refuse, call);
      // Fetched while the person reads, so that a code which is typed finds its way although the network is gone by then.
      void fetchLater().catch(() => undefined);
      return entry;
    },
  };

  return { id: 'kratos', challenge, policy: () => Promise.resolve(policy) };
}
