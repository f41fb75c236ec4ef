import { html, type nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { TypedCode } from '../core/backup-code.js';
import { parseAppCode } from '../core/app-code.js';
import type { Offer } from '../core/factor.js';
import type { OnScreenState } from '../core/machines/challenge.js';
import { common } from '../i18n/messages/common.js';
import { MfaElement } from './base.js';
import { MfaDoneEvent, MfaSignInNeededEvent, flowOf } from './events.js';
import { primary } from './fragments/parts.js';
import type { EndsActions } from './fragments/ends.js';
import type * as LaterModule from './later.js';

/** What is needed once there is something to say besides the first screen. */
export type Later = typeof LaterModule;

let later: Later | undefined;
let loading: Promise<void> | undefined;

/** Loads it, once; after a failure, again. Resolves whether it came or not. */
const loadLater = (): Promise<void> =>
  (loading ??= import('./later.js').then(
    (module) => {
      later = module;
    },
    () => {
      loading = undefined;
    },
  ));

/** What a form shows of its state. */
export interface FormView {
  readonly account: string | null;
  readonly error: string | null;
  /** Whether what was typed is what is wrong. */
  readonly invalid: boolean;
  readonly status: string | null;
  readonly busy: boolean;
  /** Replaces the words of the primary button. */
  readonly again: string | null;
}

/**
 * A screen of the challenge.
 *
 * Owns: one field's way from the form to the controller, and fetching what comes after the first input: as soon as that
 * input is there, so that a connection that dies later takes no words along. Does not own: which screen that is.
 */
export abstract class ChallengeScreen extends MfaElement {
  /** Whether what comes later was asked for and did not come. */
  #missing = false;

  /** What stands in the field. For a drop-in that carries it to another screen; never kept. */
  get typed(): string {
    return this.box.querySelector('input')?.value ?? '';
  }

  /** Puts a text into the field, as if it had been typed here. */
  fill(text: string): void {
    const input = this.box.querySelector('input');
    if (input) input.value = text;
  }

  protected get errorId(): string {
    return `${this.uid}-error`;
  }

  protected get later(): Later | undefined {
    return later;
  }

  /** Whether the form takes a gesture: while a proof is under way, links lead nowhere. */
  protected get idle(): boolean {
    const { status } = this.state;
    return status === 'asking' || status === 'unsettled' || status === 'prompting';
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!this.unstyled) later?.adoptLater(this);
  }

  protected override updated(): void {
    super.updated();
    if (!later && !this.#missing && this.state.status !== 'loading') void this.#fetchLater();
  }

  async #fetchLater(): Promise<void> {
    await loadLater();
    this.#missing = !later;
    this.requestUpdate();
  }

  /** Asks again for what did not come: the words, and the challenge where that failed too. */
  readonly #again = (): void => {
    this.#missing = false;
    if (this.state.status === 'failed') void this.controller?.load();
    this.requestUpdate();
  };

  /** The screen for a state that has no form; while its words are on their way, that they are. */
  protected renderEnd(): TemplateResult | typeof nothing {
    const { status } = this.state;
    if (this.#missing) return html`<div data-part="screen">${primary('retry', common.tryAgain, this.#again)}</div>`;
    if (status === 'loading' || status === 'cancelling' || !later) {
      return html`<div data-part="screen"><div data-part="status" role="status">${common.loading}</div></div>`;
    }
    return later.renderEnd(this.state, this.endActions);
  }

  /** What a form shows, whichever code it asks for. */
  protected view(state: OnScreenState, shape = ''): FormView {
    const { challenge, status } = state;
    const account = challenge.account === 'unknown' ? null : challenge.account;
    const busy = status === 'checking' || status === 'settling';
    const calm = { account, error: null, invalid: false, status: null, busy, again: null };
    return later && (busy || status === 'unsettled' || status === 'asking')
      ? { ...calm, ...later.view(state, { service: this.serviceName, shape, language: this.language }) }
      : calm;
  }

  /** Reads what was typed. Only a code is sent; anything else is said, and costs no attempt. */
  protected read(text: string, _offer: Offer): TypedCode {
    return parseAppCode(text);
  }

  protected readonly onSubmit = (event: Event): void => {
    event.preventDefault();
    const { controller, state } = this;
    if (state.status === 'unsettled') void controller?.checkAgain();
    if (!controller || state.status !== 'asking' || !state.offer) return;
    const { offer } = state;
    const read = this.read(this.typed, offer);
    const trusted = this.box.querySelector<HTMLInputElement>('input[type=checkbox]')?.checked;
    if (read.is !== 'code') controller.hinder({ code: 'typed', is: read.is });
    else if (offer.kind === 'delivered-code')
      void controller.spend({ kind: offer.kind, id: offer.id, code: read.code }, trusted);
    else if (offer.kind === 'totp' || offer.kind === 'backup-code') {
      void controller.spend({ kind: offer.kind, code: read.code }, trusted);
    }
  };

  /** Ends the challenge. Inside a drop-in the way on is the drop-in's, since this screen may be gone by then. */
  protected leaveChallenge(): void {
    const { signIn } = this.endActions;
    void this.controller?.cancel().then(() => {
      if (!this.flow) signIn();
    });
  }

  protected get endActions(): EndsActions {
    const flow = flowOf(this.state);
    return {
      service: this.serviceName,
      helpUrl: this.helpUrl,
      uid: this.uid,
      language: this.language,
      retry: () => void this.controller?.load(),
      signIn: () => this.leave(new MfaSignInNeededEvent(flow), this.signInUrl),
      done: () => this.leave(new MfaDoneEvent(flow), this.continueUrl),
    };
  }
}
