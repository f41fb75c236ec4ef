import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Answered, Command, Measured, Person, ServerOptions } from './commands';
import type { Halt } from './statements';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

let program: Promise<string> | undefined;

/** The server as one file: it is started over and over, and compiling it would be most of that. */
function bundle(): Promise<string> {
  return (program ??= write());
}

async function write(): Promise<string> {
  const folder = `${ROOT}test-results/load`;
  mkdirSync(folder, { recursive: true });
  const outfile = `${folder}/server-${process.pid}.mjs`;
  await build({
    entryPoints: [`${ROOT}test/load/server.ts`],
    ...{ outfile, bundle: true, platform: 'node', target: 'node20', format: 'esm', packages: 'external' },
    logLevel: 'warning',
  });
  return outfile;
}

export type ServerProcess = Awaited<ReturnType<typeof startServerProcess>>;

/** Starts a server as a process of its own. */
export async function startServerProcess(options: ServerOptions) {
  const child = fork(await bundle(), {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    execArgv: [],
    env: { ...process.env, SERVER_OPTIONS: JSON.stringify(options) },
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (printed += String(chunk)));
  const ended = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
  const line = openLine(child);
  const { port, origin } = await Promise.race([
    line.ready,
    ended.then(() => Promise.reject(new Error(`The server did not start:\n${printed}`))),
  ]);

  return {
    port,
    origin,
    /** What it wrote to its console. */
    printed: () => printed,
    /** How it ended: its exit code, or the signal that ended it. */
    ended: ended.then(([code, signal]) => signal ?? code ?? 'unknown'),
    isAlive: () => child.exitCode === null && child.signalCode === null,
    addPerson: (email?: string) => line.ask({ do: 'person', email }) as Promise<Person>,
    sql: <Row = Record<string, unknown>>(text: string, parameters: unknown[] = []) =>
      line.ask({ do: 'sql', text, parameters }) as Promise<Row[]>,
    /** Counts statements from here, and halts once so many were answered. */
    halt: (halt: Halt | null) => line.ask({ do: 'halt', halt }),
    /** When it waits at a halt. */
    halted: line.halted,
    goOn: () => line.ask({ do: 'go on' }),
    statements: () => line.ask({ do: 'count' }) as Promise<number>,
    measure: () => line.ask({ do: 'measure' }),
    measured: () => line.ask({ do: 'measured' }) as Promise<Measured>,
    async stop(): Promise<void> {
      if (child.exitCode === null && child.signalCode === null) await line.ask({ do: 'stop' }).catch(() => {});
      await ended;
    },
    async kill(): Promise<void> {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Questions to a child and their answers. */
function openLine(child: ChildProcess) {
  const open = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  const waiting: (() => void)[] = [];
  let halts = 0;
  let next = 0;
  let begin: (at: { port: number; origin: string }) => void = () => {};
  const ready = new Promise<{ port: number; origin: string }>((resolve) => (begin = resolve));

  child.on('message', (message: Answered) => {
    if ('ready' in message) return begin(message.ready);
    if ('halted' in message) {
      const told = waiting.shift();
      if (told) told();
      else halts += 1;
      return;
    }
    const asked = open.get(message.id);
    open.delete(message.id);
    if ('error' in message) asked?.reject(new Error(message.error));
    else asked?.resolve(message.result);
  });
  child.on('exit', () => {
    for (const { reject } of open.values()) reject(new Error('The server is gone.'));
    open.clear();
  });

  return {
    ready,
    halted(): Promise<void> {
      if (halts > 0) return Promise.resolve(void (halts -= 1));
      return new Promise((resolve) => waiting.push(resolve));
    },
    ask(command: Command): Promise<unknown> {
      return new Promise((resolve, reject) => {
        const id = (next += 1);
        open.set(id, { resolve, reject });
        child.send({ ...command, id }, (error) => error && reject(error));
      });
    },
  };
}
