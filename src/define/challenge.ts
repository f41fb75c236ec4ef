import { MfaChallenge } from '../elements/challenge/challenge.js';

if (!customElements.get('mfa-challenge')) customElements.define('mfa-challenge', MfaChallenge);

declare global {
  interface HTMLElementTagNameMap {
    'mfa-challenge': MfaChallenge;
  }
}
