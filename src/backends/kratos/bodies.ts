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
import { GROUP, NAME } from './nodes.js';

/**
 * What is sent: each body is made from the one action that was chosen, never from all fields, since of several buttons Kratos
 * would take another than the person's. Its token is put in when it leaves.
 */
export type Body = Readonly<Record<string, string | boolean>>;

/** A body as Ory's own client types it. */
type Typed<T extends { csrf_token?: string }> = Omit<T, 'csrf_token' | 'transient_payload'>;

export const proveByApp = (code: string) =>
  ({ [NAME.method]: GROUP.app, [NAME.appCode]: code }) satisfies Typed<UpdateLoginFlowWithTotpMethod>;

export const proveByCode = (code: string) =>
  ({ [NAME.method]: GROUP.codes, [NAME.code]: code }) satisfies Typed<UpdateLoginFlowWithLookupSecretMethod>;

/** `identifier` is mandatory in the body, although a second factor does not look at it. */
export const proveByKey = (identifier: string, credential: AuthenticationResponseJSON) =>
  ({
    [NAME.method]: GROUP.key,
    [NAME.identifier]: identifier,
    [NAME.keyLogin]: JSON.stringify(credential),
  }) satisfies Typed<UpdateLoginFlowWithWebAuthnMethod>;

export const proveByPasskey = (credential: AuthenticationResponseJSON) =>
  ({
    [NAME.method]: GROUP.passkey,
    [NAME.passkeyLogin]: JSON.stringify(credential),
  }) satisfies Typed<UpdateLoginFlowWithPasskeyMethod>;

export const proveByPassword = (identifier: string, password: string) =>
  ({
    [NAME.method]: GROUP.password,
    [NAME.identifier]: identifier,
    [NAME.password]: password,
  }) satisfies Typed<UpdateLoginFlowWithPasswordMethod>;

/** Without `identifier`: Kratos would prefer it to the address, and send to others. */
export const sendTo = (address: string) =>
  ({ [NAME.method]: GROUP.sent, [NAME.address]: address }) satisfies Typed<UpdateLoginFlowWithCodeMethod>;

export const sendAgain = (identifier: string) =>
  ({
    [NAME.method]: GROUP.sent,
    [NAME.resend]: GROUP.sent,
    [NAME.identifier]: identifier,
  }) satisfies Typed<UpdateLoginFlowWithCodeMethod>;

export const proveBySentCode = (identifier: string, code: string) =>
  ({
    [NAME.method]: GROUP.sent,
    [NAME.sentCode]: code,
    [NAME.identifier]: identifier,
  }) satisfies Typed<UpdateLoginFlowWithCodeMethod>;

export const connectApp = (code: string) =>
  ({ [NAME.method]: GROUP.app, [NAME.appCode]: code }) satisfies Typed<UpdateSettingsFlowWithTotpMethod>;

export const unlinkApp = () =>
  ({ [NAME.method]: GROUP.app, [NAME.appUnlink]: true }) satisfies Typed<UpdateSettingsFlowWithTotpMethod>;

export const makeCodes = () =>
  ({ [NAME.method]: GROUP.codes, [NAME.codesRegenerate]: true }) satisfies Typed<UpdateSettingsFlowWithLookupMethod>;

export const confirmCodes = () =>
  ({ [NAME.method]: GROUP.codes, [NAME.codesConfirm]: true }) satisfies Typed<UpdateSettingsFlowWithLookupMethod>;

export const revealCodes = () =>
  ({ [NAME.method]: GROUP.codes, [NAME.codesReveal]: true }) satisfies Typed<UpdateSettingsFlowWithLookupMethod>;

export const disableCodes = () =>
  ({ [NAME.method]: GROUP.codes, [NAME.codesDisable]: true }) satisfies Typed<UpdateSettingsFlowWithLookupMethod>;

export const registerKey = (credential: RegistrationResponseJSON, name: string) =>
  ({
    [NAME.method]: GROUP.key,
    [NAME.keyRegister]: JSON.stringify(credential),
    [NAME.keyName]: name,
  }) satisfies Typed<UpdateSettingsFlowWithWebAuthnMethod>;

export const removeKey = (id: string) =>
  ({ [NAME.method]: GROUP.key, [NAME.keyRemove]: id }) satisfies Typed<UpdateSettingsFlowWithWebAuthnMethod>;

export const registerPasskey = (credential: RegistrationResponseJSON) =>
  ({
    [NAME.method]: GROUP.passkey,
    [NAME.passkeyRegister]: JSON.stringify(credential),
  }) satisfies Typed<UpdateSettingsFlowWithPasskeyMethod>;

export const removePasskey = (id: string) =>
  ({ [NAME.method]: GROUP.passkey, [NAME.passkeyRemove]: id }) satisfies Typed<UpdateSettingsFlowWithPasskeyMethod>;
