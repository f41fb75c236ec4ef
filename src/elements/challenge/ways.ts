import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ChallengeController } from '../../controllers/challenge-controller.js';
import { sendCode } from '../../controllers/delivered-code.js';
import { PasskeyController } from '../../controllers/passkey.js';
import type { OfferOf } from '../../core/factor.js';
import type { OnScreenState } from '../../core/machines/challenge.js';
import { ordinaryOffers } from '../../core/offers.js';
import { fill } from '../../i18n/catalogue.js';
import { challenge as first } from '../../i18n/messages/challenge.js';
import { common } from '../../i18n/messages/common.js';
import { timeOfDay } from '../../i18n/format.js';
import { ways as words } from '../../i18n/messages/ways.js';
import type { WebAuthnPort } from '../../ports/platform.js';
import { notArrived } from '../arrival.js';
import { row, rows } from '../fragments/later-parts.js';
import { alert, link, primary, status, text } from '../fragments/parts.js';
import { mustWaitUntil } from '../fragments/resend.js';
import { rowWords, toWhere } from '../fragments/way-words.js';
import type { MfaChallenge } from './challenge.js';

/** What a way needs: the screen that it stands in, and the controller that takes gestures. */
interface Way {
  readonly screen: MfaChallenge;
  readonly controller: ChallengeController;
}

/** The choice of a way, or one of the ways besides the app's code. */
export function renderWay(
  state: OnScreenState,
  screen: MfaChallenge,
  controller: ChallengeController,
): TemplateResult | typeof nothing {
  const way: Way = { screen, controller };
  const { offer } = state;
  switch (offer?.kind) {
    case undefined:
      return screen.frame(state, first().choose, choice(state, way));
    case 'passkey':
      return screen.frame(state, words().passkeyTitle, passkey(state, way));
    case 'delivered-code':
      return offer.sent
        ? screen.frame(state, words().sentTitle, sentCode(state, offer, way))
        : screen.frame(state, words().sendTitle, unsentCode(state, offer, way));
    default:
      return nothing;
  }
}

function choice(state: OnScreenState, { screen }: Way): TemplateResult {
  const { error: problem, status: news } = screen.view(state);
  return html`${status(news)} ${alert(screen.errorId, problem)}
  ${rows(
    ordinaryOffers(state.challenge).map((offer) => {
      const { title, line } = rowWords(offer);
      return row(`way-${offer.kind}`, title, line, () => screen.choose(offer));
    }),
  )}`;
}

const passkeys = new WeakMap<ChallengeController, PasskeyController>();
let platform: Promise<WebAuthnPort> | undefined;

function passkey(state: OnScreenState, way: Way): TemplateResult {
  const { error: problem, status: news, busy, again } = way.screen.view(state);
  const isReady = passkeys.get(way.controller)?.ready ?? false;
  // What failed is tried again by a click alone.
  const isOnItsWay = !isReady && state.status === 'asking' && !state.trouble;
  if (isOnItsWay) void makeReady(way);
  const waits = busy || state.status === 'prompting' || isOnItsWay;
  const label = busy ? common().checking : (again ?? words().passkeySubmit);
  const button =
    state.status === 'unsettled'
      ? primary('retry', label, () => void way.controller.checkAgain())
      : primary('use-passkey', label, () => use(way), waits);
  return html`${text(words().passkeyText)} ${status(news)} ${alert(way.screen.errorId, problem)} ${button}`;
}

/** Nothing may be awaited before the dialog, once it is there. */
function use(way: Way): void {
  const ceremony = passkeys.get(way.controller);
  if (ceremony) void ceremony.use().then(() => way.screen.requestUpdate());
  else void loaded(way).then((made) => made?.use());
}

async function makeReady(way: Way): Promise<void> {
  const ceremony = passkeys.get(way.controller) ?? (await loaded(way));
  await ceremony?.prepare();
  if (ceremony?.ready) way.screen.requestUpdate();
}

/** The browser's part is loaded when its button is shown, so that a click finds it there. */
async function loaded({ controller, screen }: Way): Promise<PasskeyController | undefined> {
  try {
    const port =
      screen.platform?.webauthn ??
      (await (platform ??= import('../../platform/webauthn.js').then((module) => module.webauthn)));
    const ceremony = passkeys.get(controller) ?? new PasskeyController(controller, port);
    passkeys.set(controller, ceremony);
    return ceremony;
  } catch {
    platform = undefined;
    const { state } = controller;
    // Where the person has gone to another way, it is nobody's trouble.
    if ('challenge' in state && state.offer?.kind === 'passkey') controller.hinder(notArrived());
    return undefined;
  }
}

function unsentCode(state: OnScreenState, offer: OfferOf<'delivered-code'>, way: Way): TemplateResult {
  const { error: problem, status: news } = way.screen.view(state);
  const isSending = state.status === 'sending';
  return html`${text(toWhere(offer.to, words().sendText, words().sendTextTo))} ${status(news)}
  ${alert(way.screen.errorId, problem)}
  ${primary('send', isSending ? words().sending : words().send, () => void sendCode(way.controller, offer), isSending)}`;
}

function sentCode(state: OnScreenState, offer: OfferOf<'delivered-code'>, way: Way): TemplateResult {
  const waitsUntil = offer.sent && mustWaitUntil(offer.sent, () => way.screen.requestUpdate());
  return html`${way.screen.form(state, words()[offer.channel], toWhere(offer.to, words().sentText, words().sentTextTo))}
    <p data-part="after">
      ${link('send', state.status === 'sending' ? words().sending : words().again, () => void sendCode(way.controller, offer))}
      ${waitsUntil ? html`<span data-part="hint">${fill(words().againAt, { time: timeOfDay(waitsUntil, way.screen.language) })}</span>` : nothing}
    </p>`;
}
