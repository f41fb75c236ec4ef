import { expect } from '@open-wc/testing';
import '../../../src/define.js';
import * as Does from './commands.js';
import { loadAll } from './load.js';
import type { Start } from './starts.js';
import { walk } from './walk.js';

const APP_AND_CODES = { account: { totp: true, backupCodes: 10 } } as const;
const CODES_ALONE = { account: { totp: false, backupCodes: 10 } } as const;

const repair: Start = {
  tag: 'mfa-repair',
  signedIn: 'fresh',
  server: APP_AND_CODES,
  properties: () => ({ start: { because: 'code', todo: [], codesLeft: 10, mayPostpone: true } }),
};

/** Walks that once found a fault, each as short as it could be made. */
const FOUND: readonly (readonly [string, Start, readonly Does.Command[]])[] = [
  [
    'a challenge that is left gives focus to what stands in its place',
    { tag: 'mfa-challenge', server: CODES_ALONE },
    [Does.choose('cancel')],
  ],
  [
    'help that is left gives focus to what stands in its place',
    { tag: 'mfa-support', server: CODES_ALONE },
    [Does.choose('cancel')],
  ],
  [
    'a suggestion that is put off gives focus to the page it stood on',
    { tag: 'mfa-settings', signedIn: 'fresh', server: APP_AND_CODES },
    [Does.choose('later')],
  ],
  [
    'who has no new phone yet goes on from the heading',
    repair,
    [Does.choose('set-up'), Does.choose('not-here'), Does.choose('this-device')],
  ],
  [
    'who would rather use an app goes on from the heading of that',
    repair,
    [Does.choose('set-up'), Does.choose('passkey'), Does.endSessions(), Does.choose('other-kind')],
  ],
  [
    'what is put off twice, before it was learned what there is, is told once',
    repair,
    [Does.meet('*', { kind: 'lost', committed: false }), Does.openTab(), Does.doubleClick(2), Does.pass(2000)],
  ],
  [
    'who tries again goes on from the heading of what is there by then',
    { tag: 'mfa-sign-in', server: { account: { totp: false, enroll: { because: 'policy' } } } },
    [Does.meet('*', { kind: 'lost', committed: false }, 3), Does.reload(), Does.pass(2000), Does.choose('retry')],
  ],
  [
    'a challenge that runs out is told anew, and once',
    { tag: 'mfa-sign-in', server: { account: { totp: false, passkeys: 1, backupCodes: 10 } } },
    [Does.meet('*', { kind: 'busy', retryAfter: 5, from: 'gateway' }), Does.reload(), Does.pass(7_200_000)],
  ],
];

describe('what was found on random walks', () => {
  before(loadAll);

  for (const [name, start, commands] of FOUND) {
    it(name, async () => {
      // What the screen does not offer is left out of a walk: nothing may be.
      expect(await walk(start, commands)).to.deep.equal(commands.map(String));
    });
  }
});
