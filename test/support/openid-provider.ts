import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a provider may get wrong, or somebody may have changed on the way. */
export interface Lie {
  /** Seconds that the person had been signed in for; null: it is not told. */
  readonly signedInFor?: number | null;
  readonly claims?: Readonly<Record<string, unknown>>;
  /** Signs by a key that is not published. */
  readonly otherKey?: boolean;
  /** Names another issuer in the answer. */
  readonly issuer?: string;
}

interface Grant {
  readonly parameters: URLSearchParams;
  readonly sub: string;
  readonly lie: Lie;
}

export type OpenIdProvider = Awaited<ReturnType<typeof startOpenIdProvider>>;

const SECRET = 'the secret of the client';
const base64url = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

async function bodyOf(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return new URLSearchParams(Buffer.concat(chunks).toString());
}

/**
 * An OpenID provider on this machine, at which whoever comes is who `person` says. It holds a client to its secret, to PKCE, to
 * the address of redirection, and gives a code once.
 */
export async function startOpenIdProvider(now: () => number = Date.now) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  const grants = new Map<string, Grant>();
  const asked: URLSearchParams[] = [];
  const state = { person: 'ada', lie: {} as Lie, page: false };
  let issuer = '';

  function idToken({ parameters, sub, lie }: Grant): string {
    const seconds = Math.floor(now() / 1000);
    const { signedInFor = 0, claims, otherKey } = lie;
    const payload = {
      iss: issuer,
      aud: parameters.get('client_id'),
      sub,
      nonce: parameters.get('nonce'),
      iat: seconds,
      exp: seconds + 300,
      ...(signedInFor !== null && { auth_time: seconds - signedInFor }),
      ...claims,
    };
    return signed(payload, otherKey ? stranger : privateKey);
  }

  function exchange(form: URLSearchParams): object | null {
    const code = form.get('code') ?? '';
    const grant = grants.get(code);
    grants.delete(code);
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const isRight =
      form.get('client_secret') === SECRET &&
      form.get('redirect_uri') === grant?.parameters.get('redirect_uri') &&
      challenge === grant?.parameters.get('code_challenge');
    return grant && isRight
      ? { access_token: 'unused', token_type: 'bearer', expires_in: 60, id_token: idToken(grant) }
      : null;
  }

  /** Where the person comes back to. */
  function answer(parameters: URLSearchParams): string {
    const code = randomBytes(16).toString('hex');
    grants.set(code, { parameters, sub: state.person, lie: state.lie });
    const back = new URL(parameters.get('redirect_uri') ?? '');
    back.searchParams.set('code', code);
    back.searchParams.set('state', parameters.get('state') ?? '');
    back.searchParams.set('iss', state.lie.issuer ?? issuer);
    return back.href;
  }

  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', issuer);
    const json = (body: object, status = 200) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    switch (pathname) {
      case '/.well-known/openid-configuration':
        return json({
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          jwks_uri: `${issuer}/keys`,
          authorization_response_iss_parameter_supported: true,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['ES256'],
        });
      case '/keys':
        return json({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'ES256', use: 'sig' }] });
      case '/authorize': {
        asked.push(searchParams);
        const back = answer(searchParams);
        if (!state.page) return response.writeHead(302, { location: back }).end();
        return response
          .writeHead(200, { 'content-type': 'text/html' })
          .end(
            `<!doctype html><title>Example ID</title><h1>Example ID</h1><a href="${back.replaceAll('&', '&amp;')}">Sign in</a>`,
          );
      }
      case '/token':
        return void bodyOf(request).then((form) => {
          const tokens = exchange(form);
          return tokens ? json(tokens) : json({ error: 'invalid_grant' }, 400);
        });
      default:
        return json({ error: 'not_found' }, 404);
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    /** What comes next; may be changed at any time. */
    state,
    /** What was asked of the page to sign in at, newest last. */
    asked,
    options: { id: 'example', label: 'Example ID', issuer, clientId: 'the-bank', clientSecret: SECRET },
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

function signed(payload: object, key: KeyObject): string {
  const text = `${base64url({ alg: 'ES256', kid: 'one', typ: 'JWT' })}.${base64url(payload)}`;
  const signature = sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' });
  return `${text}.${signature.toString('base64url')}`;
}
