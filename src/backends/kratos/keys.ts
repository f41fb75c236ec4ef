import type { Instant, Known } from '../../core/factor.js';
import type { Factor, PasskeyKind } from '../../ports/backend.js';
import { instantOf, type Flow, type UiNode } from './flow.js';
import { GROUP, NAME, nodesOf } from './nodes.js';
import { isAppLinked } from './settings.js';

type KeyKind = PasskeyKind['kind'];

export const removalsOf = (flow: Flow, kind: KeyKind): readonly UiNode[] =>
  kind === 'security-key' ? nodesOf(flow, GROUP.key, NAME.keyRemove) : nodesOf(flow, GROUP.passkey, NAME.passkeyRemove);

/** The id of a factor as the screens know it. */
export const appId = (app: number): string => `app-${String(app)}`;
export const keyId = (kind: KeyKind, hex: string): string => `${kind}:${hex}`;
export function readKeyId(id: string): { readonly kind: KeyKind; readonly hex: string } | undefined {
  const [, kind, hex] = /^(security-key|passkey):(.+)$/.exec(id) ?? [];
  return hex === undefined ? undefined : { kind: kind as KeyKind, hex };
}

/** Kratos names a credential in hexadecimal, browsers in base64url. */
export const toBase64Url = (hex: string): string =>
  btoa(String.fromCharCode(...(hex.match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');

export const toHex = (base64url: string): string =>
  Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (byte) =>
    byte.charCodeAt(0).toString(16).padStart(2, '0'),
  ).join('');

const KINDS: readonly KeyKind[] = ['security-key', 'passkey'];

/** What the settings show of a person's factors. Codes by e-mail and text can't be seen there. */
export function factorsIn(flow: Flow, app: number, kinds: readonly PasskeyKind[]): readonly Factor[] {
  const keys = KINDS.flatMap((kind) => removalsOf(flow, kind).map((node) => keyIn(node, kind, kinds)));
  return isAppLinked(flow) ? [appFactor(app), ...keys] : keys;
}

const shared = { lastUsed: 'unknown', synced: 'unknown', canRename: false } as const;

const appFactor = (app: number): Factor => ({
  ...shared,
  id: appId(app),
  kind: 'totp',
  name: 'unknown',
  opens: 'second-step',
  added: 'unknown',
  removal: 'alone',
});

const OPENS = { 'security-key': 'second-step', passkey: 'whole-sign-in' } as const;

function keyIn({ value, label, disabled }: UiNode, kind: KeyKind, kinds: readonly PasskeyKind[]): Factor {
  const { display_name: name, added_at } = label?.context ?? {};
  const added: Known<Instant> = instantOf(added_at);
  return {
    ...shared,
    id: keyId(kind, String(value)),
    kind,
    // What Kratos calls a key that was given none.
    name: typeof name === 'string' && name !== '' && name !== 'unnamed' ? name : 'unknown',
    opens: kinds.find((one) => one.kind === kind)?.opens ?? OPENS[kind],
    added,
    removal: disabled ? 'blocked' : 'alone',
  };
}
