import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A demo account with all its secrets, which no real server could tell you. */
export interface DemoAccount {
  email: string;
  password: string;
  /** The authenticator app's key in base32, or null without a second factor. */
  totpSecret: string | null;
  totpUri: string | null;
  /** Where codes are sent to it, as `email dora@example.com`. */
  codesTo: string[];
  /** Those that nobody had used when the account was made. */
  backupCodes: string[];
  /** What is particular about the backup codes. */
  note: string | null;
}

export const accountsFile = (dataDir: string) => join(dataDir, 'accounts.txt');

const LINES = {
  password: 'password',
  totpSecret: 'app key',
  totpUri: 'app address',
  codesTo: 'codes to',
  backupCodes: 'backup codes',
  note: 'note',
};

function format({ email, password, totpSecret, totpUri, codesTo, backupCodes, note }: DemoAccount): string {
  const lines = [email, `  ${LINES.password}: ${password}`];
  if (totpSecret) lines.push(`  ${LINES.totpSecret}: ${totpSecret}`, `  ${LINES.totpUri}: ${totpUri}`);
  if (codesTo.length > 0) lines.push(`  ${LINES.codesTo}: ${codesTo.join(', ')}`);
  if (backupCodes.length > 0) lines.push(`  ${LINES.backupCodes}: ${backupCodes.join(' ')}`);
  if (note) lines.push(`  ${LINES.note}: ${note}`);
  return lines.join('\n');
}

function parse(block: string): DemoAccount {
  const value = (name: string) => new RegExp(`^  ${name}: (.+)$`, 'm').exec(block)?.[1] ?? null;
  return {
    email: block.split('\n')[0]!.trim(),
    password: value(LINES.password) ?? '',
    totpSecret: value(LINES.totpSecret),
    totpUri: value(LINES.totpUri),
    codesTo: value(LINES.codesTo)?.split(', ') ?? [],
    backupCodes: value(LINES.backupCodes)?.split(' ') ?? [],
    note: value(LINES.note),
  };
}

export async function writeAccounts(dataDir: string, accounts: DemoAccount[]): Promise<void> {
  await writeFile(accountsFile(dataDir), `${accounts.map(format).join('\n\n')}\n`, { mode: 0o600 });
}

/** The accounts as they were made; a backup code that was used since is still listed. */
export async function readAccounts(dataDir: string): Promise<DemoAccount[]> {
  const text = await readFile(accountsFile(dataDir), 'utf8').catch(() => '');
  return text.trim() === '' ? [] : text.trim().split(/\n\n+/).map(parse);
}
