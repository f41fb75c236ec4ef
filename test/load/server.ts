/** A server process under test: the reference server, and a line to its parent for what no visitor may do. */
import { randomBytes } from 'node:crypto';
import { startDemoServer } from '../../demo/server/start';
import { addTotp, makeBackupCodes } from '../../src/server/better-auth';
import type { Answered, Command, Person, ServerOptions } from './commands';
import { watchHashing } from './hashing';
import { watchStatements } from './statements';

const PASSWORD = 'a password of the tests';
const plain = {
  hash: (password: string) => Promise.resolve(`plain ${password}`),
  verify: ({ hash, password }: { hash: string; password: string }) => Promise.resolve(hash === `plain ${password}`),
};

const hashing = watchHashing();
const say = (message: Answered) => process.send?.(message);
let goOn: () => void = () => {};
const given = JSON.parse(process.env.SERVER_OPTIONS ?? '{}') as ServerOptions;
const { plainPasswords = false, withoutTransactions = false, cap, ...options } = given;
const statements = watchStatements(
  async () => {
    say({ halted: true });
    await new Promise<void>((resolve) => (goOn = resolve));
  },
  { withoutTransactions },
);
const assistance = cap === undefined ? {} : { cap };
const server = await startDemoServer({ people: false, pages: 'demo/dist', assistance, ...options });
const { internalAdapter, password } = await server.auth.$context;
if (plainPasswords) Object.assign(password, plain);
let hash: string | undefined;

async function addPerson(email = `person-${randomBytes(6).toString('hex')}@example.com`): Promise<Person> {
  const user = await internalAdapter.createUser(
    { name: 'A person', email, emailVerified: true },
    { method: 'email-password' },
  );
  hash ??= await password.hash(PASSWORD);
  await internalAdapter.linkAccount({
    ...{ userId: user.id, providerId: 'credential', accountId: user.id },
    password: hash,
  });
  const { secret } = await addTotp(server.auth, user.id);
  return { id: user.id, email, password: PASSWORD, appKey: secret, codes: await makeBackupCodes(server.auth, user.id) };
}

async function sql(text: string, parameters: unknown[]): Promise<unknown[]> {
  const client = await server.database.connect();
  try {
    return (await client.query(text, parameters)).rows;
  } finally {
    client.release();
  }
}

let cpu = process.cpuUsage();

const DO: { [K in Command['do']]: (command: Extract<Command, { do: K }>) => unknown } = {
  person: ({ email }) => addPerson(email),
  sql: ({ text, parameters }) => sql(text, parameters),
  halt: ({ halt }) => statements.from(halt),
  count: () => statements.count,
  'go on': () => goOn(),
  measure: () => {
    hashing.forget();
    cpu = process.cpuUsage();
  },
  measured: () => {
    const { user, system } = process.cpuUsage(cpu);
    return { ...hashing.seen, cpu: (user + system) / 1000, costOfPassword: hashing.costOfPassword() };
  },
  stop: () => server.close(),
};

process.on('message', (command: Command & { id: number }) => {
  const act = DO[command.do] as (given: Command) => unknown;
  void Promise.resolve()
    .then(() => act(command))
    .then(
      (result) => say({ id: command.id, result: result ?? null }),
      (error: unknown) => say({ id: command.id, error: error instanceof Error ? error.message : String(error) }),
    )
    .then(() => command.do === 'stop' && process.exit(0));
});
// Nobody is left to ask it anything.
process.on('disconnect', () => process.exit(1));
say({ ready: { port: server.port, origin: server.origin } });
