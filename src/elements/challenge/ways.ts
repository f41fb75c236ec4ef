import { html, nothing, type TemplateResult } from 'lit';
import type { ChallengeController } from '../../controllers/challenge-controller.js';
import { sendCode } from '../../controllers/delivered-code.js';
import { PasskeyController } from '../../controllers/passkey.js';
import type { Delivery, Instant, Offer, OfferOf } from '../../core/factor.js';
import type { OnScreenState } from '../../core/machines/challenge.js';
import { ordinaryOffers } from '../../core/offers.js';
import { challenge as first } from '../../i18n/messages/challenge.js';
import { common } from '../../i18n/messages/common.js';
import { timeOfDay } from '../../i18n/format.js';
import { ways as words } from '../../i18n/messages/ways.js';
import type { WebAuthnPort } from '../../ports/platform.js';
import { row, rows } from '../fragments/later-parts.js';
import { alert, link, primary, status, text } from '../fragments/parts.js';
import { rowWords } from '../fragments/way-words.js';
import type { Scene } from '../scene.js';
import type { FormView } from '../screen.js';

/** What the ways that come later need of the screen that they stand in. */
export interface WayScene extends Scene {
  readonly controller: ChallengeController;
  readonly webauthn: WebAuthnPort | undefined;
  frame(state: OnScreenState, heading: string, content: TemplateResult): TemplateResult;
  form(state: OnScreenState, label: string, sentence: string): TemplateResult;
  view(state: OnScreenState): FormView;
  choose(offer: Offer | null): void;
  refresh(): void;
}

/** The choice of a way, or one of the ways besides the app's code. */
export function renderWay(state: OnScreenState, host: WayScene): TemplateResult | typeof nothing {
  const { offer } = state;
  switch (offer?.kind) {
    case undefined:
      return host.frame(state, first.choose, choice(state, host));
    case 'passkey':
      return host.frame(state, words.passkeyTitle, passkey(state, host));
    case 'delivered-code':
      return offer.sent
        ? host.frame(state, words.sentTitle, sentCode(state, offer, host))
        : host.frame(state, words.sendTitle, unsentCode(state, offer, host));
    default:
      return nothing;
  }
}

function choice(state: OnScreenState, { choose, errorId, view }: WayScene): TemplateResult {
  const { error: problem, status: news } = view(state);
  return html`${status(news)} ${alert(errorId, problem)}
  ${rows(
    ordinaryOffers(state.challenge).map((offer) => {
      const [title, line] = rowWords(offer);
      return row(`way-${offer.kind}`, title, line, () => choose(offer));
    }),
  )}`;
}

const passkeys = new WeakMap<ChallengeController, PasskeyController>();
let platform: Promise<WebAuthnPort> | undefined;

function passkey(state: OnScreenState, host: WayScene): TemplateResult {
  const { error: problem, status: news, busy, again } = host.view(state);
  const isReady = passkeys.get(host.controller)?.ready ?? false;
  // What failed is tried again by a click alone.
  const isOnItsWay = !isReady && state.status === 'asking' && !state.trouble;
  if (isOnItsWay) void makeReady(host);
  const waits = busy || state.status === 'prompting' || isOnItsWay;
  const label = busy ? common.checking : (again ?? words.passkeySubmit);
  const button =
    state.status === 'unsettled'
      ? primary('retry', label, () => void host.controller.checkAgain())
      : primary('use-passkey', label, () => use(host), waits);
  return html`${text(words.passkeyText)} ${status(news)} ${alert(host.errorId, problem)} ${button}`;
}

/** Nothing may be awaited before the dialog, once it is there. */
function use(host: WayScene): void {
  const ceremony = passkeys.get(host.controller);
  if (ceremony) void ceremony.use().then(host.refresh);
  else void loaded(host).then((made) => made?.use());
}

async function makeReady(host: WayScene): Promise<void> {
  const ceremony = passkeys.get(host.controller) ?? (await loaded(host));
  await ceremony?.prepare();
  if (ceremony?.ready) host.refresh();
}

/** The browser's part is loaded when its button is shown, so that a click finds it there. */
async function loaded({ controller, webauthn }: WayScene): Promise<PasskeyController | undefined> {
  try {
    const port =
      webauthn ?? (await (platform ??= import('../../platform/webauthn.js').then((module) => module.webauthn)));
    const ceremony = passkeys.get(controller) ?? new PasskeyController(controller, port);
    passkeys.set(controller, ceremony);
    return ceremony;
  } catch {
    platform = undefined;
    const { state } = controller;
    // Where the person has gone to another way, it is nobody's trouble.
    if ('challenge' in state && state.offer?.kind === 'passkey') controller.hinder({ code: 'unreachable' });
    return undefined;
  }
}

const masked = ({ to }: OfferOf<'delivered-code'>): string | null => (to === 'unknown' ? null : to);

function unsentCode(state: OnScreenState, offer: OfferOf<'delivered-code'>, host: WayScene): TemplateResult {
  const { error: problem, status: news } = host.view(state);
  const isSending = state.status === 'sending';
  return html`${text(words.sendText(masked(offer)))} ${status(news)} ${alert(host.errorId, problem)}
  ${primary('send', isSending ? words.sending : words.send, () => void sendCode(host.controller, offer), isSending)}`;
}

function sentCode(state: OnScreenState, offer: OfferOf<'delivered-code'>, host: WayScene): TemplateResult {
  const waitsUntil = offer.sent && mustWaitUntil(offer.sent, host);
  return html`${host.form(state, words[offer.channel], words.sentText(masked(offer)))}
    <p data-part="after">
      ${link('send', state.status === 'sending' ? words.sending : words.again, () => void sendCode(host.controller, offer))}
      ${waitsUntil ? html`<span data-part="hint">${words.againAt(timeOfDay(waitsUntil, host.language))}</span>` : nothing}
    </p>`;
}

const due = new WeakMap<Delivery, boolean>();

/** When another code may be asked for, as long as it may not. By the time that passes here, since clocks differ. */
function mustWaitUntil(sent: Delivery, { refresh }: WayScene): Instant | null {
  const { sentAt, resendAt } = sent;
  if (resendAt === 'unknown') return null;
  if (!due.has(sent)) {
    due.set(sent, false);
    setTimeout(() => {
      due.set(sent, true);
      refresh();
    }, resendAt - sentAt);
  }
  return due.get(sent) ? null : resendAt;
}
