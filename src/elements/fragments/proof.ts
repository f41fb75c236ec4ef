import { html, type TemplateResult } from 'lit/html.js';
import type { StepUpController } from '../../controllers/step-up-controller.js';
import type { Purpose } from '../../core/step-up.js';
import type { MfaStepUpNeededEvent } from '../events.js';
import type { HostElement } from '../host.js';

/** What the proof inside an element is told by it. */
export interface ProofView {
  readonly stepUp: StepUpController | undefined;
  readonly step: Purpose;
  /** The name of what it is done to, where it has one. */
  readonly subject?: string;
  readonly account: string | null | undefined;
  readonly back: () => void;
  /** The way to a proof that is given elsewhere was taken. */
  readonly away?: (event: MfaStepUpNeededEvent) => void;
}

/** "Confirm it's you", inside an element that led there. */
export function proof(host: HostElement, { stepUp, step, subject, account, back, away }: ProofView): TemplateResult {
  const goBack = (event: Event): void => {
    // Said inside: for whoever is outside, nothing was left.
    event.stopPropagation();
    back();
  };
  return html`<mfa-step-up
    .flow=${stepUp}
    .step=${step}
    .subject=${subject}
    .aside=${step === 'turn-on'}
    .platform=${host.platform}
    .service=${host.service}
    .account=${account}
    .helpUrl=${host.helpUrl}
    .signInUrl=${host.signInUrl}
    ?unstyled=${host.unstyled}
    @mfa-back=${goBack}
    @mfa-step-up-needed=${(event: MfaStepUpNeededEvent) => away?.(event)}
  ></mfa-step-up>`;
}
