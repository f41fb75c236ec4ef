import { describe, expect, test } from 'vitest';
import { BASE, newAttempt, read, start } from './support/client.js';

const PATH = `${BASE}/challenge/attempts`;
const HEADERS = { 'X-MFA': '1', 'Content-Type': 'application/json' };
const init = (headers: object = {}, body = '{}', credentials: RequestCredentials = 'include'): RequestInit => ({
  method: 'POST',
  headers: { ...HEADERS, ...headers },
  body,
  credentials,
});

describe('the front door', () => {
  test.each([
    ['without the guard', PATH, init({ 'X-MFA': '' }), 400],
    ['with a body that is no JSON by its type', PATH, init({ 'Content-Type': 'text/plain' }), 415],
    ['with a body that is no JSON', PATH, init({}, '{'), 400],
    ['with a body that is no object', PATH, init({}, '[]'), 400],
    ['with an attempt that is no id', PATH, init({}, '{"attempt":"short","proof":{"kind":"totp","code":"1"}}'), 400],
    ['with a proof of no kind', PATH, init({}, `{"attempt":"${newAttempt()}","proof":{"kind":"riddle"}}`), 400],
    ['from a page that says it is another', PATH, init({ Origin: 'https://evil.example' }), 403],
    ['from another site', PATH, init({ 'Sec-Fetch-Site': 'cross-site' }), 403],
    ['to an address that is none', `${BASE}/nothing`, init(), 404],
    ['by another method', PATH, { headers: HEADERS }, 405],
    ['with a handle that is too long', `${BASE}/challenge?handle=${'a'.repeat(129)}`, { headers: HEADERS }, 400],
  ])('refuses a request %s', async (_, url, request, status) => {
    const server = start();
    server.passFirstFactor();
    const told = await server.fetch(url, request);
    expect(await read(told)).toMatchObject({
      status,
      code: 'bad-request',
      type: 'urn:mfa-elements:problem:bad-request',
    });
    expect([told.status, told.headers.get('cache-control'), told.headers.get('content-type')]).toEqual([
      status,
      'no-store',
      'application/problem+json',
    ]);
  });

  test('names the method that an address has', async () => {
    const response = await start().fetch(PATH, { headers: HEADERS });
    expect(response.headers.get('allow')).toBe('POST');
  });

  test('refuses a write of a foreign page in the same browser', async () => {
    const server = start();
    const response = await server.fetchFrom('https://evil.example')(`${BASE}/challenge/cancel`, init());
    expect(response.status).toBe(403);
  });

  test('lets a write of its own page pass', async () => {
    const server = start();
    const response = await server.fetch(
      `${BASE}/challenge/cancel`,
      init({ 'Content-Type': 'application/json; charset=utf-8' }),
    );
    expect(response.status).toBe(204);
  });

  test('knows its own addresses', () => {
    const server = start();
    expect([BASE, `${BASE}/policy`, `${BASE}x/policy`, 'https://other.example/mfa/policy'].map(server.serves)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  test('reads an address without an origin where there is no page', async () => {
    const server = start({ baseUrl: '/api/mfa/' });
    const response = await server.fetch('/api/mfa/policy', { headers: HEADERS });
    expect([response.status, server.baseUrl]).toEqual([200, '/api/mfa']);
  });

  test('sends no cookies where it is told so', async () => {
    const server = start();
    server.passFirstFactor();
    const response = await server.fetch(`${BASE}/challenge`, { headers: HEADERS, credentials: 'omit' });
    expect(await response.json()).toEqual({ status: 'sign-in-first' });
  });

  test('changes no cookies where it is told so', async () => {
    const server = start();
    server.passFirstFactor();
    await server.fetch(`${BASE}/challenge/cancel`, init({}, '{}', 'omit'));
    expect(server.challenged).toBe(true);
    await server.fetch(`${BASE}/challenge/cancel`, init());
    expect(server.challenged).toBe(false);
  });
});
