import { MfaTotpEnrollment } from '../elements/totp-enrollment/totp-enrollment.js';

if (!customElements.get('mfa-totp-enrollment')) customElements.define('mfa-totp-enrollment', MfaTotpEnrollment);

declare global {
  interface HTMLElementTagNameMap {
    'mfa-totp-enrollment': MfaTotpEnrollment;
  }
}
