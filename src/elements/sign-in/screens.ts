import { html, type TemplateResult } from 'lit/html.js';
import type { ChallengeController } from '../../controllers/challenge-controller.js';
import type { ChallengeState } from '../../core/machines/challenge.js';
import { prefetch } from '../../platform/prefetch.js';
import type { MfaBackend } from '../../ports/backend.js';
import type { MfaWayRequestedEvent } from '../events.js';
import type { MfaSignIn } from './sign-in.js';

/** What the drop-in hands to its screens: what the page told it, the one controller, and where each link leads. */
export interface Inside {
  readonly host: MfaSignIn;
  readonly flow: ChallengeController | undefined;
  readonly server: MfaBackend | undefined;
  readonly lost: () => unknown;
  readonly back: () => void;
  readonly help: () => void;
  readonly request: (event: MfaWayRequestedEvent) => unknown;
  /** The person goes on to set up a second factor. */
  readonly open: () => unknown;
}

export const TAGS = {
  codes: 'mfa-backup-code-form',
  lost: 'mfa-lost-factor',
  support: 'mfa-support',
  repair: 'mfa-repair',
  reset: 'mfa-reset',
} as const;

/** Those that lead through the challenge. */
export const OF_CHALLENGE = ['mfa-challenge', TAGS.codes, TAGS.lost, TAGS.support, TAGS.reset].join();

/** Loads the code of the later ones. */
export const LATER = {
  codes: () => import('../../define/backup-code-form.js'),
  lost: () => import('../../define/lost-factor.js'),
  support: () => import('../../define/support.js'),
  repair: () => import('../../define/repair.js'),
  reset: () => import('../../define/reset.js'),
};

/** Whether a backup code is asked for. */
export const isCodeAsked = (state: ChallengeState): boolean =>
  'challenge' in state && state.offer?.kind === 'backup-code';

/** Fetched once the page is idle, while the person reads: the way back in must not wait for the network, nor break with it. */
export function fetchAhead(state: ChallengeState, previous: ChallengeState, isReset: boolean): void {
  const isOpening = previous.status === 'loading' && 'challenge' in state;
  const wanted = [
    ...(isOpening ? [LATER.codes, LATER.lost, LATER.support] : []),
    // Only who lost something repairs it: whoever has an app code at hand loads none of it.
    ...(isCodeAsked(state) || isReset ? [LATER.repair] : []),
  ];
  for (const load of wanted) prefetch(load);
}

/** The screens of the drop-in. */
export const screens = {
  challenge: (on: Inside): TemplateResult =>
    html`<mfa-challenge
      .flow=${on.flow}
      .platform=${on.host.platform}
      .service=${on.host.service}
      .helpUrl=${on.host.helpUrl}
      .signInUrl=${on.host.signInUrl}
      .continueUrl=${on.host.continueUrl}
      ?unstyled=${on.host.unstyled}
      @mfa-lost-factor=${on.lost}
      @mfa-help=${on.help}
    ></mfa-challenge>`,
  codes: (on: Inside): TemplateResult =>
    html`<mfa-backup-code-form
      .flow=${on.flow}
      .service=${on.host.service}
      .helpUrl=${on.host.helpUrl}
      ?unstyled=${on.host.unstyled}
      @mfa-back=${on.back}
      @mfa-help=${on.help}
      @mfa-way-requested=${on.request}
    ></mfa-backup-code-form>`,
  lost: (on: Inside): TemplateResult =>
    html`<mfa-lost-factor
      .flow=${on.flow}
      .rungs=${on.host.rungs}
      .service=${on.host.service}
      ?unstyled=${on.host.unstyled}
      @mfa-back=${on.back}
      @mfa-help=${on.help}
      @mfa-way-requested=${on.request}
    ></mfa-lost-factor>`,
  support: (on: Inside): TemplateResult =>
    html`<mfa-support
      .flow=${on.flow}
      .backend=${on.server}
      .newAccountUrl=${on.host.newAccountUrl}
      .contact=${on.host.contact}
      .service=${on.host.service}
      .helpUrl=${on.host.helpUrl}
      .signInUrl=${on.host.signInUrl}
      ?unstyled=${on.host.unstyled}
      @mfa-back=${on.back}
    ></mfa-support>`,
  reset: (on: Inside): TemplateResult =>
    html`<mfa-reset
      .flow=${on.flow}
      .contact=${on.host.contact}
      .service=${on.host.service}
      .helpUrl=${on.host.helpUrl}
      .signInUrl=${on.host.signInUrl}
      ?unstyled=${on.host.unstyled}
      @mfa-help=${on.help}
      @mfa-enrollment-opened=${on.open}
    ></mfa-reset>`,
} as const;

/** What stands in the drop-in: the challenge (or one backup code, which is part of it), the ladder, or help. */
export type View = 'challenge' | 'lost' | 'support';

/** The screen for a state. @param isReset what the help team did comes first */
export function screenFor(state: ChallengeState, view: View, isReset: boolean): keyof typeof screens {
  if (isReset) return view === 'support' ? view : 'reset';
  if (state.status === 'elsewhere' && state.entry.status === 'blocked') return 'support';
  if (!('challenge' in state) || (view === 'challenge' && !isCodeAsked(state))) return 'challenge';
  return view === 'challenge' ? 'codes' : view;
}
