import type { Abilities } from '../core/repair.js';
import type { Platform } from '../ports/platform.js';

/** What the browser can hold. Its part that knows of passkeys comes only where there are any. */
export async function abilitiesOf(platform: Partial<Platform> | undefined, knows: boolean): Promise<Abilities> {
  if (!knows) return { keys: false, device: false };
  const webauthn = platform?.webauthn ?? (await import('../platform/webauthn.js')).webauthn;
  return { keys: true, device: await webauthn.deviceCan() };
}
