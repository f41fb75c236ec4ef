import type { Person } from './commands';
import type { ServerProcess } from './server-process';
import { addressOf, attemptId, Visitor, type Answer, type Place } from './visitor';

/**
 * How somebody comes: `alone`; `twice`, one attempt that a browser sends two times at once; or as a `rival`, in two browsers with the
 * same code at once.
 */
type Manner = 'alone' | 'twice' | 'rival';

interface Party {
  readonly person: Person;
  readonly manner: Manner;
}

/** One browser's way in. */
interface Journey {
  readonly person: Person;
  /** From the password to the answer to the code, in milliseconds. */
  readonly ms: number;
  readonly proved: Answer[];
  readonly visitor: Visitor;
}

export interface Rush {
  readonly parties: readonly Party[];
  readonly journeys: readonly Journey[];
  /** Of all of it, in milliseconds. */
  readonly ms: number;
  /** How long each kind of request took. */
  readonly times: Readonly<Record<string, readonly number[]>>;
  /** What was answered, by status or by the problem's code, and how often. */
  readonly answers: ReadonlyMap<string, number>;
}

const together = <T, R>(all: readonly T[], work: (one: T, index: number) => Promise<R>): Promise<R[]> =>
  Promise.all(all.map(work));

/** A success or a problem by its name; a connection that died by its error. */
export const nameOf = ({ status, body }: Pick<Answer, 'status' | 'body'>): string =>
  status >= 200 && status < 300
    ? String(status)
    : `${status || 'no answer'} ${(body as { code?: string } | null)?.code ?? ''}`.trim();

/** Of so many sign-ins three of five come alone, one of ten sends its attempt twice, and the rest are rivals. */
async function invite(server: ServerProcess, count: number): Promise<Party[]> {
  const twice = Math.floor(count / 10);
  const pairs = Math.floor((count * 3) / 20);
  const manners: Manner[] = [
    ...Array<Manner>(count - twice - 2 * pairs).fill('alone'),
    ...Array<Manner>(twice).fill('twice'),
    ...Array<Manner>(pairs).fill('rival'),
  ];
  const parties: Party[] = [];
  for (const manner of manners) parties.push({ person: await server.addPerson(), manner });
  return parties;
}

/** So many browsers at once, each at an address of its own, sign in by password and a backup code. */
export async function rush(servers: readonly [ServerProcess, ...ServerProcess[]], count: number): Promise<Rush> {
  const place: Place = { origin: servers[0].origin, ports: servers.map(({ port }) => port) };
  const parties = await invite(servers[0], count);
  const browsers = parties.flatMap((party) => (party.manner === 'rival' ? [party, party] : [party]));
  const times: Record<string, number[]> = { password: [], challenge: [], 'backup code': [] };
  const answers = new Map<string, number>();

  const asked = async (kind: string, asking: Promise<Answer>): Promise<Answer> => {
    const answer = await asking.catch((error: NodeJS.ErrnoException) => lost(error));
    times[kind]?.push(answer.ms);
    const name = `${kind}: ${nameOf(answer)}`;
    answers.set(name, (answers.get(name) ?? 0) + 1);
    return answer;
  };

  const begun = performance.now();
  const journeys = await together(browsers, async ({ person, manner }, index): Promise<Journey> => {
    const visitor = new Visitor(place, addressOf(index), index);
    const since = performance.now();
    await asked('password', visitor.signIn(person));
    await asked('challenge', visitor.load());
    const [attempt, code] = [attemptId(), person.codes[0] ?? ''];
    const senders = manner === 'twice' ? [visitor, visitor.copy()] : [visitor];
    const proved = await together(senders, (sender) => asked('backup code', sender.redeem(code, attempt)));
    return { person, proved, visitor, ms: performance.now() - since };
  });
  return { parties, journeys, ms: performance.now() - begun, times, answers };
}

const lost = ({ code, message }: NodeJS.ErrnoException): Answer => ({
  ...{ status: 0, headers: {}, ms: 0 },
  body: { code: code ?? message },
});

/** What the database has of a person. */
const STORED = `select u.id,
  (select count(*)::int from "mfaBackupCode" c where c."userId" = u.id and c."usedAt" is not null) as used,
  (select count(*)::int from "mfaBackupCode" c where c."userId" = u.id and c."usedAt" is null) as left,
  (select count(*)::int from session s where s."userId" = u.id) as sessions,
  (select count(*)::int from "mfaActivity" a where a."userId" = u.id and a.what = 'mfa.backup_code_used') as shown,
  (select count(*)::int from "mfaAudit" a where a."subjectId" = u.id and a.event = 'mfa.backup_code_used') as logged,
  (select count(*)::int from "mfaChallenge" c where c."userId" = u.id and c.state = 'passed') as passed
  from "user" u`;

const ONE_OF_TEN = { used: 1, left: 9, sessions: 1, shown: 1, logged: 1, passed: 1 };

type Stored = typeof ONE_OF_TEN & { id: string };

/** What is not as it has to be after a rush, each in a sentence; nothing where all is. */
export async function faultsOf({ parties, journeys }: Rush, server: ServerProcess): Promise<string[]> {
  const faults: string[] = [];
  const stored = new Map((await server.sql<Stored>(STORED)).map(({ id, ...row }) => [id, row]));

  for (const { person, manner } of parties) {
    const row = JSON.stringify(stored.get(person.id));
    if (row !== JSON.stringify(ONE_OF_TEN)) faults.push(`${manner}: one code was given, and the database has ${row}`);

    const own = journeys.filter((journey) => journey.person === person);
    const got = own.map(({ proved }) => proved.map(nameOf).join(' and ')).sort();
    const meant = { alone: ['200'], twice: ['200 and 200'], rival: ['200', '422 used-code'] }[manner];
    if (got.join() !== meant.join())
      faults.push(`${manner}: answered ${got.join(', ')} instead of ${meant.join(', ')}`);

    const told = own.flatMap(({ proved }) => proved.filter(({ status }) => status === 200));
    const wrong = told.filter(({ body }) => body.codesLeft !== 9);
    if (wrong.length > 0) faults.push(`${manner}: told that ${String(wrong[0]?.body.codesLeft)} codes are left`);
  }

  const inside = journeys.filter(({ visitor }) => visitor.holdsSession);
  const seen = await together(inside, async ({ visitor, person }) => {
    const { body } = await visitor.codes();
    return { person, state: `${String(body.state)} ${String(body.left)}` };
  });
  for (const { state } of seen)
    if (state !== 'on 9') faults.push(`The account page has codes ${state} instead of on 9`);
  if (new Set(seen.map(({ person }) => person)).size !== parties.length) {
    faults.push(`${parties.length - seen.length} people hold no session`);
  }
  return faults;
}
