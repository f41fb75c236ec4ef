import { html, type TemplateResult } from 'lit';
import type { ChallengeController } from '../../controllers/challenge-controller.js';
import type { MfaBackend } from '../../ports/backend.js';
import type { MfaWayRequestedEvent } from '../events.js';
import type { MfaSignIn } from './sign-in.js';

type Told =
  'platform' | 'rungs' | 'contact' | 'service' | 'helpUrl' | 'signInUrl' | 'continueUrl' | 'newAccountUrl' | 'unstyled';

/** What the drop-in hands to its screens: what the page told it, the one controller, and where each link leads. */
export interface Inside extends Pick<MfaSignIn, Told> {
  readonly flow: ChallengeController | undefined;
  readonly server: MfaBackend | undefined;
  readonly lost: () => unknown;
  readonly back: () => void;
  readonly help: () => void;
  readonly request: (event: MfaWayRequestedEvent) => unknown;
}

export const TAGS = {
  codes: 'mfa-backup-code-form',
  lost: 'mfa-lost-factor',
  support: 'mfa-support',
  repair: 'mfa-repair',
} as const;

/** Loads the code of the later ones. */
export const LATER = {
  codes: () => import('../../define/backup-code-form.js'),
  lost: () => import('../../define/lost-factor.js'),
  support: () => import('../../define/support.js'),
  repair: () => import('../../define/repair.js'),
};

/** The screens of the drop-in. */
export const screens = {
  challenge: (on: Inside): TemplateResult =>
    html`<mfa-challenge
      .flow=${on.flow}
      .platform=${on.platform}
      .service=${on.service}
      .helpUrl=${on.helpUrl}
      .signInUrl=${on.signInUrl}
      .continueUrl=${on.continueUrl}
      ?unstyled=${on.unstyled}
      @mfa-lost-factor=${on.lost}
      @mfa-help=${on.help}
    ></mfa-challenge>`,
  codes: (on: Inside): TemplateResult =>
    html`<mfa-backup-code-form
      .flow=${on.flow}
      .service=${on.service}
      .helpUrl=${on.helpUrl}
      ?unstyled=${on.unstyled}
      @mfa-back=${on.back}
      @mfa-help=${on.help}
      @mfa-way-requested=${on.request}
    ></mfa-backup-code-form>`,
  lost: (on: Inside): TemplateResult =>
    html`<mfa-lost-factor
      .flow=${on.flow}
      .rungs=${on.rungs}
      .service=${on.service}
      ?unstyled=${on.unstyled}
      @mfa-back=${on.back}
      @mfa-help=${on.help}
      @mfa-way-requested=${on.request}
    ></mfa-lost-factor>`,
  support: (on: Inside): TemplateResult =>
    html`<mfa-support
      .flow=${on.flow}
      .backend=${on.server}
      .newAccountUrl=${on.newAccountUrl}
      .contact=${on.contact}
      .service=${on.service}
      .helpUrl=${on.helpUrl}
      .signInUrl=${on.signInUrl}
      ?unstyled=${on.unstyled}
      @mfa-back=${on.back}
    ></mfa-support>`,
} as const;
