import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { accountsFile, type DemoAccount } from './accounts-file';
import { startDemoServer } from './start';

const dataDir = process.env.DATA_DIR ?? fileURLToPath(new URL('../../.data', import.meta.url));
const port = Number(process.env.PORT ?? 4173);
const host = process.env.HOST ?? '127.0.0.1';

function factorsOf({ totpSecret, codesTo, backupCodes, note }: Omit<DemoAccount, 'email' | 'password'>) {
  const ways = [
    totpSecret && 'app code',
    codesTo.some((to) => to.startsWith('email')) && 'code by e-mail',
    codesTo.some((to) => to.startsWith('sms')) && 'code by text',
    note ?? (backupCodes.length > 0 && 'backup code'),
  ].filter(Boolean);
  return ways.length > 0 ? ways.join(', ') : 'no second factor';
}

try {
  const { origin, accounts, kratos, close } = await startDemoServer({
    port,
    host,
    dataDir,
    databaseUrl: process.env.DATABASE_URL,
    smtpUrl: process.env.SMTP_URL,
    kratos: process.env.KRATOS_URL
      ? { url: process.env.KRATOS_URL, adminUrl: process.env.KRATOS_ADMIN_URL }
      : undefined,
    trustDeviceDays: 30,
    requireSecondFactor: process.env.REQUIRE_SECOND_FACTOR === '1',
    stock: {},
  });
  const people = accounts.map(({ email, password, ...ways }) => {
    return `  ${email.padEnd(19)} ${password.padEnd(20)} ${factorsOf(ways)}`;
  });
  const file = relative(process.cwd(), accountsFile(dataDir));
  console.log(
    [
      '',
      `  The demo runs at ${origin}`,
      '',
      ...people,
      '',
      `  An app code:   npx tsx demo/server/app-code.ts ada@example.com`,
      process.env.SMTP_URL
        ? `  Sent codes:    by ${new URL(process.env.SMTP_URL).host}; texts at ${origin}/outbox`
        : `  Sent codes:    ${origin}/outbox`,
      `  Backup codes:  ${file}`,
      ...(kratos ? [`  On Kratos:     ${origin}/login?backend=kratos, codes in ${dirname(file)}/kratos`] : []),
      '',
    ].join('\n'),
  );
  const stop = () => void close().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
} catch (error) {
  const busy = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
  console.error(busy ? `Port ${port} is in use. Take another one: PORT=4174 npm start` : error);
  process.exit(1);
}
