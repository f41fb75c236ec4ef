import type { AccountOptions, SimulatedServerOptions } from '../../src/testing/index.js';
import { chosen, type Settings } from './control.js';
import { JOURNEY, type Journey } from './journeys.js';
import { PERSON, type Trait } from './person.js';
import { rulesOf } from './policy.js';

export interface Person {
  readonly account: AccountOptions;
  readonly at: Journey['at'];
  /** Which kinds of proof are locked from the start. */
  readonly locked: readonly NonNullable<Trait['locked']>[];
}

/** The journey's person, and over it what was chosen. */
export function personOf(settings: Settings): Person {
  const { account = {}, at } = chosen(settings, JOURNEY);
  const traits = PERSON.map((control) => chosen(settings, control));
  const proof = traits.find((trait) => trait.at)?.at;
  return {
    account: Object.assign({}, account, ...traits.map((trait) => trait.account)) as AccountOptions,
    at: at === 'challenge' ? at : (proof ?? at),
    locked: traits.flatMap(({ locked }) => locked ?? []),
  };
}

/** @param now what its clock shows first */
export const serverOptionsOf = (settings: Settings, now: number): SimulatedServerOptions => ({
  now,
  account: personOf(settings).account,
  ...rulesOf(settings),
});
