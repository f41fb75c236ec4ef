import { MfaBackupCodeForm } from '../elements/backup-code-form/backup-code-form.js';

if (!customElements.get('mfa-backup-code-form')) customElements.define('mfa-backup-code-form', MfaBackupCodeForm);

declare global {
  interface HTMLElementTagNameMap {
    'mfa-backup-code-form': MfaBackupCodeForm;
  }
}
