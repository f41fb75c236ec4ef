import http from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * Where a connection is cut: `before` the server sees the request; `after` it has committed and before a byte of its
 * answer; `within` the answer.
 */
export type Cut = 'before' | 'after' | 'within';

export interface Answer {
  readonly status: number;
  readonly headers: http.OutgoingHttpHeaders;
  readonly body: string | Buffer;
}

export type Fault =
  | { readonly cut: Cut }
  /** Somebody else answers. `committed`: the server has done what it was asked, and its cookies are lost. */
  | { readonly instead: Answer; readonly committed: boolean }
  /** The request waits on its way to the server, or the answer on its way back, until `release`. */
  | { readonly hold: 'request' | 'answer' };

export type FaultRule = Fault & {
  readonly path: RegExp;
  /** How many requests meet it; a browser that sends one again by itself meets the next. Default: all. */
  readonly times?: number;
};

export interface Arrival {
  readonly path: string;
  readonly body: string;
  /** Whether the connection had carried a request before: browsers send a POST again only on one that had. */
  readonly warm: boolean;
  readonly met: Fault | null;
}

/**
 * Stands on loopback between a browser and the server and loses answers as a network does. A mocked route can't: it
 * shares the browser's cookie jar, so that the cookie of a lost answer would arrive all the same.
 */
export async function faultProxy() {
  let rules: { rule: FaultRule; left: number }[] = [];
  let target = 0;
  let keepAlive = true;
  const arrivals: Arrival[] = [];
  const used = new WeakSet<object>();
  const held = holdingPlace();

  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      const path = request.url ?? '';
      const met = take(path);
      arrivals.push({ path, body: body.toString(), warm: used.has(request.socket), met });
      used.add(request.socket);
      carry(request, body, response, met).catch(() => request.socket.destroy());
    });
  });

  function take(path: string): Fault | null {
    const hit = rules.find(({ rule, left }) => left > 0 && rule.path.test(path));
    if (hit) hit.left -= 1;
    return hit?.rule ?? null;
  }

  async function carry(request: http.IncomingMessage, body: Buffer, response: http.ServerResponse, met: Fault | null) {
    const cut = met && 'cut' in met ? met.cut : null;
    if (cut === 'before') return void request.socket.destroy();
    if (met && 'instead' in met && !met.committed) return give(response, met.instead);
    if (met && 'hold' in met) return held.keep(met.hold, () => ask(request, body), give.bind(null, response));
    const answer = await ask(request, body);
    if (cut === 'after') request.socket.destroy();
    else if (cut === 'within') begin(response, answer);
    else give(response, met && 'instead' in met ? met.instead : answer);
  }

  /** Reads the answer whole, so the server has committed before anything else happens. */
  function ask({ method, url: path, headers }: http.IncomingMessage, body: Buffer): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const onward = http.request({ host: '127.0.0.1', port: target, method, path, headers }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => {
          delete answer.headers['transfer-encoding'];
          resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: Buffer.concat(chunks) });
        });
        answer.on('error', reject);
      });
      onward.on('error', reject);
      onward.end(body);
    });
  }

  function head(response: http.ServerResponse, { status, headers, body }: Answer): void {
    const length = String(Buffer.byteLength(body));
    response.writeHead(status, { ...headers, 'content-length': length, ...(!keepAlive && { connection: 'close' }) });
  }

  function give(response: http.ServerResponse, answer: Answer): void {
    head(response, answer);
    response.end(answer.body);
  }

  function begin(response: http.ServerResponse, answer: Answer): void {
    head(response, answer);
    const { body } = answer;
    response.write(body.slice(0, body.length / 2), () => response.socket?.destroy());
  }

  const listen = (port: number): Promise<void> => new Promise((ready) => server.listen(port, '127.0.0.1', ready));
  const stop = (): Promise<void> =>
    new Promise((closed) => {
      server.close(() => closed());
      server.closeAllConnections();
    });

  await listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://localhost:${String(port)}`,
    arrivals,
    /** Says where the server is. */
    leadTo(next: number): void {
      target = next;
    },
    /** What requests meet from now on; the first rule that fits one is met. */
    lose(...next: readonly FaultRule[]): void {
      rules = next.map((rule) => ({ rule, left: rule.times ?? Infinity }));
    },
    /** Ends every connection with its answer, so that the next request has one of its own. */
    closeAfterAnswers(): void {
      keepAlive = false;
    },
    /** Cuts every connection that stands. */
    drop: (): void => server.closeAllConnections(),
    /** Until `listenAgain` nobody listens: connections are refused. */
    refuse: stop,
    listenAgain: (): Promise<void> => (server.listening ? Promise.resolve() : listen(port)),
    /** Until so many are held. [1] */
    whenHeld: held.whenHeld,
    /** Lets go what is held. Ends when the server has answered all of it. */
    release: held.release,
    heal(): void {
      rules = [];
      keepAlive = true;
    },
    close: stop,
  };
}

/** Keeps requests, or their answers, until they are let go. */
function holdingPlace() {
  let goes: (() => Promise<void>)[] = [];
  let releases = 0;
  let waiting: { count: number; resolve: () => void }[] = [];
  const tell = (): void => {
    for (const { count, resolve } of waiting) if (goes.length >= count) resolve();
    waiting = waiting.filter(({ count }) => goes.length < count);
  };
  return {
    async keep(what: 'request' | 'answer', ask: () => Promise<Answer>, give: (answer: Answer) => void): Promise<void> {
      const since = releases;
      const answer = what === 'answer' ? await ask() : undefined;
      // Let go while the server was still at it.
      if (answer && releases > since) return give(answer);
      await new Promise<void>((resolve, reject) => {
        goes.push(async () => {
          try {
            give(answer ?? (await ask()));
            resolve();
          } catch (error) {
            reject(error instanceof Error ? error : new Error(String(error)));
          }
        });
        tell();
      });
    },
    whenHeld: (count = 1): Promise<void> =>
      new Promise((resolve) => {
        waiting.push({ count, resolve });
        tell();
      }),
    async release(): Promise<void> {
      const going = goes;
      goes = [];
      releases += 1;
      for (const go of going) await go();
    },
  };
}

export type FaultProxy = Awaited<ReturnType<typeof faultProxy>>;
