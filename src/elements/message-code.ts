import type { Delivery } from '../core/factor.js';
import type { Platform } from '../ports/platform.js';

/** An element that asks for a code by text. */
interface Asking extends HTMLElement {
  readonly platform: Partial<Platform> | undefined;
}

/** A code on its way, and where to. */
interface Sent {
  readonly channel: 'email' | 'sms';
  readonly sent?: Delivery | undefined;
}

const listening = new WeakMap<
  Asking,
  { readonly sentAt: number; readonly life: AbortSignal; readonly end: AbortController }
>();

/**
 * Fills in the code of a text message where the browser hands it over. Once for each message, never over what was typed; and the
 * person sends it. It ends with the question, since a browser has one such request at a time and a passkey is one too.
 * @param offer what is asked for now; undefined where that is something else, or is on its way
 * @param life of what loaded it
 */
export function listenForCode(element: Asking, offer: Sent | undefined, life: AbortSignal | undefined): void {
  const sentAt = offer?.channel === 'sms' ? offer.sent?.sentAt : undefined;
  const before = listening.get(element);
  if (before && before.sentAt === sentAt && before.life === life) return;
  before?.end.abort();
  listening.delete(element);
  if (sentAt === undefined || !life) return;
  const end = new AbortController();
  listening.set(element, { sentAt, life, end });
  void fillIn(element, AbortSignal.any([end.signal, life]));
}

async function fillIn(element: Asking, signal: AbortSignal): Promise<void> {
  const receive = element.platform?.codeOfMessage ?? (await load());
  const code = signal.aborted ? null : await receive?.(signal);
  const field = element.querySelector<HTMLInputElement>('input[autocomplete=one-time-code]');
  if (code && field?.value === '' && !signal.aborted) field.value = code;
}

/** Without it the code is typed. */
const load = async (): Promise<Platform['codeOfMessage'] | undefined> =>
  (await import('../platform/text-message.js').catch(() => undefined))?.codeOfMessage;
