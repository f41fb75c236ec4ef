import { appCodeAt, startOfStep, stepAt } from './secrets.js';
import { setInForce } from './standing.js';
import type { World } from './world.js';

/** The codes that the person has at hand. */
export interface CodesAtHand {
  /**
   * What the app shows now, not used before: the clock goes on to the next step if this one's code was used. `key`: of a
   * setup's app instead of the one in force. Throws without an app.
   */
  appCode(key?: string): string;
  /** An unused code of the set in force, another one each time as long as there are some. Throws without one. */
  backupCode(): string;
  /** The code that was sent last. Throws if none was. */
  sentCode(): string;
  /** A code of the right form that is wrong; it holds the canary's mark as well. */
  wrongCode(kind: 'totp' | 'backup-code' | 'delivered-code'): string;
}

export function createCodes(world: World): CodesAtHand {
  const { account, clock, secrets } = world;
  const given = new Set<string>();

  return {
    appCode(key) {
      const app = account.factors.find((one) => one.kind === 'totp' && (key === undefined || one.key === key));
      const used = app?.kind === 'totp' ? app.lastStep : 0;
      const ofKey = key ?? (app?.kind === 'totp' ? app.key : undefined);
      if (ofKey === undefined) throw new Error('The account has no authenticator app.');
      const now = clock.now();
      if (stepAt(now) <= used) clock.advance(startOfStep(used + 1) - now);
      return appCodeAt(ofKey, stepAt(clock.now()));
    },
    backupCode() {
      const unused = setInForce(world)?.codes.filter(({ usedAt }) => usedAt === null) ?? [];
      const fresh = unused.find(({ code }) => !given.has(code)) ?? unused[0];
      if (!fresh) throw new Error('The account has no unused backup code.');
      given.add(fresh.code);
      return fresh.code;
    },
    sentCode() {
      const last = account.outbox.findLast(({ kind }) => kind === 'code');
      if (last?.kind !== 'code') throw new Error('No code was sent.');
      return last.code;
    },
    wrongCode(kind) {
      if (kind === 'backup-code') return secrets.code();
      if (kind === 'delivered-code') return secrets.delivered();
      const step = stepAt(clock.now());
      const keys = account.factors.flatMap((one) => (one.kind === 'totp' ? [one.key] : []));
      const right = new Set(keys.flatMap((one) => [-1, 0, 1].map((delta) => appCodeAt(one, step + delta))));
      let code = secrets.delivered();
      while (right.has(code)) code = secrets.delivered();
      return code;
    },
  };
}
