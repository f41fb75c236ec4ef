import type { Policy } from '../../../src/core/policy.js';
import type { AccountOptions, Schemas, SimulatedServer } from '../../../src/testing/index.js';
import { get, post, start } from './client.js';

type Entry = Schemas['Entry'];

/** A person who has passed the first factor. */
export function challenged(account: AccountOptions = {}, policy: Partial<Policy> = {}): SimulatedServer {
  const server = start({ account, policy });
  server.passFirstFactor();
  return server;
}

/** A person who is in, with a fresh proof unless said. */
export function inside(
  account: AccountOptions = {},
  policy: Partial<Policy> = {},
  { privileged = true } = {},
): SimulatedServer {
  const server = start({ account, policy });
  server.signIn({ privileged });
  return server;
}

export const entry = async (server: SimulatedServer): Promise<Entry> => (await get(server, '/challenge')).json;

/** The entry of this status; throws where it is another. */
export async function entryOf<S extends Entry['status']>(server: SimulatedServer, status: S) {
  const met = await entry(server);
  if (met.status !== status) throw new Error(`The entry is ${met.status}.`);
  return met as Extract<Entry, { status: S }>;
}

export const offers = async (server: SimulatedServer): Promise<Schemas['Offer'][]> =>
  (await entryOf(server, 'challenge')).challenge.offers;

export const beginApp = (server: SimulatedServer, replace = false, lost = false) =>
  post(server, '/totp/setups', { replace, lost });

export const verifyApp = (server: SimulatedServer, id: string, code: string) =>
  post(server, `/totp/setups/${id}/verify`, { code });

/** Sets an app up from the start to its first code. */
export async function setUpApp(server: SimulatedServer, replace = false, lost = false) {
  const { json } = await beginApp(server, replace, lost);
  return verifyApp(server, json.id, server.appCode(json.key));
}
