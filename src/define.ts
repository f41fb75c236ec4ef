/** Registers every element. `mfa-elements/define/<name>` registers one. */
import './define/backup-code-form.js';
import './define/backup-codes.js';
import './define/challenge.js';
import './define/lost-factor.js';
import './define/repair.js';
import './define/passkey-enrollment.js';
import './define/reset.js';
import './define/settings.js';
import './define/sign-in.js';
import './define/step-up.js';
import './define/support.js';
import './define/totp-enrollment.js';
