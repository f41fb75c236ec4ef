import { MfaElement } from './base.js';

/** What repair and the account page share: the elements that stand inside them, their code, and what is heard of them. */

export type InsideName = 'app' | 'key' | 'codes' | 'stepUp';

/** What of a state says which of them is shown. */
interface Shown {
  readonly status: string;
  readonly kind?: string;
}

export const TAGS: Readonly<Record<InsideName, string>> = {
  app: 'mfa-totp-enrollment',
  key: 'mfa-passkey-enrollment',
  codes: 'mfa-backup-codes',
  stepUp: 'mfa-step-up',
};

/** Loads the code of the screens inside. */
export const LATER: Readonly<Record<InsideName, () => Promise<unknown>>> = {
  app: () => import('../define/totp-enrollment.js'),
  key: () => import('../define/passkey-enrollment.js'),
  codes: () => import('../define/backup-codes.js'),
  stepUp: () => import('../define/step-up.js'),
};

/** Which screen stands inside in a state; undefined: none. */
export function insideOf({ status, kind }: Shown): InsideName | undefined {
  switch (status) {
    case 'adding':
      return kind === 'totp' ? 'app' : 'key';
    case 'codes':
      return 'codes';
    case 'proving':
      return 'stepUp';
    default:
      return undefined;
  }
}

/** The screen inside, once its code is here. */
export function screenInside(box: HTMLElement, state: Shown): MfaElement<never, never> | undefined {
  const name = insideOf(state);
  const found = name && box.querySelector(TAGS[name]);
  return found instanceof MfaElement ? (found as MfaElement<never, never>) : undefined;
}

/** Whether its code is still on its way. */
export function isAwaited(state: Shown): boolean {
  const name = insideOf(state);
  return name !== undefined && !customElements.get(TAGS[name]);
}

/** For whoever is outside, nothing was left and nothing is done: the person stays where they are. */
export function keepInside(event: Event, go: () => void): void {
  event.stopPropagation();
  event.preventDefault();
  go();
}

/** Once the page has heard it too: what follows from an event is told after it. */
export const next = (go: () => void): void => queueMicrotask(go);
