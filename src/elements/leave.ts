import { MfaDoneEvent, MfaSignInNeededEvent, flowOf, type MfaEvent } from './events.js';
import type { ChallengeScreen } from './screen.js';
import { isSameOrigin } from './urls.js';

/** Sends an event and, unless a listener prevented it, the person to a place on this origin. */
export function leave(element: HTMLElement, event: MfaEvent, url: string | null | undefined): void {
  if (element.isConnected && element.dispatchEvent(event) && url && isSameOrigin(url)) {
    location.assign(new URL(url, location.href));
  }
}

/** To the first factor. */
export const leaveToSignIn = (screen: ChallengeScreen, flow = flowIn(screen)): void =>
  leave(screen, new MfaSignInNeededEvent(flow), screen.signInUrl);

/** To the app. */
export const leaveToApp = (screen: ChallengeScreen): void =>
  leave(screen, new MfaDoneEvent(flowIn(screen)), screen.continueUrl);

const flowIn = ({ controller }: ChallengeScreen): string | null => (controller ? flowOf(controller.state) : null);
