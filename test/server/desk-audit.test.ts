import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AUDIT_EVENTS, AUDIT_TRIGGER } from '../../src/server/better-auth';
import { guardAuditLog } from '../../demo/server/help-desk';
import { startDesk, type Desk } from './support/desk';

const ROOT = 'src/server/better-auth';
const sources = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => ({ file, text: readFileSync(`${ROOT}/${file}`, 'utf8') }));

let d: Desk;
beforeAll(async () => {
  d = await startDesk();
});
afterAll(() => d.t.close());

describe('the audit log', () => {
  test.each([
    [`update "mfaAudit" set detail = '{}'`],
    [`update "mfaAudit" set "actorId" = 'system' where event = 'mfa.help_requested'`],
    ['delete from "mfaAudit"'],
    ['truncate "mfaAudit"'],
  ])('is not changed by %s', async (statement) => {
    const { person } = await d.inNeed();
    const before = await d.auditOf(person);
    await expect(d.t.sql(statement)).rejects.toThrow('can only be added to');
    expect([before.length, await d.auditOf(person)]).toEqual([1, before]);
  });

  test('outlives the account that it is about', async () => {
    const { person } = await d.inNeed();
    await d.t.sql('delete from "user" where id = $1', [person.id]);
    expect((await d.auditOf(person)).map(({ event }) => event)).toEqual(['mfa.help_requested']);
  });

  test('is guarded again at each start', async () => {
    await guardAuditLog(d.t.server.database);
    expect(AUDIT_TRIGGER).toHaveLength(2);
  });

  test('is written in one place, which only adds', () => {
    const naming = sources.filter(({ text }) => text.includes("'mfaAudit'")).map(({ file }) => file);
    expect(naming).toEqual(['audit/log.ts']);
    const { text } = sources.find(({ file }) => file === 'audit/log.ts')!;
    const changing = /\b(update|delete|updateMany|deleteMany|incrementOne)\(/;
    expect([changing.test(text), text.includes('db.create(')]).toEqual([false, true]);
    expect(changing.test(sources.find(({ file }) => file === 'desk/cases.ts')!.text)).toBe(true);
  });

  test('has a use for each of its names', () => {
    const code = sources.filter(({ file }) => file !== 'audit/events.ts').map(({ text }) => text);
    const unused = Object.keys(AUDIT_EVENTS).filter((name) => !code.some((text) => text.includes(`'${name}'`)));
    expect(unused).toEqual([]);
  });

  test('holds no secret of what it tells', async () => {
    const { person, pass, number } = await d.wasReset();
    const { browser } = await d.onDuty();
    const { password } = (await d.act(browser, 'temporary-password', number, person)).body;
    const lines = JSON.stringify(await d.auditOf(person));
    expect([lines.includes(number), lines.includes(pass), lines.includes(password as string)]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
