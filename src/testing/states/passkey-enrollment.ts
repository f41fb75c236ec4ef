import { BETTER_AUTH, KRATOS } from '../../backends/capabilities.js';
import { asServer } from '../as-server.js';
import { createFakePlatform, type FakeCeremonyEnd } from '../platform.js';
import { BUSY, ERROR, FIELD, NEWS } from './gestures.js';
import type { Screen } from './screen.js';
import { statesOf, type ScreenState } from './state.js';

type Rest = Omit<ScreenState, 'id' | 'title' | 'tag'>;
const place = statesOf('mfa-passkey-enrollment');
const here = (name: string, title: string, rest: Rest): ScreenState =>
  place(name, title, { signedIn: 'fresh', properties: { otherKinds: ['totp'] }, ...rest });

const READY = '[data-action=add]:not([aria-busy])';
const KEY = { kind: 'security-key' } as const;

/** The dialog opens by a click once its ceremony is there. */
const add = async ({ until, choose }: Screen): Promise<void> => {
  await until(READY);
  await choose('add');
};

const ends = (end: FakeCeremonyEnd): Pick<ScreenState, 'arrange' | 'reach'> => ({
  arrange: (_, platform) => platform.endNextCeremony(end),
  reach: add,
});

const before: readonly ScreenState[] = [
  here('loading', 'The browser is being asked what it can', {
    status: 'loading',
    properties: {
      platform: { webauthn: { ...createFakePlatform().webauthn, deviceCan: () => new Promise(() => {}) } },
    },
    there: NEWS,
    says: 'One moment…',
  }),
  here('asking', 'This device', {
    status: 'asking',
    there: READY,
    says: 'It stays on your device; we never see it.',
  }),
  here('asking-whole-sign-in', 'This device, where a passkey is a whole sign-in', {
    status: 'asking',
    as: (backend) => asServer(backend, BETTER_AUTH),
    there: READY,
    says: "It doesn't take the place of your app.",
  }),
  here('asking-key', 'A security key', {
    status: 'asking',
    attributes: KEY,
    there: READY,
    says: 'Your browser will ask you to plug in or tap your key.',
  }),
  here('asking-name', 'The server wants a name first', {
    status: 'asking',
    attributes: KEY,
    as: (backend) => asServer(backend, KRATOS),
    there: `${FIELD}`,
    says: 'So that you can tell it from others later.',
  }),
  here('asking-no-name', 'No name was typed', {
    status: 'asking',
    trouble: 'no-name',
    attributes: KEY,
    as: (backend) => asServer(backend, KRATOS),
    reach: ({ submit }) => submit(' '),
    there: ERROR,
    says: 'Error: Type a name.',
  }),
  here('impossible-browser', 'A browser without passkeys', {
    status: 'impossible',
    properties: { platform: createFakePlatform({ supported: false }) },
    there: '[data-state=impossible]',
    says: "This browser can't do that.",
  }),
  here('impossible-device', 'A device that can’t; a key can', {
    status: 'impossible',
    properties: { platform: createFakePlatform({ deviceCan: false }), otherKinds: ['totp'] },
    there: '[data-action=add-key]',
    says: 'This device has no fingerprint, face or screen lock',
  }),
  here('impossible-frame', 'A frame that does not let it', {
    status: 'impossible',
    properties: { platform: createFakePlatform({ allowed: false }) },
    there: '[data-action=open-page]',
    says: 'Open this page by itself',
  }),
  here('proving', 'A proof comes first', {
    status: 'proving',
    signedIn: 'stale',
    reach: add,
    there: 'mfa-step-up [data-part=input]',
    says: "You're about to add a passkey.",
  }),
  here('asking-proved', 'It’s them, and they click again', {
    status: 'asking',
    news: 'proved',
    signedIn: 'stale',
    async reach(screen) {
      await add(screen);
      await screen.submit(screen.server.appCode());
    },
    there: NEWS,
    says: 'Thank you. Now choose “Add this device” again.',
  }),
  here('asking-busy', 'Too many were asked for', {
    status: 'asking',
    trouble: 'too-many-attempts',
    arrange: ({ faults }) => faults.next('prepareRegistration', { kind: 'busy' }),
    there: ERROR,
    says: 'Error: Too many tries.',
  }),
];

