export { backupCodesStates as default } from '../src/testing/states/backup-codes.js';
