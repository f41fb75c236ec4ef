import { MfaPasskeyEnrollment } from '../elements/passkey-enrollment/passkey-enrollment.js';

if (!customElements.get('mfa-passkey-enrollment'))
  customElements.define('mfa-passkey-enrollment', MfaPasskeyEnrollment);

declare global {
  interface HTMLElementTagNameMap {
    'mfa-passkey-enrollment': MfaPasskeyEnrollment;
  }
}
