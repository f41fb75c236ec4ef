import type { HostRung } from '../../core/ladder.js';
import { statesOf, type ScreenState } from './state.js';

const here = statesOf('mfa-lost-factor');

const OWN: readonly HostRung[] = [{ id: 'card', title: 'Your bank card', line: 'With the card reader.' }];
const EVERYTHING = {
  passkeys: 1,
  delivered: [{ channel: 'email', to: 'a•••@example.com' }],
  federated: [{ label: 'Example', url: '/linked' }],
} as const;

/** The ladder. */
export const lostFactorStates: readonly ScreenState[] = [
  here('asking', 'Every way is left', {
    status: 'asking',
    server: { account: EVERYTHING },
    properties: { rungs: OWN },
    there: '[data-action=way-host]',
    says: 'With the card reader. From Fjord Bank.',
  }),
  here('asking-code-or-help', 'A backup code, or help', {
    status: 'asking',
    there: '[data-action=way-backup-code]',
    says: 'From the list you saved or printed.',
  }),
  here('asking-help-only', 'Help alone; the app’s own check may not stand alone', {
    status: 'asking',
    server: { account: { backupCodes: false } },
    properties: { rungs: OWN },
    there: '[data-action=help]',
    says: 'Ask our help team. This takes longer.',
  }),
  here('asking-assumed', 'The server does not know which ways there are', {
    status: 'asking',
    server: { account: { certainty: 'assumed' } },
    there: '[data-action=way-backup-code]',
    says: 'Choose the first one you have set up.',
  }),
];
