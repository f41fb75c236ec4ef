import { MfaReset } from '../elements/reset/reset.js';

if (!customElements.get('mfa-reset')) customElements.define('mfa-reset', MfaReset);

declare global {
  interface HTMLElementTagNameMap {
    'mfa-reset': MfaReset;
  }
}
