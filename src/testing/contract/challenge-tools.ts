import type { Challenge } from '../../core/challenge.js';
import type { OfferKind, OfferOf } from '../../core/factor.js';
import type { Proof } from '../../ports/backend.js';
import { call, facet, hold, newAttempt } from './check.js';
import type { ContractBrowser } from './world.js';

/** What the cases about a challenge begin with. */

export const port = (browser: ContractBrowser) => facet(browser.backend, 'challenge');

export const verify = (browser: ContractBrowser, proof: Proof, attempt = newAttempt()) =>
  port(browser).verify(proof, { attempt }, call());
export const useApp = (browser: ContractBrowser, code: string, attempt?: string) =>
  verify(browser, { kind: 'totp', code }, attempt);
export const useCode = (browser: ContractBrowser, code: string, attempt?: string) =>
  verify(browser, { kind: 'backup-code', code }, attempt);

export async function open(browser: ContractBrowser): Promise<Challenge> {
  await browser.passFirstFactor();
  const entry = await port(browser).load(null, call());
  hold(entry.status === 'challenge', `The entry is ${entry.status} and should be a challenge`);
  return entry.challenge;
}

export function offer<K extends OfferKind>({ offers }: Challenge, kind: K): OfferOf<K> {
  const found = offers.find((one): one is OfferOf<K> => one.kind === kind);
  hold(found, `There is no offer of ${kind}`);
  return found;
}
