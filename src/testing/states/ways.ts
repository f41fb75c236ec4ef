import type { SimulatedServerOptions } from '../server/options.js';
import { BUSY, ERROR, FIELD, NEWS, send, sendWrongAppCode } from './gestures.js';
import type { Screen } from './screen.js';
import { statesOf, type ScreenState } from './state.js';

const here = statesOf('mfa-challenge');

const MINUTE = 60_000;
const EMAIL = { channel: 'email', to: 'a•••@example.com' } as const;
const PASSKEY: SimulatedServerOptions = { account: { totp: false, passkeys: 1 } };
const BY_EMAIL: SimulatedServerOptions = { account: { totp: false, delivered: [EMAIL] } };

/** The dialog opens by a click once its ceremony is there. */
const usePasskey = async ({ until, choose }: Screen): Promise<void> => {
  await until('[data-action=use-passkey]:not([aria-busy])');
  await choose('use-passkey');
};

const askForCode = async ({ until, choose }: Screen): Promise<void> => {
  await choose('send');
  await until(FIELD);
};

/** A code was sent, and then: */
const sentThen =
  (gesture: (screen: Screen) => Promise<void>) =>
  async (screen: Screen): Promise<void> => {
    await askForCode(screen);
    await gesture(screen);
  };

const again = ({ choose }: Screen): Promise<void> => choose('send');

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

const bySentCode: readonly ScreenState[] = [
  here('send', 'Get a code', {
    status: 'asking',
    server: BY_EMAIL,
    there: '[data-action=send]',
    says: "We'll send a 6-digit code to a•••@example.com.",
  }),
  here('send-lost', 'Whether it was sent is not known', {
    status: 'asking',
    trouble: 'outcome-unknown',
    server: BY_EMAIL,
    arrange: ({ faults }) => faults.next('sendCode', { kind: 'lost', committed: true }),
    reach: again,
    there: ERROR,
    says: "We can't reach Fjord Bank right now. Try again in a moment. Send code",
  }),
  here('send-locked', 'Too many codes were sent or tried', {
    status: 'asking',
    trouble: 'too-many-attempts',
    server: BY_EMAIL,
    arrange: ({ faults }) => faults.next('sendCode', { kind: 'lock', way: 'delivered-code' }),
    reach: again,
    there: ERROR,
    says: 'Too many tries. You can use a code that we send again at',
  }),
  here('sending', 'A code is on its way to the person', {
    status: 'sending',
    server: BY_EMAIL,
    arrange: ({ faults }) => faults.next('sendCode', { kind: 'slow' }),
    reach: again,
    there: '[data-state=sending]',
    says: 'Sending…',
  }),
  here('sent', 'Enter the code from the e-mail', {
    status: 'asking',
    server: BY_EMAIL,
    reach: again,
    there: FIELD,
    says: 'Code from the email',
  }),
  here('sent-by-text', 'Enter the code from the text', {
    status: 'asking',
    server: { account: { totp: false, delivered: [{ channel: 'sms', to: '••• 42' }] } },
    reach: again,
    there: FIELD,
    says: 'Code from the text',
  }),
  here('sent-again', 'A new code was sent', {
    status: 'asking',
    news: 'sent-again',
    server: BY_EMAIL,
    reach: sentThen(async (screen) => {
      screen.server.clock.advance(MINUTE);
      await again(screen);
    }),
    there: NEWS,
    says: 'We sent a new code.',
  }),
  here('sent-before', 'It is too soon for a new code', {
    status: 'asking',
    news: 'sent-before',
    server: BY_EMAIL,
    reach: sentThen(again),
    there: NEWS,
    says: 'We sent you a code a moment ago.',
  }),
  here('sent-empty', 'Nothing was typed', {
    status: 'asking',
    trouble: 'typed',
    server: BY_EMAIL,
    reach: sentThen(send('')),
    there: ERROR,
    says: 'Type the code we sent.',
  }),
  here('sent-incomplete', 'What was typed is no such code', {
    status: 'asking',
    trouble: 'typed',
    server: BY_EMAIL,
    reach: sentThen(send('12')),
    there: ERROR,
    says: "That doesn't look complete. The code has 6 digits.",
  }),
  here('sent-wrong-code', 'The code that was sent is another', {
    status: 'asking',
    trouble: 'wrong-code',
    server: BY_EMAIL,
    reach: sentThen((screen) => screen.submit(screen.server.wrongCode('delivered-code'))),
    there: ERROR,
    says: "That code didn't work. Type the newest code we sent, or ask for a new one.",
  }),
  here('sent-expired', 'The code that was sent is too old', {
    status: 'asking',
    trouble: 'delivered-code-expired',
    server: BY_EMAIL,
    reach: sentThen(async ({ server, submit }) => {
      server.clock.advance(15 * MINUTE);
      await submit(server.sentCode());
    }),
    there: ERROR,
    says: 'That code is too old. Ask for a new one.',
  }),
  here('sent-not-spent', 'The request was lost, and the code still works', {
    status: 'asking',
    trouble: 'not-spent',
    server: BY_EMAIL,
    arrange: ({ faults }) => faults.next('attempt', { kind: 'lost', committed: false }),
    reach: sentThen(({ server, submit }) => submit(server.sentCode())),
    there: ERROR,
    says: "You're not in yet. Try that code again.",
  }),
];

/** The ways of the challenge besides the app's code, and the way from one to another. */
export const wayStates: readonly ScreenState[] = [...choosing, ...byPasskey, ...bySentCode];
