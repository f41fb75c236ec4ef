import { BETTER_AUTH } from '../../backends/capabilities.js';
import { asServer } from '../as-server.js';
import type { SimulatedServer } from '../server.js';
import { ERROR, FIELD, NEWS, send, sendBackupCode, sendWrongBackupCode, WRONG_BACKUP_CODE } from './gestures.js';
import { statesOf, type ScreenState } from './state.js';

const here = statesOf('mfa-backup-code-form');

/** Entry of one backup code. Where the challenge's own states show no other screen here, they are not repeated. */
export const backupCodeFormStates: readonly ScreenState[] = [
  here('asking', 'Enter a backup code', { status: 'asking', there: FIELD, says: 'Enter a backup code' }),
  here('asking-where', 'Where are my codes?', {
    status: 'asking',
    reach: async ({ until }) => (await until('[data-part=fold-title]')).click(),
    there: 'details[open]',
    says: 'Look for a sheet or file called “Fjord Bank backup codes”, made on',
  }),
  here('asking-empty', 'Nothing was typed', {
    status: 'asking',
    trouble: 'typed',
    reach: send(''),
    there: ERROR,
    says: 'Type one of your backup codes.',
  }),
  here('asking-app-code', 'What was typed looks like an app code', {
    status: 'asking',
    trouble: 'typed',
    reach: send('123 456'),
    there: '[data-action=use-as-app-code]',
    says: 'That looks like a code from your app.',
  }),
  here('asking-list', 'The whole list was pasted', {
    status: 'asking',
    trouble: 'typed',
    reach: send(`1. ${WRONG_BACKUP_CODE} 2. ${WRONG_BACKUP_CODE}`),
    there: ERROR,
    says: "That's more than one code. Leave just one.",
  }),
  here('asking-incomplete', 'The code is cut short', {
    status: 'asking',
    trouble: 'typed',
    reach: send('WRQN-GC'),
    there: ERROR,
    says: "That doesn't look complete. Backup codes look like XXXX-XXXX-XXXX.",
  }),
  here('asking-wrong-code', 'The code was wrong', {
    status: 'asking',
    trouble: 'wrong-code',
    reach: sendWrongBackupCode,
    there: ERROR,
    says: "That code didn't work. Check each letter and number, or use the next code on your list.",
  }),
  here('asking-tries-left', 'The code was wrong, and one try is left', {
    status: 'asking',
    trouble: 'wrong-code',
    server: { limits: { tries: 2 } },
    reach: sendWrongBackupCode,
    there: ERROR,
    says: 'You can try one more time.',
  }),
  here('asking-used-code', 'The code was used before', {
    status: 'asking',
    trouble: 'used-code',
    reach: async (screen) => screen.submit(await usedCode(screen.server)),
    there: ERROR,
    says: 'You have used that code before. Cross it out and use the next one.',
  }),
  here('asking-locked', 'Too many tries', {
    status: 'asking',
    trouble: 'too-many-attempts',
    arrange: ({ faults }) => faults.next('attempt', { kind: 'lock', way: 'backup-code' }),
    reach: sendBackupCode,
    there: ERROR,
    says: 'Too many tries. You can use a backup code again at',
  }),
  here('asking-not-spent', 'The request was lost, and the code still works', {
    status: 'asking',
    trouble: 'not-spent',
    arrange: ({ faults }) => faults.next('attempt', { kind: 'lost', committed: false }),
    reach: sendBackupCode,
    there: ERROR,
    says: "You're not in yet, and your code still works.",
  }),
  here('asking-maybe-spent', 'The request was lost, and the server can’t tell what became of the code', {
    status: 'asking',
    trouble: 'maybe-spent',
    arrange: ({ faults }) => faults.next('attempt', { kind: 'lost', committed: true }),
    reach: sendWrongBackupCode,
    there: ERROR,
    says: "You're not in yet. That code may be used up.",
  }),
  here('settling', 'The answer was lost; asking what became of the code', {
    status: 'settling',
    arrange({ faults }) {
      faults.next('attempt', { kind: 'lost', committed: true });
      faults.next('settle', { kind: 'slow' });
    },
    reach: sendBackupCode,
    there: NEWS,
    says: "We lost the connection. Checking whether you're in…",
  }),
  here('unsettled', 'The answer was lost, and nobody can be asked', {
    status: 'unsettled',
    arrange({ faults }) {
      faults.next('attempt', { kind: 'lost', committed: true });
      faults.next('settle', { kind: 'lost', committed: false }, { times: Infinity });
    },
    reach: sendBackupCode,
    there: ERROR,
    says: "We still can't tell whether you're in. Your code was not sent again.",
  }),
  here('sign-in-maybe-spent', 'The request was lost, and the server can’t tell whether a challenge is open', {
    status: 'sign-in',
    as: (backend) => asServer(backend, BETTER_AUTH),
    arrange: ({ faults }) => faults.next('attempt', { kind: 'lost', committed: false }),
    reach: sendBackupCode,
    there: '[data-action=sign-in]',
    says: 'The backup code that you typed may be used up.',
  }),
  here('elsewhere-no-codes', 'The account has no backup codes', {
    status: 'asking',
    server: { account: { backupCodes: false } },
    there: '[data-part=title]',
    says: "We can't open this account here",
  }),
];

/** A code that signed the person in from another browser. */
async function usedCode(server: SimulatedServer): Promise<string> {
  const code = server.backupCode();
  const browser = server.browser();
  browser.passFirstFactor();
  await browser.fetch(`${server.baseUrl}/challenge/attempts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-mfa': '1' },
    body: JSON.stringify({ attempt: crypto.randomUUID(), proof: { kind: 'backup-code', code } }),
  });
  return code;
}
