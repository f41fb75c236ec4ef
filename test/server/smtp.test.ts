import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { demoSenders } from '../../demo/server/mailer';
import { Outbox } from '../../demo/server/outbox';
import { addDestination, type SendNotice } from '../../src/server/better-auth';
import { noticeMessage } from '../../src/server/better-auth/notice';
import { startHarness, type Harness, type Person } from './support/harness';
import { startMailServer, type MailServer, type MailServerOptions } from './support/mail-server';

const OTHER = 'other@example.com';
const PASSWORD = 'mail-password';

const senderTo = (url: string): SendNotice => demoSenders(new Outbox(), url).notify;

let mail: MailServer;
let t: Harness;
let notify: SendNotice;
let servers: MailServer[] = [];
beforeAll(async () => {
  mail = await startMailServer();
  t = await startHarness({ smtpUrl: mail.url, notify: (message) => notify(message) });
});
afterEach(async () => {
  vi.restoreAllMocks();
  await Promise.all(servers.map((server) => server.close()));
  servers = [];
  mail.mails.length = 0;
  mail.refuse('');
});
afterAll(async () => {
  await t.close();
  await mail.close();
});

async function mailServer(options?: MailServerOptions): Promise<MailServer> {
  const server = await startMailServer(options);
  servers.push(server);
  return server;
}

/** A person with two addresses, who confirms a set of codes: what is answered, and what is logged meanwhile. */
async function confirmed(sender: SendNotice) {
  notify = sender;
  const person = await t.addPerson();
  await addDestination(t.server.auth, person.id, { channel: 'email', to: OTHER });
  const browser = await t.signedIn(person);
  const { id, codes } = (await browser.issue()).body as { id: string; codes: string[] };
  const lines: string[] = [];
  vi.spyOn(console, 'error').mockImplementation((...words: unknown[]) => void lines.push(words.join(' ')));
  const { status, body } = await browser.confirm(id);
  return { person, status, body, codes, logged: lines.join('\n') };
}

const MASKED = ['p•••@example.com', 'o•••@example.com'];
const NOBODY = { status: 200, body: { left: 10, notified: [] } };

async function offerOf(person: Person) {
  const browser = await t.challenged(person);
  const offers: { kind: string; id: string }[] = (await browser.load()).body.challenge.offers;
  return { browser, id: offers.find(({ kind }) => kind === 'delivered-code')!.id };
}

async function withEmail(): Promise<Person> {
  const person = await t.addPerson();
  await addDestination(t.server.auth, person.id, { channel: 'email', to: person.email });
  return person;
}

describe('a code by a mail server', () => {
  test('goes out as an e-mail, and lets the person in', async () => {
    const person = await withEmail();
    const { browser, id } = await offerOf(person);
    expect((await browser.sendCode(id)).status).toBe(200);
    expect(mail.mails).toMatchObject([{ from: 'no-reply@fjord-bank.example', to: [person.email] }]);
    const { subject, text } = mail.mails[0]!;
    expect(subject).toBe('Your code for Fjord Bank');
    const code = /^\d{6}$/m.exec(text)![0];
    const answer = await browser.prove({ kind: 'delivered-code', id, code });
    expect(answer.body).toMatchObject({ by: 'delivered-code' });
    expect(t.server.outbox.messages).toEqual([]);
  });

  test('that it refuses is a fault of the server, whose words are not logged', async () => {
    const person = await withEmail();
    mail.refuse(person.email);
    const { browser, id } = await offerOf(person);
    const log = vi.spyOn(t.context.logger, 'error').mockImplementation(() => {});
    const { body } = await browser.sendCode(id);
    const logged = log.mock.calls.flat().join('\n');
    log.mockRestore();
    expect(body).toMatchObject({ status: 502, code: 'server' });
    expect(logged).not.toMatch(/No such mailbox|@example\.com/);
  });
});

