import type { Person } from './commands';
import type { ServerProcess } from './server-process';
import { nameOf } from './rush';
import { addressOf, Visitor, type Answer, type Place } from './visitor';

const WRONG = 'AAAA-AAAA-AAAA';

/** How often each answer was given. */
export function tally(answers: readonly Answer[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of answers.map(nameOf).sort()) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

const times = <T>(count: number, work: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));

const placeOf = (servers: readonly [ServerProcess, ...ServerProcess[]]): Place => ({
  origin: servers[0].origin,
  ports: servers.map(({ port }) => port),
});

/** Whoever knows one password guesses backup codes from many addresses at once, each on a challenge of its own. */
export async function manyAgainstOne(servers: readonly [ServerProcess, ...ServerProcess[]], addresses: number) {
  const person = await servers[0].addPerson();
  const place = placeOf(servers);
  const visitors = await times(addresses, async (index) => {
    const visitor = new Visitor(place, addressOf(1_000 + index), index);
    await visitor.signIn(person);
    return visitor;
  });
  const guesses = await times(addresses, (index) => visitors[index]!.redeem(WRONG));
  const owner = new Visitor(place, addressOf(999));
  await owner.signIn(person);
  return {
    guesses: tally(guesses),
    /** What the owner meets with a right code, and with the app, which nobody guessed at. */
    rightCode: nameOf(await owner.redeem(person.codes[0]!)),
    byApp: nameOf(await owner.proveByApp(person)),
  };
}

/** One address tries the passwords of many accounts at once, and then codes on many challenges. */
export async function oneAgainstMany(servers: readonly [ServerProcess, ...ServerProcess[]], accounts: number) {
  const place = placeOf(servers);
  const people: Person[] = [];
  for (let index = 0; index < accounts; index += 1) people.push(await servers[0].addPerson());
  const passwords = await times(accounts, (index) =>
    new Visitor(place, addressOf(2_000), index).signIn({ email: people[index]!.email, password: 'a wrong password' }),
  );
  // The challenges were opened elsewhere; what is counted is where the codes come from.
  const visitors = await times(accounts, async (index) => {
    const visitor = new Visitor(place, addressOf(2_001 + index), index);
    await visitor.signIn(people[index]!);
    return visitor.copy(addressOf(2_000));
  });
  const codes = await times(accounts, (index) => visitors[index]!.redeem(WRONG));
  return { passwords: tally(passwords), codes: tally(codes) };
}
