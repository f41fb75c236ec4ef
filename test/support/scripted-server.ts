import http from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
}
export type Reply = (request: Seen, response: http.ServerResponse) => void;

export const json =
  (body: unknown, status = 200, headers: Record<string, string> = {}): Reply =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers });
    response.end(JSON.stringify(body));
  };

export const problem = (body: { code: string } & Record<string, unknown>, status: number, headers = {}): Reply =>
  json({ type: `urn:mfa-elements:problem:${body.code}`, title: body.code, status, ...body }, status, {
    'content-type': 'application/problem+json',
    ...headers,
  });

/** A real server on loopback whose replies the test gives, in order; the last one stays. */
export async function scriptedServer(...replies: Reply[]) {
  const seen: Seen[] = [];
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const one = { method, url, headers, body: Buffer.concat(chunks).toString() };
      seen.push(one);
      const reply = replies.length > 1 ? replies.shift() : replies[0];
      reply?.(one, response);
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    seen,
    baseUrl: `http://127.0.0.1:${String(port)}/mfa`,
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
