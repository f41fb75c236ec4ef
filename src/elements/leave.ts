import { MfaDoneEvent, MfaSignInNeededEvent, flowOf, type MfaEvent } from './events.js';
import type { Scene } from './scene.js';
import { isSameOrigin } from './urls.js';

/** Sends an event and, unless a listener prevented it, the person to a place on this origin. */
export function leave(element: HTMLElement, event: MfaEvent, url: string | null | undefined): void {
  if (element.isConnected && element.dispatchEvent(event) && url && isSameOrigin(url)) {
    location.assign(new URL(url, location.href));
  }
}

/** To the first factor. */
export const leaveToSignIn = (scene: Scene, flow = flowIn(scene)): void =>
  leave(scene.element, new MfaSignInNeededEvent(flow), scene.signInUrl);

/** To the app. */
export const leaveToApp = (scene: Scene): void =>
  leave(scene.element, new MfaDoneEvent(flowIn(scene)), scene.continueUrl);

const flowIn = ({ controller }: Scene): string | null => (controller ? flowOf(controller.state) : null);
