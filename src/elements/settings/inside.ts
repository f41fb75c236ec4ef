import { html, nothing, type TemplateResult } from 'lit/html.js';
import { wasReset } from '../../core/reset-window.js';
import type { Act, SettingsState } from '../../core/settings-state.js';
import { shared } from '../../i18n/messages/shared.js';
import { link } from '../fragments/parts.js';
import { proof } from '../fragments/proof.js';
import { nameOf } from './overview.js';
import { keepInside, next } from '../inside.js';
import type { SettingsScene } from './scene.js';

type Inside = Extract<SettingsState, { status: 'adding' | 'codes' | 'proving' }>;

export function renderInside(state: Inside, scene: SettingsScene): TemplateResult {
  switch (state.status) {
    case 'adding':
      return state.kind === 'totp' ? app(scene) : key(state, state.kind, scene);
    case 'codes':
      return codes(state, scene);
    case 'proving': {
      const { account, controller, host, stepUp } = scene;
      return proof(host, { ...aboutOf(state.act), stepUp, account, back: () => controller.back() });
    }
  }
}

function aboutOf(act: Act) {
  switch (act.what) {
    case 'rename':
      return { step: 'rename-factor', subject: nameOf(act.factor) } as const;
    case 'remove':
      return { step: 'remove-factor', subject: nameOf(act.factor) } as const;
    case 'end-others':
      return { step: act.what } as const;
  }
}

/** The way out of a screen whose code may never come. */
export const wayBack = ({ controller }: SettingsScene): TemplateResult =>
  html`<div data-part="out">${link('back', shared().goBack, () => controller.back(), true)}</div>`;

function app({ account, controller, host }: SettingsScene): TemplateResult {
  const back = (event: Event): void => keepInside(event, () => controller.back());
  return html`<mfa-totp-enrollment
    .backend=${host.backend}
    .baseUrl=${host.baseUrl}
    .platform=${host.platform}
    .service=${host.service}
    .account=${account}
    .helpUrl=${host.helpUrl}
    .signInUrl=${host.signInUrl}
    .withBack=${true}
    ?unstyled=${host.unstyled}
    ?allow-framing=${host.allowFraming}
    @mfa-done=${back}
    @mfa-back=${back}
  ></mfa-totp-enrollment>`;
}

function key(
  { ground }: Inside,
  kind: 'passkey' | 'security-key',
  { account, controller, host }: SettingsScene,
): TemplateResult {
  const back = (event: Event): void => keepInside(event, () => controller.back());
  return html`<mfa-passkey-enrollment
    .afterReset=${wasReset(ground.activity ?? [], Date.now())}
    .backend=${host.backend}
    .baseUrl=${host.baseUrl}
    .platform=${host.platform}
    .service=${host.service}
    .account=${account}
    .helpUrl=${host.helpUrl}
    .signInUrl=${host.signInUrl}
    .kind=${kind}
    ?unstyled=${host.unstyled}
    ?allow-framing=${host.allowFraming}
    @mfa-done=${back}
    @mfa-back=${back}
  ></mfa-passkey-enrollment>`;
}

function codes({ step, ground }: Extract<Inside, { status: 'codes' }>, scene: SettingsScene): TemplateResult {
  const { account, controller, host, showsCodes } = scene;
  const back = (event: Event): void => keepInside(event, () => controller.back());
  return html`<mfa-backup-codes
      .backend=${host.backend}
      .baseUrl=${host.baseUrl}
      .platform=${host.platform}
      .service=${host.service}
      .account=${account}
      .helpUrl=${host.helpUrl}
      .signInUrl=${host.signInUrl}
      .occasion=${ground.occasion}
      .step=${step === 'remove' ? step : null}
      .chosen=${step === 'make'}
      ?unstyled=${host.unstyled}
      ?allow-framing=${host.allowFraming}
      @mfa-codes-shown=${() => scene.codesShown(true)}
      @mfa-codes-abandoned=${() => scene.codesShown(false)}
      @mfa-codes-confirmed=${() => scene.codesShown(false)}
      @mfa-codes-removed=${() => next(() => controller.codesOff())}
      @mfa-done=${back}
      @mfa-back=${back}
    ></mfa-backup-codes>
    ${showsCodes ? nothing : wayBack(scene)}`;
}