const during: readonly ScreenState[] = [
  here('prompting', 'The browser’s dialog is open', {
    status: 'prompting',
    arrange: (_, platform) => platform.holdCeremonies(true),
    reach: add,
    there: BUSY,
    says: 'Follow your browser…',
  }),
  here('asking-not-finished', 'The dialog was left', {
    status: 'asking',
    news: 'not-finished',
    ...ends({ is: 'not-finished' }),
    there: NEWS,
    says: "That didn't finish. Nothing was changed. Try again when you're ready.",
  }),
  here('asking-impossible', 'No authenticator does what the server asks for', {
    status: 'asking',
    trouble: 'impossible',
    tellsDeveloper: true,
    ...ends({ is: 'impossible', developer: 'Told to the console.' }),
    there: ERROR,
    says: "Error: This device can't be added here.",
  }),
  here('exists', 'This device is set up already', {
    status: 'exists',
    ...ends({ is: 'exists' }),
    there: '[data-action=done]',
    says: "This device is already set up. You don't need to add it again.",
  }),
  here('registering', 'The server is being told', {
    status: 'registering',
    arrange: ({ faults }) => faults.next('registerPasskey', { kind: 'slow' }),
    reach: add,
    there: '[data-state=registering]',
    says: 'One moment…',
  }),
  here('asking-refused', 'The server did not accept it', {
    status: 'asking',
    trouble: 'passkey-refused',
    arrange: ({ faults }) => faults.next('registerPasskey', { kind: 'refused', problem: { code: 'passkey-refused' } }),
    reach: add,
    there: ERROR,
    says: "Error: That device wasn't accepted.",
  }),
  here('asking-superseded', 'It took too long', {
    status: 'asking',
    trouble: 'superseded',
    arrange: ({ faults }) => faults.next('registerPasskey', { kind: 'refused', problem: { code: 'superseded' } }),
    reach: add,
    there: ERROR,
    says: 'That took too long',
  }),
];

const lost = ({ faults }: Screen['server']): void => faults.next('registerPasskey', { kind: 'lost', committed: false });

const after: readonly ScreenState[] = [
  here('unsure', 'The answer was lost', {
    status: 'unsure',
    arrange: lost,
    reach: add,
    there: '[data-action=retry]',
    says: "We don't know yet whether it was added.",
  }),
  here('checking', 'The server is asked what became of it', {
    status: 'checking',
    arrange: lost,
    async reach(screen) {
      await add(screen);
      await screen.until('[data-action=retry]');
      screen.server.faults.next('listFactors', { kind: 'slow' });
      await screen.choose('retry');
    },
    there: '[data-state=checking]',
    says: 'One moment…',
  }),
  here('asking-not-added', 'It was not added', {
    status: 'asking',
    trouble: 'not-added',
    arrange: lost,
    async reach(screen) {
      await add(screen);
      await screen.choose('retry');
    },
    there: ERROR,
    says: "Error: It wasn't added. Try again.",
  }),
  here('naming', 'Added, and its name may be changed', {
    status: 'naming',
    reach: add,
    there: FIELD,
    says: 'Added: ',
  }),
  here('naming-invalid', 'That is no name', {
    status: 'naming',
    trouble: 'invalid-name',
    async reach(screen) {
      await add(screen);
      await screen.submit('x'.repeat(65));
    },
    there: ERROR,
    says: 'Error: Use a name of at most 64 characters, on one line.',
  }),
  here('renaming', 'The name is being changed', {
    status: 'renaming',
    arrange: ({ faults }) => faults.next('renameFactor', { kind: 'slow' }),
    async reach(screen) {
      await add(screen);
      await screen.submit('My laptop');
    },
    there: '[data-state=renaming]',
    says: 'One moment…',
  }),
  here('added', 'Added, and it has no name of its own', {
    status: 'added',
    as: (backend) => asServer(backend, KRATOS),
    reach: add,
    there: '[data-action=done]',
    says: 'Added',
  }),
  here('sign-in', 'The session is over', {
    status: 'sign-in',
    arrange: ({ faults }) => faults.next('prepareRegistration', { kind: 'signed-out' }),
    there: '[data-action=sign-in]',
    says: 'Please sign in again',
  }),
];

/** Adding a passkey or a security key. */
export const passkeyEnrollmentStates: readonly ScreenState[] = [...before, ...during, ...after];
