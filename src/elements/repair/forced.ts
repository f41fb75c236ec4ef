/**
 * What stands below a step that can't be put off: how the help team is reached, and the way out. Opened in place, since codes may
 * be on screen. Fetched only where there is such a step.
 */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { leaveChallenge } from '../../controllers/leave-challenge.js';
import { isBeforeSession, type Journey } from '../../core/repair-state.js';
import { reset as words } from '../../i18n/messages/reset.js';
import { MfaHelpEvent } from '../events.js';
import { facts } from '../fragments/help-facts.js';
import { isSameOrigin } from '../urls.js';
import type { MfaRepair } from './repair.js';
import type { RepairScene } from './scene.js';

export function renderForced(journey: Journey, scene: RepairScene, element: MfaRepair): TemplateResult {
  const { contact, helpUrl, serviceName: service } = element;
  const opened = ({ currentTarget }: Event): void => {
    if ((currentTarget as HTMLDetailsElement).open) element.dispatchEvent(new MfaHelpEvent(null));
  };
  return html`<div data-part="out">
    <details data-part="fold" data-action="help" @toggle=${opened}>
      <summary data-part="fold-title">${words().help}</summary>
      ${facts({ contact, helpUrl, service })}
    </details>
    ${signOut(journey, scene, element)}
  </div>`;
}

/** Who has no session yet leaves the challenge. A session is the page's to end. */
function signOut(
  journey: Journey,
  { controller, signIn }: RepairScene,
  { backend, signOutUrl, start }: MfaRepair,
): TemplateResult | typeof nothing {
  // Alone on a page, nobody knows whether a challenge led here.
  const challenge = start && isBeforeSession(journey) && typeof backend === 'object' ? backend : null;
  const url = signOutUrl && isSameOrigin(signOutUrl) ? signOutUrl : null;
  if (!challenge && url === null) return nothing;
  const leave = (event: Event): void => {
    if (!challenge) return;
    event.preventDefault();
    void leaveChallenge(challenge, controller).then(signIn);
  };
  return html`<form method="post" action=${url ?? nothing} @submit=${leave}>
    <button type="submit" data-part="link" data-variant="quiet" data-action="sign-out">${words().signOut}</button>
  </form>`;
}
