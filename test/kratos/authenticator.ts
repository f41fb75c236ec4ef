import type { KratosVisitor } from '../../demo/server/kratos/visitor';
import { nodeOf } from '../../demo/server/kratos/visitor';
import { SoftwareAuthenticator } from '../support/software-authenticator';

/** A security key of a person who is in, registered by the form that a page would use. */
export async function addSecurityKey(visitor: KratosVisitor, origin: string): Promise<SoftwareAuthenticator> {
  const key = new SoftwareAuthenticator(origin);
  const form = await visitor.settings();
  const { publicKey } = JSON.parse(String(nodeOf(form, 'webauthn_register_trigger').value)) as {
    publicKey: PublicKeyCredentialCreationOptionsJSON;
  };
  const { status } = await visitor.send(form, {
    method: 'webauthn',
    webauthn_register: JSON.stringify(key.register(publicKey)),
    webauthn_register_displayname: 'A key',
  });
  if (status !== 200) throw new Error(`Kratos answered a new key with ${status}.`);
  return key;
}
