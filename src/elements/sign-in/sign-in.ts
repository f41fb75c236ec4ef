import type { PropertyDeclarations } from '@lit/reactive-element';
import type { nothing, TemplateResult } from 'lit/html.js';
import { ChallengeController } from '../../controllers/challenge-controller.js';
import type { ChallengeOptions } from '../../controllers/challenge-opening.js';
import type { RepairStart } from '../../controllers/repair-controller.js';
import type { Contact } from '../../core/contact.js';
import { entrance, type HostRung } from '../../core/ladder.js';
import type { ChallengeState } from '../../core/machines/challenge.js';
import { offerOf, ordinaryOffers } from '../../core/offers.js';
import { DEFAULT_POLICY, type Policy } from '../../core/policy.js';
import type { Call, ChallengePort } from '../../ports/backend.js';
import { notArrived } from '../arrival.js';
import { ChallengeElement } from '../challenge-element.js';
import { follow } from '../change.js';
import { MfaDoneEvent, MfaSignInNeededEvent, flowOf, type MfaWayRequestedEvent } from '../events.js';
import { leave } from '../leave.js';
import { rungsOf } from '../fragments/rungs.js';
import { LaterScreens } from '../later-screens.js';
import { ChallengeScreen } from '../screen.js';
import { followTabs } from '../tabs.js';
import { renderIn } from './in.js';
import { keepHandle, keptHandle } from './kept-handle.js';
import { isReset, look, renderRepair, repairOf, type Seen } from './repair.js';
import { fetchAhead, isCodeAsked, LATER, OF_CHALLENGE, screenFor, screens, TAGS } from './screens.js';
import type { Inside, View } from './screens.js';

/** What the words need to know while the person types: it may come when it comes. */
const UNHURRIED: Call = { signal: new AbortController().signal };

/**
 * Drop-in for the login page: the challenge, the way back in for a person who lost the second factor, and "You're in".
 *
 * @tag mfa-sign-in
 * @summary drop-in: challenge → lost factor → backup code or another way → repair → done
 * @stability stable
 * @holds mfa-challenge mfa-backup-code-form mfa-lost-factor mfa-support mfa-reset mfa-repair
 * @attr {string} sign-in-url - where "Go to sign-in" and "Cancel" lead, on this origin
 * @attr {string} sign-out-url - where "Sign out" is posted to once there is a session, on this origin, while something has to be set up [it is offered before that alone]
 * @attr {string} new-account-url - where "Make a new account" leads, on this origin, if nobody opens the account without its second factor
 * @attr {boolean} history - keeps the challenge's handle with the history entry, for a reload
 * @attr {boolean} allow-framing - takes codes in a frame of another origin too
 * @fires {MfaChallengeShownEvent} mfa-challenge-shown - a challenge is on screen
 * @fires {MfaLostFactorEvent} mfa-lost-factor - "I lost my second factor" was followed
 * @fires {MfaWayChosenEvent} mfa-way-chosen - another way was chosen
 * @fires {MfaBackEvent} mfa-back - the person went back
 * @fires {MfaRungChosenEvent} mfa-rung-chosen - the app's own check was chosen; cancelable
 * @fires {MfaHelpEvent} mfa-help - the person needs the help team
 * @fires {MfaHelpRequestedEvent} mfa-help-requested - the server has taken a request to the help team
 * @fires {MfaHelpCancelledEvent} mfa-help-cancelled - the request was taken back
 * @fires {MfaResetShownEvent} mfa-reset-shown - the person was told that the help team took the second factor away
 * @fires {MfaEnrollmentOpenedEvent} mfa-enrollment-opened - after a reset, the person goes on to set up a new one
 * @fires {MfaNewAccountEvent} mfa-new-account - a new account is made, and the old one's data given up; cancelable
 * @fires {MfaProofRefusedEvent} mfa-proof-refused - the server refused a proof
 * @fires {MfaVerifiedEvent} mfa-verified - the person is in
 * @fires {MfaChallengeOverEvent} mfa-challenge-over - the challenge ended otherwise
 * @fires {MfaSignInNeededEvent} mfa-sign-in-needed - the first factor is needed; cancelable
 * @fires {MfaDoneEvent} mfa-done - the person goes on to the app; cancelable
 */
