import type { Flow, UiNode } from './flow.js';

/** What Kratos calls things, here alone: the groups of its forms, which are its methods too, and below every name we use. */
export const GROUP = {
  common: 'default',
  app: 'totp',
  codes: 'lookup_secret',
  key: 'webauthn',
  passkey: 'passkey',
  sent: 'code',
  password: 'password',
} as const;

export const NAME = {
  csrf: 'csrf_token',
  method: 'method',
  identifier: 'identifier',
  password: 'password',
  appCode: 'totp_code',
  appSecret: 'totp_secret_key',
  appUnlink: 'totp_unlink',
  code: 'lookup_secret',
  codesList: 'lookup_secret_codes',
  codesConfirm: 'lookup_secret_confirm',
  codesDisable: 'lookup_secret_disable',
  codesReveal: 'lookup_secret_reveal',
  codesRegenerate: 'lookup_secret_regenerate',
  keyLogin: 'webauthn_login',
  keyTrigger: 'webauthn_login_trigger',
  keyCreate: 'webauthn_register_trigger',
  keyRegister: 'webauthn_register',
  keyName: 'webauthn_register_displayname',
  keyRemove: 'webauthn_remove',
  passkeyLogin: 'passkey_login',
  passkeyChallenge: 'passkey_challenge',
  passkeyCreate: 'passkey_create_data',
  passkeyRegister: 'passkey_settings_register',
  passkeyRemove: 'passkey_remove',
  address: 'address',
  sentCode: 'code',
  resend: 'resend',
} as const;

type Name = (typeof NAME)[keyof typeof NAME];
type Group = (typeof GROUP)[keyof typeof GROUP];

export const nodesOf = ({ nodes }: Pick<Flow, 'nodes'>, group: Group, name: Name): readonly UiNode[] =>
  nodes.filter((one) => one.group === group && one.name === name);

export const nodeOf = (flow: Pick<Flow, 'nodes'>, group: Group, name: Name): UiNode | undefined =>
  nodesOf(flow, group, name)[0];

/** The value of a text field; undefined where there is none. */
export function valueOf(flow: Pick<Flow, 'nodes'>, group: Group, name: Name): string | undefined {
  const value = nodeOf(flow, group, name)?.value;
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The form's token against forgery. */
export const csrfOf = (flow: Pick<Flow, 'nodes'>): string => valueOf(flow, GROUP.common, NAME.csrf) ?? '';
