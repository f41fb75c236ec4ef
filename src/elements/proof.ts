import { StepUpController, type StepUpOptions } from '../controllers/step-up-controller.js';
import type { ProofNeed } from '../core/step-up.js';
import type { MfaBackend } from '../ports/backend.js';

/** What may need a proof on its way. */
export interface Asking extends Pick<StepUpOptions, 'policy' | 'withCall' | 'supports'> {
  /** It's them. What they wanted waits for their click. */
  proved(): void;
  signedOut(): void;
}

/** The one proof that may be asked for now. Owns: that it begins and ends with the state that asks for it. */
export class Proof {
  readonly #backend: MfaBackend;
  readonly #asking: Asking;
  #stepUp: StepUpController | undefined;
  #need: object | undefined;

  constructor(backend: MfaBackend, asking: Asking) {
    this.#backend = backend;
    this.#asking = asking;
  }

  /** What leads it; nothing while none is asked for. */
  get stepUp(): StepUpController | undefined {
    return this.#stepUp;
  }

  /** @param asked what has to be proved now; undefined: nothing */
  follow(asked: ProofNeed | undefined): void {
    if (asked?.need === this.#need) return;
    this.#stepUp?.stop();
    this.#need = asked?.need;
    this.#stepUp = asked && this.#begin(asked);
  }

  #begin({ need, until }: ProofNeed): StepUpController {
    const asking = this.#asking;
    const { policy, withCall, supports } = asking;
    const stepUp = new StepUpController(this.#backend, { need, until, policy, withCall, supports });
    stepUp.subscribe(({ status }) => {
      if (this.#stepUp !== stepUp) return;
      // With the password in the call, what it was for has been done.
      if (status === 'proved' && need.how !== 'with-call') asking.proved();
      if (status === 'sign-in') asking.signedOut();
    });
    void stepUp.load();
    return stepUp;
  }
}
