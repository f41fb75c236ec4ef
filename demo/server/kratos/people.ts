import { TOTP } from 'otpauth';
import type { DemoAccount } from '../accounts-file';
import type { KratosSite } from './site';
import { KratosVisitor, isForm, nodeOf, type KratosAnswer, type KratosForm } from './visitor';

export interface KratosPerson {
  email: string;
  password: string;
  /** Whether they have an authenticator app and backup codes. */
  secondFactor: boolean;
  /** Where codes are sent to them. */
  codesTo?: string;
}

const PEOPLE: KratosPerson[] = [
  { email: 'ada@kratos.example', password: 'ada-lost-her-phone', secondFactor: true },
  { email: 'cleo@kratos.example', password: 'cleo-has-no-factor', secondFactor: false },
  { email: 'dora@kratos.example', password: 'dora-reads-her-mail', secondFactor: true, codesTo: 'dora@mail.example' },
];

/** Asks Kratos's admin API. */
export async function askAdmin<T>({ adminUrl }: KratosSite, method: string, path: string, body?: unknown): Promise<T> {
  if (!adminUrl) throw new Error('KRATOS_ADMIN_URL is not set.');
  const response = await fetch(`${adminUrl}/admin${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`Kratos answered ${method} /admin${path} with ${response.status}.`);
  return (response.status === 204 ? null : await response.json()) as T;
}

function saved(answer: KratosAnswer): KratosForm {
  if (answer.status !== 200 || !isForm(answer.json)) throw new Error(`Kratos answered a change with ${answer.status}.`);
  return answer.json;
}

/** Connects an app, as its owner would: no release of Kratos that we know takes one over. Gives its key. */
export async function connectApp(visitor: KratosVisitor): Promise<string> {
  const form = await visitor.settings();
  const { secret } = nodeOf(form, 'totp_secret_key').text?.context as { secret: string };
  saved(await visitor.send(form, { method: 'totp', totp_code: new TOTP({ secret }).generate() }));
  return secret;
}

/** Makes backup codes and turns them on. */
export async function makeCodes(visitor: KratosVisitor): Promise<string[]> {
  const lookup = (action: string) => ({ method: 'lookup_secret', [`lookup_secret_${action}`]: true });
  const form = saved(await visitor.send(await visitor.settings(), lookup('regenerate')));
  const { secrets } = nodeOf(form, 'lookup_secret_codes').text?.context as { secrets: { text: string }[] };
  saved(await visitor.send(form, lookup('confirm')));
  return secrets.map(({ text }) => text);
}

export interface MadePerson {
  id: string;
  account: DemoAccount;
  /** The browser in which they made what they have; they are in. */
  visitor: KratosVisitor;
}

/** Has codes sent to an address. It counts as a second factor from then on, also where it is the only one. */
export const giveAddress = (site: KratosSite, id: string, to: string): Promise<unknown> =>
  askAdmin(site, 'PATCH', `/identities/${id}`, [{ op: 'add', path: '/traits/codes_to', value: to }]);

/** Makes one account: the password by the admin API, the rest in a browser of its own. */
export async function addKratosPerson(
  site: KratosSite,
  { email, password, secondFactor, codesTo }: KratosPerson,
): Promise<MadePerson> {
  const { id } = await askAdmin<{ id: string }>(site, 'POST', '/identities', {
    schema_id: 'person',
    traits: { email },
    credentials: { password: { config: { password } } },
  });
  const visitor = new KratosVisitor(site);
  await visitor.passFirstFactor({ email, password });
  const totpSecret = secondFactor ? await connectApp(visitor) : null;
  const backupCodes = secondFactor ? await makeCodes(visitor) : [];
  if (codesTo) await giveAddress(site, id, codesTo);
  const account = {
    email,
    password,
    totpSecret,
    totpUri: totpSecret && new TOTP({ secret: totpSecret, issuer: 'Fjord Bank', label: email }).toString(),
    codesTo: codesTo ? [`email ${codesTo}`] : [],
    backupCodes,
    note: null,
  };
  return { id, account, visitor };
}

/** Makes those of the demo's people whom Kratos does not know. One that is there is left as it is. */
export async function seedKratos(site: KratosSite): Promise<DemoAccount[]> {
  const made: DemoAccount[] = [];
  for (const person of PEOPLE) {
    const query = `?credentials_identifier=${encodeURIComponent(person.email)}`;
    const known = await askAdmin<unknown[]>(site, 'GET', `/identities${query}`);
    if (known.length > 0) continue;
    made.push((await addKratosPerson(site, person)).account);
  }
  return made;
}

export interface KratosMessage {
  recipient: string;
  subject: string;
  body: string;
}

/** What Kratos sent, newest first. It shows the text only in its development mode. */
export const sentByKratos = (site: KratosSite, to?: string): Promise<KratosMessage[]> =>
  askAdmin(site, 'GET', `/courier/messages${to === undefined ? '' : `?recipient=${encodeURIComponent(to)}`}`);
