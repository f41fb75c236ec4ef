import { TOTP } from 'otpauth';
import type { NoticeMessage } from '../../../src/server/better-auth';
import { OF_THE_DESK } from '../../../src/server/better-auth/audit/events';
import type { Act } from '../../../src/server/better-auth/desk/rules';
import { MINUTE, PASSWORD, startHarness, type Answer, type Browser, type Harness, type Person } from './harness';

export const REASON = 'Called back on the number on file, and knew the last invoice.';

/** The agents on duty do in a minute what others do in weeks. */
export const CAP = 200;

export interface AuditLine {
  event: string;
  actorId: string;
  subjectId: string | null;
  role: string;
  detail: Record<string, unknown>;
}

export type Desk = Awaited<ReturnType<typeof startDesk>>;

/** The harness with a help desk, whose agents are whom a test makes one. */
export async function startDesk(options: Parameters<typeof startHarness>[0] = {}) {
  const agents = new Set<string>();
  const notices: NoticeMessage[] = [];
  const t: Harness = await startHarness({
    notify: (message) => Promise.resolve(void notices.push(message)),
    ...options,
    assistance: { cap: CAP, role: ({ id }) => (agents.has(id) ? 'help desk' : null), ...options.assistance },
  });

  /** Somebody of the help team, who has just signed in by their app. */
  async function agent(): Promise<{ person: Person; browser: Browser }> {
    const person = await t.addPerson();
    agents.add(person.id);
    return { person, browser: await t.signedIn(person) };
  }

  const shift: { person: Person; browser: Browser; until: number }[] = [];

  /** One of the agents who are always there, with a proof that is fresh. */
  async function onDuty(which = 0): Promise<{ person: Person; browser: Browser }> {
    const here = shift[which];
    if (here && t.clock.now < here.until) return here;
    const fresh = here ? { person: here.person, browser: await t.signedIn(here.person) } : await agent();
    shift[which] = { ...fresh, until: t.clock.now + 20 * MINUTE };
    return fresh;
  }

  /** Somebody without a code left who has asked for help, and the case. */
  async function inNeed(): Promise<{ person: Person; browser: Browser; number: string }> {
    const person = await t.addPerson();
    const browser = await t.challenged(person);
    const { body } = await askForHelp(browser);
    return { person, browser, number: body.number as string };
  }

  const askForHelp = (browser: Browser): Promise<Answer> => browser.send('POST', '/api/auth/mfa/assistance/cases', {});

  const act = (
    browser: Browser,
    name: Act,
    number: string,
    subject: { id: string },
    more: object = {},
  ): Promise<Answer> =>
    browser.send('POST', `/api/auth/desk/cases/${number}/${name}`, {
      ...{ subject: subject.id, proof: 'call-on-file', reason: REASON },
      ...more,
    });

  const look = (browser: Browser, number: string): Promise<Answer> =>
    browser.send('GET', `/api/auth/desk/cases/${number}`);

  /** Gives the first factor, which never makes a session here. */
  async function firstFactor({ email }: Pick<Person, 'email'>, password = PASSWORD): Promise<Browser> {
    const browser = t.browser();
    await browser.signIn({ email }, { password });
    return browser;
  }

  const givePass = (browser: Browser, code: string, attempt?: string): Promise<Answer> =>
    browser.prove({ kind: 'enrollment-pass', code }, attempt === undefined ? {} : { attempt });

  /** What the app shows that was given this key. */
  const codeOf = (key: string): string => new TOTP({ secret: key }).generate({ timestamp: (t.clock.now += 30_000) });

  async function connectApp(browser: Browser, replace = false): Promise<Answer> {
    const { id, key } = (await browser.startTotp({ replace })).body;
    return browser.verifyTotp(id as string, codeOf(key as string));
  }

  /** Somebody who asked for help and was reset, by whom, and the pass. */
  async function wasReset() {
    const asked = await inNeed();
    const by = await onDuty();
    const { body } = await act(by.browser, 'reset', asked.number, asked.person);
    return { ...asked, agent: by, pass: body.pass as string, deadline: body.deadline as number };
  }

  /** What the log says of somebody that the help desk has a part in, oldest first. */
  async function auditOf({ id }: { id: string }): Promise<AuditLine[]> {
    const rows = await t.sql<AuditLine & { detail: string }>(
      'select event, "actorId", "subjectId", role, detail from "mfaAudit" where "subjectId" = $1 order by at, xmin::text::bigint, cmin::text::bigint',
      [id],
    );
    const ofTheDesk: readonly string[] = OF_THE_DESK;
    const kept = rows.filter(({ event }) => ofTheDesk.includes(event));
    return kept.map((row) => ({ ...row, detail: JSON.parse(row.detail) as Record<string, unknown> }));
  }

  const noticesTo = ({ email }: { email: string }) => notices.filter(({ to }) => to === email);
  const freezeTokenOf = (person: { email: string }): string => {
    const text = noticesTo(person).findLast((notice) => notice.text.includes('/freeze#'))?.text ?? '';
    return /\/freeze#(\S+)/.exec(text)?.[1] ?? '';
  };
  const freeze = (token: string): Promise<Answer> =>
    t.browser().send('POST', '/api/auth/mfa/assistance/freeze', { token });

  return {
    ...{
      t,
      agents,
      notices,
      agent,
      onDuty,
      inNeed,
      askForHelp,
      act,
      look,
      firstFactor,
      givePass,
      connectApp,
      wasReset,
    },
    ...{ codeOf, auditOf, noticesTo, freezeTokenOf, freeze },
  };
}
