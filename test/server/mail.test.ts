import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDestination } from '../../src/server/better-auth';
import { codeMessage } from '../../src/server/better-auth/message';
import { startHarness, type Harness, type Person } from './support/harness';

async function withEmail(t: Harness): Promise<Person> {
  const person = await t.addPerson();
  await addDestination(t.server.auth, person.id, { channel: 'email', to: person.email });
  return person;
}

async function offerOf(t: Harness, person: Person) {
  const browser = await t.challenged(person);
  const offers: { kind: string; id: string }[] = (await browser.load()).body.challenge.offers;
  const { id } = offers.find(({ kind }) => kind === 'delivered-code')!;
  return { browser, id };
}

describe('without a mail server', () => {
  let t: Harness;
  beforeAll(async () => {
    t = await startHarness();
  });
  afterAll(() => t.close());

  const outbox = () => t.browser().send('GET', '/outbox');

  test('the outbox shows what would have been sent, newest first', async () => {
    expect((await outbox()).body).toContain('Nothing yet.');
    const [first, second] = [await withEmail(t), await withEmail(t)];
    for (const person of [first, second]) {
      const { browser, id } = await offerOf(t, person);
      await browser.sendCode(id);
    }
    const { body, headers } = await outbox();
    const page: string = body;
    const [newest, older] = t.server.outbox.messages;
    expect([newest!.to, older!.to]).toEqual([second.email, first.email]);
    expect(page.indexOf(newest!.code)).toBeGreaterThan(0);
    expect(page.indexOf(older!.code)).toBeGreaterThan(page.indexOf(newest!.code));
    expect(headers.get('cache-control')).toBe('no-store');
  });

  test('the outbox shows text as text', async () => {
    await t.server.outbox.put({ ...t.server.outbox.messages[0]!, subject: '<script>alert(1)</script>' });
    const { body } = await outbox();
    expect(body).toContain('&lt;script&gt;');
    expect(body).not.toContain('<script');
  });

  test('the outbox keeps the last fifty', async () => {
    const [message] = t.server.outbox.messages;
    for (let i = 0; i < 60; i += 1) await t.server.outbox.put(message!);
    expect(t.server.outbox.messages).toHaveLength(50);
  });

  test('the outbox shows notices too, which hold no code', async () => {
    const browser = await t.signedIn(await t.addPerson());
    await browser.confirm((await browser.issue()).body.id);
    expect((await outbox()).body).toContain('New backup codes for Fjord Bank');
    expect(t.server.outbox.all[0]).not.toHaveProperty('code');
  });

  test('is no page of the plugin', async () => {
    expect((await t.browser().send('GET', '/api/auth/outbox')).status).toBe(404);
  });
});

describe('the words of a message', () => {
  const parts = {
    to: 'ada@example.com',
    code: '012345',
    purpose: 'sign-in' as const,
    service: 'Fjord Bank',
    minutes: 10,
    host: 'bank.example',
  };

  test('by e-mail say what it is for, how long it works, and what to do if it was not you', () => {
    const { subject, text } = codeMessage({ ...parts, channel: 'email', helpUrl: 'https://bank.example/help' });
    expect(text.split('\n\n')).toEqual([
      'Here is the code to finish signing in to Fjord Bank:',
      '012345',
      'It works once, for 10 minutes.',
      'If this was not you, somebody else is signing in as you: change your password, and give this code to nobody. ' +
        'Fjord Bank never asks you for it. Our help team: https://bank.example/help',
    ]);
    expect(subject).toBe('Your code for Fjord Bank');
  });

  test('by e-mail say that it confirms who is there, inside a session', () => {
    const { text } = codeMessage({ ...parts, channel: 'email', purpose: 'step-up', helpUrl: undefined });
    expect(text.split('\n\n')).toEqual([
      "Here is the code to confirm that it's you at Fjord Bank:",
      '012345',
      'It works once, for 10 minutes.',
      'If this was not you, somebody else is signed in as you: change your password, and give this code to nobody. ' +
        'Fjord Bank never asks you for it.',
    ]);
  });

  test.each(['email', 'sms'] as const)('by %s hold no address but the help page', (channel) => {
    const { text } = codeMessage({ ...parts, channel, helpUrl: undefined });
    expect(text).not.toMatch(/https?:|www\./);
    expect(text).toContain('If this was not you');
  });

  test('by text end in the line that ties the code to the site', () => {
    const { text } = codeMessage({ ...parts, channel: 'sms', helpUrl: 'https://bank.example/help' });
    expect(text).toBe(
      '012345 is your code for Fjord Bank. If this was not you, give it to nobody.\n\n@bank.example #012345',
    );
  });
});
