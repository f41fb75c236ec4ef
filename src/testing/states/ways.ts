import type { SimulatedServerOptions } from '../server/options.js';
import { BUSY, ERROR, NEWS, sendWrongAppCode } from './gestures.js';
import type { Screen } from './screen.js';
import { sentCodeStates } from './sent-code.js';
import { statesOf, type ScreenState } from './state.js';

const here = statesOf('mfa-challenge');

const EMAIL = { channel: 'email', to: 'a•••@example.com' } as const;
const PASSKEY: SimulatedServerOptions = { account: { totp: false, passkeys: 1 } };

/** The dialog opens by a click once its ceremony is there. */
const usePasskey = async ({ until, choose }: Screen): Promise<void> => {
  await until('[data-action=use-passkey]:not([aria-busy])');
  await choose('use-passkey');
};

/** Which way it is to be. */
const choosing: readonly ScreenState[] = [
  here('choice', 'Several ways, and none was used before', {
    status: 'asking',
    server: { account: { passkeys: 1, delivered: [EMAIL] } },
    there: '[data-action=way-passkey]',
    says: 'Passkey or security key On this device or another one.',
  }),
  here('other-way', 'The one other way, by its name', {
    status: 'asking',
    server: { account: { delivered: [EMAIL], lastUsed: 'totp' } },
    there: '[data-action=choose]',
    says: 'Send a code to a•••@example.com',
  }),
  here('other-ways', 'More than one other way', {
    status: 'asking',
    server: { account: { passkeys: 1, delivered: [EMAIL], lastUsed: 'totp' } },
    there: '[data-action=choose]',
    says: 'Use another way',
  }),
  here('locked-other-way', 'The app is locked, and the passkey is not', {
    status: 'asking',
    trouble: 'too-many-attempts',
    server: { account: { passkeys: 1, lastUsed: 'totp' } },
    arrange: ({ faults }) => faults.next('attempt', { kind: 'lock', way: 'totp' }),
    reach: sendWrongAppCode,
    there: ERROR,
    says: 'Use your passkey I lost my second factor',
  }),
  here('open-again', 'The waiting time is over', {
    status: 'asking',
    news: 'open-again',
    arrange: ({ faults }) => faults.next('attempt', { kind: 'busy', retryAfter: 0 }),
    reach: sendWrongAppCode,
    there: NEWS,
    says: 'You can try again now.',
  }),
  here('trust', 'This device may be trusted', {
    status: 'asking',
    server: { account: { trustDays: 30 } },
    there: '[data-part=checkbox]',
    says: "Don't ask on this device for 30 days.",
  }),
];

const byPasskey: readonly ScreenState[] = [
  here('passkey', 'Use your passkey', {
    status: 'asking',
    server: PASSKEY,
    there: '[data-action=use-passkey]:not([aria-busy])',
    says: 'Your browser will ask for your fingerprint, face, screen lock or security key.',
  }),
  here('passkey-preparing', 'The button is there, and the server’s options are not', {
    status: 'asking',
    server: PASSKEY,
    arrange: ({ faults }) => faults.next('preparePasskey', { kind: 'slow' }),
    there: BUSY,
    says: 'Use passkey',
  }),
  here('passkey-unprepared', 'The server’s options did not come', {
    status: 'asking',
    trouble: 'outcome-unknown',
    server: PASSKEY,
    arrange: ({ faults }) => faults.next('preparePasskey', { kind: 'lost', committed: false }),
    there: ERROR,
    says: "We can't reach Fjord Bank right now.",
  }),
  here('prompting', 'The browser asks for the passkey', {
    status: 'prompting',
    server: PASSKEY,
    arrange: (_, platform) => platform.holdCeremonies(true),
    reach: usePasskey,
    there: '[data-state=prompting]',
    says: 'Use your passkey',
  }),
  here('passkey-not-finished', 'The browser’s dialog was left', {
    status: 'asking',
    news: 'not-finished',
    server: PASSKEY,
    arrange: (_, platform) => platform.endNextCeremony({ is: 'not-finished' }),
    reach: usePasskey,
    there: NEWS,
    says: "That didn't finish. Try again, or choose another way.",
  }),
  here('passkey-refused', 'The server does not take the passkey', {
    status: 'asking',
    trouble: 'passkey-refused',
    server: PASSKEY,
    arrange: ({ faults }) => faults.next('attempt', { kind: 'refused', problem: { code: 'passkey-refused' } }),
    reach: usePasskey,
    there: ERROR,
    says: "That passkey didn't work. Try again, or choose another way.",
  }),
  here('passkey-checking', 'The server looks at the passkey', {
    status: 'checking',
    server: PASSKEY,
    arrange: ({ faults }) => faults.next('attempt', { kind: 'slow' }),
    reach: usePasskey,
    there: '[data-state=checking]',
    says: 'Checking…',
  }),
  here('passkey-unsettled', 'The answer was lost, and nobody can be asked', {
    status: 'unsettled',
    server: PASSKEY,
    arrange({ faults }) {
      faults.next('attempt', { kind: 'lost', committed: true });
      faults.next('settle', { kind: 'lost', committed: false }, { times: Infinity });
    },
    reach: usePasskey,
    there: ERROR,
    says: "We still can't tell whether you're in. Nothing was sent again. Check again",
  }),
];

/** The ways of the challenge besides the app's code, and the way from one to another. */
export const wayStates: readonly ScreenState[] = [...choosing, ...byPasskey, ...sentCodeStates];
