import { BUSY, ERROR } from './gestures.js';
import type { Screen } from './screen.js';
import { statesOf, type ScreenState } from './state.js';

const here = statesOf('mfa-support');

const CONTACT = {
  phone: '+47 22 00 00 00',
  hours: 'Monday to Friday, 8 to 16',
  takes: 'one working day',
  steps: ['Call you on the number we already have.', 'Ask for a date on your contract.'],
};
const SAID = { properties: { contact: CONTACT } };
const WAITS = { ...SAID, server: { account: { helpCase: 'waiting' } } } as const;
const LOST = { kind: 'lost', committed: false } as const;
const ASK = '[data-action=ask-help]';

const ask = ({ choose }: Screen): Promise<void> => choose('ask-help');
const takeBack = ({ choose }: Screen): Promise<void> => choose('cancel-help');
const notMe = ({ choose }: Screen): Promise<void> => choose('not-me');

/** The help team is asked, or can't be. */
const asking: readonly ScreenState[] = [
  here('asking', 'How the help team is reached, and a request to them', {
    status: 'asking',
    ...SAID,
    there: ASK,
    says: 'Call you on the number we already have.',
  }),
  here('asking-page', 'The app has said nothing but its page', {
    status: 'asking',
    there: 'a[href="/help"]',
    says: 'What they never do',
  }),
  here('asking-without-requests', 'The server takes no requests', {
    status: 'asking',
    ...SAID,
    server: { unserved: ['currentCase', 'requestHelp', 'cancelHelp'] },
    there: '[data-part=facts]',
    says: 'This can take one working day.',
  }),
  here('asking-busy', 'The request is on its way', {
    status: 'asking',
    ...SAID,
    arrange: ({ faults }) => faults.next('requestHelp', { kind: 'slow' }),
    reach: ask,
    there: BUSY,
    says: 'Asking…',
  }),
  here('asking-lost', 'The request never arrived', {
    status: 'asking',
    ...SAID,
    arrange: ({ faults }) => faults.next('requestHelp', LOST),
    reach: ask,
    there: ERROR,
    says: "We lost the connection, and your request didn't reach us. Ask again.",
  }),
  here('asking-too-soon', 'Help was asked for not long ago', {
    status: 'asking',
    ...SAID,
    arrange: ({ faults }) => faults.next('requestHelp', { kind: 'busy', retryAfter: 3_600 }),
    reach: ask,
    there: ERROR,
    says: 'You asked us not long ago. You can ask again on',
  }),
];

/** There is a request. */
const asked: readonly ScreenState[] = [
  here('waiting', 'The help team has the request', {
    status: 'asking',
    ...WAITS,
    there: '[data-action=cancel-help]',
    says: 'We have your request',
  }),
  here('answered', 'The help team has answered; how, is not said here', {
    status: 'asking',
    ...SAID,
    server: { account: { helpCase: 'answered' } },
    there: '[data-action=cancel-help]',
    says: 'Our help team has looked at it.',
  }),
  here('waiting-still-open', 'Taking it back never arrived', {
    status: 'asking',
    ...WAITS,
    arrange: ({ faults }) => faults.next('cancelHelp', LOST),
    reach: takeBack,
    there: ERROR,
    says: 'your request is still open',
  }),
  here('waiting-unsure', 'Nobody can say whether it was taken back', {
    status: 'asking',
    ...WAITS,
    arrange: ({ faults }) => faults.next('cancelHelp', LOST),
    async reach(screen) {
      await screen.until('[data-action=cancel-help]');
      screen.server.faults.next('currentCase', LOST, { times: Infinity });
      await takeBack(screen);
    },
    there: ERROR,
    says: "can't tell if your request is cancelled",
  }),
  here('not-me', 'Somebody else has asked', {
    status: 'asking',
    ...WAITS,
    reach: notMe,
    there: '[data-action=cancel-help]',
    says: 'The message that we sent you has a link. It locks your account.',
  }),
  here('cancelled', 'Found, and taken back', {
    status: 'asking',
    ...WAITS,
    reach: takeBack,
    there: '[data-action=back][data-variant=primary]',
    says: 'Go back, and sign in with what you found.',
  }),
  here('cancelled-not-me', 'Taken back by who never asked', {
    status: 'asking',
    ...WAITS,
    async reach(screen) {
      await notMe(screen);
      await takeBack(screen);
    },
    there: '[data-action=back][data-variant=primary]',
    says: 'Sign in, and change it now.',
  }),
];

const FORBIDDEN = {
  server: { account: { totp: false, backupCodes: false }, policy: { selfRecovery: false } },
} as const;
const NEW_ACCOUNT = { attributes: { 'new-account-url': '/sign-up' } };
const startOver = ({ choose }: Screen): Promise<void> => choose('start-over');

/** The account can't be opened here. */
const closed: readonly ScreenState[] = [
  here('elsewhere-suspended', 'The account is suspended', {
    status: 'elsewhere',
    server: { account: { suspended: true } },
    ...SAID,
    there: '[data-part=facts]',
    says: 'Please call us',
  }),
  here('elsewhere-too-late', 'The help team’s reset is too old', {
    status: 'elsewhere',
    server: { account: { enroll: { because: 'reset', hoursLeft: -1 } } },
    ...SAID,
    there: '[data-part=facts]',
    says: 'Please call us',
  }),
  here('elsewhere-no-factor', 'The account has nothing that could be asked for', {
    status: 'elsewhere',
    server: { account: { totp: false, backupCodes: false } },
    ...SAID,
    there: ASK,
    says: 'Ask our help team',
  }),
  here('elsewhere-forbidden', 'The app lets nobody in without the second factor', {
    status: 'elsewhere',
    ...FORBIDDEN,
    ...NEW_ACCOUNT,
    there: '[data-action=start-over]',
    says: "This account can't be opened without your second factor",
  }),
  here('asking-forbidden', 'The second factor is lost, and the app lets nobody in without it', {
    status: 'asking',
    server: { policy: { selfRecovery: false } },
    there: '[data-action=back]',
    says: "This account can't be opened without your second factor",
  }),
  here('starting-over', 'A new account: the second question', {
    status: 'elsewhere',
    ...FORBIDDEN,
    ...NEW_ACCOUNT,
    reach: startOver,
    there: '[data-part=checkbox]',
    says: 'I understand that my data will be lost.',
  }),
  here('starting-over-unticked', 'A new account: the tick is missing', {
    status: 'elsewhere',
    ...FORBIDDEN,
    ...NEW_ACCOUNT,
    async reach(screen) {
      await startOver(screen);
      await screen.until('[data-part=checkbox]');
      await startOver(screen);
    },
    there: ERROR,
    says: 'Tick the box first, so we know that you read it.',
  }),
];

/** The last resort. */
export const supportStates: readonly ScreenState[] = [...asking, ...asked, ...closed];
