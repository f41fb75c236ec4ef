import { MfaBackupCodes } from '../elements/backup-codes/backup-codes.js';

if (!customElements.get('mfa-backup-codes')) customElements.define('mfa-backup-codes', MfaBackupCodes);

declare global {
  interface HTMLElementTagNameMap {
    'mfa-backup-codes': MfaBackupCodes;
  }
}
