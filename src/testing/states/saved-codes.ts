import { KRATOS } from '../../backends/capabilities.js';
import type { BackupCodesPort } from '../../ports/backend.js';
import { asServer } from '../as-server.js';
import { ERROR, NEWS } from './gestures.js';
import type { Screen } from './screen.js';
import { statesOf, type ScreenState } from './state.js';

type Rest = Omit<ScreenState, 'id' | 'title' | 'tag'>;
const place = statesOf('mfa-backup-codes');
const here = (name: string, title: string, rest: Rest): ScreenState =>
  place(name, title, { signedIn: 'fresh', ...rest });
/** With codes on screen. */
const shown = (name: string, title: string, { reach = make, ...rest }: Rest): ScreenState =>
  here(name, title, { showsCodes: true, reach, ...rest });

const CODES = '[data-part=codes]';
const HALF_AN_HOUR = 31 * 60_000;

const make = async ({ choose, until }: Screen): Promise<void> => {
  await choose('make');
  await until(CODES);
};
const finish = async (screen: Screen): Promise<void> => {
  await make(screen);
  screen.element.querySelector<HTMLElement>('[data-part=checkbox]')?.click();
  await screen.choose('finish');
};
const save = (action: string) => async (screen: Screen) => {
  await make(screen);
  await screen.choose(action);
};
export const leaveCodes = async (screen: Screen): Promise<void> => {
  await make(screen);
  await screen.choose('leave');
};
const reveal: BackupCodesPort['reveal'] = () =>
  Promise.resolve([{ code: 'ck7q2m9x' }, { code: null, usedAt: 1_790_000_000_000 }, { code: 'h3vr8nca' }]);

const saving: readonly ScreenState[] = [
  shown('showing', 'New ones, and the old ones still work', {
    status: 'showing',
    there: CODES,
    says: 'They start working when you finish this step; until then your old codes still work.',
  }),
  shown('showing-first', 'The first ones', {
    status: 'showing',
    server: { account: { backupCodes: false } },
    there: CODES,
    says: 'They start working when you finish this step.',
  }),
  shown('showing-copied', 'Copied', {
    status: 'showing',
    reach: save('copy'),
    there: NEWS,
    says: 'Copied. Paste them into your password manager.',
  }),
  shown('showing-copy-blocked', 'The browser lets nobody copy', {
    status: 'showing',
    arrange: (_, platform) => platform.block('clipboard'),
    reach: save('copy'),
    there: NEWS,
    says: "Your browser didn't let us copy.",
  }),
  shown('showing-not-ticked', 'The tick is missing', {
    status: 'showing',
    trouble: 'missing',
    reach: save('finish'),
    there: ERROR,
    says: 'Tick the box first, so we know you have them.',
  }),
  shown('showing-type-one', 'One is to be typed, and it is not on the list', {
    status: 'showing',
    trouble: 'typed',
    server: { policy: { proof: 'type-one' } },
    async reach(screen) {
      await make(screen);
      await screen.submit(screen.server.wrongCode('backup-code'));
    },
    there: ERROR,
    says: "That code isn't on this list.",
  }),
  shown('confirming', 'They are being turned on', {
    status: 'confirming',
    arrange: ({ faults }) => faults.next('confirmBackupCodes', { kind: 'slow' }),
    reach: finish,
    there: '[data-state=confirming]',
    says: 'One moment…',
  }),
  shown('unsure', 'Nobody knows whether they are on', {
    status: 'unsure',
    arrange: ({ faults }) => faults.next('confirmBackupCodes', { kind: 'lost', committed: true }),
    reach: finish,
    there: ERROR,
    says: "We don't know yet if they are on. Check again",
  }),
  shown('proving-over', 'A proof is wanted at the end', {
    status: 'proving-over',
    async reach(screen) {
      await make(screen);
      screen.server.clock.advance(HALF_AN_HOUR);
      screen.element.querySelector<HTMLElement>('[data-part=checkbox]')?.click();
      await screen.choose('finish');
    },
    there: 'mfa-step-up [data-part=input]',
    says: "You're about to turn on your new backup codes.",
  }),
];

const after: readonly ScreenState[] = [
  here('unshown', 'They could not be shown', {
    status: 'unshown',
    arrange: ({ faults }) => faults.next('issueBackupCodes', { kind: 'lost', committed: true }),
    reach: ({ choose }) => choose('make'),
    there: '[data-state=unshown]',
    says: 'They are not on, and your old codes still work.',
  }),
  here('leaving', 'Leaving the first ones', {
    status: 'leaving',
    server: { account: { backupCodes: false } },
    reach: leaveCodes,
    there: '[data-action=stay]',
    says: 'You will have no backup codes.',
  }),
  here('replaced', 'Another tab made others', {
    status: 'replaced',
    arrange: ({ faults }) =>
      faults.next('confirmBackupCodes', { kind: 'refused', status: 409, problem: { code: 'superseded' } }),
    reach: finish,
    there: '[data-state=replaced]',
    says: "These codes can't be turned on any more",
  }),
  here('revealed', 'Shown again, where the policy lets it', {
    status: 'revealed',
    server: { policy: { reveal: true } },
    as: (backend) => asServer(backend, KRATOS, reveal),
    reach: ({ choose }) => choose('reveal'),
    there: CODES,
    says: 'Used on',
  }),
  here('done', 'They are on', {
    status: 'done',
    reach: finish,
    there: '[data-action=done]',
    says: '10 backup codes are on; old codes no longer work',
  }),
  here('sign-in', 'The session ended while they were shown', {
    status: 'sign-in',
    arrange: ({ faults }) => faults.next('confirmBackupCodes', { kind: 'signed-out' }),
    reach: finish,
    there: '[data-action=sign-in]',
    says: 'The codes that you just saw are not on.',
  }),
];

/** New codes on screen, and what comes after. */
export const savedCodesStates: readonly ScreenState[] = [...saving, ...after];
