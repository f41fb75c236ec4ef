import { createHmac, hkdfSync } from 'node:crypto';
import type { AuthContext } from 'better-auth';

/**
 * A text's hash under each secret of the app, the current one first, so that what is kept outlives a rotation of the
 * secret. Each purpose has a key of its own, and none of them is in the database.
 */
export function keyedHashes(context: AuthContext, purpose: string, text: string): [string, ...string[]] {
  const config = context.secretConfig;
  const older = typeof config === 'string' ? [] : [...config.keys.values(), config.legacySecret];
  const secrets = new Set([context.secret, ...older.filter((secret) => secret !== undefined)]);
  const hash = (secret: string) =>
    createHmac('sha256', new Uint8Array(hkdfSync('sha256', secret, '', `mfa-elements ${purpose}`, 32)))
      .update(text)
      .digest('hex');
  return [...secrets].map(hash) as [string, ...string[]];
}
