/** `npm run load`: what the server does under load, in figures, and whether what it promises holds. */
import { startPostgres } from '../support/postgres.mjs';
import { manyAgainstOne, oneAgainstMany } from './attacks';
import { ms, quantile, table } from './figures';
import { openSite, type Site } from './places';
import { faultsOf, rush, type Rush } from './rush';
import { resends } from './visitor';

const SIGN_INS = Number(process.env.SIGN_INS ?? 200);
const ATTACKERS = 60;
/** Tries of a kind of code before it is closed, whoever tries. */
const TRIES = 10;
/** Sign-ins, and codes, from one address in a minute. */
const FROM_ONE = 20;

const heads = ['', 'processes', 'sign-ins', 'a second', 'p50', 'p99', 'password p99', 'backup code p99'];
const rows: string[][] = [heads];
const faults: string[] = [];

function row(name: string, processes: number, { journeys, ms: all, times }: Rush): string[] {
  const whole = journeys.map((journey) => journey.ms);
  return [
    name,
    String(processes),
    String(journeys.length),
    ((journeys.length * 1000) / all).toFixed(1),
    ...[ms(quantile(whole, 0.5)), ms(quantile(whole, 0.99))],
    ...[ms(quantile(times['password'] ?? [], 0.99)), ms(quantile(times['backup code'] ?? [], 0.99))],
  ];
}

/** Whether exactly so many passed, and all the others met this refusal. */
function capFaults(what: string, got: Record<string, number>, cap: number, passed: string, refused: string): string[] {
  const meant = { [passed]: cap, [refused]: ATTACKERS - cap };
  const isSo = Object.entries(meant).every(([name, count]) => got[name] === count) && Object.keys(got).length === 2;
  return isSo ? [] : [`${what}: ${JSON.stringify(got)} instead of ${JSON.stringify(meant)}`];
}

async function attack({ servers }: Site): Promise<string[]> {
  const one = await manyAgainstOne(servers, ATTACKERS);
  const many = await oneAgainstMany(servers, ATTACKERS);
  const faults = [
    ...capFaults('guesses at one account', one.guesses, TRIES, '422 wrong-code', '429 too-many-attempts'),
    ...capFaults('passwords from one address', many.passwords, FROM_ONE, '401 INVALID_EMAIL_OR_PASSWORD', '429'),
    ...capFaults('codes from one address', many.codes, FROM_ONE, '422 wrong-code', '429 too-many-attempts'),
  ];
  if (one.rightCode !== '429 too-many-attempts') faults.push(`A right code at a closed account: ${one.rightCode}`);
  if (one.byApp !== '200') faults.push(`The app of an account whose codes are closed: ${one.byApp}`);
  return faults;
}

async function load(name: string, postgres: string | undefined, processes: number): Promise<void> {
  const site = await openSite(postgres, processes);
  try {
    const before = resends();
    const result = await rush(site.servers, SIGN_INS);
    rows.push(row(name, processes, result));
    const found = [...(await faultsOf(result, site.servers[0])), ...(await attack(site))];
    faults.push(...found.map((fault) => `${name}, ${processes} processes: ${fault}`));
    console.log(`\n${name}, ${processes === 1 ? 'one process' : `${processes} processes`}`);
    for (const [answer, count] of [...result.answers].sort()) console.log(`  ${answer.padEnd(34)} ${count}`);
    const again = resends() - before;
    if (again > 0) console.log(`  ${'sent again, as browsers do'.padEnd(34)} ${again}`);
    console.log(`  ${found.length === 0 ? 'every promise held' : `${found.length} promises broken`}`);
  } finally {
    await site.close();
  }
}

await load('PGlite', undefined, 1);
const postgres = await startPostgres();
try {
  await load('PostgreSQL', postgres.url, 1);
  await load('PostgreSQL', postgres.url, 2);
} finally {
  postgres.stop();
}

console.log(`\n${table(rows)}\n`);
for (const fault of faults) console.error(`BROKEN: ${fault}`);
process.exit(faults.length > 0 ? 1 : 0);
