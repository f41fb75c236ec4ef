import { MfaError } from '../../core/errors.js';
import type { Call, FactorsPort, PasskeyKind } from '../../ports/backend.js';
import type { Flow } from './flow.js';
import { heldOf } from './flows.js';
import { appId, factorsIn, readKeyId, removalsOf } from './keys.js';
import { removeKey, removePasskey, unlinkApp, type Body } from './bodies.js';
import { isAppLinked, type Settings } from './settings.js';

export function createFactors(settings: Settings, kinds: readonly PasskeyKind[]): Pick<FactorsPort, 'list' | 'remove'> {
  /** What removes a factor; undefined where it is gone. */
  function removal(flow: Flow, id: string): Body | undefined {
    const key = readKeyId(id);
    if (!key) return isAppLinked(flow) && id === appId(settings.app) ? unlinkApp() : undefined;
    if (!removalsOf(flow, key.kind).some(({ value }) => value === key.hex)) return undefined;
    return key.kind === 'passkey' ? removePasskey(key.hex) : removeKey(key.hex);
  }

  async function isGone(id: string, call: Call): Promise<boolean> {
    return removal(await settings.begin(call), id) === undefined;
  }

  return {
    list: async (call) => factorsIn(await settings.begin(call), settings.app, kinds),
    async remove(id, call) {
      const flow = await settings.begin(call);
      const body = removal(flow, id);
      try {
        if (body) settings.saved(await settings.post(heldOf(flow), body, call), 'remove');
      } catch (error) {
        // Somebody else has removed it meanwhile: Kratos has no word of its own for that.
        const isOver = error instanceof MfaError && error.problem.code === 'superseded';
        if (!isOver || !(await isGone(id, call))) throw error;
      }
      return { notified: 'unknown' };
    },
  };
}
