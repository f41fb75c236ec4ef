import { describe, expect, test } from 'vitest';
import { lost, start, submit } from './support/client.js';

const PAGES = { challengeUrl: '/sign-in?next=%2F#step', continueUrl: '/home' };

function challenged() {
  const server = start(PAGES);
  server.passFirstFactor();
  return server;
}

describe('the plain form', () => {
  test('lets in by the one code that was filled in, and leads on', async () => {
    const server = challenged();
    const answer = await submit(server, { totp: '', 'backup-code': ` ${server.backupCode()} ` });
    expect([answer.status, answer.headers.get('location'), answer.headers.get('cache-control')]).toEqual([
      303,
      '/home',
      'no-store',
    ]);
    expect([server.signedIn, server.account.codesLeft]).toEqual([true, 9]);
  });

  test.each<[string, Record<string, string>]>([
    ['no-code', {}],
    ['no-code', { totp: ' ' }],
    ['two-codes', { totp: '123456', 'backup-code': 'ABCD' }],
    ['wrong-code', { totp: '123456' }],
    ['wrong-code', { 'backup-code': 'A'.repeat(65) }],
  ])('leads back with the word %s for %o', async (word, fields) => {
    const server = challenged();
    const answer = await submit(server, fields);
    expect(answer.headers.get('location')).toBe(`/sign-in?next=%2F&mfa=${word}#step`);
    expect(server.signedIn).toBe(false);
  });

  test('leads back to the sign-in where there is no challenge', async () => {
    const answer = await submit(start(PAGES), { totp: '123456' });
    expect(answer.headers.get('location')).toContain('mfa=challenge-over');
  });

  test('that the browser sends again burns one code and leads the same way', async () => {
    const server = challenged();
    server.faults.next('submitForm', { kind: 'resent' });
    const answer = await submit(server, { 'backup-code': server.backupCode() });
    expect([answer.headers.get('location'), server.account.codesLeft, server.signedIn]).toEqual(['/home', 9, true]);
  });

  test('that was refused is judged anew after a minute, and at once under another id', async () => {
    const server = start({ limits: { tries: 3 } });
    server.passFirstFactor();
    const wrong = { 'backup-code': server.wrongCode('backup-code') };
    await submit(server, wrong);
    await submit(server, wrong);
    server.clock.advance(60_000);
    await submit(server, wrong);
    await submit(server, { ...wrong, attempt: crypto.randomUUID() });
    const answer = await submit(server, { 'backup-code': server.backupCode() });
    expect(answer.headers.get('location')).toBe('/?mfa=too-many-attempts');
  });

  test('opens an ended challenge again by itself', async () => {
    const server = challenged();
    server.clock.advance(31 * 60_000);
    await submit(server, { totp: server.appCode() });
    expect(server.signedIn).toBe(true);
  });

  test('finds a person in whose answer was lost', async () => {
    const server = challenged();
    server.faults.next('submitForm', { kind: 'lost', committed: true });
    await lost(submit(server, { totp: server.appCode() }));
    expect(server.signedIn).toBe(false);
    const answer = await submit(server, { 'backup-code': server.backupCode() });
    expect([answer.headers.get('location'), server.signedIn, server.account.codesLeft]).toEqual(['/home', true, 10]);
  });

  test('is refused from a foreign page, and with another body', async () => {
    const server = challenged();
    const foreign = await submit(server, { totp: server.appCode() }, server.fetchFrom('https://evil.example'));
    const json = await server.fetch(`${server.baseUrl}/challenge/form`, {
      method: 'POST',
      headers: { 'X-MFA': '1', 'Content-Type': 'application/json' },
      body: '{}',
    });
    expect([foreign.status, json.status, server.signedIn]).toEqual([403, 415, false]);
  });

  test('can be left unserved', async () => {
    const server = start({ unserved: ['submitForm'] });
    expect((await submit(server, { totp: '123456' })).status).toBe(501);
  });
});
