import { URI } from 'otpauth';
import { CLIENT_ADDRESS_HEADER } from './auth';
import { STOCK_PATH, type StockAuth } from './stock';

export interface StockPerson {
  email: string;
  password: string;
  /** The authenticator app's key in base32, and its address; null without a second factor. */
  totpSecret: string | null;
  totpUri: string | null;
  backupCodes: string[];
}

/** Somebody who talks to the app as a browser does: its own routes are the only way to what it keeps. */
export function stockVisitor(auth: StockAuth) {
  const { baseURL = '' } = auth.options;
  const cookies = new Map<string, string>();
  return async <T>(method: 'GET' | 'POST', path: string, body?: object): Promise<T> => {
    const headers = {
      origin: baseURL,
      cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      [CLIENT_ADDRESS_HEADER]: '::1',
      ...(body && { 'content-type': 'application/json' }),
    };
    const url = `${baseURL}${STOCK_PATH}${path}`;
    const response = await auth.handler(
      new Request(url, { method, headers, ...(body && { body: JSON.stringify(body) }) }),
    );
    if (!response.ok) throw new Error(`${path} was answered ${response.status}.`);
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    return (await response.json()) as T;
  };
}

/** Signs somebody up and, where asked for, connects their app. Gives what no server could tell. */
export async function addStockPerson(
  auth: StockAuth,
  { name, email, password, secondFactor }: { name: string; email: string; password: string; secondFactor: boolean },
  ask = stockVisitor(auth),
): Promise<StockPerson> {
  await ask('POST', '/sign-up/email', { name, email, password });
  if (!secondFactor) return { email, password, totpSecret: null, totpUri: null, backupCodes: [] };
  const { totpURI, backupCodes } = await ask<{ totpURI: string; backupCodes: string[] }>('POST', '/two-factor/enable', {
    password,
  });
  const totp = URI.parse(totpURI);
  if (!('period' in totp)) throw new Error('Better Auth gave no address of an app.');
  await ask('POST', '/two-factor/verify-totp', { code: totp.generate() });
  return { email, password, totpSecret: totp.secret.base32, totpUri: totpURI, backupCodes };
}
