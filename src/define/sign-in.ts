import './challenge.js';
import { MfaSignIn } from '../elements/sign-in/sign-in.js';

if (!customElements.get('mfa-sign-in')) customElements.define('mfa-sign-in', MfaSignIn);

declare global {
  interface HTMLElementTagNameMap {
    'mfa-sign-in': MfaSignIn;
  }
}
