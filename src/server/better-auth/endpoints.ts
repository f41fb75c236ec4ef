import type { GenericEndpointContext } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { answered, type Serve } from './answered.js';
import { attempt } from './attempt.js';
import {
  backupCodesStatus,
  confirmBackupCodes,
  discardBackupCodes,
  issueBackupCodes,
  removeBackupCodes,
} from './backup-codes.js';
import { cancelChallenge, expireChallengeCookie } from './challenge.js';
import { sendCode } from './delivery.js';
import { auditRoute } from './audit/read.js';
import { perform } from './desk/acts.js';
import { cancelHelp, currentCase, freeze, requestHelp } from './desk/assistance.js';
import { listCases, openCase, readCase } from './desk/facts.js';
import { setNewPassword } from './desk/new-password.js';
import { ACT_PATHS } from './desk/paths.js';
import { loadChallenge } from './entry.js';
import { listFactors, removeFactor, renameFactor } from './factors.js';
import { submitForm } from './form.js';
import { linkedEndpoints } from './linked/endpoints.js';
import { OPERATIONS } from './operations.js';
import { settingsOf } from './options.js';
import { prepareRegistration, registerPasskey } from './passkey-enrollment.js';
import { preparePasskey } from './prepare-passkey.js';
import { emptyResponse, jsonResponse, notOffered, Problem } from './problem.js';
import { recentActivity } from './recent-activity.js';
import { readObject } from './request.js';
import { endOtherSessions } from './sessions.js';
import { settle } from './settle.js';
import { loadStepUp, prepareStepUpPasskey, proveStepUp, sendStepUpCode } from './step-up.js';
import { abandonTotp, startTotp, verifyTotp } from './totp-enrollment.js';

async function cancel(ctx: GenericEndpointContext): Promise<Response> {
  readObject(ctx.body);
  await cancelChallenge(ctx);
  expireChallengeCookie(ctx);
  return emptyResponse();
}

const policy: Serve = (ctx) => Promise.resolve(jsonResponse(settingsOf(ctx.context).policy));

const get = <Path extends string>(path: Path, serve: Serve) =>
  createAuthEndpoint(path, { method: 'GET' }, answered(serve));

const post = <Path extends string>(path: Path, serve: Serve) =>
  createAuthEndpoint(path, { method: 'POST' }, answered(serve));

/** What is served of the contract, below Better Auth's base path. */
const served = {
  mfaLoadChallenge: get('/mfa/challenge', loadChallenge),
  mfaSendCode: post('/mfa/challenge/deliveries', sendCode),
  mfaPreparePasskey: post('/mfa/challenge/passkey', preparePasskey),
  mfaAttempt: post('/mfa/challenge/attempts', attempt),
  mfaSettle: post('/mfa/challenge/attempts/:attempt/settle', settle),
  mfaSubmitForm: createAuthEndpoint(
    '/mfa/challenge/form',
    { method: 'POST', metadata: { allowedMediaTypes: ['application/x-www-form-urlencoded'] } },
    submitForm,
  ),
  mfaCancel: post('/mfa/challenge/cancel', cancel),
  mfaLoadStepUp: get('/mfa/step-up', loadStepUp),
  mfaSendStepUpCode: post('/mfa/step-up/deliveries', sendStepUpCode),
  mfaPrepareStepUpPasskey: post('/mfa/step-up/passkey', prepareStepUpPasskey),
  mfaProveStepUp: post('/mfa/step-up/proofs', proveStepUp),
  mfaBackupCodesStatus: get('/mfa/backup-codes', backupCodesStatus),
  mfaIssueBackupCodes: post('/mfa/backup-codes/sets', issueBackupCodes),
  mfaConfirmBackupCodes: post('/mfa/backup-codes/sets/:set/confirm', confirmBackupCodes),
  mfaDiscardBackupCodes: post('/mfa/backup-codes/sets/:set/discard', discardBackupCodes),
  mfaRemoveBackupCodes: post('/mfa/backup-codes/remove', removeBackupCodes),
  mfaListFactors: get('/mfa/factors', listFactors),
  mfaRenameFactor: post('/mfa/factors/:factor/rename', renameFactor),
  mfaRemoveFactor: post('/mfa/factors/:factor/remove', removeFactor),
  mfaStartTotp: post('/mfa/totp/setups', startTotp),
  mfaVerifyTotp: post('/mfa/totp/setups/:setup/verify', verifyTotp),
  mfaAbandonTotp: post('/mfa/totp/setups/:setup/abandon', abandonTotp),
  mfaPrepareRegistration: post('/mfa/passkeys/ceremonies', prepareRegistration),
  mfaRegisterPasskey: post('/mfa/passkeys/ceremonies/:ceremony/register', registerPasskey),
  mfaEndOtherSessions: post('/mfa/sessions/end-others', endOtherSessions),
  mfaRecentActivity: get('/mfa/activity', recentActivity),
  mfaCurrentCase: get('/mfa/assistance/case', currentCase),
  mfaRequestHelp: post('/mfa/assistance/cases', requestHelp),
  mfaCancelHelp: post('/mfa/assistance/cases/:number/cancel', cancelHelp),
  mfaFreeze: post('/mfa/assistance/freeze', freeze),
  mfaPolicy: get('/mfa/policy', policy),
};

/** What the help desk's page, and that of a temporary password, ask. Not part of the contract. */
const desk = {
  deskAudit: get('/desk/audit', auditRoute),
  deskListCases: get('/desk/cases', listCases),
  deskOpenCase: post('/desk/cases/open', openCase),
  deskReadCase: get('/desk/cases/:number', readCase),
  deskSetNewPassword: post('/desk/new-password', setNewPassword),
  ...Object.fromEntries(ACT_PATHS.map(({ act, path }) => [`desk ${act}`, post(path, (ctx) => perform(ctx, act))])),
};

const refuse: Serve = () => Promise.reject(new Problem(notOffered(501, 'This operation is not served here.')));

/** The rest of it says so, behind the same front door. Not to be called by name: the type leaves it out. */
function unserved(): object {
  const taken = new Set<string>(Object.values(served).map(({ path }) => path));
  const rest = OPERATIONS.filter(({ path }) => !taken.has(path));
  return Object.fromEntries(
    rest.map(({ path, method }) => [path, createAuthEndpoint(path, { method }, answered(refuse))]),
  );
}

export const endpoints = { ...served, ...desk, ...linkedEndpoints, ...unserved() };
