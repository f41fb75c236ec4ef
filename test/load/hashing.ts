import crypto, { type Hmac, type ScryptOptions } from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

export interface Hashing {
  /** Passwords that were hashed. */
  passwords: number;
  /** From asking for a password's hash to having it, in milliseconds, the wait for a thread included. */
  passwordWait: number[];
  /** The processor's time of keyed hashes (those of codes), in milliseconds. */
  keyed: number;
}

type Callback = (error: Error | null, key: Buffer) => void;
type Scrypt = (password: string, salt: string, length: number, options: ScryptOptions, done: Callback) => void;

const timed =
  <This, Arguments extends unknown[], Result>(
    work: (this: This, ...parameters: Arguments) => Result,
    tell: (ms: number) => void,
  ) =>
  (self: This, ...parameters: Arguments): Result => {
    const begun = performance.now();
    const result = work.apply(self, parameters);
    tell(performance.now() - begun);
    return result;
  };

/** Times the functions that hash, for whoever imports them. */
export function watchHashing() {
  const seen: Hashing = { passwords: 0, passwordWait: [], keyed: 0 };
  const { hkdfSync } = crypto;
  const scrypt = crypto.scrypt as Scrypt;
  let again: (() => void) | null = null;

  const watched: Scrypt = (password, salt, length, options, done) => {
    const begun = performance.now();
    again = () => void crypto.scryptSync(password, salt, length, options);
    scrypt(password, salt, length, options, (error, key) => {
      seen.passwords += 1;
      seen.passwordWait.push(performance.now() - begun);
      done(error, key);
    });
  };
  const keyed = (ms: number) => void (seen.keyed += ms);
  const derive = timed(hkdfSync, keyed);
  const { digest } = crypto.Hmac.prototype;
  const finish = timed(digest as (this: Hmac, ...parameters: unknown[]) => string, keyed);
  crypto.Hmac.prototype.digest = function (this: Hmac, ...parameters: unknown[]) {
    return finish(this, ...parameters);
  } as typeof digest;
  Object.assign(crypto, {
    scrypt: watched,
    hkdfSync: (...parameters: Parameters<typeof hkdfSync>) => derive(undefined, ...parameters),
  });
  syncBuiltinESMExports();

  return {
    seen,
    forget: () => void Object.assign(seen, { passwords: 0, passwordWait: [], keyed: 0 }),
    /** What one password costs the processor, in milliseconds: the last one is hashed again, alone. */
    costOfPassword(rounds = 10): number {
      if (!again) return 0;
      const before = process.cpuUsage();
      for (let round = 0; round < rounds; round += 1) again();
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000 / rounds;
    },
  };
}
