import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createRestBackend } from '../../src/backends/rest';
import { isUnreachable } from '../../src/server/better-auth/unreachable';
import type { Person } from '../load/commands';
import { startServerProcess, type ServerProcess } from '../load/server-process';
import { addressOf, attemptId, Visitor } from '../load/visitor';
import { problemOf } from '../support/better-auth';
import { tcpProxy } from '../support/tcp-proxy';
import { Browser } from './support/harness';
import { findPostgres, makeDatabase } from './support/postgres';

test.each<[string, object]>([
  ['a refused connection', { code: 'ECONNREFUSED' }],
  ['one of several refused', Object.assign(new AggregateError([]), { code: 'ECONNREFUSED' })],
  ['a database that stops', { code: '57P01' }],
  ['a database that starts', { code: '57P03' }],
  ['one that has no room', { code: '53300' }],
  ['a cut connection', { message: 'Connection terminated unexpectedly' }],
  ['a wait that was too long', { message: 'timeout exceeded when trying to connect' }],
  ['what lies below', { cause: Object.assign(new Error(), { code: 'ECONNRESET' }) }],
])('%s says that the database could not be asked', (_, more) => {
  expect(isUnreachable(more instanceof Error ? more : Object.assign(new Error('failed'), more))).toBe(true);
});

test.each<[string, unknown]>([
  ['a broken rule', Object.assign(new Error('duplicate key'), { code: '23505' })],
  ['a mistake', new TypeError('x is not a function')],
  ['something thrown', 'ECONNREFUSED'],
])('%s says nothing of the kind', (_, error) => {
  expect(isUnreachable(error)).toBe(false);
});

const postgres = await findPostgres();
afterAll(() => postgres.stop());

// PGlite is part of the process and can't go away without it.
describe.skipIf(!postgres.url)('a database that goes away', () => {
  let own: Awaited<ReturnType<typeof makeDatabase>>;
  let proxy: Awaited<ReturnType<typeof tcpProxy>>;
  let server: ServerProcess;
  let person: Person;
  let visits = 0;

  beforeAll(async () => {
    own = await makeDatabase(postgres.url!);
    const url = new URL(own.url);
    proxy = await tcpProxy({ host: url.hostname, port: Number(url.port) });
    url.host = `127.0.0.1:${proxy.port}`;
    server = await startServerProcess({ databaseUrl: url.href, plainPasswords: true });
  });
  afterAll(async () => {
    await server.stop();
    await proxy.close();
    await own.drop();
  });
  beforeEach(async () => {
    person = await server.addPerson();
  });

  async function challenged(): Promise<Visitor> {
    const place = { origin: server.origin, ports: [server.port] };
    const visitor = new Visitor(place, addressOf((visits += 1)));
    expect((await visitor.signIn(person)).body).toEqual({ secondFactor: true });
    return visitor;
  }

  async function away<T>(work: () => Promise<T>): Promise<T> {
    await proxy.refuse();
    try {
      return await work();
    } finally {
      await proxy.listenAgain();
    }
  }

  const problem = {
    ...{ type: 'urn:mfa-elements:problem:server', title: expect.any(String), status: 503, code: 'server' },
    reference: expect.stringMatching(/^\w{12}$/),
  };

  test('is told with the contract’s problem and a reference, and with nothing of what went wrong', async () => {
    const visitor = await challenged();
    const answers = await away(async () => [await visitor.load(), await visitor.redeem(person.codes[0]!)]);
    for (const { status, body, headers } of answers) {
      expect([status, headers['content-type'], body]).toEqual([503, 'application/problem+json', problem]);
    }
  });

  test('shows nothing of itself at the password either', async () => {
    const visitor = await challenged();
    const { status, body } = await away(() => visitor.signIn(person));
    expect(status).toBeGreaterThanOrEqual(500);
    expect(JSON.stringify(body)).not.toMatch(/ECONN|127\.0\.0\.1|node_modules|\bat /);
    expect(visitor.holdsSession).toBe(false);
  });

  test('is the server’s own trouble to the adapter of the elements, and over when it is back', async () => {
    const browser = new Browser({ origin: server.origin });
    await browser.send('POST', '/api/auth/sign-in/email', { email: person.email, password: person.password });
    const { challenge } = createRestBackend({ baseUrl: `${server.origin}/api/auth/mfa`, fetch: browser.fetch });
    const call = { signal: new AbortController().signal };
    const attempt = { attempt: attemptId() };
    const proof = { kind: 'backup-code', code: person.codes[0]! } as const;
    const found = await away(() => problemOf(challenge!.verify(proof, attempt, call)));
    expect(found).toEqual({ code: 'server', reference: expect.stringMatching(/^\w{12}$/) });
    expect(await challenge!.settle(attempt.attempt, call)).toEqual({ state: 'pending', spent: false });
    expect(await challenge!.verify(proof, { attempt: attemptId() }, call)).toMatchObject({ codesLeft: 9 });
  });

  test('costs the process nothing while it has nothing to do', async () => {
    const visitor = await challenged();
    proxy.cut();
    // The first to come may still meet a connection whose end was not noticed.
    const answers = [await visitor.load(), await visitor.load(), await visitor.load()];
    expect([answers.at(-1)!.status, server.isAlive()]).toEqual([200, true]);
  });

  test('in the middle of an attempt leaves it done or not, wherever that was, and the process running', async () => {
    const found = new Set<string>();
    for (let after = 1; ; after += 1) {
      person = await server.addPerson();
      const visitor = await challenged();
      const attempt = attemptId();
      await server.halt({ after, how: 'wait' });
      const answering = visitor.redeem(person.codes[0]!, attempt);
      const isHalted = await Promise.race([server.halted().then(() => true), answering.then(() => false)]);
      if (!isHalted) break;
      proxy.cut();
      await server.goOn();
      const { status, body } = await answering;
      const settled = await settle(visitor, attempt);
      const [row] = await server.sql<{ used: number }>(
        'select count("usedAt")::int as used from "mfaBackupCode" where "userId" = $1',
        [person.id],
      );
      expect([status, settled.state, row!.used]).toEqual(
        row!.used === 1 ? [expect.toSatisfy((one) => one === 200 || one === 503), 'signed-in', 1] : [503, 'pending', 0],
      );
      if (status !== 200) expect(body).toEqual(problem);
      found.add(`${status} ${settled.state}`);
    }
    await server.halt(null);
    expect(server.isAlive()).toBe(true);
    // Both were seen: cut before the commit, and cut between the commit and the answer.
    expect([...found]).toEqual(expect.arrayContaining(['503 pending']));
    expect([...found].some((one) => one.endsWith('signed-in'))).toBe(true);
  }, 300_000);

  /** Asks until a connection is found that stands. */
  async function settle(visitor: Visitor, attempt: string): Promise<{ state: string }> {
    for (let tries = 0; tries < 12; tries += 1) {
      const { status, body } = await visitor.copy().settle(attempt);
      if (status === 200) return body as { state: string };
    }
    throw new Error('The database did not come back.');
  }

  test('from the start stops the server from starting, with a word on why', async () => {
    await away(async () => {
      const databaseUrl = `postgres://test@127.0.0.1:${proxy.port}/nothing`;
      await expect(startServerProcess({ databaseUrl })).rejects.toThrow('ECONNREFUSED');
    });
  });
});
