/** `npm run bench:server`: sign-ins with a backup code on each database, and what share of them is hashing. */
import { ms, percent, quantile, table } from '../load/figures';
import { openSite } from '../load/places';
import { faultsOf, rush } from '../load/rush';
import { startPostgres } from '../support/postgres.mjs';

const SIGN_INS = Number(process.env.SIGN_INS ?? 200);
const heads = [
  ...['', 'sign-ins a second', 'p50', 'p99', 'processor for one', 'passwords hashed', 'codes hashed', 'all else'],
];
const rows: string[][] = [heads];
let broken = 0;

async function bench(name: string, postgres: string | undefined): Promise<void> {
  const site = await openSite(postgres);
  try {
    const [server] = site.servers;
    // Code that has run is compiled code.
    await rush(site.servers, 20);
    await server.measure();
    const result = await rush(site.servers, SIGN_INS);
    const { cpu, passwords, costOfPassword, keyed } = await server.measured();
    broken += (await faultsOf(result, server)).length;
    const whole = result.journeys.map((journey) => journey.ms);
    const hashed = (passwords * costOfPassword) / cpu;
    rows.push([
      name,
      ((whole.length * 1000) / result.ms).toFixed(1),
      ...[ms(quantile(whole, 0.5)), ms(quantile(whole, 0.99)), ms(cpu / whole.length)],
      ...[percent(hashed), percent(keyed / cpu), percent(1 - hashed - keyed / cpu)],
    ]);
  } finally {
    await site.close();
  }
}

await bench('PGlite', undefined);
const postgres = await startPostgres();
try {
  await bench('PostgreSQL', postgres.url);
} finally {
  postgres.stop();
}
console.log(`\n${table(rows)}\n`);
if (broken > 0) console.error(`${broken} promises were broken: npm run load says which.`);
process.exit(broken > 0 ? 1 : 0);
