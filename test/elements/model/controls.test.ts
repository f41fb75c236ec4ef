import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import '../../../src/define.js';
import { MfaChallengeShownEvent, MfaCodesShownEvent } from '../../../src/elements/events.js';
import type { BackupCodesPort, ChallengePort, FactorsPort, MfaBackend } from '../../../src/ports/backend.js';
import { INVARIANTS, type Invariant } from './invariants.js';
import { loadAll } from './load.js';
import type { Start } from './starts.js';
import { walk, walks } from './walk.js';
import type { Mistake, World } from './world.js';

type Change<Port> = (port: Required<Port>, world: World) => Partial<Port>;

const withChallenge =
  (change: Change<ChallengePort>): Mistake['backend'] =>
  (backend, world) => ({
    ...backend,
    challenge: { ...challengeOf(backend), ...change(challengeOf(backend), world) },
  });
const withCodes =
  (change: Change<BackupCodesPort>): Mistake['backend'] =>
  (backend, world) => ({ ...backend, backupCodes: { ...codesOf(backend), ...change(codesOf(backend), world) } });
const challengeOf = ({ challenge }: MfaBackend) => challenge as Required<ChallengePort>;
const codesOf = ({ backupCodes }: MfaBackend) => backupCodes as Required<BackupCodesPort>;

/** Spends a code of the person's in a browser that nobody sits at. */
async function burnAnother({ server }: World): Promise<void> {
  const other = server.browser();
  other.passFirstFactor();
  const proof = { kind: 'backup-code', code: server.backupCode() };
  await other.fetch(`${server.baseUrl}/challenge/attempts`, {
    method: 'POST',
    headers: { 'X-MFA': '1', 'Content-Type': 'application/json' },
    body: JSON.stringify({ attempt: crypto.randomUUID(), proof }),
  });
}

const CODES_ALONE: Start = { tag: 'mfa-backup-code-form', server: { account: { totp: false, backupCodes: 10 } } };
const CODES: Start = { tag: 'mfa-backup-codes', signedIn: 'fresh', server: { account: { backupCodes: 10 } } };
const TWO_KEYS: Start = {
  tag: 'mfa-settings',
  signedIn: 'fresh',
  server: { account: { totp: false, passkeys: 2, backupCodes: false } },
};

/** What is built wrong, and what the walks must say of it. */
const MISTAKES: readonly (readonly [string, Invariant, Start, Mistake])[] = [
  [
    'a backend that sends a code twice',
    'once',
    CODES_ALONE,
    {
      backend: withChallenge(({ verify }) => ({
        verify: async (proof, options, call) => {
          await verify(proof, options, call).catch(() => undefined);
          return verify(proof, options, call);
        },
      })),
    },
  ],
  [
    'a server that burns two codes',
    'burnt',
    CODES_ALONE,
    {
      backend: withChallenge(({ verify }, world) => ({
        verify: async (...args) => {
          const verified = await verify(...args);
          await burnAnother(world);
          return verified;
        },
      })),
    },
  ],
  [
    'codes that are called on before the server has said so',
    'active',
    CODES,
    { backend: withCodes(() => ({ confirm: () => Promise.resolve({ left: 10, notified: 'unknown' }) })) },
  ],
  [
    'new codes that are on as soon as they are shown',
    'old',
    CODES,
    {
      backend: withCodes(({ issue, confirm }) => ({
        issue: async (call) => {
          const set = await issue(call);
          await confirm(set.id, call);
          return set;
        },
      })),
    },
  ],
  [
    'a removal that takes all there is',
    'stranded',
    TWO_KEYS,
    {
      backend: (backend, { server }) => ({
        ...backend,
        factors: {
          ...(backend.factors as FactorsPort),
          remove: (...args) => {
            server.desk.reset();
            return (backend.factors as FactorsPort).remove(...args);
          },
        },
      }),
    },
  ],
  [
    'a screen whose buttons are disabled',
    'stuck',
    CODES,
    { spoil: ({ page }) => page.querySelectorAll('button').forEach((one) => (one.disabled = true)) },
  ],
  [
    'a screen that leaves a code behind',
    'secrets',
    CODES,
    {
      spoil({ page }) {
        const code = page.querySelector('code')?.textContent;
        if (code) page.append(Object.assign(document.createElement('p'), { textContent: code, hidden: true }));
      },
    },
  ],
  [
    'a backend that tells the console what it sends',
    'secrets',
    CODES_ALONE,
    {
      backend: withChallenge(({ verify }) => ({
        verify: (proof, ...rest) => {
          console.log(JSON.stringify(proof));
          return verify(proof, ...rest);
        },
      })),
    },
  ],
  [
    'a screen that drops focus',
    'focus',
    CODES,
    { spoil: () => document.activeElement instanceof HTMLElement && document.activeElement.blur() },
  ],
  [
    'an element that tells of one thing twice',
    'events',
    CODES_ALONE,
    {
      element(element) {
        const again = () => element.dispatchEvent(new MfaChallengeShownEvent(null, ['backup-code']));
        element.addEventListener('mfa-challenge-shown', () => queueMicrotask(again), { once: true });
        element.addEventListener('mfa-challenge-shown', () => queueMicrotask(again), { once: true });
      },
    },
  ],
  [
    'an event that carries a code',
    'events',
    CODES,
    {
      spoil({ page, element }) {
        const code = page.querySelector('code')?.textContent;
        if (code) element.dispatchEvent(new MfaCodesShownEvent(code, 10));
      },
    },
  ],
];

/** Enough to come upon each, and always the same ones. */
const ENOUGH = { numRuns: 200, seed: 7 };

describe('the walks find', () => {
  before(loadAll);

  it('what is wrong with each invariant', () => {
    const tried = new Set(MISTAKES.map(([, invariant]) => invariant));
    expect(Object.keys(INVARIANTS).filter((name) => !tried.has(name as Invariant))).to.deep.equal([]);
  });

  for (const [name, invariant, start, mistake] of MISTAKES) {
    it(name, async function () {
      this.timeout(120_000);
      const property = fc.asyncProperty(walks, async (commands) => void (await walk(start, commands, mistake)));
      const { failed, errorInstance } = await fc.check(property, ENOUGH);
      expect([failed, (errorInstance as Error | null)?.name], String(errorInstance)).to.deep.equal([true, invariant]);
    });
  }
});
