import type { SimulatedServer } from '../../../src/testing/server.js';

/** What is true on the server, as far as a fault could have changed it. */
export function factsOf({ account, signedIn }: SimulatedServer) {
  return {
    signedIn,
    used: account.codeSets.flatMap(({ codes }) => codes.filter(({ usedAt }) => usedAt !== null)).length,
    sets: new Map(account.codeSets.map(({ id, state }) => [id, state])),
    factors: new Map(account.factors.map(({ id, name }) => [id, name])),
    app: account.appKey,
    newApp: account.newAppKey,
    sent: account.outbox.filter(({ kind }) => kind === 'code').length,
    cases: account.cases.map(({ state }) => state).join(),
    others: account.sessions.length - Number(signedIn),
    proof: account.sessions.map(({ privilegedUntil }) => String(privilegedUntil)).join(),
  };
}

export type Facts = ReturnType<typeof factsOf>;

const CHANGED: Readonly<Record<string, string>> = {
  'new staged': 'new codes wait',
  'new discarded': 'new codes came and went',
  'staged on': 'the new codes are on',
  'on replaced': 'the old codes are off',
  'on discarded': 'the codes are off',
  'staged discarded': 'the new codes are dropped',
  'staged replaced': 'the new codes are dropped',
};

/** What became of it, in words. */
export function changes(before: Facts, after: Facts): string {
  const said = [
    !before.signedIn && after.signedIn && 'signed in',
    before.signedIn && !after.signedIn && 'signed out',
    after.used > before.used && `${String(after.used - before.used)} backup code used`,
    ...[...after.sets].map(([id, state]) => {
      const was = before.sets.get(id) ?? 'new';
      return was !== state && (CHANGED[`${was} ${state}`] ?? `${was} codes are ${state}`);
    }),
    ...[...before.factors].map(
      ([id, name]) =>
        (!after.factors.has(id) && !before.newApp && 'one way less') ||
        (after.factors.has(id) && after.factors.get(id) !== name && 'another name'),
    ),
    after.factors.size > before.factors.size && 'one way more',
    before.app !== after.app && 'the new app is on',
    !before.newApp && after.newApp && 'a new app waits',
    before.newApp && !after.newApp && before.app === after.app && 'the new app is dropped',
    after.sent > before.sent && `${String(after.sent - before.sent)} code sent`,
    before.cases !== after.cases && `the request is ${after.cases.split(',').at(-1)!}`,
    after.others < before.others && 'others signed out',
    before.signedIn && after.signedIn && before.proof !== after.proof && 'a fresh proof',
  ].filter((one): one is string => typeof one === 'string');
  return said.length === 0 ? 'nothing changed' : [...new Set(said)].join(', ');
}
