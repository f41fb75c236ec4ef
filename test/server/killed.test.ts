import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Person, ServerOptions } from '../load/commands';
import { openSite, ORIGIN, type Site } from '../load/places';
import type { ServerProcess } from '../load/server-process';
import { addressOf, attemptId, Visitor, type Answer } from '../load/visitor';
import { findPostgres } from './support/postgres';

/** What is found after a death: all of it as before, all of it as after, or something that must not be. */
type Outcome = 'old' | 'new' | `neither: ${string}`;

/** One thing that a person or an agent does. */
interface Deed {
  act(): Promise<Answer>;
  /** What the server has of it that was started again, and what it makes of asking it again. */
  outcome(server: ServerProcess): Promise<Outcome>;
}

const MANY = 100_000;
const PLAIN: ServerOptions = {
  plainPasswords: true,
  cap: MANY,
  signInsPerMinute: MANY,
  limits: { load: MANY, attempt: MANY, other: MANY },
};

let visits = 0;
const visitorOf = ({ port }: ServerProcess) => new Visitor({ origin: ORIGIN, ports: [port] }, addressOf((visits += 1)));
const placeOf = ({ port }: ServerProcess) => ({ origin: ORIGIN, ports: [port] });

async function challenged(server: ServerProcess, person: Person): Promise<Visitor> {
  const visitor = visitorOf(server);
  expect((await visitor.signIn(person)).body).toEqual({ secondFactor: true });
  return visitor;
}

async function signedIn(server: ServerProcess, person: Person): Promise<Visitor> {
  const visitor = await challenged(server, person);
  expect((await visitor.proveByApp(person)).status).toBe(200);
  return visitor;
}

/** The stored hashes of the codes in force, as one word. */
const inForce = async (server: ServerProcess, { id }: Person): Promise<string> => {
  const rows = await server.sql<{ hash: string }>('select hash from "mfaBackupCode" where "userId" = $1', [id]);
  return rows
    .map(({ hash }) => hash)
    .sort()
    .join();
};

const redeem = async (server: ServerProcess, person: Person, code: string) =>
  (await (await challenged(server, person)).redeem(code)).status;

const DEEDS: Record<string, (server: ServerProcess) => Promise<Deed>> = {
  async issue(server) {
    const person = await server.addPerson();
    const visitor = await signedIn(server, person);
    const before = await inForce(server, person);
    return {
      act: () => visitor.issue(),
      async outcome(next) {
        if ((await inForce(next, person)) !== before) return 'neither: other codes are in force';
        const staged = await next.sql<{ hashes: string }>(
          `select hashes from "mfaCodeSet" where "userId" = $1 and state = 'staged'`,
          [person.id],
        );
        const sizes = staged.map(({ hashes }) => (JSON.parse(hashes) as string[]).length).join();
        const isWhole = sizes === '' || sizes === '10';
        if (!isWhole || (await redeem(next, person, person.codes[0]!)) !== 200) return `neither: ${sizes} staged`;
        return sizes === '' ? 'old' : 'new';
      },
    };
  },

  async confirm(server) {
    const person = await server.addPerson();
    const visitor = await signedIn(server, person);
    const { id, codes } = (await visitor.issue()).body as { id: string; codes: string[] };
    const before = await inForce(server, person);
    const [staged] = await server.sql<{ hashes: string }>('select hashes from "mfaCodeSet" where "setId" = $1', [id]);
    const after = (JSON.parse(staged!.hashes) as string[]).sort().join();
    return {
      act: () => visitor.confirm(id),
      async outcome(next) {
        const found = await inForce(next, person);
        if (found !== before && found !== after) return `neither: ${found.split(',').length} codes are in force`;
        // The page that got no answer asks again.
        const again = await visitor.at(placeOf(next)).confirm(id);
        if (again.status !== 200 || again.body.left !== 10) return `neither: confirmed again, ${again.status}`;
        const tried = [await redeem(next, person, person.codes[0]!), await redeem(next, person, codes[0]!)].join();
        if (tried !== '422,200') return `neither: the old and the new code are answered ${tried}`;
        return found === before ? 'old' : 'new';
      },
    };
  },

  async redeem(server) {
    const person = await server.addPerson();
    const visitor = await challenged(server, person);
    const [attempt, [code]] = [attemptId(), person.codes];
    return {
      act: () => visitor.redeem(code!, attempt),
      async outcome(next) {
        const [row] = await next.sql<Record<string, number>>(
          `select
            (select count(*)::int from "mfaBackupCode" where "userId" = $1 and "usedAt" is not null) as used,
            (select count(*)::int from session where "userId" = $1) as sessions,
            (select count(*)::int from "mfaChallenge" where "userId" = $1 and state = 'passed') as passed,
            (select count(*)::int from "mfaActivity" where "userId" = $1 and what = 'mfa.backup_code_used') as shown,
            (select count(*)::int from "mfaAudit" where "subjectId" = $1 and event = 'mfa.backup_code_used') as logged`,
          [person.id],
        );
        const found = Object.values(row!).join();
        if (found !== '0,0,0,0,0' && found !== '1,1,1,1,1') return `neither: ${JSON.stringify(row)}`;
        const isSpent = found.startsWith('1');
        // The page that got no answer asks what became of it.
        const back = visitor.at(placeOf(next));
        const { body } = await back.settle(attempt);
        const told = isSpent
          ? body.state === 'signed-in' && body.verified.codesLeft === 9 && back.holdsSession
          : body.state === 'pending' && body.spent === false && (await back.redeem(code!)).status === 200;
        return told ? (isSpent ? 'new' : 'old') : `neither: told ${JSON.stringify(body)}`;
      },
    };
  },

  async reset(server) {
    const agent = await agentOf(server);
    const person = await server.addPerson();
    const inside = await signedIn(server, person);
    const asking = await challenged(server, person);
    const { number } = (await asking.askForHelp()).body as { number: string };
    return {
      act: () => agent.at(placeOf(server)).act('reset', number, person.id),
      async outcome(next) {
        const [row] = await next.sql<Record<string, unknown>>(
          `select
            (select count(*)::int from "mfaFactor" where "userId" = $1) as factors,
            (select count(*)::int from "mfaBackupCode" where "userId" = $1) as codes,
            (select count(*)::int from session where "userId" = $1) as sessions,
            (select count(*)::int from "mfaStanding" where "userId" = $1 and reset is not null) as resets,
            (select count(*)::int from "mfaAudit" where "subjectId" = $1 and event = 'mfa.factor_admin_reset') as logged,
            (select state from "mfaCase" where number = $2) as state`,
          [person.id, number],
        );
        const found = Object.values(row!).join();
        const isReset = found === '0,0,0,1,1,reset';
        if (!isReset && found !== '1,10,1,0,0,waiting') return `neither: ${JSON.stringify(row)}`;
        const isIn = (await inside.at(placeOf(next)).codes()).status === 200;
        // The agent who got no answer looks at the case, and goes on from there.
        const again = await agent.at(placeOf(next)).act(isReset ? 'pass' : 'reset', number, person.id);
        if (isIn === isReset || typeof again.body.pass !== 'string') return `neither: ${again.status}, in: ${isIn}`;
        return isReset ? 'new' : 'old';
      },
    };
  },
};

