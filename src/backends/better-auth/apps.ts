import type { CodeFormat } from '../../core/backup-code.js';
import { MfaError } from '../../core/errors.js';
import type { Call, Factor, TotpPort } from '../../ports/backend.js';
import type { Meanings } from './errors.js';
import { passwordOf } from './password.js';
import { anything, newApp, newSetId } from './read.js';
import { accepted, type Wire } from './wire.js';

export interface Apps extends Pick<TotpPort, 'start' | 'verify'> {
  factor(): Factor;
  isOne(id: string): boolean;
  /** Turns off every second factor, and the codes. */
  disable(password: string, call: Call): Promise<void>;
}

const ENABLE: Meanings = { TOTP_ALREADY_ENABLED: { code: 'superseded' } };
const VERIFY: Meanings = {
  TOTP_NOT_ENABLED: { code: 'superseded' },
  // Asked for where there is no session.
  INVALID_TWO_FACTOR_COOKIE: { code: 'signed-out' },
};
const ID = 'totp-';

/** The one authenticator app that an account may have. */
export function createApps(wire: Wire, codeFormat: CodeFormat): Apps {
  const { post, signedIn } = wire;
  /** The server names none: the app that takes another's place is told from it by how many came before. */
  let replaced = 0;

  async function disable(password: string, call: Call): Promise<void> {
    await post('/two-factor/disable', { password }, call, accepted);
    replaced += 1;
  }

  return {
    disable,

    factor: () => ({
      id: `${ID}${String(replaced)}`,
      kind: 'totp',
      name: 'unknown',
      opens: 'second-step',
      added: 'unknown',
      lastUsed: 'unknown',
      synced: 'unknown',
      canRename: false,
      removal: 'all-second-factors',
    }),
    isOne: (id) => id.startsWith(ID),

    async start({ replace }, call) {
      const password = await passwordOf(wire, call);
      const isOff = replace && (await signedIn(call)).secondFactor;
      if (isOff) await disable(password, call);
      const { uri, key, codes } = await post('/two-factor/enable', { password }, call, newApp, ENABLE).catch(
        (cause: unknown) => {
          // The old app is gone by now, which no other answer would say.
          throw isOff && cause instanceof MfaError ? new MfaError({ code: 'outcome-unknown' }, cause) : cause;
        },
      );
      // Off until `verify`, and so are these.
      return {
        id: 'pending',
        uri,
        key,
        codes: { id: newSetId(), codes, format: codeFormat, state: 'staged', confirmBy: 'unknown' },
      };
    },

    async verify(_, code, call) {
      await post('/two-factor/verify-totp', { code }, call, anything, VERIFY);
      // The session is another one now, and what the body says of the person is from before.
      const { secondFactor } = await signedIn(call).catch((cause: unknown) => {
        throw cause instanceof MfaError ? new MfaError({ code: 'outcome-unknown' }, cause) : cause;
      });
      if (!secondFactor) throw new MfaError({ code: 'bad-response' });
      return { todo: [], notified: 'unknown' };
    },
  };
}
