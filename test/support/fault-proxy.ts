import http from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * Where a connection is cut: `before` the server sees the request; `after` it has committed and before a byte of its
 * answer; `within` the answer.
 */
export type Cut = 'before' | 'after' | 'within';

export interface FaultRule {
  readonly path: RegExp;
  readonly cut: Cut;
  /** How many requests meet it; a browser that sends one again by itself meets the next. Default: all. */
  readonly times?: number;
}

export interface Arrival {
  readonly path: string;
  readonly body: string;
  /** Whether the connection had carried a request before: browsers send a POST again only on one that had. */
  readonly warm: boolean;
  readonly cut: Cut | null;
}

/**
 * Stands on loopback between a browser and the server and loses answers as a network does. A mocked route can't: it
 * shares the browser's cookie jar, so that the cookie of a lost answer would arrive all the same.
 */
export async function faultProxy() {
  let rule: (FaultRule & { left: number }) | undefined;
  let port = 0;
  let keepAlive = true;
  const arrivals: Arrival[] = [];
  const used = new WeakSet<object>();

  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      const path = request.url ?? '';
      const hit = rule && rule.left > 0 && rule.path.test(path) ? rule : undefined;
      if (hit) hit.left -= 1;
      arrivals.push({ path, body: body.toString(), warm: used.has(request.socket), cut: hit?.cut ?? null });
      used.add(request.socket);
      if (hit?.cut === 'before') request.socket.destroy();
      else forward(request, body, response, hit?.cut);
    });
  });

  function forward(request: http.IncomingMessage, body: Buffer, response: http.ServerResponse, cut?: Cut): void {
    const { method, url: path, headers } = request;
    const onward = http.request({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      // Read whole, so the server has committed before the connection is cut.
      answer.on('end', () => {
        const whole = Buffer.concat(chunks);
        if (cut === 'after') {
          request.socket.destroy();
          return;
        }
        delete answer.headers['transfer-encoding'];
        response.writeHead(answer.statusCode ?? 502, {
          ...answer.headers,
          'content-length': String(whole.length),
          ...(!keepAlive && { connection: 'close' }),
        });
        if (cut !== 'within') response.end(whole);
        else response.write(whole.subarray(0, whole.length / 2), () => request.socket.destroy());
      });
    });
    onward.on('error', () => request.socket.destroy());
    onward.end(body);
  }

  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    origin: `http://localhost:${String((server.address() as AddressInfo).port)}`,
    arrivals,
    /** Says where the server is. */
    leadTo(target: number): void {
      port = target;
    },
    lose(next: FaultRule): void {
      rule = { ...next, left: next.times ?? Infinity };
    },
    /** Ends every connection with its answer, so that the next request has one of its own. */
    closeAfterAnswers(): void {
      keepAlive = false;
    },
    heal(): void {
      rule = undefined;
      keepAlive = true;
    },
    close: (): Promise<void> =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

export type FaultProxy = Awaited<ReturnType<typeof faultProxy>>;
