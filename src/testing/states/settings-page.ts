import type { FactorsPort, MfaBackend } from '../../ports/backend.js';
import { statesOf, type ScreenState } from './state.js';

/** What the states of the account page begin with. */

const place = statesOf('mfa-settings');
export const onSettings = (name: string, title: string, rest: Omit<ScreenState, 'id' | 'title' | 'tag'>): ScreenState =>
  place(name, title, { signedIn: 'fresh', ...rest });

export const KEYS = [
  { kind: 'passkey', name: 'Laptop', synced: true },
  { kind: 'security-key', name: 'Blue key' },
] as const;
export const CARDS = '[data-part=card][data-variant=totp]';
export const withFactors =
  (change: Partial<FactorsPort>) =>
  (backend: MfaBackend): MfaBackend => ({
    ...backend,
    factors: { ...(backend.factors as FactorsPort), ...change },
  });
/** A server on which the app and the codes are one: without the app, nothing is asked for. */
export const allAtOnce = (backend: MfaBackend): MfaBackend => ({
  ...backend,
  factors: {
    ...(backend.factors as FactorsPort),
    complete: false,
    list: async (call) =>
      ((await backend.factors?.list(call)) ?? []).map((factor) =>
        factor.kind === 'totp'
          ? { ...factor, removal: 'all-second-factors' as const }
          : { ...factor, opens: 'whole-sign-in' as const, synced: 'unknown' as const },
      ),
  },
});