export class MfaSignIn extends ChallengeElement {
  static override properties: PropertyDeclarations = {
    rungs: { attribute: false },
    contact: { attribute: false },
    newAccountUrl: { attribute: 'new-account-url' },
    signOutUrl: { attribute: 'sign-out-url' },
    history: { type: Boolean },
  };

  /** The app's own checks on the ladder, each `id`, `title`, `line` and `url`. Never ask what a stranger may know. */
  declare rungs: readonly HostRung[] | undefined;
  /** How the help team is reached: `phone`, `hours`, `takes` (how long, in words), `steps` (what they will do, a sentence each). */
  declare contact: Contact | undefined;
  declare newAccountUrl: string | null | undefined;
  declare signOutUrl: string | null | undefined;
  /** Whether the challenge's handle is kept with the page's history entry, so that a reload neither begins nor sends anew. */
  declare history: boolean;

  #view: View = 'challenge';
  readonly #later = new LaterScreens(LATER, () => this.requestUpdate());
  /** Where "Back" leads from help. */
  #before: View = 'challenge';
  #policy: Policy = DEFAULT_POLICY;
  #seen: Seen = { opened: false, temporary: false };

  /** @internal */
  override get controller(): ChallengeController | undefined {
    const controller = super.controller;
    return controller instanceof ChallengeController ? controller : undefined;
  }

  protected override open(port: ChallengePort, options: ChallengeOptions): ChallengeController {
    const controller = new ChallengeController(port, options);
    this.onForget = followTabs(controller);
    return controller;
  }

