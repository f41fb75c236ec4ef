import { readFile } from 'node:fs/promises';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.yaml': 'application/yaml',
};

/**
 * A folder on loopback, below a path, as a host of static pages serves it.
 * @param headers of every answer, besides the type
 */
export async function serveStatic(folder: string, below: string, headers: Readonly<Record<string, string>> = {}) {
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const inside = pathname === below ? 'index.html' : pathname.slice(below.length);
    const file = pathname.startsWith(below) ? normalize(inside) : '..';
    readFile(join(folder, file)).then(
      (content) =>
        response.writeHead(200, { ...headers, 'content-type': TYPES[extname(file)] ?? 'text/plain' }).end(content),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://localhost:${String((server.address() as AddressInfo).port)}${below}`,
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
