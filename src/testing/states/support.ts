import { statesOf, type ScreenState } from './state.js';

const here = statesOf('mfa-support');

const CONTACT = {
  phone: '+47 22 00 00 00',
  hours: 'Monday to Friday, 8 to 16',
  takes: 'one working day',
  steps: ['Call you on the number we already have.', 'Ask for a date on your contract.'],
};

/** The last resort, where the help team takes no requests here. */
export const supportStates: readonly ScreenState[] = [
  here('asking', 'How the help team is reached', {
    status: 'asking',
    properties: { contact: CONTACT },
    there: '[data-part=facts]',
    says: 'Call you on the number we already have.',
  }),
  here('asking-page', 'The app has said nothing but its page', {
    status: 'asking',
    there: 'a[href="/help"]',
    says: 'What they never do',
  }),
  here('elsewhere-suspended', 'The account is suspended', {
    status: 'elsewhere',
    server: { account: { suspended: true } },
    properties: { contact: CONTACT },
    there: '[data-part=facts]',
    says: 'Please call us',
  }),
  here('elsewhere-forbidden', 'The app lets nobody in without the second factor', {
    status: 'elsewhere',
    server: { account: { totp: false, backupCodes: false }, policy: { selfRecovery: false } },
    there: '[data-part=title]',
    says: "This account can't be opened without your second factor",
  }),
];
