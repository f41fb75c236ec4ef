import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync } from 'node:zlib';
import type { File } from './build';

export interface Site {
  readonly url: string;
  /** Requests that nothing was there for. */
  readonly missed: readonly string[];
  close(): Promise<void>;
}

/** The built pages and the servers they ask, on one origin: what differs between them is what they load. */
export async function serve(files: ReadonlyMap<string, File>, answers: ReadonlyMap<string, unknown>): Promise<Site> {
  const missed: string[] = [];
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const route = `${request.method ?? ''} ${pathname}`;
    const file = files.get(pathname);
    if (file) {
      const isPage = file.type.startsWith('text/html');
      response.writeHead(200, {
        'content-type': file.type,
        'content-encoding': 'br',
        'cache-control': isPage ? 'no-cache' : 'max-age=31536000, immutable',
      });
      response.end(file.content);
    } else if (answers.has(route)) {
      response.writeHead(200, {
        'content-type': 'application/json',
        'content-encoding': 'br',
        'cache-control': 'no-store',
      });
      response.end(brotliCompressSync(JSON.stringify(answers.get(route))));
    } else {
      missed.push(route);
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://localhost:${String((server.address() as AddressInfo).port)}`,
    missed,
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
