import { createFakePlatform } from '../platform.js';
import { MfaError, type MfaProblem } from '../../core/errors.js';
import type { RepairTask } from '../../core/challenge.js';
import type { FactorsPort, MfaBackend } from '../../ports/backend.js';
import { ERROR } from './gestures.js';
import type { Screen } from './screen.js';
import { statesOf, type ScreenState } from './state.js';

type Rest = Omit<ScreenState, 'id' | 'title' | 'tag'>;

const place = statesOf('mfa-repair');
const here = (name: string, title: string, rest: Rest): ScreenState =>
  place(name, title, { signedIn: 'fresh', ...rest });

/** As the server tells it after a backup code, or at a later sign-in. */
const started = (codesLeft: number, mayPostpone = true) => ({
  properties: { start: { because: 'code', todo: [], codesLeft, mayPostpone } },
});
const unfinished = (...todo: RepairTask[]) => ({
  properties: { start: { because: 'unfinished', todo, codesLeft: 'unknown', mayPostpone: true } },
});

const CODES = 'mfa-backup-codes [data-part=codes]';
const ADD = '[data-action=add]:not([aria-busy])';

const toChoice = ({ choose }: Screen): Promise<void> => choose('set-up');
const choosing = (kind: string) => async (screen: Screen) => {
  await toChoice(screen);
  await screen.choose(kind);
};
/** This device is set up, and new codes are on screen. */
const toCodes = async (screen: Screen): Promise<void> => {
  await choosing('passkey')(screen);
  (await screen.until(ADD)).click();
  await screen.choose('done');
  await screen.until(CODES);
};
const throughCodes = async (screen: Screen): Promise<void> => {
  await toCodes(screen);
  screen.element.querySelector<HTMLElement>('mfa-backup-codes [data-part=checkbox]')?.click();
  await screen.choose('finish');
};
/** Two passkeys from before, and an app whose place a new one took. */
const withTwoOld: Pick<Rest, 'server' | 'reach'> = {
  server: { account: { totp: false, passkeys: 2 } },
  async reach(screen) {
    await choosing('totp')(screen);
    const key = await screen.until('mfa-totp-enrollment [data-part=key]');
    await screen.submit(screen.server.appCode(key.textContent.replaceAll(' ', '')));
    await screen.until(CODES);
    screen.element.querySelector<HTMLElement>('mfa-backup-codes [data-part=checkbox]')?.click();
    await screen.choose('finish');
  },
};

/** A server that refuses to turn off what was lost. */
const refusing =
  (problem: MfaProblem) =>
  (backend: MfaBackend): MfaBackend => ({
    ...backend,
    factors: { ...(backend.factors as FactorsPort), remove: () => Promise.reject(new MfaError(problem)) },
  });

