import { MfaError } from '../../core/errors.js';
import type { PasskeyKind, PasskeysPort } from '../../ports/backend.js';
import { ceremonyOptions } from './ceremony.js';
import { NOT_OFFERED, SUPERSEDED } from './errors.js';
import type { Flow } from './flow.js';
import { heldOf, type Held } from './flows.js';
import { factorsIn, keyId, removalsOf, toBase64Url, toHex } from './keys.js';
import { registerKey, registerPasskey } from './bodies.js';
import { GROUP, NAME, nodeOf } from './nodes.js';
import type { Settings } from './settings.js';

type Creation = PublicKeyCredentialCreationOptionsJSON;

export function createPasskeys(settings: Settings, kinds: readonly PasskeyKind[]): Omit<PasskeysPort, 'kinds'> {
  let last: { readonly held: Held; readonly kind: PasskeyKind['kind'] } | null = null;

  return {
    async prepare(kind, call) {
      const flow = await settings.begin(call);
      const node =
        kind === 'passkey' ? nodeOf(flow, GROUP.passkey, NAME.passkeyCreate) : nodeOf(flow, GROUP.key, NAME.keyCreate);
      if (!node) throw new MfaError(NOT_OFFERED);
      const options = withExcluded(ceremonyOptions<Creation>(node), flow, kind);
      last = { held: heldOf(flow), kind };
      return { id: flow.id, options, expiresAt: flow.expiresAt };
    },
    async register(ceremony, credential, name, call) {
      if (last?.held.id !== ceremony || settings.isPast(last.held)) throw new MfaError(SUPERSEDED);
      const { held, kind } = last;
      const called = name?.trim() ?? '';
      if (kind === 'security-key' && called === '') throw new MfaError({ code: 'invalid-name' });
      const body = kind === 'passkey' ? registerPasskey(credential) : registerKey(credential, called);
      const flow = settings.saved(await settings.post(held, body, call), 'register');
      const id = keyId(kind, toHex(credential.id));
      const factor = factorsIn(flow, settings.app, kinds).find((one) => one.id === id);
      return { todo: [], notified: 'unknown', factor: factor ?? 'unknown' };
    },
  };
}

/** Older servers don't name the keys that are there already, and take one a second time. */
function withExcluded(options: Creation, flow: Flow, kind: PasskeyKind['kind']): Creation {
  const told = options.excludeCredentials ?? [];
  const there = removalsOf(flow, kind).map(({ value }) => toBase64Url(String(value)));
  const more = there.filter((id) => !told.some((one) => one.id === id));
  return { ...options, excludeCredentials: [...told, ...more.map((id) => ({ type: 'public-key', id }) as const)] };
}