describe('a notice by a mail server', () => {
  test('arrives at every address of the person, in an e-mail of its own', async () => {
    const { person, body } = await confirmed(senderTo(mail.url));
    expect(body).toEqual({ left: 10, notified: MASKED });
    expect(mail.mails.map(({ to }) => to).sort()).toEqual([[OTHER], [person.email]].sort());
    for (const { from, subject, text, headers } of mail.mails) {
      expect([from, subject]).toEqual(['no-reply@fjord-bank.example', 'New backup codes for Fjord Bank']);
      expect(text).toContain('new backup codes were turned on for your account');
      expect(headers.get('content-type')).toMatch(/^text\/plain; charset=utf-8/);
    }
  });

  test('holds none of the codes', async () => {
    const { codes } = await confirmed(senderTo(mail.url));
    const said = mail.mails.map(({ text }) => text).join('\n');
    expect(said).toContain('backup codes');
    for (const code of codes) expect(said).not.toContain(code);
  });

  test('keeps every letter of a name', async () => {
    const parts = { to: OTHER, service: 'Fjørd Bank “日本” 🏦', at: t.clock.now, helpUrl: undefined };
    await senderTo(mail.url)(noticeMessage('factor-added', parts));
    const [{ subject, text }] = mail.mails as [MailServer['mails'][number]];
    expect(subject).toBe('New second factor for Fjørd Bank “日本” 🏦');
    expect(text).toContain('At Fjørd Bank “日本” 🏦, a new second factor was added to your account.');
  });

  test('takes no header from a name or a place of several lines', async () => {
    const service = 'Bank\r\nBcc: evil@example.com\r\n\r\nClick https://evil.example';
    const parts = { to: OTHER, service, at: t.clock.now, helpUrl: undefined };
    await senderTo(mail.url)(noticeMessage('factor-removed', parts));
    const [{ to, headers, subject }] = mail.mails as [MailServer['mails'][number]];
    expect([to, headers.has('bcc')]).toEqual([[OTHER], false]);
    expect(subject).toBe('Second factor removed at Bank Bcc: evil@example.com Click https://evil.example');
  });

  test('goes out over TLS where the server offers it', async () => {
    const mail = await mailServer({ starttls: true });
    const { body } = await confirmed(senderTo(`${mail.url}?tls.rejectUnauthorized=false`));
    expect(body).toEqual({ left: 10, notified: MASKED });
    expect(mail.mails.map(({ secure }) => secure)).toEqual([true, true]);
  });

  test('goes out to who is told the right password', async () => {
    const mail = await mailServer({ password: PASSWORD });
    const { body } = await confirmed(senderTo(`smtp://demo:${PASSWORD}@127.0.0.1:${mail.port}`));
    expect(body).toMatchObject({ notified: MASKED });
    expect(mail.mails).toHaveLength(2);
  });
});

describe('a notice that fails undoes nothing, and is logged without what it holds', () => {
  const SECRETS = /@example\.com|demo|wrong-password|backup codes were/;

  test('for want of the right password', async () => {
    const mail = await mailServer({ password: PASSWORD });
    const { status, body, logged } = await confirmed(senderTo(`smtp://demo:wrong-password@127.0.0.1:${mail.port}`));
    expect({ status, body }).toEqual(NOBODY);
    expect(mail.mails).toEqual([]);
    expect(logged).toContain('a notice was not handed over. Error EAUTH');
    expect(logged).not.toMatch(SECRETS);
  });

  test('for a certificate that nobody vouches for, and then nothing goes out in the clear', async () => {
    const mail = await mailServer({ starttls: true });
    const { status, body, logged } = await confirmed(senderTo(mail.url));
    expect({ status, body }).toEqual(NOBODY);
    expect(mail.mails).toEqual([]);
    expect(logged).toContain('a notice was not handed over.');
    expect(logged).not.toMatch(SECRETS);
  });

  test('for a server that is down', async () => {
    const gone = await startMailServer();
    await gone.close();
    const { status, body, logged } = await confirmed(senderTo(gone.url));
    expect({ status, body }).toEqual(NOBODY);
    expect(logged).toContain('a notice was not handed over. Error ESOCKET');
    expect(logged).not.toMatch(SECRETS);
  });

  test('for one address, and the other is told', async () => {
    mail.refuse(OTHER);
    const { body, logged } = await confirmed(senderTo(mail.url));
    expect(body).toEqual({ left: 10, notified: [MASKED[0]] });
    expect(logged).not.toMatch(/No such mailbox|@example\.com/);
  });
});
