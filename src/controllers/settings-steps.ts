import { DEFAULT_POLICY, type Policy } from '../core/policy.js';
import type { Abilities } from '../core/repair.js';
import { addable, type SettingsGround } from '../core/settings.js';
import type { Call, FactorsPort, MfaBackend } from '../ports/backend.js';
import { meansOf } from './repair-steps.js';

type Read = Omit<SettingsGround, 'occasion' | 'dismissed'>;

/** Everything that opens the account, as the server tells it now. READ */
export async function readGround(
  backend: MfaBackend,
  port: FactorsPort,
  abilities: Abilities,
  call: Call,
): Promise<{ readonly policy: Policy; readonly ground: Read }> {
  const [policy, factors, activity] = await Promise.all([
    backend.policy(call).catch(() => DEFAULT_POLICY),
    port.list(call),
    // A server of the contract may serve less of it.
    backend.activity?.recent(call).catch(() => null) ?? null,
  ]);
  // Where the policy rules them out, nothing is asked of them either.
  const codes = policy.backupCodes ? await backend.backupCodes?.status(call) : undefined;
  const ground = {
    ...{ factors, activity, policy, complete: port.complete, codes: codes ?? null },
    may: {
      rename: port.rename !== undefined,
      turnOffCodes: backend.backupCodes?.remove !== undefined,
      endOthers: backend.sessions !== undefined,
    },
    adds: addable(meansOf(backend), abilities, policy),
  };
  return { policy, ground };
}
