/** Registers every element. `mfa-elements/define/<name>` registers one. */
import './define/backup-code-form.js';
import './define/challenge.js';
import './define/sign-in.js';
