import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { addDestination } from '../../src/server/better-auth';
import { codeMessage } from '../../src/server/better-auth/message';
import { startHarness, type Harness, type Person } from './support/harness';

interface Mail {
  from: string;
  to: string[];
  text: string;
}

/** A mail server on this machine. Resolves with what arrives; refuses the address that it is told to. */
async function startMailServer() {
  const mails: Mail[] = [];
  let refused = '';
  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    onRcptTo: ({ address }, _session, answer) => answer(address === refused ? new Error('No such mailbox') : null),
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
        mails.push({ from, to: envelope.rcptTo.map(({ address }) => address), text: Buffer.concat(chunks).toString() });
        done();
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    refuse: (address: string) => void (refused = address),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

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

describe('with a mail server', () => {
  let mail: Awaited<ReturnType<typeof startMailServer>>;
  let t: Harness;
  beforeAll(async () => {
    mail = await startMailServer();
    t = await startHarness({ smtpUrl: mail.url });
  });
  afterAll(async () => {
    await t.close();
    await mail.close();
  });

  test('a code goes out as an e-mail, and the one in it lets the person in', async () => {
    const person = await withEmail(t);
    const { browser, id } = await offerOf(t, person);
    expect((await browser.sendCode(id)).status).toBe(200);
    expect(mail.mails).toMatchObject([{ from: 'no-reply@fjord-bank.example', to: [person.email] }]);
    const { text } = mail.mails[0]!;
    expect(text).toContain('Subject: Your code for Fjord Bank');
    const code = /^\d{6}$/m.exec(text.replaceAll('\r', ''))![0];
    const answer = await browser.prove({ kind: 'delivered-code', id, code });
    expect(answer.body).toMatchObject({ by: 'delivered-code' });
    expect(t.server.outbox.messages).toEqual([]);
  });

  test('a mailbox that it refuses is a fault of the server, and its words are not logged', async () => {
    const person = await withEmail(t);
    mail.refuse(person.email);
    const { browser, id } = await offerOf(t, person);
    const log = vi.spyOn(t.context.logger, 'error').mockImplementation(() => {});
    const { body } = await browser.sendCode(id);
    const logged = log.mock.calls.flat().join('\n');
    log.mockRestore();
    expect(body).toMatchObject({ status: 502, code: 'server' });
    expect(logged).not.toMatch(/No such mailbox|@example\.com/);
  });
});

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
