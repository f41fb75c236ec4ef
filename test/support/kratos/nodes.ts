import type { UiNode, UiText } from '@ory/client-fetch';
import { errorText, text } from './answers.js';
import type { Address, KeyRecord } from './state.js';

type Group = UiNode['group'];

export interface InputOptions {
  readonly value?: unknown;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly label?: UiText;
  readonly trigger?: string;
}

export const input = (group: Group, name: string, type: string, options: InputOptions = {}): UiNode => {
  const { value, required, disabled = false, label, trigger } = options;
  return {
    type: 'input',
    group,
    attributes: {
      name,
      type,
      ...(value !== undefined && { value }),
      ...(required && { required }),
      ...(trigger !== undefined && { onclick: `window.${trigger}()`, onclickTrigger: trigger }),
      disabled,
      node_type: 'input',
    } as UiNode['attributes'],
    messages: [],
    meta: label ? { label } : {},
  };
};

const script: UiNode = {
  type: 'script',
  group: 'webauthn',
  attributes: {
    id: 'webauthn_script',
    src: 'https://app.example/kratos/.well-known/ory/webauthn.js',
    async: true,
    referrerpolicy: 'no-referrer',
    crossorigin: 'anonymous',
    integrity: 'sha512-none',
    type: 'text/javascript',
    nonce: 'none',
    node_type: 'script',
  },
  messages: [],
  meta: {},
};

const submit = (group: Group, name: string, value: string, label: number, context?: object, disabled = false): UiNode =>
  input(group, name, 'submit', { value, disabled, label: text(label, `Button ${String(label)}`, context) });

export const appNodes = (): UiNode[] => [
  input('totp', 'totp_code', 'text', { value: '', required: true, label: text(1010006, 'Authentication code') }),
  submit('totp', 'method', 'totp', 1010009),
];

export const codeNodes = (): UiNode[] => [
  input('lookup_secret', 'lookup_secret', 'text', { value: '', required: true, label: text(1010007, 'Backup code') }),
  submit('lookup_secret', 'method', 'lookup_secret', 1010010),
];

export const keyNodes = (identifier: string, options: object): UiNode[] => [
  input('default', 'identifier', 'hidden', { value: identifier }),
  input('webauthn', 'webauthn_login', 'hidden', { value: '' }),
  script,
  input('webauthn', 'webauthn_login_trigger', 'button', {
    value: JSON.stringify({ publicKey: options }),
    label: text(1010008, 'Sign in with a hardware key'),
    trigger: 'oryWebAuthnLogin',
  }),
];

export const addressNodes = (addresses: readonly Address[]): UiNode[] =>
  addresses.map(({ to, channel }) => submit('code', 'address', to, 1010023, { address: to, channel }));

/** What is left of a login flow once a code was sent. */
export const sentNodes = (addresses: readonly Address[], to: string): UiNode[] => [
  ...addresses.map(({ to: address, channel }) =>
    input('code', 'identifier', 'hidden', {
      value: to,
      label: text(1010023, `Send code to ${address}`, { address, channel }),
    }),
  ),
  input('code', 'method', 'hidden', { value: 'code' }),
  input('code', 'code', 'text', { required: true, label: text(1070013, 'Login code') }),
  submit('code', 'method', 'code', 1070009),
  submit('code', 'resend', 'code', 1070008),
];

/** A wrong code puts the first hidden address into another group, without its label. */
export function movedIdentifier(nodes: readonly UiNode[], to: string): UiNode[] {
  const at = nodes.findIndex(({ attributes }) => (attributes as { name?: unknown }).name === 'identifier');
  return nodes.map((node, index) => (index === at ? input('default', 'identifier', 'hidden', { value: to }) : node));
}

export const passwordNodes = (identifier: string): UiNode[] => [
  input('default', 'identifier', 'hidden', { value: identifier }),
  input('password', 'password', 'password', { required: true, label: text(1070001, 'Password') }),
  submit('password', 'method', 'password', 1010022),
];

export const passkeyNodes = (identifier: string, options: object): UiNode[] => [
  input('default', 'identifier', 'hidden', { value: identifier }),
  input('passkey', 'passkey_challenge', 'hidden', { value: JSON.stringify({ publicKey: options }) }),
  script,
  input('passkey', 'passkey_login', 'hidden', { value: '' }),
  input('passkey', 'passkey_login_trigger', 'button', { label: text(1010021, 'Sign in with passkey') }),
];

