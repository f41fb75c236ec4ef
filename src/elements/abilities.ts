import type { Abilities } from '../core/repair.js';
import type { AcceptedPasskeys } from '../ports/backend.js';
import type { Platform, WebAuthnPort } from '../ports/platform.js';

/** What the browser can hold. Its part that knows of passkeys comes only where there are any. */
export async function abilitiesOf(platform: Partial<Platform> | undefined, knows: boolean): Promise<Abilities> {
  if (!knows) return { keys: false, device: false };
  return { keys: true, device: await (await webauthnOf(platform)).deviceCan() };
}

/** Has the browser tell the person's password manager. An empty list is never told: it would hide every passkey of theirs. */
export async function tellAccepted(
  platform: Partial<Platform> | undefined,
  { relyingParty, user, ids }: AcceptedPasskeys,
): Promise<void> {
  if (ids.length > 0) await (await webauthnOf(platform)).tellAccepted(relyingParty, user, ids);
}

const webauthnOf = async (platform: Partial<Platform> | undefined): Promise<WebAuthnPort> =>
  platform?.webauthn ?? (await import('../platform/webauthn.js')).webauthn;
