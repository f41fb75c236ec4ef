import { addDestination, addTotp, makeBackupCodes } from '../../src/server/better-auth';
import { judgeBackupCode } from '../../src/server/better-auth/backup-code';
import { contextOf } from '../../src/server/better-auth/database';
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
  /** How many backup codes they have left of ten; null if none were ever made. Default: all, with a second factor. */
  codesLeft?: number | null;
  /** What is particular about them. Default: what is about their codes. */
  note?: string;
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
  { name: 'Finn', email: 'finn@example.com', password: 'finn-has-three-left', secondFactor: true, codesLeft: 3 },
  { name: 'Gro', email: 'gro@example.com', password: 'gro-used-them-all', secondFactor: true, codesLeft: 0 },
  { name: 'Hugo', email: 'hugo@example.com', password: 'hugo-never-made-any', secondFactor: true, codesLeft: null },
  {
    name: 'Ines',
    email: 'ines@example.com',
    password: 'ines-answers-calls',
    secondFactor: true,
    codesLeft: null,
    note: 'help desk',
  },
  {
    name: 'Jon',
    email: 'jon@example.com',
    password: 'jon-answers-too',
    secondFactor: true,
    codesLeft: null,
    note: 'help desk',
  },
];

const DAY = 24 * 60 * 60_000;

/** Makes one account. */
export async function addPerson(
  auth: DemoAuth,
  { name, email, password, secondFactor, codesTo = [], codesLeft, note }: Person,
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
  const hasCodes = codesLeft !== null && (secondFactor || codesTo.length > 0);
  const codes = hasCodes ? await makeBackupCodes(auth, user.id) : [];
  const used = codes.slice(codesLeft ?? codes.length);
  await useCodes(auth, user.id, used);
  return {
    email,
    password,
    totpSecret: app?.secret ?? null,
    totpUri: app?.uri ?? null,
    codesTo: codesTo.map(({ channel, to }) => `${channel} ${to}`),
    backupCodes: codes.slice(0, codes.length - used.length),
    note: note ?? noteOn(codesLeft),
  };
}

function noteOn(codesLeft: Person['codesLeft']): string | null {
  if (codesLeft === undefined) return null;
  if (codesLeft === null) return 'no backup codes made';
  return codesLeft === 0 ? 'all backup codes used' : `${codesLeft} backup codes left`;
}

/** Uses codes up, one a day until yesterday, as sign-ins would have. */
async function useCodes(auth: DemoAuth, userId: string, codes: readonly string[]): Promise<void> {
  const context = await contextOf(auth);
  const at = (index: number) => Date.now() - (codes.length - index) * DAY;
  for (const [index, code] of codes.entries()) await judgeBackupCode(context, context.adapter, userId, code, at(index));
}

/**
 * Makes those of the demo's accounts that are not there and notes their secrets in the data folder: the database keeps only
 * hashes of the codes. An account that is there is left as it is.
 */
export async function seed(auth: DemoAuth, dataDir?: string): Promise<DemoAccount[]> {
  const { internalAdapter } = await auth.$context;
  const made: DemoAccount[] = [];
  for (const person of PEOPLE) {
    if (!(await internalAdapter.findUserByEmail(person.email))) made.push(await addPerson(auth, person));
  }
  if (dataDir === undefined) return made;
  const accounts = [...(await readAccounts(dataDir)), ...made];
  if (made.length > 0) await writeAccounts(dataDir, accounts);
  return accounts;
}
