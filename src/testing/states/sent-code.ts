import type { SimulatedServerOptions } from '../server/options.js';
import { ERROR, FIELD, NEWS, send } from './gestures.js';
import type { Screen } from './screen.js';
import { statesOf, type ScreenState } from './state.js';

const here = statesOf('mfa-challenge');

const MINUTE = 60_000;
const EMAIL = { channel: 'email', to: 'a•••@example.com' } as const;
const BY_EMAIL: SimulatedServerOptions = { account: { totp: false, delivered: [EMAIL] } };

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

export const sentCodeStates: readonly ScreenState[] = [
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
    says: 'you can use a code that we send again.',
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
