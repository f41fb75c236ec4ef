import { writeAccounts, type DemoAccount } from './accounts-file';
import type { StockAuth } from './stock';
import { addStockPerson } from './stock-people';

const NOTE = 'at /login?backend=better-auth';

const PEOPLE = [
  { name: 'Siri', email: 'siri@example.com', password: 'siri-takes-it-plain', secondFactor: true },
  { name: 'Tor', email: 'tor@example.com', password: 'tor-has-no-factor', secondFactor: false },
];

/** Makes those of the second app's accounts that are not there, and notes their secrets beside the others. */
export async function seedStock(auth: StockAuth, accounts: DemoAccount[], dataDir?: string): Promise<DemoAccount[]> {
  const { internalAdapter } = await auth.$context;
  const made: DemoAccount[] = [];
  for (const person of PEOPLE) {
    if (await internalAdapter.findUserByEmail(person.email)) continue;
    made.push({ ...(await addStockPerson(auth, person)), codesTo: [`email ${person.email}`], note: NOTE });
  }
  const all = [...accounts, ...made];
  if (dataDir !== undefined && made.length > 0) await writeAccounts(dataDir, all);
  return all;
}
