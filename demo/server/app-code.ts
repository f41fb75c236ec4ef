import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TOTP } from 'otpauth';
import { readAccounts } from './accounts-file';

const dataDir = process.env.DATA_DIR ?? fileURLToPath(new URL('../../.data', import.meta.url));
const email = process.argv[2] ?? 'ada@example.com';
const accounts = [...(await readAccounts(dataDir)), ...(await readAccounts(join(dataDir, 'kratos')))];
const account = accounts.find((candidate) => candidate.email === email);

if (account?.totpSecret) {
  console.log(new TOTP({ secret: account.totpSecret }).generate());
} else {
  console.error(`${email} has no authenticator app here. Start the demo once; it makes the accounts.`);
  process.exitCode = 1;
}
