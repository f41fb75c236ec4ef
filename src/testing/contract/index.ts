/**
 * The contract suite: what has to be true of every server behind the screens, as sentences that any test runner can run.
 *
 * ```ts
 * import { contract, REST } from 'mfa-elements/testing/contract';
 *
 * for (const { facet, cases } of contract(REST))
 *   describe(facet, () => {
 *     for (const { name, run } of cases)
 *       it(name, async () => {
 *         const world = await makeWorld();
 *         try { await run(world); } finally { await world.close(); }
 *       });
 *   });
 * ```
 */
import type { Capabilities, FacetName } from '../../ports/capabilities.js';
import { activityCases, assistanceCases, policyCases, sessionsCases } from './around.js';
import { backupCodesCases } from './backup-codes.js';
import { applies, type ContractCase } from './case.js';
import { challengeCases } from './challenge.js';
import { passkeysCases, totpCases } from './enrollment.js';
import { factorsCases } from './factors.js';
import { lostAnswerCases } from './lost-answers.js';
import { otherWayCases } from './other-ways.js';
import { stepUpCases } from './step-up.js';

export { BETTER_AUTH, KRATOS, REST } from '../../backends/capabilities.js';
export type { Capabilities, FacetName } from '../../ports/capabilities.js';
export { applies, serves, type ContractCase, type MethodPath } from './case.js';
export { ContractFault } from './check.js';
export { simulatedWorld, type Connection } from './simulated-world.js';
export type { ContractBrowser, ContractWorld } from './world.js';

/** Every case of the suite, by the facet that it is about. */
export const CASES: Readonly<Record<FacetName | 'policy', readonly ContractCase[]>> = {
  challenge: [...challengeCases, ...otherWayCases, ...lostAnswerCases],
  stepUp: stepUpCases,
  factors: factorsCases,
  backupCodes: backupCodesCases,
  totp: totpCases,
  passkeys: passkeysCases,
  sessions: sessionsCases,
  assistance: assistanceCases,
  activity: activityCases,
  policy: policyCases,
};

/** The cases that a server with these capabilities is to be held to, facet by facet; facets without one are left out. */
export function contract(
  capabilities: Capabilities,
): readonly { readonly facet: string; readonly cases: readonly ContractCase[] }[] {
  return Object.entries(CASES)
    .map(([facet, cases]) => ({ facet, cases: cases.filter((one) => applies(one, capabilities)) }))
    .filter(({ cases }) => cases.length > 0);
}