let duty: { site: Site; agent: Visitor } | undefined;
let site: Site;

/** Who answers at the demo's help desk, signed in. */
async function agentOf(server: ServerProcess): Promise<Visitor> {
  if (duty?.site === site) return duty.agent;
  const agent = await signedIn(server, await server.addPerson('ines@example.com'));
  duty = { site, agent };
  return agent;
}

/**
 * Kills the server in the middle of a deed: before its first statement, after its first, after its second, to the last.
 * @param step after how many more each time
 */
async function deathsOf(name: string, step: number): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  let server: ServerProcess = await site.start();
  for (;;) {
    const deed = await DEEDS[name]!(server);
    await server.halt({ after: outcomes.length * step, how: 'die' });
    const answer = await deed.act().catch(() => null);
    if (answer) {
      // It was over before its hour came: every statement was the last one once.
      await server.halt(null);
      expect([answer.status, await deed.outcome(server)]).toEqual([200, 'new']);
      await server.stop();
      return outcomes;
    }
    expect(await server.ended).toBe('SIGKILL');
    server = await site.start();
    outcomes.push(await deed.outcome(server));
  }
}

/** After how many more statements it dies each time. PGlite takes seconds to open a folder that was left so. */
const STEPS = { PGlite: 4, PostgreSQL: 1 };
// Where the tests are run on a PostgreSQL server they were on PGlite before.
const ENGINES = process.env.TEST_DATABASE_URL ? (['PostgreSQL'] as const) : (['PGlite', 'PostgreSQL'] as const);

describe.each(ENGINES)('on %s, a server that is killed and started again', (engine) => {
  let postgres: Awaited<ReturnType<typeof findPostgres>> | undefined;
  beforeAll(async () => {
    postgres = engine === 'PostgreSQL' ? await findPostgres() : undefined;
    if (engine === 'PGlite' || postgres?.url) site = await openSite(postgres?.url, 0, PLAIN);
  });
  beforeEach(({ skip }) => skip(engine === 'PostgreSQL' && !postgres?.url, 'there is no PostgreSQL'));
  afterAll(async () => {
    await site?.close();
    postgres?.stop();
  });

  test.each(Object.keys(DEEDS))(
    'has done all of it or nothing, wherever it died: %s',
    { timeout: 900_000 },
    async (name) => {
      const outcomes = await deathsOf(name, STEPS[engine]);
      expect(outcomes.filter((one) => one !== 'old' && one !== 'new')).toEqual([]);
      // Nothing until it is committed, and all from then on; where it died after each statement, on both sides of that.
      expect(outcomes.join(' ')).toMatch(engine === 'PGlite' ? /^(old ?)+(new ?)*$/ : /^(old )+new( new)*$/);
    },
  );
});

test('a server without transactions is caught', { timeout: 900_000 }, async () => {
  site = await openSite(undefined, 0, { ...PLAIN, withoutTransactions: true });
  try {
    const outcomes = await deathsOf('confirm', 1);
    expect(outcomes.filter((one) => one.startsWith('neither')).length).toBeGreaterThan(0);
  } finally {
    await site.close();
  }
});
