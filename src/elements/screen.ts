import type { TypedWay } from '../controllers/challenge-controller.js';
import type { OfferKind } from '../core/factor.js';
import type { Trouble, ChallengeState } from '../core/machines/challenge.js';
import { describe, unsettled } from '../i18n/describe.js';
import { common } from '../i18n/messages/common.js';
import { MfaElement } from './base.js';
import { MfaDoneEvent, MfaSignInNeededEvent, flowOf } from './events.js';
import type { EndsActions } from './fragments/ends.js';

/** A challenge that is on screen, in any of its states with a form. */
export type OnScreenState = Extract<ChallengeState, { way: unknown }>;

/** What a form shows of its state. */
export interface FormView {
  readonly error: string | null;
  readonly trouble: Trouble | null;
  /** Whether what was typed is what is wrong. */
  readonly invalid: boolean;
  readonly account: string | null;
  readonly status: string | null;
  readonly busy: boolean;
  /** Replaces the words of the primary button. */
  readonly again: string | null;
}

/** A screen with one field for one typed code. */
export abstract class TypedScreen extends MfaElement {
  protected abstract readonly way: TypedWay;

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

  protected override get preferred(): OfferKind {
    return this.way;
  }

  protected time(instant: number): string {
    return new Intl.DateTimeFormat(this.language, { timeStyle: 'short' }).format(instant);
  }

  /** Whether the form takes a gesture: while a proof is under way, links lead nowhere. */
  protected get idle(): boolean {
    return this.state.status === 'asking' || this.state.status === 'unsettled';
  }

  /** What a form shows, whichever code it asks for. */
  protected view(state: OnScreenState, shape = ''): FormView {
    const trouble = state.status === 'asking' ? state.trouble : null;
    const setting = { way: state.way, service: this.serviceName, shape, time: (at: number) => this.time(at) };
    return {
      trouble,
      invalid: trouble?.code === 'typed' || trouble?.code === 'wrong-code' || trouble?.code === 'used-code',
      account: state.challenge.account === 'unknown' ? null : state.challenge.account,
      error: state.status === 'unsettled' ? unsettled : trouble && describe(trouble, setting),
      status:
        state.status === 'settling'
          ? common.settling
          : state.status === 'asking' && state.restarted
            ? common.restarted
            : null,
      busy: state.status === 'checking' || state.status === 'settling',
      again: state.status === 'unsettled' ? common.checkAgain : trouble?.code === 'not-spent' ? common.tryAgain : null,
    };
  }

  protected readonly onSubmit = (event: Event): void => {
    event.preventDefault();
    const { controller } = this;
    if (controller?.state.status === 'unsettled') void controller.checkAgain();
    else void controller?.submit(this.way, this.typed);
  };

  protected get endActions(): EndsActions {
    const flow = flowOf(this.state);
    return {
      service: this.serviceName,
      helpUrl: this.helpUrl,
      uid: this.uid,
      time: (at) => this.time(at),
      retry: () => void this.controller?.load(),
      signIn: () => this.leave(new MfaSignInNeededEvent(flow), this.signInUrl),
      done: () => this.leave(new MfaDoneEvent(flow), this.continueUrl),
    };
  }
}
