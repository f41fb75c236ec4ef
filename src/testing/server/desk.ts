import { makeEnroll, makeSet } from './account.js';
import { suspend } from './assistance.js';
import type { EnrollOption } from './options.js';
import { freezeToken, notify } from './record.js';
import type { World } from './world.js';

/** What happens to the account without its owner: the help desk's acts, and the app's. No operation of the contract. */
export interface HelpDesk {
  /**
   * Takes away every factor and code, ends sessions, trusted devices and open challenges; the person has to enroll.
   * Gives the code that the agent reads out (null: none is asked for) and the token of the notice's page.
   */
  reset(options?: Omit<EnrollOption, 'because'>): { readonly pass: string | null; readonly freezeToken: string };
  /** Makes [1] to 3 temporary backup codes in place of the person's own. */
  giveCodes(count?: number): readonly string[];
  /** The open request was answered. */
  answerCase(): void;
  /** Freezes the account, or opens a frozen one. */
  suspend(on?: boolean): void;
  /** Ends every session; the browsers find out when they ask. */
  endSessions(): void;
  /** The password has to be changed at this address first; null: no longer. */
  requirePasswordChange(url: string | null): void;
}

export function createDesk(world: World): HelpDesk {
  const { account, sessions, trusted, challenges, setups } = world;
  const record = (what: string): void => {
    account.activity.push({ what, at: world.clock.now(), where: 'unknown', byRole: 'help-desk' });
  };

  return {
    reset(options = {}) {
      account.factors.length = 0;
      for (const set of account.sets) if (set.state === 'on' || set.state === 'staged') set.state = 'discarded';
      for (const challenge of challenges.values()) if (challenge.state === 'pending') challenge.state = 'cancelled';
      for (const setup of setups.values()) if (setup.state === 'open') setup.state = 'ended';
      sessions.clear();
      trusted.clear();
      account.repair.add('add-factor').add('new-codes');
      account.enroll = makeEnroll({ because: 'reset', ...options }, { now: world.clock.now(), secrets: world.secrets });
      record('mfa.admin_reset');
      const token = freezeToken(world);
      notify(world, 'mfa.admin_reset', { freezeToken: token });
      return { pass: account.enroll.pass?.code ?? null, freezeToken: token };
    },
    giveCodes(count = 1) {
      for (const set of account.sets) if (set.state === 'on' || set.state === 'staged') set.state = 'replaced';
      const set = makeSet(world, { of: count, made: world.clock.now(), session: null, temporary: true });
      set.state = 'on';
      account.sets.push(set);
      record('mfa.temporary_codes_given');
      return set.codes.map(({ code }) => code);
    },
    answerCase() {
      for (const one of account.cases) if (one.state === 'waiting') one.state = 'answered';
    },
    suspend(on = true) {
      if (on) suspend(world);
      else account.suspended = false;
      record(on ? 'mfa.account_suspended' : 'mfa.account_released');
    },
    endSessions() {
      sessions.clear();
    },
    requirePasswordChange(url) {
      account.changePassword = url;
    },
  };
}
