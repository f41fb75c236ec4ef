import { MfaSettings } from '../elements/settings/settings.js';

if (!customElements.get('mfa-settings')) customElements.define('mfa-settings', MfaSettings);

declare global {
  interface HTMLElementTagNameMap {
    'mfa-settings': MfaSettings;
  }
}
