import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  AUDIT_ALIASES,
  AUDIT_EVENTS,
  auditEventOf,
  CAEP_CHANGES,
  credentialChangeOf,
  readAudit,
  type AuditEvent,
} from '../../src/server/better-auth';
import { startDesk, type Desk, REASON } from './support/desk';
import { MINUTE } from './support/harness';

let d: Desk;
beforeAll(async () => {
  d = await startDesk();
});
afterAll(() => d.t.close());

const read = (request: Parameters<typeof readAudit>[1]) => readAudit(d.t.server.auth, request);
const namesOf = async (request: Parameters<typeof readAudit>[1]) => (await read(request)).map(({ event }) => event);

describe('the names of the log', () => {
  test.each(Object.entries(AUDIT_ALIASES))('have %s stand for %s', (alias, event) => {
    expect([auditEventOf(alias), Object.hasOwn(AUDIT_EVENTS, alias)]).toEqual([event, false]);
  });

  test('are found by themselves, and nothing else is', () => {
    expect(Object.keys(AUDIT_EVENTS).filter((name) => auditEventOf(name) !== name)).toEqual([]);
    expect(['mfa.nothing', 'constructor', ''].map(auditEventOf)).toEqual([undefined, undefined, undefined]);
  });
});

describe('a credential change', () => {
  const line = (event: AuditEvent, detail = {}, role = 'user') => credentialChangeOf({ event, role, detail });

  test.each([
    ['mfa.factor_enrolled', { factor: 'totp' }, 'create', 'app'],
    ['mfa.factor_enrolled', { factor: 'passkey' }, 'create', 'fido2-platform'],
    ['mfa.factor_removed', { factor: 'security-key' }, 'delete', 'fido2-roaming'],
    ['mfa.backup_codes_confirmed', {}, 'create', 'backup-code'],
  ] as const)('is %s %o', (event, detail, change_type, credential_type) => {
    expect(line(event, detail)).toEqual({ change_type, credential_type, initiating_entity: 'user' });
  });

  test('of a reset is a revocation by an admin', () => {
    expect(line('mfa.factor_admin_reset', {}, 'help desk')).toEqual({
      change_type: 'revoke',
      credential_type: 'second-factors',
      initiating_entity: 'admin',
    });
  });

  test('is nothing that changes no credential', () => {
    const others = (Object.keys(AUDIT_EVENTS) as AuditEvent[]).filter((event) => !(event in CAEP_CHANGES));
    expect([others.length > 20, others.filter((event) => line(event) !== null)]).toEqual([true, []]);
  });
});

describe('the log is asked', () => {
  test('what happened to an account, and has each step once, newest first', async () => {
    const person = await d.t.addPerson();
    const browser = await d.t.signedIn(person);
    d.t.clock.now += MINUTE;
    const { factors } = (await browser.send('GET', '/api/auth/mfa/factors')).body as { factors: { id: string }[] };
    await d.t.addKey(person);
    await browser.removeFactor(factors[0]!.id);
    const lines = await read({ subject: person.id });
    const removed = lines.filter(({ event }) => event === 'mfa.factor_removed');
    expect(removed).toMatchObject([
      {
        ...{ actor: person.id, subject: person.id, role: 'user', detail: { factor: 'totp' } },
        change: { change_type: 'delete', credential_type: 'app', initiating_entity: 'user' },
      },
    ]);
    const times = lines.map(({ at }) => at);
    expect(times).toEqual([...times].sort((a, b) => b - a));
    expect(lines.map(({ event }) => event)).toContain('mfa.signed_in');
  });

  test('by an event, also under a name of another, by who did it, and by time', async () => {
    const { person, agent, number } = await d.wasReset();
    const before = d.t.clock.now;
    const of = { event: 'mfa.admin_reset', subject: person.id };
    expect(await read(of)).toMatchObject([
      {
        event: 'mfa.factor_admin_reset',
        actor: agent.person.id,
        detail: { case: number, proof: 'call-on-file', reason: REASON },
      },
    ]);
    expect(await namesOf({ ...of, actor: agent.person.id })).toEqual(['mfa.factor_admin_reset']);
    expect(await namesOf({ ...of, actor: person.id })).toEqual([]);
    expect(await namesOf({ ...of, from: before + 1 })).toEqual([]);
    expect(await namesOf({ ...of, to: before + 1 })).toEqual(['mfa.factor_admin_reset']);
    expect(await namesOf({ subject: person.id, event: ['mfa.help_requested', 'mfa.signed_in'] })).toEqual([
      'mfa.help_requested',
    ]);
  });

  test('page by page', async () => {
    const person = await d.t.addPerson();
    for (let times = 0; times < 3; times += 1) {
      await d.t.signedIn(person);
      d.t.clock.now += MINUTE;
    }
    const all = await read({ subject: person.id, event: 'mfa.signed_in' });
    const pages = [
      ...(await read({ subject: person.id, event: 'mfa.signed_in', limit: 2 })),
      ...(await read({ subject: person.id, event: 'mfa.signed_in', limit: 2, offset: 2 })),
    ];
    expect([all.length, pages]).toEqual([3, all]);
  });

  test.each([
    { event: 'mfa.nothing' },
    { limit: 0 },
    { limit: 201 },
    { from: -1 },
    { to: Number.NaN },
    { offset: 0.5 },
  ])('nothing that makes no sense: %o', async (request) => {
    await expect(read(request)).rejects.toThrow(RangeError);
  });
});

