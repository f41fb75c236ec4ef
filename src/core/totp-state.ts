import type { RepairTask } from './challenge.js';
import type { CodeSet } from './code-set.js';
import type { Shown, Unproved } from './custody.js';
import type { TypedCode } from './backup-code.js';
import type { MfaProblem } from './errors.js';
import type { Known } from './factor.js';
import type { AppSettings } from './otpauth.js';
import type { ProofNeed } from './step-up.js';

/** What is known before anything is begun. */
export interface TotpGround {
  /** What happens to an app that is there while the new one is not verified. */
  readonly replacing: 'atomic' | 'gap' | 'all-off';
  /** Whether there is one. */
  readonly replaces: boolean;
  /** Whether the server can be asked which factors there are. */
  readonly listed: boolean;
}

/** What goes into the app: there while it is on screen, and no longer. */
export interface AppSecret {
  readonly uri: string;
  readonly key: string;
}

/** A set-up that waits for its first code. The id is no secret. */
export interface TotpSetupUnderWay {
  readonly id: string;
  readonly settings: AppSettings;
  /** Null once it was wiped: the code can be typed still, and nothing is scanned any more. */
  readonly secret: AppSecret | null;
  /** How many codes come on with it; null: none. */
  readonly codes: number | null;
  /** How many codes the server refused. */
  readonly wrongs: number;
}

interface OnTotpGround {
  readonly ground: TotpGround;
}
interface OnSetup extends OnTotpGround {
  readonly setup: TotpSetupUnderWay;
}

/** Why a click did not lead on. `not-arrived`: asked after a lost answer, the server has no new app. */
export type TotpTrouble =
  | MfaProblem
  | { readonly code: 'typed'; readonly is: Exclude<TypedCode['is'], 'code'> }
  | { readonly code: 'not-arrived' };

/** What happened that is no trouble. `away`: picture and key were wiped while the page was in the background. */
export type TotpNews = 'proved' | 'copied' | 'copy-blocked' | 'away' | 'cancelled';

interface TotpSaid {
  readonly trouble: TotpTrouble | null;
  readonly news: TotpNews | null;
}

export type TotpState =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly problem: MfaProblem }
  /** Nothing is begun, and nothing was sent. */
  | ({ readonly status: 'ready' } & TotpSaid & OnTotpGround)
  | ({ readonly status: 'starting' } & OnTotpGround)
  /** Confirm it's you, before the set-up. */
  | ({ readonly status: 'proving' } & ProofNeed & OnTotpGround)
  /** The picture and the key are on screen. `codes`: what comes next. */
  | ({ readonly status: 'connecting'; readonly codes: CodeSet | null } & TotpSaid & OnSetup)
  /** The codes that come with the set-up are on screen. */
  | ({ readonly status: 'saving'; readonly shown: Shown; readonly trouble: Unproved | null } & OnSetup)
  /** The app's code is asked for, with nothing to scan. */
  | ({ readonly status: 'typing' } & TotpSaid & OnSetup)
  /** A code has left. */
  | ({ readonly status: 'verifying' } & OnSetup)
  /** Confirm it's you, in between. */
  | ({ readonly status: 'proving-over' } & ProofNeed & OnSetup)
  /** Nobody knows whether the code was taken. `asking`: the server is asked now. */
  | ({ readonly status: 'unsure'; readonly asking: boolean; readonly problem: MfaProblem | null } & OnSetup)
  /** This set-up can't be finished any more. */
  | ({ readonly status: 'over' } & OnTotpGround)
  | ({
      readonly status: 'done';
      readonly id: string;
      readonly codes: number | null;
      readonly todo: readonly RepairTask[];
      readonly notified: Known<readonly string[]>;
    } & OnTotpGround)
  | { readonly status: 'sign-in' };

/** What is to be seen now of what goes into the app. */
export const secretOnScreen = (state: TotpState): AppSecret | null =>
  state.status === 'connecting' || (state.status === 'verifying' && state.setup.secret) ? state.setup.secret : null;

/** The codes that are to be seen now, in their order. */
export const appCodesOnScreen = (state: TotpState): readonly string[] =>
  state.status === 'saving' && !state.shown.masked ? state.shown.set.codes : [];

/** Whether what happens in between has to be accepted before anything is sent. */
export const wantsConsent = ({ replaces, replacing }: TotpGround): boolean => replaces && replacing !== 'atomic';

/** Whether the clock of the phone may be why codes are refused. */
export const blamesClock = ({ wrongs }: TotpSetupUnderWay): boolean => wrongs >= 2;
