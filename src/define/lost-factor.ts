import { MfaLostFactor } from '../elements/lost-factor/lost-factor.js';

if (!customElements.get('mfa-lost-factor')) customElements.define('mfa-lost-factor', MfaLostFactor);

declare global {
  interface HTMLElementTagNameMap {
    'mfa-lost-factor': MfaLostFactor;
  }
}