describe('the route of the log', () => {
  const ROUTE = '/api/auth/desk/audit';

  test('answers an agent', async () => {
    const { person } = await d.wasReset();
    const { browser } = await d.onDuty();
    const { status, body } = await browser.send('GET', `${ROUTE}?event=mfa.admin_reset&subject=${person.id}&limit=5`);
    expect([status, (body as { lines: { event: string }[] }).lines.map(({ event }) => event)]).toEqual([
      200,
      ['mfa.factor_admin_reset'],
    ]);
  });

  test('answers nobody else', async () => {
    const browser = await d.t.signedIn(await d.t.addPerson());
    expect((await browser.send('GET', ROUTE)).body).toMatchObject({ code: 'not-allowed' });
    expect((await d.t.browser().send('GET', ROUTE)).body).toMatchObject({ code: 'signed-out' });
  });

  test('says what it can not look for', async () => {
    const { browser } = await d.onDuty();
    for (const query of ['event=mfa.nothing', 'limit=many', 'from=-1']) {
      const { status, body } = await browser.send('GET', `${ROUTE}?${query}`);
      expect([query, status, (body as { code: string }).code]).toEqual([query, 422, 'bad-request']);
    }
  });
});

describe('the guide to the log', () => {
  const guide = readFileSync(new URL('../../docs/events-and-audit.md', import.meta.url), 'utf8');
  const rows = (heading: string): string[][] => {
    const section = guide.slice(guide.indexOf(`### ${heading}`)).split(/\n##/)[0] ?? '';
    return [...section.matchAll(/^\| `(.+)$/gm)].map(([, row = '']) =>
      `\`${row}`.split('|').map((cell) => cell.trim().replaceAll('`', '')),
    );
  };

  test('has every name, with when it is written, and every other name', () => {
    const told = Object.fromEntries(rows('Names').map(([name = '', words]) => [name, words]));
    expect(told).toEqual({ event: 'when', ...AUDIT_EVENTS, ...AUDIT_ALIASES });
  });

  test('has every change of a credential', () => {
    const told = rows('CAEP').map(([name, change]) => [name, change]);
    const changes = Object.entries(CAEP_CHANGES).map(([name, { change_type }]) => [name, change_type]);
    expect(told).toEqual([['event', 'change_type'], ...changes]);
  });

  test('wakes nobody by a name that is never written', () => {
    const named = rows('Alert').flatMap(([names = '']) => names.match(/(mfa|user)\.\w+/g) ?? []);
    expect([named.length > 8, named.filter((name) => !(name in AUDIT_EVENTS))]).toEqual([true, []]);
  });
});
