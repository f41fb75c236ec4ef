import { readFile } from 'node:fs/promises';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { text } from 'node:stream/consumers';
import { createSimulatedServer } from '../../src/testing/index';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
};

/** A built app, and behind it a server that speaks the contract, on one origin; its person has given the password. */
export async function serveApp(folder: string) {
  const listener = http.createServer((request, response) => {
    void answer(request).then(async (answered) => {
      response.writeHead(answered.status, Object.fromEntries(answered.headers));
      response.end(Buffer.from(await answered.arrayBuffer()));
    });
  });
  await new Promise<void>((ready) => listener.listen(0, '127.0.0.1', ready));
  const origin = `http://localhost:${String((listener.address() as AddressInfo).port)}`;
  const server = createSimulatedServer({ baseUrl: `${origin}/api/auth/mfa` });
  server.passFirstFactor();

  async function answer(request: http.IncomingMessage): Promise<Response> {
    const url = new URL(request.url ?? '/', origin);
    if (!server.serves(url)) return file(url.pathname);
    const body = request.method === 'GET' ? null : await text(request);
    const headers = Object.entries(request.headers).map(([name, value]): [string, string] => [name, String(value)]);
    return server.handle(new Request(url, { method: request.method ?? 'GET', headers, body }));
  }

  async function file(pathname: string): Promise<Response> {
    const name = normalize(pathname.endsWith('/') ? `${pathname}index.html` : pathname);
    try {
      return new Response(await readFile(join(folder, name), 'utf8'), {
        headers: { 'content-type': TYPES[extname(name)] ?? 'text/plain' },
      });
    } catch {
      // No error of the app's: every browser asks for an icon.
      return new Response(null, { status: name === '/favicon.ico' ? 204 : 404 });
    }
  }

  return {
    origin,
    server,
    close: () =>
      new Promise<void>((closed) => {
        listener.close(() => closed());
        listener.closeAllConnections();
      }),
  };
}
