import { html, nothing, type TemplateResult } from 'lit/html.js';
import { isForced, mayLeaveCodes, type RepairState } from '../../core/repair-state.js';
import { repair as words } from '../../i18n/messages/repair.js';
import { shared } from '../../i18n/messages/shared.js';
import type { MfaCodesConfirmedEvent, MfaFactorAddedEvent, MfaOtherKindEvent } from '../events.js';
import { link } from '../fragments/parts.js';
import { proof } from '../fragments/proof.js';
import type { MfaPasskeyEnrollment } from '../passkey-enrollment/passkey-enrollment.js';
import { keepInside, next } from '../inside.js';
import { renderProgress } from './begin.js';
import type { RepairScene } from './scene.js';

type Journey = Extract<RepairState, { status: 'adding' }>['journey'];
type Inside = Extract<RepairState, { status: 'adding' | 'codes' | 'proving' }>;

export function renderInside(state: Inside, scene: RepairScene): TemplateResult {
  switch (state.status) {
    case 'adding':
      return html`<div data-part="screen">${state.journey.besides ? nothing : renderProgress(state.journey)}</div>
        ${state.kind === 'totp' ? app(state, scene) : key(state.journey, state.kind, scene)}`;
    case 'codes':
      return codes(state, scene);
    case 'proving': {
      const { account, controller, host, stepUp } = scene;
      return proof(host, { stepUp, step: 'remove-factor', account, back: () => controller.dispatch({ type: 'back' }) });
    }
  }
}

function app({ journey }: Extract<RepairState, { status: 'adding' }>, scene: RepairScene): TemplateResult {
  const { account, controller, host } = scene;
  return html`<mfa-totp-enrollment
    .backend=${host.backend}
    .baseUrl=${host.baseUrl}
    .platform=${host.platform}
    .service=${host.service}
    .account=${account}
    .helpUrl=${host.helpUrl}
    .signInUrl=${host.signInUrl}
    .lost=${journey.gone}
    .withBack=${true}
    .chosen=${true}
    ?unstyled=${host.unstyled}
    @mfa-factor-added=${({ detail }: MfaFactorAddedEvent) => next(() => controller.dispatch({ type: 'added', name: null, ...detail }))}
    @mfa-done=${(event: Event) => keepInside(event, () => undefined)}
    @mfa-back=${(event: Event) => keepInside(event, () => controller.dispatch({ type: 'back' }))}
  ></mfa-totp-enrollment>`;
}

/** Its name is given on its own screen: the person goes on from there. */
function key({ because }: Journey, kind: 'passkey' | 'security-key', scene: RepairScene): TemplateResult {
  const { account, controller, host } = scene;
  const goOn = ({ added }: MfaPasskeyEnrollment): void =>
    controller.dispatch(added ? { type: 'added', ...added } : { type: 'had' });
  return html`<mfa-passkey-enrollment
    .backend=${host.backend}
    .baseUrl=${host.baseUrl}
    .platform=${host.platform}
    .service=${host.service}
    .account=${account}
    .helpUrl=${host.helpUrl}
    .signInUrl=${host.signInUrl}
    .kind=${kind}
    .otherKinds=${controller.kinds}
    .afterReset=${because === 'reset'}
    ?unstyled=${host.unstyled}
    @mfa-other-kind=${(event: MfaOtherKindEvent) => keepInside(event, () => controller.choose(event.detail.kind))}
    @mfa-done=${(event: Event) => keepInside(event, () => goOn(event.currentTarget as MfaPasskeyEnrollment))}
    @mfa-back=${(event: Event) => keepInside(event, () => controller.dispatch({ type: 'back' }))}
  ></mfa-passkey-enrollment>`;
}

function codes(state: Extract<RepairState, { status: 'codes' }>, scene: RepairScene): TemplateResult {
  const { account, controller, host, showsCodes } = scene;
  const { journey } = state;
  const on = ({ detail }: MfaCodesConfirmedEvent): void =>
    next(() => controller.dispatch({ type: 'codes-on', left: detail.left }));
  const isFirst = journey.adds !== null;
  return html`<div data-part="screen">${journey.gone || isForced(journey) ? renderProgress(journey) : nothing}</div>
    <mfa-backup-codes
      .backend=${host.backend}
      .baseUrl=${host.baseUrl}
      .platform=${host.platform}
      .service=${host.service}
      .account=${account}
      .helpUrl=${host.helpUrl}
      .signInUrl=${host.signInUrl}
      .occasion=${'recovery'}
      .chosen=${scene.asksForCodes}
      ?unstyled=${host.unstyled}
      @mfa-codes-shown=${() => scene.codesShown(true)}
      @mfa-codes-abandoned=${() => scene.codesShown(false)}
      @mfa-codes-confirmed=${on}
      @mfa-done=${(event: Event) => keepInside(event, () => undefined)}
      @mfa-back=${(event: Event) => event.stopPropagation()}
    ></mfa-backup-codes>
    <div data-part="out">
      ${isFirst && !showsCodes ? link('back', shared().goBack, () => controller.dispatch({ type: 'back' }), true) : nothing}
      ${
        mayLeaveCodes(journey) && !showsCodes
          ? link('later', words().later, () => controller.dispatch({ type: 'codes-left' }), true)
          : nothing
      }
    </div>`;
}
