import { MfaStepUp } from '../elements/step-up/step-up.js';

if (!customElements.get('mfa-step-up')) customElements.define('mfa-step-up', MfaStepUp);

declare global {
  interface HTMLElementTagNameMap {
    'mfa-step-up': MfaStepUp;
  }
}
