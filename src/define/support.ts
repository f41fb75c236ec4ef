import { MfaSupport } from '../elements/support/support.js';

if (!customElements.get('mfa-support')) customElements.define('mfa-support', MfaSupport);

declare global {
  interface HTMLElementTagNameMap {
    'mfa-support': MfaSupport;
  }
}
