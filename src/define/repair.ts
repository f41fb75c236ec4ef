import { MfaRepair } from '../elements/repair/repair.js';

if (!customElements.get('mfa-repair')) customElements.define('mfa-repair', MfaRepair);

declare global {
  interface HTMLElementTagNameMap {
    'mfa-repair': MfaRepair;
  }
}
