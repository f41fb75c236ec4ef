export { backupCodeFormStates as default } from '../src/testing/states/backup-code-form.js';
