import { randomBytes } from 'node:crypto';
import http from 'node:http';
import { TOTP } from 'otpauth';
import type { Person } from './commands';

export interface Answer {
  status: number;
  headers: http.IncomingHttpHeaders;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers of every shape are looked into
  body: any;
  /** From sending to the last byte, in milliseconds. */
  ms: number;
}

/** Where a service answers: one process or several. */
export interface Place {
  /** What browsers know it by. */
  readonly origin: string;
  readonly ports: readonly number[];
}

const agent = new http.Agent({ keepAlive: true });

let sentAgain = 0;
/** How many requests were sent twice. */
export const resends = (): number => sentAgain;

export const attemptId = (): string => randomBytes(12).toString('base64url');

/** An address of this machine of its own: all of 127.0.0.0/8 is. */
export const addressOf = (index: number): string => `127.1.${Math.floor(index / 250)}.${(index % 250) + 1}`;

/** A browser at an address. Its requests go to one process after the other. */
export class Visitor {
  cookies = new Map<string, string>();
  #turn: number;

  constructor(
    readonly place: Place,
    readonly address = addressOf(0),
    turn = 0,
  ) {
    this.#turn = turn;
  }

  /** Another request with the same cookies, from this address or another. */
  copy(address = this.address): Visitor {
    const copy = new Visitor(this.place, address, this.#turn + 1);
    copy.cookies = new Map(this.cookies);
    return copy;
  }

  /** The same browser, once the server runs elsewhere. */
  at(place: Place): Visitor {
    const moved = new Visitor(place, this.address);
    moved.cookies = new Map(this.cookies);
    return moved;
  }

  /**
   * Rejects where the connection ends without an answer. One that was kept from an earlier request may have been closed meanwhile:
   * browsers send what met that once more by themselves, and so does this.
   */
  async send(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Answer> {
    const begun = performance.now();
    try {
      return await this.#ask(method, path, body, begun);
    } catch (error) {
      if (!(error as { isStale?: boolean }).isStale) throw error;
      sentAgain += 1;
      return this.#ask(method, path, body, begun);
    }
  }

  #ask(method: 'GET' | 'POST', path: string, body: unknown, begun: number): Promise<Answer> {
    const { origin, ports } = this.place;
    const headers = {
      'x-mfa': '1',
      host: new URL(origin).host,
      ...(this.cookies.size > 0 && { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') }),
      ...(method === 'POST' && { origin, 'content-type': 'application/json' }),
    };
    const port = ports[(this.#turn += 1) % ports.length];
    return new Promise((resolve, reject) => {
      const request = http.request({
        ...{ host: '127.0.0.1', port, path: `/api${path}`, method, headers, agent },
        localAddress: this.address,
      });
      request.on('response', (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          this.#keep(response.headers['set-cookie'] ?? []);
          const isJson = /json/.test(response.headers['content-type'] ?? '');
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: isJson && text !== '' ? JSON.parse(text) : text,
            ms: performance.now() - begun,
          });
        });
      });
      request.on('error', (error) => reject(Object.assign(error, { isStale: request.reusedSocket })));
      request.end(method === 'POST' ? JSON.stringify(body ?? {}) : undefined);
    });
  }

  #keep(lines: readonly string[]): void {
    for (const line of lines) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }

  get holdsSession(): boolean {
    return this.cookies.has('better-auth.session_token');
  }

  signIn({ email, password }: Pick<Person, 'email' | 'password'>): Promise<Answer> {
    return this.send('POST', '/auth/sign-in/email', { email, password });
  }

  load(): Promise<Answer> {
    return this.send('GET', '/auth/mfa/challenge');
  }

  redeem(code: string, attempt = attemptId()): Promise<Answer> {
    return this.prove({ kind: 'backup-code', code }, attempt);
  }

  prove(proof: object, attempt = attemptId()): Promise<Answer> {
    return this.send('POST', '/auth/mfa/challenge/attempts', { attempt, proof });
  }

  proveByApp({ appKey }: Pick<Person, 'appKey'>): Promise<Answer> {
    return this.prove({ kind: 'totp', code: new TOTP({ secret: appKey }).generate() });
  }

  settle(attempt: string): Promise<Answer> {
    return this.send('POST', `/auth/mfa/challenge/attempts/${attempt}/settle`);
  }

  codes(): Promise<Answer> {
    return this.send('GET', '/auth/mfa/backup-codes');
  }

  issue(): Promise<Answer> {
    return this.send('POST', '/auth/mfa/backup-codes/sets');
  }

  confirm(set: string): Promise<Answer> {
    return this.send('POST', `/auth/mfa/backup-codes/sets/${set}/confirm`);
  }

  askForHelp(): Promise<Answer> {
    return this.send('POST', '/auth/mfa/assistance/cases');
  }

  /** What an agent does to a case. */
  act(name: string, number: string, subject: string): Promise<Answer> {
    const reason = 'Called back on the number on file, and knew the last invoice.';
    return this.send('POST', `/auth/desk/cases/${number}/${name}`, { subject, proof: 'call-on-file', reason });
  }
}
