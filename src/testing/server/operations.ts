import { needSession, type Ask } from './ask.js';
import { cancelHelp, currentCase, freeze, requestHelp } from './assistance.js';
import {
  backupCodesStatus,
  confirmBackupCodes,
  discardBackupCodes,
  issueBackupCodes,
  removeBackupCodes,
} from './backup-codes.js';
import { attempt, cancel, settle } from './challenge.js';
import { sendCode, sendStepUpCode } from './deliveries.js';
import { loadChallenge } from './entry.js';
import { listFactors, removeFactor, renameFactor } from './factors.js';
import { submitForm } from './form.js';
import { prepareRegistration, registerPasskey } from './passkeys.js';
import type { Ok, OperationId } from './schema.js';
import { endOtherSessions } from './sessions.js';
import { loadStepUp, preparePasskey, prepareStepUpPasskey, proveStepUp } from './step-up.js';
import { abandonTotp, startTotp, verifyTotp } from './totp.js';
import type { Reply } from './wire.js';

const MOST_EVENTS = 50;

/** `GET /activity` */
function recentActivity(ask: Ask): Reply<Ok<'recentActivity'>> {
  needSession(ask);
  const events = [...ask.world.account.activity].reverse().slice(0, MOST_EVENTS);
  return { body: { events } };
}

/** `GET /policy` */
function policy({ world }: Ask): Reply<Ok<'policy'>> {
  return { body: { ...world.policy, hide: [...world.policy.hide] } };
}

/** Every operation of the contract. Each runs to its end at once: what it changes, it changes together or not at all. */
export const SERVE: { readonly [K in OperationId]: (ask: Ask) => Reply<Ok<K>> } = {
  loadChallenge,
  sendCode,
  preparePasskey,
  attempt,
  settle,
  submitForm,
  cancel,
  loadStepUp,
  sendStepUpCode,
  prepareStepUpPasskey,
  proveStepUp,
  listFactors,
  renameFactor,
  removeFactor,
  backupCodesStatus,
  issueBackupCodes,
  confirmBackupCodes,
  discardBackupCodes,
  removeBackupCodes,
  startTotp,
  verifyTotp,
  abandonTotp,
  prepareRegistration,
  registerPasskey,
  endOtherSessions,
  currentCase,
  requestHelp,
  cancelHelp,
  freeze,
  recentActivity,
  policy,
};
