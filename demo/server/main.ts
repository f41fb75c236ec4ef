import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { accountsFile } from './accounts-file';
import { startDemoServer } from './start';

const dataDir = process.env.DATA_DIR ?? fileURLToPath(new URL('../../.data', import.meta.url));
const port = Number(process.env.PORT ?? 4173);
const host = process.env.HOST ?? '127.0.0.1';

try {
  const { origin, accounts, close } = await startDemoServer({
    port,
    host,
    dataDir,
    databaseUrl: process.env.DATABASE_URL,
  });
  const people = accounts.map(({ email, password, totpSecret }) => {
    const factor = totpSecret ? 'app code or backup code' : 'no second factor';
    return `  ${email.padEnd(18)} ${password.padEnd(20)} ${factor}`;
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
      `  Backup codes:  ${file}`,
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
