import type { RepairTask } from '../../core/challenge.js';
import type { Known } from '../../core/factor.js';
import type { NewKind } from '../../core/repair.js';

const codes = (count: Known<number>): string => {
  if (count === 'unknown') return 'backup codes';
  return count === 1 ? 'one backup code' : `${String(count)} backup codes`;
};
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** Words from "You're in" to "All set". */
export const repair = {
  title: "You're in",
  ask: 'Is your old phone or key gone for good?',
  noneLeft: 'You have no codes left, so please take two minutes now. Otherwise you could be locked out next time.',
  yes: 'Yes, set up a new one',
  no: "No, I just don't have it here",
  later: 'Not now. Remind me.',
  unfinished: 'This is left to do, to keep your account safe:',
  owed: 'This has to be done before you go on:',
  tasks: {
    'add-factor': 'Set up a second factor.',
    'new-codes': 'Make new backup codes.',
    'retire-lost': 'Turn off what you lost.',
    'end-other-sessions': 'Sign out on your other devices.',
  } satisfies Record<RepairTask, string>,
  goOn: 'Go on',
  chooseTitle: 'Set up a new second factor',
  requiredTitle: 'Set up a second factor',
  required: (service: string): string => `${service} asks everyone for one. It takes two minutes.`,
  needTwo: 'Set up two ways to sign in. If you lose one, you can still use the other.',
  waysDone: (done: number, of: number): string => `${String(done)} of ${String(of)} done`,
  step: (step: number, of: number): string => `Step ${String(step)} of ${String(of)}`,
  kinds: {
    passkey: { title: 'This device', line: 'Fingerprint, face or screen lock. Quickest.' },
    totp: { title: 'An app on a phone', line: 'Shows a new code every 30 seconds.' },
    'security-key': { title: 'A security key', line: 'A small key you plug in or tap.' },
  } satisfies Record<NewKind, { title: string; line: string }>,
  nothingToSetUp: 'Nothing can be set up in this browser. Try another browser or device.',
  notHere: "My new phone isn't here yet",
  notHereText: (left: Known<number>, device: boolean): string => {
    const until = left === 0 ? '.' : `: your ${codes(left)} ${left === 1 ? 'works' : 'work'} until then.`;
    return device ? `Choose “This device”, or come back later${until}` : `Come back later${until}`;
  },
  laterShort: 'Later',
  retiring: 'Turning off what you lost…',
  whichTitle: 'What did you lose?',
  whichText: "Choose what is gone. From then on it can't be used to sign in.",
  missing: 'Choose what you lost, or keep all of them.',
  nameless: 'An older one',
  turnOff: 'Turn off',
  keep: 'Keep all of them',
  keepOne: 'Keep it',
  ending: 'Signing you out on your other devices…',
  doneTitle: 'All set',
  added: (name: string): string => `New second factor: ${name}`,
  codesOn: (count: Known<number>): string =>
    `${capital(codes(count))} ${count === 1 ? 'is' : 'are'} on; old codes no longer work`,
  old: { totp: 'Your old app', passkey: 'Your old passkey', 'security-key': 'Your old security key' } as Readonly<
    Record<string, string>
  >,
  retired: (kind: string, name: string | null): string =>
    `${name === null ? (repair.old[kind] ?? 'Your old one') : `“${name}”`} no longer works`,
  signedOut: 'You are signed out on your other devices',
  told: (addresses: readonly string[]): string => `We told you about this at ${addresses.join(', ')}`,
  elsewhere: 'Sign me out everywhere else',
  notSignedOut: "We couldn't sign you out on your other devices.",
  secondWay: 'Add a second way, so you never depend on one.',
  signInText: 'What you have finished is kept.',
} as const;
