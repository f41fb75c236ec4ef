import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';
import { getMigrations } from 'better-auth/db/migration';
import type { DemoAccount } from './accounts-file';
import type { AssistanceOptions } from '../../src/server/better-auth';
import { createApp } from './app';
import { createAuth, type DemoAuth, type DemoAuthOptions } from './auth';
import { inTurn, openDatabase, type DatabaseLocation, type DatabasePool } from './database';
import { guardAuditLog, helpDesk } from './help-desk';
import type { KratosLocation, KratosSite } from './kratos/site';
import { startKratos } from './kratos/start';
import { appSecret } from './secret';
import { demoSenders, stockSender } from './mailer';
import { Outbox } from './outbox';
import { seed } from './seed';
import { createStockAuth, type StockAuth, type StockAuthOptions } from './stock';
import { seedStock } from './stock-seed';

export interface DemoServerOptions
  extends
    Pick<
      DemoAuthOptions,
      | 'limits'
      | 'now'
      | 'policy'
      | 'deliver'
      | 'notify'
      | 'linked'
      | 'trustDeviceDays'
      | 'requireSecondFactor'
      | 'signInsPerMinute'
    >,
    Pick<DatabaseLocation, 'template'> {
  /** What differs from the demo's own help desk, see help-desk.ts. */
  assistance?: Partial<AssistanceOptions>;
  /** Default 0: a free port. */
  port?: number;
  /** The address to listen on. Default `127.0.0.1`. */
  host?: string;
  /** Where browsers find it, if that is a proxy in front. Default `http://localhost:<port>`. */
  origin?: string;
  /** The folder for the database, the secret and the accounts. Without one everything is in memory. */
  dataDir?: string;
  /** A PostgreSQL server to use instead of PGlite. */
  databaseUrl?: string | undefined;
  /** A mail server (`smtp://user:password@host:587`) for e-mail. Without one it goes into the outbox, a page. */
  smtpUrl?: string | undefined;
  /** An Ory Kratos to sign in at too, by `?backend=kratos`. */
  kratos?: KratosLocation | undefined;
  /** Whether the demo's people are made. Default true; a test that brings its own is spared their passwords' hashes. */
  people?: boolean;
  /** Has the second app, an unmodified Better Auth, run beside it. Default: it does not. */
  stock?: Pick<StockAuthOptions, 'limited'>;
  /** The folder of the built pages. Default `demo/dist`. */
  pages?: string;
}

export interface DemoServer {
  /** Where it is to be opened: `http://localhost:<port>`. */
  origin: string;
  port: number;
  auth: DemoAuth;
  /** The second app, where it was asked for. */
  stock: StockAuth | undefined;
  database: DatabasePool;
  accounts: DemoAccount[];
  outbox: Outbox;
  kratos: KratosSite | undefined;
  /** Ends the open connections and closes the database. */
  close(): Promise<void>;
}

const DEFAULT_PAGES = fileURLToPath(new URL('../dist', import.meta.url));

/** Listens first, since the origin holds the port; requests wait until the rest is ready. */
async function listen(port: number, hostname: string, fetch: Parameters<typeof serve>[0]['fetch']): Promise<Server> {
  const server = serve({ fetch, port, hostname }) as Server;
  await once(server, 'listening');
  return server;
}

async function stop(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}

async function migrate({ options }: Pick<DemoAuth | StockAuth, 'options'>): Promise<void> {
  const { runMigrations } = await getMigrations(options);
  await runMigrations();
}

interface Parts extends Pick<DemoServerOptions, 'people' | 'dataDir'> {
  auth: DemoAuth;
  stock: StockAuth | undefined;
}

/** Makes the tables and the people that are not there. */
async function prepare({ auth, stock, people, dataDir }: Parts, database: DatabasePool): Promise<DemoAccount[]> {
  await migrate(auth);
  await guardAuditLog(database);
  const accounts = people ? await seed(auth, dataDir) : [];
  if (!stock) return accounts;
  await migrate(stock);
  return seedStock(stock, accounts, dataDir);
}

/** Starts the reference server: Better Auth, the contract, the demo's pages and its accounts. */
export async function startDemoServer(options: DemoServerOptions = {}): Promise<DemoServer> {
  const {
    port: wanted = 0,
    host = '127.0.0.1',
    dataDir,
    databaseUrl,
    template,
    pages = DEFAULT_PAGES,
    ...more
  } = options;
  const {
    origin: seenAt,
    smtpUrl,
    deliver: otherSenders,
    notify,
    stock: forStock,
    kratos: location,
    assistance,
    people = true,
    ...forAuth
  } = more;
  const outbox = new Outbox();
  const senders = demoSenders(outbox, smtpUrl);
  const deliver = { ...senders.deliver, ...otherSenders };
  let ready: (app: ReturnType<typeof createApp>) => void = () => {};
  const app = new Promise<ReturnType<typeof createApp>>((resolve) => (ready = resolve));
  const server = await listen(wanted, host, async (request, env) => (await app).fetch(request, env));
  const { port } = server.address() as AddressInfo;
  const origin = seenAt ?? `http://localhost:${port}`;

  let database: DatabasePool | undefined;
  const close = async () => {
    await stop(server);
    await database?.end();
  };
  try {
    if (dataDir !== undefined) await mkdir(dataDir, { recursive: true, mode: 0o700 });
    const pool = (database = await openDatabase({ databaseUrl, dataDir, template }));
    const secret = await appSecret(dataDir);
    const auth = createAuth({
      ...forAuth,
      ...{ deliver, notify: notify ?? senders.notify, assistance: helpDesk(origin, assistance) },
      ...{ database, origin, secret },
    });
    const { signInsPerMinute } = forAuth;
    const sendOTP = stockSender(deliver.email);
    const stock = forStock && createStockAuth({ ...forStock, database, origin, secret, signInsPerMinute, sendOTP });
    const accounts = await inTurn(databaseUrl, () => prepare({ auth, stock, people, dataDir }, pool));
    const kratos = location && (await startKratos(origin, location, dataDir));
    ready(createApp({ auth, stock, pages, outbox, kratos: kratos?.site }));
    const everybody = [...accounts, ...(kratos?.accounts ?? [])];
    return { origin, port, auth, stock, database, accounts: everybody, outbox, kratos: kratos?.site, close };
  } catch (error) {
    await close();
    throw error;
  }
}
