import type {
  UpdateLoginFlowWithCodeMethod,
  UpdateLoginFlowWithLookupSecretMethod,
  UpdateLoginFlowWithPasskeyMethod,
  UpdateLoginFlowWithPasswordMethod,
  UpdateLoginFlowWithTotpMethod,
  UpdateLoginFlowWithWebAuthnMethod,
  UpdateSettingsFlowWithLookupMethod,
  UpdateSettingsFlowWithPasskeyMethod,
  UpdateSettingsFlowWithTotpMethod,
  UpdateSettingsFlowWithWebAuthnMethod,
} from '@ory/client-fetch';
import type { Flow, UiNode } from './flow.js';

/**
 * What Kratos calls things: every group and name of its forms that we read or send, here alone. Bodies are made from the one
 * action that was chosen, never from all nodes: of several buttons Kratos would take another than the person's.
 */

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
  keyTrigger: 'webauthn_login_trigger',
  keyCreate: 'webauthn_register_trigger',
  keyRegister: 'webauthn_register',
  keyName: 'webauthn_register_displayname',
  keyRemove: 'webauthn_remove',
  passkeyChallenge: 'passkey_challenge',
  passkeyCreate: 'passkey_create_data',
  passkeyRegister: 'passkey_settings_register',
  passkeyRemove: 'passkey_remove',
  address: 'address',
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

/** A body without the form's token, which is put in when it leaves. */
export type Body = Readonly<Record<string, string | boolean>>;

/** A body as Ory's own client types it. */
type Typed<T extends { csrf_token?: string }> = Omit<T, 'csrf_token' | 'transient_payload'>;

export const proveByApp = (code: string) =>
  ({ method: 'totp', totp_code: code }) satisfies Typed<UpdateLoginFlowWithTotpMethod>;

export const proveByCode = (code: string) =>
  ({ method: 'lookup_secret', lookup_secret: code }) satisfies Typed<UpdateLoginFlowWithLookupSecretMethod>;

/** `identifier` is mandatory in the body, although a second factor does not look at it. */
export const proveByKey = (identifier: string, credential: AuthenticationResponseJSON) =>
  ({
    method: 'webauthn',
    identifier,
    webauthn_login: JSON.stringify(credential),
  }) satisfies Typed<UpdateLoginFlowWithWebAuthnMethod>;

export const proveByPasskey = (credential: AuthenticationResponseJSON) =>
  ({ method: 'passkey', passkey_login: JSON.stringify(credential) }) satisfies Typed<UpdateLoginFlowWithPasskeyMethod>;

export const proveByPassword = (identifier: string, password: string) =>
  ({ method: 'password', identifier, password }) satisfies Typed<UpdateLoginFlowWithPasswordMethod>;

/** Without `identifier`: Kratos would prefer it to the address, and send to others. */
export const sendTo = (address: string) => ({ method: 'code', address }) satisfies Typed<UpdateLoginFlowWithCodeMethod>;

export const sendAgain = (identifier: string) =>
  ({ method: 'code', resend: 'code', identifier }) satisfies Typed<UpdateLoginFlowWithCodeMethod>;

export const proveBySentCode = (identifier: string, code: string) =>
  ({ method: 'code', code, identifier }) satisfies Typed<UpdateLoginFlowWithCodeMethod>;

export const connectApp = (code: string) =>
  ({ method: 'totp', totp_code: code }) satisfies Typed<UpdateSettingsFlowWithTotpMethod>;

export const unlinkApp = () =>
  ({ method: 'totp', totp_unlink: true }) satisfies Typed<UpdateSettingsFlowWithTotpMethod>;

export const makeCodes = () =>
  ({ method: 'lookup_secret', lookup_secret_regenerate: true }) satisfies Typed<UpdateSettingsFlowWithLookupMethod>;

export const confirmCodes = () =>
  ({ method: 'lookup_secret', lookup_secret_confirm: true }) satisfies Typed<UpdateSettingsFlowWithLookupMethod>;

export const revealCodes = () =>
  ({ method: 'lookup_secret', lookup_secret_reveal: true }) satisfies Typed<UpdateSettingsFlowWithLookupMethod>;

export const disableCodes = () =>
  ({ method: 'lookup_secret', lookup_secret_disable: true }) satisfies Typed<UpdateSettingsFlowWithLookupMethod>;

export const registerKey = (credential: RegistrationResponseJSON, name: string) =>
  ({
    method: 'webauthn',
    webauthn_register: JSON.stringify(credential),
    webauthn_register_displayname: name,
  }) satisfies Typed<UpdateSettingsFlowWithWebAuthnMethod>;

export const removeKey = (id: string) =>
  ({ method: 'webauthn', webauthn_remove: id }) satisfies Typed<UpdateSettingsFlowWithWebAuthnMethod>;

export const registerPasskey = (credential: RegistrationResponseJSON) =>
  ({
    method: 'passkey',
    passkey_settings_register: JSON.stringify(credential),
  }) satisfies Typed<UpdateSettingsFlowWithPasskeyMethod>;

export const removePasskey = (id: string) =>
  ({ method: 'passkey', passkey_remove: id }) satisfies Typed<UpdateSettingsFlowWithPasskeyMethod>;
