import type { components } from '../../backends/rest/contract.js';
import type { Policy } from './options.js';

/** Whether the host's policy lets a kind of proof be offered; what isn't offered isn't accepted either. */
export function isOffered(
  { backupCodes = true, selfRecovery = true, hide = [] }: Partial<Policy>,
  kind: components['schemas']['OfferKind'],
): boolean {
  if (hide.includes(kind)) return false;
  if (kind === 'federated') return selfRecovery;
  return kind !== 'backup-code' || (backupCodes && selfRecovery);
}
