import { createFakePlatform } from '../platform.js';
import type { SimulatedServerOptions } from '../server/options.js';
import { BUSY, ERROR, FIELD, NEWS, sendAppCode, sendWrongAppCode } from './gestures.js';
import type { Screen } from './screen.js';
import { statesOf, type ScreenState } from './state.js';

type Rest = Omit<ScreenState, 'id' | 'title' | 'tag'>;
const place = statesOf('mfa-step-up');
const here = (name: string, title: string, rest: Rest): ScreenState =>
  place(name, title, { signedIn: 'stale', attributes: { action: 'change your email address' }, ...rest });

const EMAIL = { channel: 'email', to: 'a•••@example.com' } as const;
const BY_EMAIL: SimulatedServerOptions = { account: { totp: false, delivered: [EMAIL] } };
const BY_PASSKEY: SimulatedServerOptions = { account: { totp: false, passkeys: 1 } };
const BY_PASSWORD: SimulatedServerOptions = {
  account: { totp: false, backupCodes: false, stepUp: { how: 'in-place', password: true } },
};

const usePasskey = async ({ until, choose }: Screen): Promise<void> => {
  await until('[data-action=use-passkey]:not([aria-busy])');
  await choose('use-passkey');
};

/** The answer is lost once the form is there; what is asked then meets this. */
const lose =
  (times: number) =>
  async (screen: Screen): Promise<void> => {
    await screen.until(FIELD);
    screen.server.faults.next('proveStepUp', { kind: 'lost', committed: false });
    screen.server.faults.next('loadStepUp', times === 1 ? { kind: 'slow' } : { kind: 'lost', committed: false }, {
      times,
    });
    await sendAppCode(screen);
  };

const asking: readonly ScreenState[] = [
  here('asking', 'The app’s code, and a backup code by its link', {
    status: 'asking',
    there: FIELD,
    says: "Confirm it's you Fjord Bank You're about to change your email address.",
  }),
  here('asking-password', 'The password', {
    status: 'asking',
    server: BY_PASSWORD,
    there: FIELD,
    says: 'Password',
  }),
  here('asking-backup-code', 'A backup code', {
    status: 'asking',
    server: { account: { totp: false } },
    there: FIELD,
    says: 'Each code works once. This one is used up then.',
  }),
  here('asking-send', 'A code that is not sent yet', {
    status: 'asking',
    server: BY_EMAIL,
    there: '[data-action=send]',
    says: "We'll send a 6-digit code to a•••@example.com.",
  }),
  here('asking-sent', 'A code that was sent', {
    status: 'asking',
    server: BY_EMAIL,
    reach: ({ choose }) => choose('send'),
    there: FIELD,
    says: 'Code from the email',
  }),
  here('asking-passkey', 'The passkey, strongest first', {
    status: 'asking',
    server: { account: { passkeys: 1 } },
    there: '[data-action=use-passkey]:not([aria-busy])',
    says: 'Use a code from your app',
  }),
  here('asking-not-finished', 'The browser’s dialog was left', {
    status: 'asking',
    news: 'not-finished',
    server: BY_PASSKEY,
    arrange: (_, platform) => platform.endNextCeremony({ is: 'not-finished' }),
    reach: usePasskey,
    there: NEWS,
    says: "That didn't finish. Try again, or choose another way.",
  }),
  here('asking-empty', 'Nothing was typed', {
    status: 'asking',
    trouble: 'typed',
    reach: ({ submit }) => submit(''),
    there: ERROR,
    says: 'Type the 6-digit code from your app.',
  }),
  here('asking-wrong', 'A wrong code', {
    status: 'asking',
    trouble: 'wrong-code',
    reach: sendWrongAppCode,
    there: ERROR,
    says: "That code didn't work.",
  }),
  here('asking-wrong-password', 'A wrong password', {
    status: 'asking',
    trouble: 'wrong-code',
    server: BY_PASSWORD,
    reach: ({ submit }) => submit('not the one'),
    there: ERROR,
    says: "That password didn't work.",
  }),
  here('asking-not-proved', 'The answer was lost, and it did not arrive', {
    status: 'asking',
    trouble: 'not-proved',
    arrange: ({ faults }) => faults.next('proveStepUp', { kind: 'lost', committed: false }),
    reach: sendAppCode,
    there: ERROR,
    says: "That didn't arrive. Type the newest code from your app.",
  }),
];

const others: readonly ScreenState[] = [
  here('loading', 'What is needed is being asked', {
    status: 'loading',
    arrange: ({ faults }) => faults.next('loadStepUp', { kind: 'slow' }),
    there: NEWS,
    says: 'One moment…',
  }),
  here('failed', 'What is needed can’t be read', {
    status: 'failed',
    arrange: ({ faults }) =>
      faults.next('loadStepUp', { kind: 'refused', problem: { code: 'not-allowed', reason: 'policy' } }),
    there: ERROR,
    says: "This can't be used here right now.",
  }),
  here('sending', 'A code is being sent', {
    status: 'sending',
    server: BY_EMAIL,
    arrange: ({ faults }) => faults.next('sendStepUpCode', { kind: 'slow' }),
    reach: ({ choose }) => choose('send'),
    there: BUSY,
    says: 'Sending…',
  }),
  here('prompting', 'The browser asks for the passkey', {
    status: 'prompting',
    server: BY_PASSKEY,
    arrange: (_, platform) => platform.holdCeremonies(true),
    reach: usePasskey,
    there: '[data-state=prompting]',
    says: 'Use passkey',
  }),
  here('checking', 'The server looks at the code', {
    status: 'checking',
    arrange: ({ faults }) => faults.next('proveStepUp', { kind: 'slow' }),
    reach: sendAppCode,
    there: '[data-state=checking]',
    says: 'Checking…',
  }),
  here('settling', 'The answer was lost, and the server is being asked', {
    status: 'settling',
    reach: lose(1),
    there: '[data-state=settling]',
    says: 'We lost the connection. Checking whether that worked…',
  }),
  here('unsettled', 'The answer was lost, and nobody can be asked', {
    status: 'unsettled',
    reach: lose(Infinity),
    there: ERROR,
    says: "We still can't tell whether that worked. Nothing was sent again. App code Check again",
  }),
  here('redirect', 'Another page asks', {
    status: 'redirect',
    server: { account: { stepUp: { how: 'redirect', url: '/refresh' } } },
    there: 'a[data-action=sign-in]',
    says: "We'll bring you back to this step.",
  }),
  here('sign-in-again', 'It takes a whole sign-in', {
    status: 'sign-in-again',
    server: { account: { stepUp: { how: 'sign-in-again' } } },
    there: '[data-action=sign-in]',
    says: 'You will be signed out for a moment.',
  }),
  here('no-way', 'None of the ways can be used here', {
    status: 'no-way',
    server: { account: { totp: false, backupCodes: false, passkeys: 1 } },
    properties: { platform: createFakePlatform({ supported: false }) },
    there: '[data-state=no-way]',
    says: 'Try another browser or device.',
  }),
  here('proved', 'It’s them', {
    status: 'proved',
    reach: sendAppCode,
    there: '[data-action=done]',
    says: 'You can go on now.',
  }),
  place('sign-in', 'The session is over', {
    status: 'sign-in',
    there: '[data-action=sign-in]',
    says: 'Please sign in again',
  }),
];

/** "Confirm it's you", on a page of its own. */
export const stepUpStates: readonly ScreenState[] = [...asking, ...others];
