import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface Mail {
  readonly from: string;
  readonly to: readonly string[];
  /** Whether it came over TLS. */
  readonly secure: boolean;
  /** By their names in small letters, unfolded and still encoded. */
  readonly headers: ReadonlyMap<string, string>;
  /** Decoded. */
  readonly subject: string;
  /** Decoded, with the ends of lines as we write them. */
  readonly text: string;
}

export interface MailServerOptions {
  /** The one password that it takes, of anybody; without one nobody is asked. */
  readonly password?: string;
  /** Whether it offers TLS, by a certificate that nobody vouches for, and takes no mail without. */
  readonly starttls?: boolean;
}

export type MailServer = Awaited<ReturnType<typeof startMailServer>>;

/** A mail server on this machine. Keeps what arrives; refuses the address that it is told to. */
export async function startMailServer({ password, starttls = false }: MailServerOptions = {}) {
  const mails: Mail[] = [];
  let refused = '';
  const server = new SMTPServer({
    authOptional: password === undefined,
    allowInsecureAuth: true,
    hideSTARTTLS: !starttls,
    logger: false,
    onMailFrom: (_address, { secure }, answer) =>
      answer(starttls && !secure ? new Error('STARTTLS comes first') : null),
    onAuth: ({ password: given, username }, _session, answer) =>
      given === password ? answer(null, { user: username }) : answer(new Error(`No, ${String(username)}`)),
    onRcptTo: ({ address }, _session, answer) => answer(address === refused ? new Error('No such mailbox') : null),
    onData(stream, { envelope, secure }, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
        const to = envelope.rcptTo.map(({ address }) => address);
        mails.push({ from, to, secure, ...parse(Buffer.concat(chunks).toString()) });
        done();
      });
    },
  });
  // A client that goes away while TLS is made is no affair of the test.
  server.on('error', () => {});
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    port,
    url: `smtp://127.0.0.1:${port}`,
    mails,
    refuse: (address: string) => void (refused = address),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

const bytes = (text: string, mark: RegExp): string =>
  Buffer.from(
    text.replace(mark, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString();

/** RFC 2047's words, one after the other; blanks between two of them are none. */
const word = (text: string): string =>
  text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?([QB])\?([^?]*)\?=/gi, (_, kind: string, coded: string) =>
      kind.toUpperCase() === 'B'
        ? Buffer.from(coded, 'base64').toString()
        : bytes(coded.replaceAll('_', ' '), /=([0-9A-F]{2})/g),
    );

function parse(raw: string): Pick<Mail, 'headers' | 'subject' | 'text'> {
  const end = raw.indexOf('\r\n\r\n');
  const lines = raw
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  const headers = new Map(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const;
    }),
  );
  const body = raw.slice(end + 4);
  const coding = headers.get('content-transfer-encoding');
  const decoded =
    coding === 'base64'
      ? Buffer.from(body, 'base64').toString()
      : coding === 'quoted-printable'
        ? bytes(body.replace(/=\r\n/g, ''), /=([0-9A-F]{2})/g)
        : body;
  return { headers, subject: word(headers.get('subject') ?? ''), text: decoded.replaceAll('\r\n', '\n').trim() };
}
