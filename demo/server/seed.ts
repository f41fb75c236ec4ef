import { addDestination, addTotp, makeBackupCodes } from '../../src/server/better-auth';
import { readAccounts, writeAccounts, type DemoAccount } from './accounts-file';
import type { DemoAuth } from './auth';

/** Somebody to try the demo as. */
interface Person {
  name: string;
  email: string;
  password: string;
  /** Whether they have an authenticator app. */
  secondFactor: boolean;
  /** Where codes are sent to them. */
  codesTo?: { channel: 'email' | 'sms'; to: string }[];
}

const PEOPLE: Person[] = [
  { name: 'Ada', email: 'ada@example.com', password: 'ada-lost-her-phone', secondFactor: true },
  { name: 'Ben', email: 'ben@example.com', password: 'ben-lost-his-key', secondFactor: true },
  { name: 'Cleo', email: 'cleo@example.com', password: 'cleo-has-no-factor', secondFactor: false },
  {
    name: 'Dora',
    email: 'dora@example.com',
    password: 'dora-reads-her-mail',
    secondFactor: true,
    codesTo: [{ channel: 'email', to: 'dora@example.com' }],
  },
  {
    name: 'Emil',
    email: 'emil@example.com',
    password: 'emil-has-no-app',
    secondFactor: false,
    codesTo: [
      { channel: 'email', to: 'emil@example.com' },
      { channel: 'sms', to: '+4755500142' },
    ],
  },
];

/** Makes one account, with backup codes if it has a second factor. */
export async function addPerson(
  auth: DemoAuth,
  { name, email, password, secondFactor, codesTo = [] }: Person,
): Promise<DemoAccount> {
  const { internalAdapter, password: passwords } = await auth.$context;
  const user = await internalAdapter.createUser({ name, email, emailVerified: true }, { method: 'email-password' });
  await internalAdapter.linkAccount({
    userId: user.id,
    providerId: 'credential',
    accountId: user.id,
    password: await passwords.hash(password),
  });
  const app = secondFactor ? await addTotp(auth, user.id) : null;
  for (const destination of codesTo) await addDestination(auth, user.id, destination);
  return {
    email,
    password,
    totpSecret: app?.secret ?? null,
    totpUri: app?.uri ?? null,
    codesTo: codesTo.map(({ channel, to }) => `${channel} ${to}`),
    backupCodes: app || codesTo.length > 0 ? await makeBackupCodes(auth, user.id) : [],
  };
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