// ── Settings ─────────────────────────────────────────────────────────────────────────────────────────────

export const linkedAppNodes = (): UiNode[] => [submit('totp', 'totp_unlink', 'true', 1050004)];

export const newAppNodes = (secret: string): UiNode[] => [
  {
    type: 'img',
    group: 'totp',
    attributes: { id: 'totp_qr', src: 'data:image/png;base64,AAAA', width: 256, height: 256, node_type: 'img' },
    messages: [],
    meta: { label: text(1050005, 'Authenticator app QR code') },
  },
  {
    type: 'text',
    group: 'totp',
    attributes: { id: 'totp_secret_key', text: text(1050006, secret, { secret }), node_type: 'text' },
    messages: [],
    meta: { label: text(1050017, 'This is your authenticator app secret.') },
  },
  input('totp', 'totp_code', 'text', { required: true, label: text(1070006, 'Verify code') }),
  submit('totp', 'method', 'totp', 1070003),
];

const LOOKUP = {
  reveal: 1050007,
  regenerate: 1050008,
  confirm: 1050011,
  disable: 1050016,
} as const;

export const codesNodes = (...buttons: readonly (keyof typeof LOOKUP)[]): UiNode[] =>
  buttons.map((button) => submit('lookup_secret', `lookup_secret_${button}`, 'true', LOOKUP[button]));

export function codeListNode(codes: readonly { readonly code: string; readonly usedAt: number | null }[]): UiNode {
  const secrets = codes.map(({ code, usedAt }) =>
    usedAt === null
      ? text(1050009, code, { secret: code })
      : text(1050014, 'Secret was used', {
          used_at: new Date(usedAt).toISOString(),
          used_at_unix: Math.floor(usedAt / 1000),
        }),
  );
  const list = codes.map(({ code, usedAt }) => (usedAt === null ? code : 'used')).join(', ');
  return {
    type: 'text',
    group: 'lookup_secret',
    attributes: { id: 'lookup_secret_codes', text: text(1050015, list, { secrets }), node_type: 'text' },
    messages: [],
    meta: { label: text(1050010, 'These are your backup codes.') },
  };
}

export const hex = (id: string): string =>
  Array.from(atob(id.replaceAll('-', '+').replaceAll('_', '/')), (c) =>
    c.charCodeAt(0).toString(16).padStart(2, '0'),
  ).join('');

const removal = (group: 'webauthn' | 'passkey', { id, name, addedAt }: KeyRecord, disabled = false): UiNode =>
  submit(
    group,
    `${group}_remove`,
    hex(id),
    group === 'webauthn' ? 1050018 : 1050020,
    {
      display_name: name || 'unnamed',
      added_at: new Date(addedAt).toISOString(),
      added_at_unix: Math.floor(addedAt / 1000),
    },
    disabled,
  );

export const keySettingNodes = (keys: readonly KeyRecord[], options: object): UiNode[] => [
  ...keys.map((key) => removal('webauthn', key)),
  input('webauthn', 'webauthn_register_displayname', 'text', { value: '', label: text(1050013, 'Name of the key') }),
  input('webauthn', 'webauthn_register', 'hidden', { value: '' }),
  input('webauthn', 'webauthn_register_trigger', 'button', {
    value: JSON.stringify({ publicKey: options }),
    label: text(1050012, 'Add security key'),
    trigger: 'oryWebAuthnRegistration',
  }),
  script,
];

export const passkeySettingNodes = (passkeys: readonly KeyRecord[], options: object): UiNode[] => [
  ...passkeys.map((key) => removal('passkey', key)),
  input('passkey', 'passkey_register_trigger', 'button', { value: '', label: text(1050019, 'Add passkey') }),
  input('passkey', 'passkey_settings_register', 'hidden', { value: '' }),
  input('passkey', 'passkey_create_data', 'hidden', { value: JSON.stringify({ publicKey: options }) }),
];

/** An error at a field. One that is not there is made, as Kratos does. */
export function withError(nodes: readonly UiNode[], name: string, id: number, context?: object): UiNode[] {
  const nameOf = ({ attributes }: UiNode): unknown => (attributes as { name?: unknown }).name;
  const there = nodes.some((node) => nameOf(node) === name);
  const all = there ? nodes : [...nodes, input('default', name, 'text')];
  return all.map((node) => (nameOf(node) === name ? { ...node, messages: [errorText(id, context)] } : node));
}
