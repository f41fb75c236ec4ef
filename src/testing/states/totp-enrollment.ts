import { BETTER_AUTH, KRATOS } from '../../backends/capabilities.js';
import { asServer } from '../as-server.js';
import { cancelApp, connectedAppStates, NO_APP, withTotp } from './connected-app.js';
import { ERROR, FIELD, NEWS } from './gestures.js';
import { statesOf, type ScreenState } from './state.js';

const place = statesOf('mfa-totp-enrollment');
const here = (name: string, title: string, rest: Omit<ScreenState, 'id' | 'title' | 'tag'>): ScreenState =>
  place(name, title, { signedIn: 'fresh', ...rest });

const START = '[data-action=start]:not([aria-busy])';

const hostile = withTotp((port) => ({
  async start(options, call) {
    const setup = await port.start(options, call);
    return { ...setup, uri: `${setup.uri}&secret=${setup.key}` };
  },
}));

const before: readonly ScreenState[] = [
  here('loading', 'Whether there is an app is being asked', {
    status: 'loading',
    arrange: ({ faults }) => faults.next('listFactors', { kind: 'slow' }),
    there: NEWS,
    says: 'One moment…',
  }),
  here('failed', 'That can’t be read', {
    status: 'failed',
    arrange: ({ faults }) => faults.next('listFactors', { kind: 'wrong-shape', committed: false }),
    there: ERROR,
    says: 'Something went wrong at Fjord Bank.',
  }),
  here('failed-address', 'What came would not be safe to scan', {
    status: 'failed',
    trouble: 'misconfigured',
    tellsDeveloper: true,
    as: hostile,
    reach: ({ choose }) => choose('start'),
    there: ERROR,
    says: "We can't show you a picture that is safe to scan.",
  }),
  here('ready', 'The first app', { status: 'ready', server: NO_APP, there: START, says: 'Set up the app' }),
  here('ready-atomic', 'The old app works meanwhile', {
    status: 'ready',
    there: START,
    says: 'Your old app works until this one does.',
  }),
  here('ready-gap', 'Backup codes alone work meanwhile', {
    status: 'ready',
    as: (backend) => asServer(backend, KRATOS),
    there: START,
    says: 'Between the two, only your backup codes work. I understand, go on',
  }),
  here('ready-all-off', 'Nothing works meanwhile', {
    status: 'ready',
    as: (backend) => asServer(backend, BETTER_AUTH),
    there: START,
    says: 'This turns your second factor and all backup codes off until you finish. I understand, go on',
  }),
  here('ready-proved', 'It’s them, and they click again', {
    status: 'ready',
    news: 'proved',
    signedIn: 'stale',
    async reach(screen) {
      await screen.choose('start');
      await screen.submit(screen.server.appCode());
    },
    there: NEWS,
    says: 'Thank you. Now choose “Set up the app” again.',
  }),
  here('ready-cancelled', 'They left it', {
    status: 'ready',
    news: 'cancelled',
    reach: cancelApp,
    there: NEWS,
    says: 'No app was connected. Your old app still works.',
  }),
  here('starting', 'It is being set up', {
    status: 'starting',
    arrange: ({ faults }) => faults.next('startTotp', { kind: 'slow' }),
    reach: ({ choose }) => choose('start'),
    there: '[data-state=starting]',
    says: 'One moment…',
  }),
  here('proving', 'A proof comes first', {
    status: 'proving',
    signedIn: 'stale',
    reach: ({ choose }) => choose('start'),
    there: `mfa-step-up ${FIELD}`,
    says: "You're about to",
  }),
];

/** An authenticator app on an account page. */
export const totpEnrollmentStates: readonly ScreenState[] = [...before, ...connectedAppStates];