/** From "You're in" to "All set". */
export const repairStates: readonly ScreenState[] = [
  here('in', "You're in", {
    ...started(5),
    status: 'in',
    there: '[data-action=set-up]',
    says: 'Is your old phone or key gone for good?',
  }),
  here('in-none-left', 'In by the last code', {
    ...started(0, false),
    status: 'in',
    there: '[data-action=set-up]',
    says: 'You have no codes left, so please take two minutes now.',
  }),
  here('in-unfinished', 'Something is left from last time', {
    ...unfinished('new-codes', 'end-other-sessions'),
    status: 'in',
    there: '[data-action=set-up]',
    says: 'This is left to do, to keep your account safe:',
  }),
  here('choosing', 'What to set up', {
    ...started(5),
    status: 'choosing',
    reach: toChoice,
    there: '[data-action=totp]',
    says: 'Set up a new second factor',
  }),
  here('choosing-waiting', "The new phone isn't here yet", {
    ...started(5),
    status: 'choosing',
    reach: choosing('not-here'),
    there: '[data-action=this-device]',
    says: 'Choose “This device”, or come back later: your 5 backup codes work until then.',
  }),
  here('choosing-required', 'A first second factor', {
    status: 'choosing',
    server: { account: { totp: false, backupCodes: false } },
    there: '[data-action=totp]',
    says: 'Fjord Bank asks everyone for one.',
  }),
  here('choosing-nothing', 'Nothing can be set up here', {
    properties: { ...started(5).properties, platform: createFakePlatform({ supported: false }) },
    status: 'choosing',
    as: ({ totp: _, ...backend }) => backend,
    reach: toChoice,
    there: '[data-action=not-here]',
    says: 'Nothing can be set up in this browser.',
  }),
  here('adding-key', 'This device', {
    ...started(5),
    status: 'adding',
    reach: choosing('passkey'),
    there: ADD,
    says: 'Step 1 of 2',
  }),
  here('adding-app', 'An app on a phone', {
    ...started(5),
    status: 'adding',
    showsCodes: true,
    reach: choosing('totp'),
    there: 'mfa-totp-enrollment [data-part=qr-image]',
    says: 'Step 1 of 2',
  }),
  here('codes', 'New codes', {
    ...started(5),
    status: 'codes',
    showsCodes: true,
    reach: toCodes,
    there: CODES,
    says: 'Step 2 of 2',
  }),
  here('codes-offered', 'The phone is at home, and few codes are left', {
    ...started(2),
    status: 'codes',
    server: { account: { backupCodes: 2 } },
    reach: ({ choose }) => choose('only-away'),
    there: 'mfa-backup-codes [data-action=make]',
    says: 'Not now. Remind me.',
  }),
  here('retiring', 'What was lost is turned off', {
    ...started(5),
    status: 'retiring',
    arrange: ({ faults }) => faults.next('removeFactor', { kind: 'slow' }),
    reach: throughCodes,
    there: '[data-state=retiring] [data-part=status]',
    says: 'Turning off what you lost…',
  }),
  here('asking-which', 'Which one was lost', {
    ...started(5),
    ...withTwoOld,
    status: 'asking-which',
    there: '[data-action=turn-off]',
    says: 'What did you lose?',
  }),
  here('asking-which-again', 'It could not be turned off', {
    ...started(5),
    status: 'asking-which',
    as: refusing({ code: 'offline' }),
    reach: throughCodes,
    there: ERROR,
    says: "You're offline.",
  }),
  here('proving', 'A proof is asked for first', {
    ...started(5),
    status: 'proving',
    as: refusing({ code: 'step-up-required', need: { how: 'sign-in-again' } }),
    reach: throughCodes,
    there: 'mfa-step-up [data-action=sign-in]',
    says: "You're about to turn off what you lost.",
  }),
  here('ending', 'Other devices are signed out', {
    ...started(5),
    status: 'ending',
    arrange: ({ faults }) => faults.next('endOtherSessions', { kind: 'slow' }),
    reach: throughCodes,
    there: '[data-state=ending] [data-part=status]',
    says: 'Signing you out on your other devices…',
  }),
  here('done', 'All set', {
    ...started(5),
    status: 'done',
    reach: throughCodes,
    there: '[data-action=second-way]',
    says: '10 backup codes are on; old codes no longer work',
  }),
  here('done-not-signed-out', 'All set, but for other devices', {
    ...started(5),
    status: 'done',
    arrange: ({ faults }) => faults.next('endOtherSessions', { kind: 'lost', committed: false }),
    reach: throughCodes,
    there: ERROR,
    says: "We couldn't sign you out on your other devices.",
  }),
  here('left', 'On to the app', {
    ...started(5),
    status: 'left',
    reach: ({ choose }) => choose('only-away'),
    there: '[data-part=title]',
    says: "You're in",
  }),
  here('sign-in', 'The session is over', {
    ...started(5),
    status: 'sign-in',
    as: refusing({ code: 'signed-out' }),
    reach: throughCodes,
    there: '[data-action=sign-in]',
    says: 'Please sign in again',
  }),
];
