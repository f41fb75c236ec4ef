import type { OperationId } from '../../../src/testing/server/schema.js';
import { sendAppCode, sendBackupCode } from '../../../src/testing/states/gestures.js';
import type { Screen } from '../../../src/testing/states/index.js';

/** What a person does that sends a call: in a state of the list of all, one gesture. */
export interface Act {
  readonly call: OperationId;
  readonly name: string;
  readonly from: string;
  /** Without it, the call is the element's own, before anything is on screen. */
  readonly go?: (screen: Screen) => Promise<void>;
  /** What went wrong before. */
  readonly after?: { readonly call: OperationId; readonly committed: boolean };
}

const choose =
  (action: string) =>
  (screen: Screen): Promise<void> =>
    screen.choose(action);

const newAppCode = (screen: Screen): Promise<void> =>
  screen.submit(
    screen.server.appCode(screen.element.querySelector('[data-part=key]')?.textContent.replaceAll(' ', '') ?? ''),
  );

async function finish(screen: Screen): Promise<void> {
  (await screen.until('[data-part=checkbox]')).click();
  await screen.choose('finish');
}

export const ACTS: readonly Act[] = [
  { call: 'loadChallenge', name: 'the challenge opens', from: 'mfa-challenge/asking' },
  { call: 'attempt', name: 'an app code is sent', from: 'mfa-challenge/asking', go: sendAppCode },
  { call: 'attempt', name: 'a backup code is sent', from: 'mfa-backup-code-form/asking', go: sendBackupCode },
  {
    call: 'attempt',
    name: 'a code from an e-mail is sent',
    from: 'mfa-challenge/sent',
    go: (screen) => screen.submit(screen.server.sentCode()),
  },
  { call: 'attempt', name: 'a passkey is used', from: 'mfa-challenge/passkey', go: choose('use-passkey') },
  {
    call: 'settle',
    name: 'a backup code counted, the answer was lost, and the server is asked',
    from: 'mfa-backup-code-form/asking',
    go: sendBackupCode,
    after: { call: 'attempt', committed: true },
  },
  {
    call: 'settle',
    name: 'a backup code never arrived, and the server is asked',
    from: 'mfa-backup-code-form/asking',
    go: sendBackupCode,
    after: { call: 'attempt', committed: false },
  },
  { call: 'sendCode', name: 'a code is to be sent by e-mail', from: 'mfa-challenge/send', go: choose('send') },
  { call: 'preparePasskey', name: 'a passkey is to be asked for', from: 'mfa-challenge/passkey' },
  { call: 'cancel', name: 'the challenge is left', from: 'mfa-challenge/asking', go: choose('cancel') },
  { call: 'loadStepUp', name: 'a step-up opens', from: 'mfa-step-up/asking' },
  {
    call: 'sendStepUpCode',
    name: 'a code is to be sent for a step-up',
    from: 'mfa-step-up/asking-send',
    go: choose('send'),
  },
  {
    call: 'prepareStepUpPasskey',
    name: 'a passkey is to be asked for in a step-up',
    from: 'mfa-step-up/asking-passkey',
  },
  { call: 'proveStepUp', name: 'an app code proves it', from: 'mfa-step-up/asking', go: sendAppCode },
  { call: 'proveStepUp', name: 'a backup code proves it', from: 'mfa-step-up/asking-backup-code', go: sendBackupCode },
  { call: 'listFactors', name: 'the account page opens', from: 'mfa-settings/overview' },
  { call: 'policy', name: 'the account page asks for the policy', from: 'mfa-settings/overview' },
  {
    call: 'renameFactor',
    name: 'a passkey gets another name',
    from: 'mfa-settings/renaming',
    go: (screen) => screen.submit('Red key'),
  },
  { call: 'removeFactor', name: 'a passkey is removed', from: 'mfa-settings/removal', go: choose('remove') },
  {
    call: 'endOtherSessions',
    name: 'other devices are signed out',
    from: 'mfa-settings/overview',
    go: choose('elsewhere'),
  },
  { call: 'recentActivity', name: 'the account page asks what happened lately', from: 'mfa-settings/overview' },
  { call: 'backupCodesStatus', name: 'the card of backup codes opens', from: 'mfa-backup-codes/overview' },
  { call: 'issueBackupCodes', name: 'new codes are made', from: 'mfa-backup-codes/overview', go: choose('make') },
  { call: 'confirmBackupCodes', name: 'the codes are saved', from: 'mfa-backup-codes/showing', go: finish },
  { call: 'discardBackupCodes', name: 'the codes are left', from: 'mfa-backup-codes/showing', go: choose('leave') },
  {
    call: 'removeBackupCodes',
    name: 'the codes are turned off',
    from: 'mfa-backup-codes/removal',
    go: choose('remove'),
  },
  { call: 'startTotp', name: 'a new app is begun', from: 'mfa-totp-enrollment/ready-atomic', go: choose('start') },
  { call: 'verifyTotp', name: 'its first code is sent', from: 'mfa-totp-enrollment/connecting', go: newAppCode },
  { call: 'abandonTotp', name: 'the new app is left', from: 'mfa-totp-enrollment/connecting', go: choose('cancel') },
  { call: 'prepareRegistration', name: 'a passkey can be added', from: 'mfa-passkey-enrollment/asking' },
  { call: 'registerPasskey', name: 'a passkey is added', from: 'mfa-passkey-enrollment/asking', go: choose('add') },
  { call: 'currentCase', name: 'the help page opens', from: 'mfa-support/asking' },
  { call: 'requestHelp', name: 'the help team is asked', from: 'mfa-support/asking', go: choose('ask-help') },
  { call: 'cancelHelp', name: 'a request is taken back', from: 'mfa-support/waiting', go: choose('cancel-help') },
];
