import { MfaError, type MfaProblem } from '../../core/errors.js';
import type { MfaBackend, TotpPort } from '../../ports/backend.js';
import { ERROR, FIELD, NEWS, WRONG_APP_CODE } from './gestures.js';
import type { Screen } from './screen.js';
import { statesOf, type ScreenState } from './state.js';

type Rest = Omit<ScreenState, 'id' | 'title' | 'tag'>;
const place = statesOf('mfa-totp-enrollment');
const here = (name: string, title: string, rest: Rest): ScreenState =>
  place(name, title, { signedIn: 'fresh', ...rest });
/** With the key on screen. */
const shown = (name: string, title: string, { reach = start, ...rest }: Rest): ScreenState =>
  here(name, title, { showsCodes: true, reach, ...rest });

export const NO_APP = { account: { totp: false } } as const;
const PICTURE = '[data-part=qr-image]';
const TEN_MINUTES = 10 * 60_000;

const start = async ({ choose, until }: Screen): Promise<void> => {
  await choose('start');
  await until(PICTURE);
};

/** What the new app shows: its key is on screen. */
const newAppCode = ({ element, server }: Screen): string =>
  server.appCode(element.querySelector('[data-part=key]')?.textContent.replaceAll(' ', ''));

const verify = async (screen: Screen): Promise<void> => {
  await start(screen);
  await screen.submit(newAppCode(screen));
};
const wrongly = async (screen: Screen): Promise<void> => {
  await start(screen);
  await screen.submit(WRONG_APP_CODE);
};
const copy = async (screen: Screen): Promise<void> => {
  await start(screen);
  await screen.choose('copy');
};
export const cancelApp = async (screen: Screen): Promise<void> => {
  await start(screen);
  await screen.choose('cancel');
};

/** Changes what the server does with apps. */
export const withTotp =
  (change: (port: TotpPort, backend: MfaBackend) => Partial<TotpPort>) =>
  (backend: MfaBackend): MfaBackend =>
    backend.totp ? { ...backend, totp: { ...backend.totp, ...change(backend.totp, backend) } } : backend;

const refusing = (problem: MfaProblem) => withTotp(() => ({ verify: () => Promise.reject(new MfaError(problem)) }));

/** As a server does that makes the first codes with the first app. */
const bringingCodes = withTotp((port, { backupCodes }) => ({
  async start(options, call) {
    const setup = await port.start(options, call);
    const codes = await backupCodes?.issue(call);
    return codes ? { ...setup, codes } : setup;
  },
}));

/** The page is in the background for long. */
async function goAway({ server }: Screen): Promise<void> {
  const { now } = Date;
  const hide = (isHidden: boolean): void => {
    Object.defineProperty(document, 'hidden', { configurable: true, value: isHidden });
    document.dispatchEvent(new Event('visibilitychange'));
  };
  hide(true);
  Date.now = () => now() + TEN_MINUTES;
  hide(false);
  Date.now = now;
  Reflect.deleteProperty(document, 'hidden');
  server.clock.advance(TEN_MINUTES);
  return Promise.resolve();
}

const during: readonly ScreenState[] = [
  shown('connecting', 'On a computer', {
    status: 'connecting',
    there: PICTURE,
    says: 'In the app choose “add” and scan this picture.',
  }),
  shown('connecting-touch', 'On a phone', {
    status: 'connecting',
    arrange: (_, platform) => {
      platform.touch = true;
    },
    there: PICTURE,
    says: 'Open in my app',
  }),
  shown('connecting-copied', 'The key was copied', {
    status: 'connecting',
    news: 'copied',
    reach: copy,
    there: NEWS,
    says: 'Copied. Paste it into your app.',
  }),
  shown('connecting-copy-blocked', 'The browser lets nobody copy', {
    status: 'connecting',
    news: 'copy-blocked',
    arrange: (_, platform) => platform.block('clipboard'),
    reach: copy,
    there: NEWS,
    says: "Your browser didn't let us copy.",
  }),
  shown('connecting-wrong', 'The code is wrong', {
    status: 'connecting',
    trouble: 'wrong-code',
    reach: wrongly,
    there: ERROR,
    says: "That code didn't work. Wait for the next one and type that.",
  }),
  shown('connecting-wrong-again', 'And the next one too', {
    status: 'connecting',
    trouble: 'wrong-code',
    async reach(screen) {
      await wrongly(screen);
      await screen.until(ERROR);
      await screen.submit('654321');
      await screen.until('[data-state=verifying]');
    },
    there: `[data-state=connecting] ${ERROR}`,
    says: 'Check that your phone sets its time by itself.',
  }),
  shown('verifying', 'The code is being looked at', {
    status: 'verifying',
    arrange: ({ faults }) => faults.next('verifyTotp', { kind: 'slow' }),
    reach: verify,
    there: '[data-state=verifying]',
    says: 'Checking…',
  }),
  here('proving-over', 'A proof is wanted in between', {
    status: 'proving-over',
    as: refusing({ code: 'step-up-required', need: { how: 'sign-in-again' } }),
    reach: verify,
    there: 'mfa-step-up [data-action=sign-in]',
    says: 'You will be signed out for a moment.',
  }),
  here('typing', 'Picture and key were taken away', {
    status: 'typing',
    news: 'away',
    async reach(screen) {
      await start(screen);
      await goAway(screen);
    },
    there: NEWS,
    says: 'We took the picture and the key away while you were gone.',
  }),
  shown('saving', 'Codes come with the app', {
    status: 'saving',
    server: NO_APP,
    as: bringingCodes,
    async reach(screen) {
      await start(screen);
      await screen.choose('finish');
    },
    there: '[data-part=codes]',
    says: 'They start working when you finish this step.',
  }),
  here('typing-last', 'The codes are saved, and the code is the last step', {
    status: 'typing',
    server: NO_APP,
    as: bringingCodes,
    async reach(screen) {
      await start(screen);
      await screen.choose('finish');
      (await screen.until('[data-part=checkbox]')).click();
      await screen.choose('finish');
    },
    there: FIELD,
    says: 'Last step: type the code your app shows. That turns everything on.',
  }),
];

const after: readonly ScreenState[] = [
  here('unsure', 'Nobody knows whether the code was taken', {
    status: 'unsure',
    arrange: ({ faults }) => faults.next('verifyTotp', { kind: 'lost', committed: true }),
    reach: verify,
    there: ERROR,
    says: "We don't know yet if your app is connected. Check again",
  }),
  here('over', 'Another set-up took its place', {
    status: 'over',
    as: refusing({ code: 'superseded' }),
    reach: verify,
    there: '[data-state=over]',
    says: 'Start this step again',
  }),
  here('done', 'The app is connected', {
    status: 'done',
    reach: verify,
    there: '[data-action=done]',
    says: 'Your old app no longer works.',
  }),
  here('sign-in', 'The session ended', {
    status: 'sign-in',
    as: refusing({ code: 'signed-out' }),
    reach: verify,
    there: '[data-action=sign-in]',
    says: 'Please sign in again',
  }),
];

/** A set-up on screen, and what comes after. */
export const connectedAppStates: readonly ScreenState[] = [...during, ...after];
