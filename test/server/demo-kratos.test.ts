import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { kratosApp, kratosGate } from '../../demo/server/kratos/proxy';
import { startKratos } from '../../demo/server/kratos/start';

/** What stands where Kratos should, and what it was asked. */
let kratos: Server;
let url: string;
let asked: IncomingMessage[];
let answer: { status?: number; headers?: Record<string, string | string[]>; body?: string };

const formOf = (base: string) => JSON.stringify({ ui: { action: `${base}/self-service/login?flow=1`, nodes: [] } });

beforeEach(async () => {
  asked = [];
  kratos = createServer((request, response) => {
    asked.push(request);
    response.writeHead(answer.status ?? 200, { 'content-type': 'application/json', ...answer.headers });
    response.end(answer.body ?? '{}');
  }).listen(0, '127.0.0.1');
  await once(kratos, 'listening');
  url = `http://127.0.0.1:${(kratos.address() as AddressInfo).port}`;
});
afterEach(() => {
  kratos.close();
  kratos.closeAllConnections();
});

const start = () => startKratos('http://demo.test', { url });

describe('a Kratos that the demo can’t use', () => {
  test('which nobody has started', async () => {
    kratos.close();
    await expect(start()).rejects.toThrow(`There is no Kratos at ${url}. demo/kratos/README.md says how to start one.`);
  });

  test('which is something else', async () => {
    answer = { body: '<title>Welcome</title>' };
    await expect(start()).rejects.toThrow(`What answers at ${url} is not Kratos's public address.`);
  });

  test('which believes to be elsewhere', async () => {
    answer = { body: formOf('https://auth.example') };
    await expect(start()).rejects.toThrow(
      'Kratos sends browsers to https://auth.example. Set serve.public.base_url to http://demo.test/kratos/',
    );
  });
});

describe('a Kratos behind the demo', () => {
  let demo: Hono;

  beforeEach(() => {
    const site = { url, adminUrl: undefined, base: 'http://demo.test/kratos' };
    demo = new Hono().get('/account', kratosGate(site), (c) => c.text('Account')).route('/', kratosApp(site));
  });

  test('is asked as the page asked, and its cookies come back', async () => {
    answer = { status: 422, headers: { 'set-cookie': ['a=1; Path=/; HttpOnly', 'b=2; Path=/'] }, body: '{"error":{}}' };
    const response = await demo.request('/kratos/self-service/login?flow=1', {
      method: 'POST',
      headers: { accept: 'application/json', cookie: 'csrf=3', 'content-type': 'application/json' },
      body: '{}',
    });
    const [request] = asked;
    expect([request?.method, request?.url]).toEqual(['POST', '/self-service/login?flow=1']);
    expect(request?.headers).toMatchObject({ accept: 'application/json', cookie: 'csrf=3' });
    expect([response.status, await response.text()]).toEqual([422, '{"error":{}}']);
    expect(response.headers.getSetCookie()).toEqual(['a=1; Path=/; HttpOnly', 'b=2; Path=/']);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  test.each(['/kratos/admin/identities', '/kratos/self-service/../admin/identities', '/kratos/schemas'])(
    'is not asked for %s',
    async (path) => {
      expect((await demo.request(path)).status).toBe(404);
      expect(asked).toEqual([]);
    },
  );

  test('redirects the browser and not the demo', async () => {
    answer = { status: 303, headers: { location: `${url}/admin/identities` } };
    expect((await demo.request('/kratos/self-service/login/browser')).status).toBe(303);
    expect(asked).toHaveLength(1);
  });

  test('says that it is gone once it is', async () => {
    kratos.close();
    kratos.closeAllConnections();
    expect((await demo.request('/kratos/sessions/whoami')).status).toBe(502);
  });

  test.each([401, 403, 500])('that answers whoami with %i keeps people from the account page', async (status) => {
    answer = { status };
    const response = await demo.request('/account', { headers: { cookie: 'ory_kratos_session=1' } });
    expect([response.status, response.headers.get('location')]).toEqual([302, '/login?backend=kratos']);
    expect(asked[0]?.headers.cookie).toBe('ory_kratos_session=1');
  });

  test('that answers whoami with 200 lets them on', async () => {
    answer = { status: 200 };
    expect(await (await demo.request('/account')).text()).toBe('Account');
  });
});
