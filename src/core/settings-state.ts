import type { MfaProblem } from './errors.js';
import type { Known } from './factor.js';
import type { NewKind } from './repair.js';
import type { HeldFactor, SettingsGround } from './settings.js';
import type { ProofNeed } from './step-up.js';

/** What the account page asks of the server by itself. The rest is done by the elements inside. */
export type Act =
  | { readonly what: 'rename'; readonly factor: HeldFactor; readonly name: string }
  | { readonly what: 'remove'; readonly factor: HeldFactor }
  | { readonly what: 'end-others' };

/** Why a click did not lead on. */
export type SettingsTrouble = { readonly code: 'no-name' } | MfaProblem;

/** What happened that is no trouble. `proved`: it is them; what they wanted waits for their click. */
export type SettingsNews =
  | { readonly what: 'proved' | 'renamed' | 'codes-off' }
  | { readonly what: 'removed'; readonly factor: HeldFactor; readonly notified: Known<readonly string[]> }
  | { readonly what: 'signed-out'; readonly ended: Known<number>; readonly trustedDevices: 'forgotten' | 'kept' };

export interface OnSettings {
  readonly ground: SettingsGround;
}
interface SettingsSaid {
  readonly trouble: SettingsTrouble | null;
  readonly news: SettingsNews | null;
}

export type SettingsState =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly problem: MfaProblem }
  | ({ readonly status: 'overview' } & SettingsSaid & OnSettings)
  /** `name`: what stands in the field before anything is typed. */
  | ({ readonly status: 'renaming'; readonly factor: HeldFactor; readonly name: string } & SettingsSaid & OnSettings)
  /** "Remove …?", with what it does. */
  | ({ readonly status: 'removal'; readonly factor: HeldFactor } & SettingsSaid & OnSettings)
  /** A request has left. */
  | ({ readonly status: 'working'; readonly act: Act } & OnSettings)
  /** Confirm it's you, before the act. */
  | ({ readonly status: 'proving'; readonly act: Act } & ProofNeed & OnSettings)
  /** Another way is set up, by the element inside. */
  | ({ readonly status: 'adding'; readonly kind: NewKind } & OnSettings)
  /** Backup codes, by the element inside. `step`: what the click asked for. */
  | ({ readonly status: 'codes'; readonly step: 'make' | 'remove' | null } & OnSettings)
  | ({ readonly status: 'activity' } & OnSettings)
  /** The session is over. */
  | { readonly status: 'sign-in' };
