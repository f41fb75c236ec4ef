import { BETTER_AUTH } from '../../backends/capabilities.js';
import { asServer } from '../as-server.js';
import { ERROR, NEWS } from './gestures.js';
import { leaveCodes, savedCodesStates } from './saved-codes.js';
import type { Screen } from './screen.js';
import { statesOf, type ScreenState } from './state.js';

type Rest = Omit<ScreenState, 'id' | 'title' | 'tag'>;
const place = statesOf('mfa-backup-codes');
const here = (name: string, title: string, rest: Rest): ScreenState =>
  place(name, title, { signedIn: 'fresh', ...rest });
const CARD = '[data-action=make]:not([aria-busy])';

const remove = async ({ choose }: Screen): Promise<void> => {
  await choose('turn-off');
  await choose('remove');
};

const card: readonly ScreenState[] = [
  here('loading', 'How they stand is being asked', {
    status: 'loading',
    arrange: ({ faults }) => faults.next('backupCodesStatus', { kind: 'slow' }),
    there: NEWS,
    says: 'One moment…',
  }),
  here('failed', 'How they stand can’t be read', {
    status: 'failed',
    arrange: ({ faults }) =>
      faults.next('backupCodesStatus', { kind: 'refused', problem: { code: 'not-allowed', reason: 'policy' } }),
    there: ERROR,
    says: "This can't be done here right now.",
  }),
  here('absent', 'The policy rules them out', {
    status: 'absent',
    server: { policy: { backupCodes: false } },
    there: '[data-state=absent]',
    says: '',
  }),
  here('overview', 'How many are left', {
    status: 'overview',
    server: { account: { backupCodes: 9 } },
    there: CARD,
    says: '9 of 10 left · made',
  }),
  here('overview-low', 'Few are left', {
    status: 'overview',
    server: { account: { backupCodes: 2 } },
    there: CARD,
    says: '2 backup codes left. Make new ones.',
  }),
  here('overview-used-up', 'None is left', {
    status: 'overview',
    server: { account: { backupCodes: 0 } },
    there: CARD,
    says: 'No backup codes left. Make new ones now, or you could be locked out next time.',
  }),
  here('overview-none', 'There never were any', {
    status: 'overview',
    server: { account: { backupCodes: false } },
    there: CARD,
    says: 'Not set up.',
  }),
  here('overview-uncounted', 'The server can’t count them', {
    status: 'overview',
    as: (backend) => asServer(backend, BETTER_AUTH),
    there: CARD,
    says: "We can't show whether you have any.",
  }),
  here('overview-temporary', 'Made by the help team', {
    status: 'overview',
    server: { account: { backupCodes: { of: 3, temporary: true } } },
    there: CARD,
    says: 'These codes are from our help team. Make your own now.',
  }),
  here('overview-recovery', 'After a recovery', {
    status: 'overview',
    attributes: { occasion: 'recovery' },
    there: '[data-action=later]',
    says: 'You just used a way back in.',
  }),
  here('overview-proved', 'It’s them, and they click again', {
    status: 'overview',
    news: 'proved',
    signedIn: 'stale',
    async reach(screen) {
      await screen.choose('make');
      await screen.submit(screen.server.appCode());
    },
    there: NEWS,
    says: 'Thank you. Now choose “Make new codes” again.',
  }),
  here('overview-left', 'Left without saving', {
    status: 'overview',
    news: 'left',
    reach: leaveCodes,
    there: NEWS,
    says: "These new codes won't work. Your old codes still do.",
  }),
  here('overview-busy', 'Too many were made', {
    status: 'overview',
    trouble: 'too-many-attempts',
    arrange: ({ faults }) =>
      faults.next('issueBackupCodes', {
        kind: 'refused',
        problem: { code: 'too-many-attempts', blocks: [], retryAt: 'unknown' },
      }),
    reach: ({ choose }) => choose('make'),
    there: ERROR,
    says: 'You made many new codes in a short time.',
  }),
  here('working', 'They are being made', {
    status: 'working',
    arrange: ({ faults }) => faults.next('issueBackupCodes', { kind: 'slow' }),
    reach: ({ choose }) => choose('make'),
    there: '[data-state=working]',
    says: 'One moment…',
  }),
];

const before: readonly ScreenState[] = [
  here('accepting', 'New ones end the old ones at once', {
    status: 'accepting',
    as: (backend) => asServer(backend, BETTER_AUTH),
    reach: ({ choose }) => choose('make'),
    there: '[data-part=checkbox]',
    says: 'Your old codes stop working at once.',
  }),
  here('accepting-missing', 'That is not accepted yet', {
    status: 'accepting',
    trouble: 'missing',
    as: (backend) => asServer(backend, BETTER_AUTH),
    async reach({ choose }) {
      await choose('make');
      await choose('accept');
    },
    there: ERROR,
    says: 'Error: Tick the box first.',
  }),
  here('proving', 'A proof comes first', {
    status: 'proving',
    signedIn: 'stale',
    reach: ({ choose }) => choose('make'),
    there: 'mfa-step-up [data-part=input]',
    says: "You're about to make new backup codes.",
  }),
  here('removal', 'Turning them off', {
    status: 'removal',
    reach: ({ choose }) => choose('turn-off'),
    there: '[data-action=keep]',
    says: 'If you lose your second factor, you could be locked out.',
  }),
  here('removal-last', 'They are the last way', {
    status: 'removal',
    trouble: 'not-allowed',
    server: { account: { totp: false } },
    reach: remove,
    there: ERROR,
    says: 'This is your last way. Add another one first.',
  }),
  here('removed', 'They are off', {
    status: 'overview',
    news: 'removed',
    reach: remove,
    there: NEWS,
    says: 'Your backup codes are off.',
  }),
];

/** Backup codes on an account page. */
export const backupCodesStates: readonly ScreenState[] = [...card, ...before, ...savedCodesStates];
