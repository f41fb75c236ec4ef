import type { CodeFormat } from '../../core/backup-code.js';
import type { Delivery, Instant, OfferOf } from '../../core/factor.js';
import type { Flow, UiNode } from './flow.js';
import { heldOf, type Held } from './flows.js';
import { GROUP, NAME, nodeOf, nodesOf, valueOf } from './nodes.js';

/** Twelve codes of eight characters, compared exactly. */
export const FORMAT: CodeFormat = {
  kind: 'grouped',
  alphabet: 'abcdefghijklmnopqrstuvwxyz0123456789',
  case: 'lower',
  groups: [8],
  separator: '',
};

/** Where a code can be sent. `id` holds no more of the address than the screen shows. */
export interface Address {
  readonly id: string;
  readonly value: string;
  readonly channel: 'email' | 'sms';
  readonly to: string;
}

/** A login flow as it is kept: what it takes to send its actions. */
export interface LoginFlow extends Held {
  /** Whose flow it is: sent with a password, and with a security key. */
  readonly identifier: string | undefined;
  /** By which of the two an assertion is sent. */
  readonly assertion: 'webauthn' | 'passkey';
  readonly addresses: readonly Address[];
  /** The address that a code was sent to by this flow. From then on its other fields are gone, and what they offered is not. */
  readonly sent: { readonly to: Address; readonly at: Instant } | undefined;
  /** What it offers besides codes that are sent. */
  readonly kinds: readonly ProofKind[];
}

/** Kinds of proof, each by the letter that a handle has for it. */
const LETTERS = { totp: 't', passkey: 'p', 'backup-code': 'b', password: 'w' } as const;
export type ProofKind = keyof typeof LETTERS;

const SENT = 'sent_email';

/**
 * @param now by Kratos's clock
 * @param before what the flow offered before something was sent by it
 */
export function loginFlow(flow: Flow, now: Instant, before: Partial<LoginFlow> = {}): LoginFlow {
  const isSent = flow.state === SENT;
  const addresses = before.addresses ?? (isSent ? addressesSent(flow) : addressesOf(flow));
  const kinds = kindsOf(flow);
  return {
    ...heldOf(flow),
    identifier: before.identifier ?? valueOf(flow, GROUP.common, NAME.identifier),
    assertion: before.assertion ?? (nodeOf(flow, GROUP.key, NAME.keyTrigger) ? 'webauthn' : 'passkey'),
    addresses,
    sent: isSent ? (sentOf(flow, addresses, now) ?? before.sent) : undefined,
    kinds: [...kinds, ...(before.kinds ?? []).filter((kind) => !kinds.includes(kind))],
  };
}

function sentOf(flow: Flow, addresses: readonly Address[], now: Instant): LoginFlow['sent'] {
  const chosen = chosenIn(flow);
  const to = addresses.find(({ value }) => isSame(value, chosen));
  return to && { to, at: flow.changedAt === 'unknown' ? now : flow.changedAt };
}

/** Kratos tells an address back in lower case. */
const isSame = (a: string, b: string | undefined): boolean => a.toLowerCase() === b?.toLowerCase();

/** Where a code was sent. After a wrong code the field stands in another group. */
const chosenIn = (flow: Flow): string | undefined =>
  valueOf(flow, GROUP.sent, NAME.identifier) ?? valueOf(flow, GROUP.common, NAME.identifier);

/** What a flow offers, by how it is ordered on screen. */
export function offersOf({ kinds, addresses, sent }: LoginFlow) {
  const has = (kind: ProofKind): boolean => kinds.includes(kind);
  return {
    plain: [
      ...(has('passkey') ? [{ kind: 'passkey' } as const] : []),
      ...(has('totp') ? [{ kind: 'totp' } as const] : []),
    ],
    sent: addresses.map(({ id, channel, to }): OfferOf<'delivered-code'> => ({
      kind: 'delivered-code',
      id,
      channel,
      to,
      ...(id === sent?.to.id && { sent: delivered(sent.at) }),
    })),
    codes: has('backup-code') ? [{ kind: 'backup-code', format: FORMAT, madeOn: 'unknown' } as const] : [],
    password: has('password') ? [{ kind: 'password' } as const] : [],
  };
}

/** Kratos does not say when another may be asked for. */
export const delivered = (sentAt: number): Delivery => ({ sentAt, resendAt: 'unknown' });

/** Where the options of a security key or a passkey stand. */
export const assertionNode = (flow: Flow): UiNode | undefined =>
  nodeOf(flow, GROUP.key, NAME.keyTrigger) ?? nodeOf(flow, GROUP.passkey, NAME.passkeyChallenge);

function kindsOf(flow: Flow): readonly ProofKind[] {
  const there: Record<ProofKind, UiNode | undefined> = {
    totp: nodeOf(flow, GROUP.app, NAME.appCode),
    passkey: assertionNode(flow),
    'backup-code': nodeOf(flow, GROUP.codes, NAME.code),
    password: nodeOf(flow, GROUP.password, NAME.password),
  };
  return (Object.keys(there) as ProofKind[]).filter((kind) => there[kind]);
}

const addressesOf = (flow: Flow): readonly Address[] =>
  nodesOf(flow, GROUP.sent, NAME.address).flatMap(({ value, label }, index) => {
    const { address = value, channel = 'email' } = label?.context ?? {};
    return typeof address === 'string' && (channel === 'email' || channel === 'sms')
      ? [addressAt(index, address, channel)]
      : [];
  });

/** Once a code was sent the same nodes are hidden fields, all with the chosen address; a wrong code takes away its label. */
function addressesSent(flow: Flow): readonly Address[] {
  const labels = nodesOf(flow, GROUP.sent, NAME.identifier).map(({ label }) => label?.context ?? {});
  const told = labels.filter(({ address }) => typeof address === 'string') as { address: string; channel?: unknown }[];
  const chosen = chosenIn(flow);
  const all =
    told.some(({ address }) => isSame(address, chosen)) || chosen === undefined ? told : [{ address: chosen }, ...told];
  return all.map(({ address, channel = address.includes('@') ? 'email' : 'sms' }: (typeof told)[number], index) =>
    addressAt(index, address, channel === 'sms' ? 'sms' : 'email'),
  );
}

function addressAt(index: number, value: string, channel: Address['channel']): Address {
  const to = masked(value);
  return { id: `${String(index)}:${to}`, value, channel, to };
}

/** Kratos tells addresses whole to whoever has the password; the screen does not. */
export function masked(address: string): string {
  const at = address.lastIndexOf('@');
  return at > 0 ? `${address.slice(0, 1)}•••${address.slice(at)}` : `•••${address.slice(-2)}`;
}

/**
 * A handle names the flow and what it offers besides sent codes: once a code was sent the flow itself no longer says, and
 * asking with another flow could send a second one.
 */
export const handleOf = ({ id, kinds }: LoginFlow): string => `${id}.${kinds.map((kind) => LETTERS[kind]).join('')}`;

export function readHandle(handle: string): { readonly id: string; readonly kinds: readonly ProofKind[] } {
  const [, id = handle, letters = ''] = /^(.+)\.([a-z]*)$/.exec(handle) ?? [];
  const kinds = (Object.keys(LETTERS) as ProofKind[]).filter((kind) => letters.includes(LETTERS[kind]));
  return { id, kinds };
}
