import { MfaError, type MfaProblem } from '../../core/errors.js';
import { ERROR, NEWS } from './gestures.js';
import type { Screen } from './screen.js';
import { allAtOnce, CARDS, KEYS, onSettings as here, withFactors } from './settings-page.js';
import type { ScreenState } from './state.js';

const KEEP = '[data-action=keep]';

/** Of the last card: the first is that of the app. */
const ofLast =
  (action: 'rename' | 'remove') =>
  async ({ element, until }: Screen): Promise<void> => {
    await until(CARDS);
    [...element.querySelectorAll<HTMLElement>(`[data-action=${action}]`)].at(-1)?.click();
  };
const removeIt = async (screen: Screen): Promise<void> => {
  await ofLast('remove')(screen);
  await screen.until(KEEP);
  await screen.choose('remove');
};
const renameIt = async (screen: Screen): Promise<void> => {
  await ofLast('rename')(screen);
  await screen.submit('Red key');
};

const refusing = (problem: MfaProblem) => withFactors({ remove: () => Promise.reject(new MfaError(problem)) });

const hour = 3_600_000;
const START = Date.UTC(2027, 0, 15, 8);

/** What is done on the account page. */
export const settingsActs: readonly ScreenState[] = [
  here('renaming', 'Another name', {
    status: 'renaming',
    server: { account: { passkeys: KEYS } },
    reach: ofLast('rename'),
    there: '[data-part=input]',
    says: 'Rename Blue key',
  }),
  here('renaming-no-name', 'No name', {
    status: 'renaming',
    trouble: 'no-name',
    server: { account: { passkeys: KEYS } },
    async reach(screen) {
      await ofLast('rename')(screen);
      await screen.submit(' ');
    },
    there: ERROR,
    says: 'Type a name.',
  }),
  here('renamed', 'It has another name', {
    status: 'overview',
    news: 'renamed',
    server: { account: { passkeys: KEYS } },
    reach: renameIt,
    there: NEWS,
    says: 'The new name is saved.',
  }),
  here('removal', 'Removing one of several', {
    status: 'removal',
    server: { account: { passkeys: KEYS } },
    reach: ofLast('remove'),
    there: KEEP,
    says: "You won't be able to use it to sign in.",
  }),
  here('removal-last', 'Removing the last one', {
    status: 'removal',
    reach: ofLast('remove'),
    there: KEEP,
    says: 'This is your last way. Add another one first.',
  }),
  here('removal-needed', 'Removing one that everyone has to have', {
    status: 'removal',
    server: { policy: { minFactors: 2 }, account: { passkeys: 1 } },
    reach: ofLast('remove'),
    there: KEEP,
    says: 'Your account needs as many ways as it has now.',
  }),
  here('removal-all', 'Removing the app, which turns all off', {
    status: 'removal',
    as: allAtOnce,
    reach: ofLast('remove'),
    there: KEEP,
    says: 'This also turns off your backup codes.',
  }),
  here('removal-refused', 'The server refused', {
    status: 'removal',
    trouble: 'offline',
    server: { account: { passkeys: KEYS } },
    as: refusing({ code: 'offline' }),
    reach: removeIt,
    there: ERROR,
    says: "You're offline. Nothing was changed.",
  }),
  here('working', 'The removal is under way', {
    status: 'working',
    server: { account: { passkeys: KEYS } },
    arrange: ({ faults }) => faults.next('removeFactor', { kind: 'slow' }),
    reach: removeIt,
    there: '[data-state=working]',
    says: 'One moment…',
  }),
  here('proving', 'A proof is asked for first', {
    status: 'proving',
    signedIn: 'stale',
    server: { account: { passkeys: KEYS, stepUp: { how: 'sign-in-again' } } },
    reach: removeIt,
    there: 'mfa-step-up [data-action=sign-in]',
    says: "You're about to remove Blue key.",
  }),
  here('proved', "It's them", {
    status: 'removal',
    news: 'proved',
    signedIn: 'stale',
    server: { account: { passkeys: [KEYS[1]], stepUp: { how: 'in-place' } } },
    async reach(screen) {
      await removeIt(screen);
      await screen.choose('way-totp');
      await screen.until('mfa-step-up [data-part=input]');
      await screen.submit(screen.server.appCode());
    },
    there: `[data-state=removal] ${KEEP}`,
    says: 'Thank you. Now choose “Remove” again.',
  }),
  here('removed', 'A passkey is removed', {
    status: 'overview',
    news: 'removed',
    server: { account: { passkeys: [KEYS[0]] } },
    reach: removeIt,
    there: NEWS,
    says: 'Also delete it in your password manager.',
  }),
  here('ending', 'Other devices are signed out', {
    status: 'working',
    arrange: ({ faults }) => faults.next('endOtherSessions', { kind: 'slow' }),
    reach: ({ choose }) => choose('elsewhere'),
    there: NEWS,
    says: 'Signing you out on your other devices…',
  }),
  here('signed-out', 'Other devices are signed out', {
    status: 'overview',
    news: 'signed-out',
    reach: ({ choose }) => choose('elsewhere'),
    there: '[data-state=overview] [data-part=status]:not(:empty)',
    says: 'On every other device we ask for your second factor again.',
  }),
  here('adding-app', 'An app is added', {
    status: 'adding',
    attributes: { view: 'app' },
    server: { account: { totp: false } },
    there: 'mfa-totp-enrollment [data-action=start]',
    says: 'phone',
  }),
  here('adding-key', 'This device is added', {
    status: 'adding',
    reach: ({ choose }) => choose('add-passkey'),
    there: 'mfa-passkey-enrollment [data-action=add]:not([aria-busy])',
    says: 'Add this device',
  }),
  here('codes', 'Codes are opened by a link', {
    status: 'codes',
    attributes: { view: 'codes' },
    there: 'mfa-backup-codes [data-action=make]',
    says: '10 of 10 left',
  }),
  here('codes-shown', 'New codes are on screen', {
    status: 'codes',
    showsCodes: true,
    reach: ({ choose }) => choose('make'),
    there: 'mfa-backup-codes [data-part=codes]',
    says: 'Save your backup codes',
  }),
  here('codes-off', 'Codes are turned off', {
    status: 'overview',
    news: 'codes-off',
    server: { account: { passkeys: KEYS } },
    async reach({ choose, until }) {
      await choose('turn-off');
      await until('mfa-backup-codes [data-action=keep]');
      await choose('remove');
    },
    there: '[data-state=overview] [data-part=status]:not(:empty)',
    says: 'Backup codes are turned off.',
  }),
  here('activity', 'What happened lately', {
    status: 'activity',
    attributes: { view: 'activity' },
    server: {
      account: {
        activity: [
          { what: 'mfa.signed_in', at: START - 26 * hour, where: 'Oslo', byRole: 'you' },
          { what: 'mfa.temporary_codes_given', at: START - 25 * hour, where: 'unknown', byRole: 'help-desk' },
          { what: 'mfa.backup_code_used', at: START - 24 * hour, where: 'Bergen', byRole: 'you' },
        ],
      },
    },
    there: '[data-part=happening]',
    says: 'by our help team',
  }),
  here('sign-in', 'The session is over', {
    status: 'sign-in',
    server: { account: { passkeys: KEYS } },
    as: refusing({ code: 'signed-out' }),
    reach: removeIt,
    there: '[data-action=sign-in]',
    says: 'Please sign in again',
  }),
];
