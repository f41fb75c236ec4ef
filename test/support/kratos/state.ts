import type { UiNode, UiText } from '@ory/client-fetch';
import { Secret } from 'otpauth';

export interface KeyRecord {
  /** The credential's id in base64url. */
  readonly id: string;
  readonly name: string;
  readonly addedAt: number;
}

export interface Address {
  readonly to: string;
  readonly channel: 'email' | 'sms';
}

/** One person, as Kratos keeps them. */
export interface Identity {
  readonly id: string;
  readonly email: string;
  readonly password: string;
  /** The key of the authenticator app in base32. */
  app: string | null;
  codes: { readonly code: string; usedAt: number | null }[] | null;
  readonly keys: KeyRecord[];
  readonly passkeys: KeyRecord[];
  readonly addresses: readonly Address[];
}

export interface Method {
  readonly method: string;
  readonly aal: 'aal1' | 'aal2';
  readonly at: number;
}

export interface Session {
  readonly id: string;
  readonly identity: Identity;
  readonly methods: Method[];
  authenticatedAt: number;
  isActive: boolean;
}

/** What a flow keeps to itself. */
export interface Context {
  staged?: readonly string[];
  app?: string;
  code?: { readonly value: string; tries: number; isUsed: boolean };
}

export interface FlowRecord {
  readonly id: string;
  readonly kind: 'login' | 'settings';
  readonly identity: Identity;
  readonly aal: 'aal1' | 'aal2';
  readonly refresh: boolean;
  readonly issuedAt: number;
  readonly expiresAt: number;
  changedAt: number;
  state: string;
  nodes: UiNode[];
  messages: UiText[];
  context: Context;
}

/** The cookies of one browser. */
export interface Cookies {
  readonly csrf: string | null;
  readonly session: string | null;
}

export interface KratosConfig {
  /** [https://app.example/kratos] `serve.public.base_url`. */
  readonly base?: string;
  /** [an hour] `privileged_session_max_age`, in milliseconds. */
  readonly privileged?: number;
  /** [an hour] The lifespan of flows. */
  readonly lifespan?: number;
  /** [highest_available] `required_aal` of whoami and of settings. */
  readonly required?: 'highest_available' | 'aal1';
  /** [all] Methods that are turned on. */
  readonly methods?: readonly string[];
}

export interface IdentityOptions {
  readonly app?: boolean;
  /** How many backup codes. */
  readonly codes?: number;
  readonly keys?: number;
  readonly passkeys?: number;
  readonly addresses?: readonly Address[];
}

export interface World {
  readonly base: string;
  readonly config: Required<KratosConfig>;
  readonly identity: Identity;
  readonly sessions: Map<string, Session>;
  readonly flows: Map<string, FlowRecord>;
  /** Every code that was sent. */
  readonly outbox: { readonly to: string; readonly code: string }[];
  now(): number;
  advance(ms: number): void;
  random(): string;
}

export const ALL_METHODS = ['password', 'totp', 'lookup_secret', 'webauthn', 'passkey', 'code'];
const HOUR = 3_600_000;

export const newCodes = (count: number): string[] =>
  Array.from({ length: count }, () => {
    const bytes = crypto.getRandomValues(new Uint8Array(8));
    return Array.from(bytes, (byte) => 'abcdefghijklmnopqrstuvwxyz0123456789'[byte % 36]).join('');
  });

export const newAppKey = (): string => new Secret({ size: 20 }).base32;

export function createWorld(config: KratosConfig = {}, person: IdentityOptions = {}): World {
  const { app = true, codes = 12, keys = 1, passkeys = 0 } = person;
  const { addresses = [{ to: 'ada@example.com', channel: 'email' }] } = person;
  let ahead = 0;
  const now = (): number => Date.now() + ahead;
  const random = (): string => crypto.randomUUID();
  const key = (name: string, index: number): KeyRecord => ({
    id: btoa(`${name} ${String(index)}`).replaceAll('=', ''),
    name,
    addedAt: now(),
  });
  const identity: Identity = {
    id: random(),
    email: 'ada@example.com',
    password: 'correct horse battery',
    app: app ? newAppKey() : null,
    codes: codes > 0 ? newCodes(codes).map((code) => ({ code, usedAt: null })) : null,
    keys: Array.from({ length: keys }, (_, index) => key('Blue key', index)),
    passkeys: Array.from({ length: passkeys }, (_, index) => key('Laptop', index)),
    addresses,
  };
  const base = (config.base ?? 'https://app.example/kratos').replace(/\/+$/, '');
  return {
    base,
    config: {
      base,
      privileged: config.privileged ?? HOUR,
      lifespan: config.lifespan ?? HOUR,
      required: config.required ?? 'highest_available',
      methods: config.methods ?? ALL_METHODS,
    },
    identity,
    sessions: new Map(),
    flows: new Map(),
    outbox: [],
    now,
    advance: (ms) => void (ahead += ms),
    random,
  };
}

export const has = ({ config }: World, method: string): boolean => config.methods.includes(method);

/** Whether Kratos would ask this person for a second factor. Codes that are all used count still. */
export const hasSecondFactor = (world: World, { app, codes, keys, addresses }: Identity): boolean =>
  (app !== null && has(world, 'totp')) ||
  (codes !== null && has(world, 'lookup_secret')) ||
  (keys.length > 0 && has(world, 'webauthn')) ||
  (addresses.length > 0 && has(world, 'code'));

export const aalOf = ({ methods }: Session): 'aal1' | 'aal2' =>
  methods.some(({ aal }) => aal === 'aal2') ? 'aal2' : 'aal1';

export function sessionOf({ sessions }: World, { session }: Cookies): Session | null {
  const found = session === null ? undefined : sessions.get(session);
  return found?.isActive ? found : null;
}

export function proved(world: World, session: Session, method: string, aal: Method['aal']): void {
  session.methods.push({ method, aal, at: world.now() });
  session.authenticatedAt = world.now();
}
