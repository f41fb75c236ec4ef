import { NO_CODES } from '../../core/code-set.js';
import { MfaError } from '../../core/errors.js';
import type { BackupCodesPort, MfaBackend } from '../../ports/backend.js';
import { ERROR } from './gestures.js';
import { allAtOnce, CARDS, KEYS, onSettings as here, withFactors } from './settings-page.js';
import { settingsActs } from './settings-acts.js';
import type { ScreenState } from './state.js';

const BANNER = '[data-part=banner]';

/** As a phone whose battery ended while codes were on screen leaves it. */
const madeNotSaved = (backend: MfaBackend): MfaBackend => ({
  ...backend,
  backupCodes: {
    ...(backend.backupCodes as BackupCodesPort),
    status: () => Promise.resolve({ ...NO_CODES, state: 'staged' }),
  },
});

/** The account page. */
export const settingsStates: readonly ScreenState[] = [
  here('loading', 'Asking the server', {
    status: 'loading',
    arrange: ({ faults }) => faults.next('listFactors', { kind: 'slow' }),
    there: '[data-part=status]',
    says: 'One moment…',
  }),
  here('failed', 'The server does not answer', {
    status: 'failed',
    as: withFactors({ list: () => Promise.reject(new MfaError({ code: 'server' })) }),
    there: ERROR,
    says: 'Something went wrong at Fjord Bank.',
  }),
  here('overview', 'An app, a passkey, a security key and codes', {
    status: 'overview',
    server: { account: { passkeys: KEYS } },
    there: CARDS,
    says: 'Kept in your password manager.',
  }),
  here('one-way', 'One way only', {
    status: 'overview',
    there: `${BANNER}[data-variant=one-way]`,
    says: 'You have one way only. Add a second.',
  }),
  here('nothing', 'Nothing is set up', {
    status: 'overview',
    server: { account: { totp: false, backupCodes: false } },
    there: '[data-action=add-totp]',
    says: 'Nothing is set up yet.',
  }),
  here('low', 'Few codes are left', {
    status: 'overview',
    server: { account: { backupCodes: 2 } },
    there: `${BANNER}[data-variant=low]`,
    says: '2 backup codes left. Make new ones.',
  }),
  here('none-left', 'No code is left', {
    status: 'overview',
    server: { account: { backupCodes: 0 } },
    there: `${BANNER}[data-variant=none-left]`,
    says: 'No backup codes left.',
  }),
  here('unfinished', 'Codes were made and not saved', {
    status: 'overview',
    server: { account: { backupCodes: false } },
    as: madeNotSaved,
    there: `${BANNER}[data-variant=unfinished]`,
    says: 'New codes were made but not saved.',
  }),
  here('after-recovery', 'New codes after a recovery', {
    status: 'overview',
    server: { account: { passkeys: KEYS } },
    attributes: { occasion: 'recovery' },
    there: `${BANNER}[data-variant=recovery]`,
    says: 'Not now',
  }),
  here('no-codes-by-policy', 'Backup codes are ruled out', {
    status: 'overview',
    server: { policy: { backupCodes: false }, account: { passkeys: KEYS } },
    there: CARDS,
    says: 'App on a phone',
  }),
  here('progress', 'One of two ways that everyone has to have', {
    status: 'overview',
    server: { policy: { minFactors: 2 } },
    there: '[data-part=progress]',
    says: '1 of 2 done',
  }),
  here('whole-sign-in', 'A passkey that signs in by itself', {
    status: 'overview',
    server: { account: { passkeys: 1 } },
    as: allAtOnce,
    there: '[data-variant=passkey]',
    says: 'Signs you in by itself.',
  }),
  ...settingsActs,
];
