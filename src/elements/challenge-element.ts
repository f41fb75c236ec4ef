import type { PropertyDeclarations } from '@lit/reactive-element';
import { ChallengeOpening, type ChallengeOptions } from '../controllers/challenge-opening.js';
import type { OfferKind } from '../core/factor.js';
import type { ChallengeState } from '../core/machines/challenge.js';
import type { ChallengePort, MfaBackend } from '../ports/backend.js';
import { MfaElement } from './base.js';

/**
 * What the elements of a challenge share.
 *
 * Owns: how a challenge is begun, from an entry that the page brought along or from the server. Does not own: what is shown.
 */
export abstract class ChallengeElement extends MfaElement<ChallengeState, ChallengeOpening> {
  static override properties: PropertyDeclarations = { challenge: { attribute: false } };

  declare flow: ChallengeOpening | undefined;
  /** An entry that the page brought along as its server told it, so that none has to be asked for. */
  declare challenge: unknown;
  #shownEntry: unknown;

  protected get facet(): 'challenge' {
    return 'challenge';
  }

  /** The way a screen that stands alone asks for first. */
  protected readonly preferred: OfferKind | undefined;

  /** The handle of a challenge that this page had loaded before it was reloaded. */
  protected get resumeHandle(): string | null {
    return null;
  }

  protected begin({ challenge }: MfaBackend): ChallengeOpening {
    return this.open(challenge as ChallengePort, {
      prefer: this.preferred,
      supports: (kind) => kind !== 'passkey' || this.knowsPasskeys,
    });
  }

  protected open(port: ChallengePort, options: ChallengeOptions): ChallengeOpening {
    return new ChallengeOpening(port, options);
  }

  /** The first field takes the first key, unless the person is busy elsewhere. */
  protected override onChange(state: ChallengeState, previous: ChallengeState): void {
    super.onChange(state, previous);
    if (previous.status === 'loading' && state.status === 'asking' && document.activeElement === document.body)
      this.focusOn('field');
  }

  protected load(controller: ChallengeOpening, again: boolean): void {
    if (again) return void controller.resume();
    // What was handed in was true once: when the element is put back, the server is asked.
    const given = this.challenge === this.#shownEntry ? undefined : this.challenge;
    this.#shownEntry = this.challenge;
    void controller.load(this.resumeHandle, given ?? inlineEntry(this));
  }
}

/** An entry that the page's server wrote into the element, as JSON. Whether it can be read is the adapter's to say. */
function inlineEntry(element: Element): unknown {
  try {
    return JSON.parse(element.querySelector('script[type="application/json"]')?.textContent ?? '') as unknown;
  } catch {
    return undefined;
  }
}
