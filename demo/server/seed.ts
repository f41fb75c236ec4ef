import { addTotp, makeBackupCodes } from '../../src/server/better-auth';
import { readAccounts, writeAccounts, type DemoAccount } from './accounts-file';
import type { DemoAuth } from './auth';

const PEOPLE = [
  { name: 'Ada', email: 'ada@example.com', password: 'ada-lost-her-phone', secondFactor: true },
  { name: 'Ben', email: 'ben@example.com', password: 'ben-lost-his-key', secondFactor: true },
  { name: 'Cleo', email: 'cleo@example.com', password: 'cleo-has-no-factor', secondFactor: false },
];

type Person = (typeof PEOPLE)[number];

/** Makes one account, with an authenticator app and backup codes if it has a second factor. */
export async function addPerson(auth: DemoAuth, { name, email, password, secondFactor }: Person): Promise<DemoAccount> {
  const { internalAdapter, password: passwords } = await auth.$context;
  const user = await internalAdapter.createUser({ name, email, emailVerified: true }, { method: 'email-password' });
  await internalAdapter.linkAccount({
    userId: user.id,
    providerId: 'credential',
    accountId: user.id,
    password: await passwords.hash(password),
  });
  if (!secondFactor) return { email, password, totpSecret: null, totpUri: null, backupCodes: [] };
  const { secret, uri } = await addTotp(auth, user.id);
  return { email, password, totpSecret: secret, totpUri: uri, backupCodes: await makeBackupCodes(auth, user.id) };
}

/**
 * Makes the demo's accounts in an empty database and notes their secrets in the data folder: the database keeps only
 * hashes of the codes. A database that has the accounts is left as it is.
 */
export async function seed(auth: DemoAuth, dataDir?: string): Promise<DemoAccount[]> {
  const { internalAdapter } = await auth.$context;
  if (await internalAdapter.findUserByEmail(PEOPLE[0]!.email)) {
    return dataDir === undefined ? [] : readAccounts(dataDir);
  }
  const accounts: DemoAccount[] = [];
  for (const person of PEOPLE) accounts.push(await addPerson(auth, person));
  if (dataDir !== undefined) await writeAccounts(dataDir, accounts);
  return accounts;
}