  /** A screen whose code is not here yet is none. */
  get #shown(): ChallengeScreen | undefined {
    const found = this.box.querySelector(OF_CHALLENGE);
    return found instanceof ChallengeScreen ? found : undefined;
  }

  protected override updated(): void {
    const shown = this.#shown ?? this.box.querySelector('mfa-repair');
    if (shown && !this.waiting) this.leaveTo(shown);
    else super.updated();
  }

  protected override renderState(state: ChallengeState): TemplateResult | typeof nothing {
    const start = this.#repair;
    if (start && this.server) {
      const account = 'account' in state && state.account !== 'unknown' ? state.account : null;
      const out = state.status === 'passed' ? this.#renderIn(state) : undefined;
      const repair = this.#later.instead('repair', TAGS.repair, out);
      return repair ?? renderRepair(this, { server: this.server, start, account });
    }
    if (state.status === 'passed' && state.verified.by === 'backup-code') return this.#renderIn(state);
    return this.#render(screenFor(state, this.#view, isReset(state, this.server, this.#seen)));
  }

  /** What follows besides the app. */
  get #repair(): RepairStart | undefined {
    return repairOf(this.state, this.server, this.#seen);
  }

  /** "You're in", and on to the app. */
  #renderIn({ verified, account }: Extract<ChallengeState, { status: 'passed' }>): TemplateResult {
    return renderIn({ verified, account }, this.serviceName, this.#policy.lowAt, () => this.#done());
  }

  protected override get resumeHandle(): string | null {
    return this.history ? keptHandle() : null;
  }

  /** One of the screens, once its code is there. */
  #render(name: keyof typeof screens): TemplateResult {
    const inside: Inside = {
      host: this,
      server: this.server,
      flow: this.controller,
      lost: this.#lost,
      back: name === 'support' ? this.#backFromHelp : this.#backToChallenge,
      help: this.#help,
      request: name === 'lost' ? this.#leaveLadder : this.#carryOver,
      open: this.#setUp,
    };
    return (name === 'challenge' ? undefined : this.#later.instead(name, TAGS[name])) ?? screens[name](inside);
  }

  protected override onChange(state: ChallengeState, previous: ChallengeState): void {
    super.onChange(state, previous);
    follow(this, state, previous);
    if (this.history && state.status === 'asking') keepHandle(flowOf(state));
    if (!('challenge' in state)) this.#view = this.#before = 'challenge';
    look(this.#seen, state, previous);
    fetchAhead(state, previous, isReset(state, this.server, this.#seen));
    if (state.status === 'sign-in' && state.why === 'cancelled') {
      leave(this, new MfaSignInNeededEvent(flowOf(previous)), this.signInUrl);
    }
    if (isCodeAsked(state)) void this.#learnPolicy();
    // In by the second factor itself: nothing to tell, so nothing to stop for.
    const isIn = state.status === 'signed-in' || (state.status === 'passed' && state.verified.by !== 'backup-code');
    if (isIn && !this.#repair) this.#done();
  }

  async #learnPolicy(): Promise<void> {
    // Where the server can't be asked, the strict default stands.
    const policy = await this.server?.policy(UNHURRIED).catch(() => undefined);
    if (!policy) return;
    this.#policy = policy;
    this.requestUpdate();
  }

  /** The ladder, or past it where it has one rung. */
  readonly #lost = async (): Promise<void> => {
    const { state } = this;
    if (!('challenge' in state)) return;
    const isMeant = (): boolean => this.state === state && this.#view === 'challenge';
    const next = entrance(rungsOf(state, this.rungs));
    try {
      if (next === 'help') await this.#go('support', isMeant);
      else if (next === 'ladder') await this.#go('lost', isMeant);
      else {
        await LATER.codes();
        if (isMeant()) this.controller?.choose(next);
      }
    } catch {
      this.controller?.hinder(notArrived());
    }
  };

  /** @param isMeant whether the person has done nothing else by the time that the screen's code is there */
  async #go(view: Exclude<View, 'challenge'>, isMeant: () => boolean): Promise<void> {
    await LATER[view]();
    if (this.#view === view || !isMeant()) return;
    this.#before = this.#view;
    this.#show(view);
  }

  /** From what the help team did to what follows. */
  readonly #setUp = async (): Promise<void> => {
    this.#seen.opened = true;
    await LATER.repair().catch(() => undefined);
    this.focusOn('title');
  };

  readonly #leaveLadder = (): void => this.#show('challenge');

  /** To the ordinary ways: the one, or the choice. */
  readonly #backToChallenge = (): void => {
    const { state } = this;
    if (this.#view === 'challenge' && 'challenge' in state) {
      const [offer, another] = ordinaryOffers(state.challenge);
      if (offer) this.controller?.choose(another ? null : offer);
    }
    this.#show('challenge');
  };

  readonly #backFromHelp = (): void => this.#show(this.#before);

  /** Leaves the form as if it were new: what stood in its field goes with it, and so does what was wrong with that. */
  readonly #help = (): void => {
    const { state } = this;
    if (!('challenge' in state)) return this.#show('support');
    this.controller?.choose(state.offer);
    const { state: left } = this;
    void this.#go('support', () => this.state === left).catch(() => this.controller?.hinder(notArrived()));
  };

  /** Six digits typed for a backup code go to the field they belong in; the person sends them. */
  readonly #carryOver = async (event: MfaWayRequestedEvent): Promise<void> => {
    const typed = this.#shown?.typed ?? '';
    const { state } = this;
    if ('challenge' in state) this.controller?.choose(offerOf(state.challenge, event.detail.way) ?? null);
    await this.updateComplete;
    const to = this.#shown;
    await to?.updateComplete;
    to?.fill(typed);
    to?.focusOn('field');
  };

  #show(view: View): void {
    this.#view = view;
    this.focusOn('title');
  }

  #done(): void {
    leave(this, new MfaDoneEvent(flowOf(this.state)), this.continueUrl);
  }
}
