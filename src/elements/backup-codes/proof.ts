import type { BackupCodesController } from '../../controllers/backup-codes-controller.js';
import { StepUpController, type StepUpOptions } from '../../controllers/step-up-controller.js';
import type { CodesState } from '../../core/codes-state.js';
import type { MfaBackend } from '../../ports/backend.js';

/** The one proof that may be asked for now. Owns: that it begins and ends with the state that asks for it. */
export class CodesProof {
  readonly #backend: MfaBackend;
  readonly #codes: BackupCodesController;
  readonly #supports: StepUpOptions['supports'];
  #stepUp: StepUpController | undefined;
  #need: object | undefined;

  constructor(backend: MfaBackend, codes: BackupCodesController, supports: StepUpOptions['supports']) {
    this.#backend = backend;
    this.#codes = codes;
    this.#supports = supports;
  }

  /** What leads it; nothing while none is asked for. */
  get stepUp(): StepUpController | undefined {
    return this.#stepUp;
  }

  follow(state: CodesState): void {
    const asked = state.status === 'proving' || state.status === 'proving-over' ? state : undefined;
    if (asked?.need === this.#need) return;
    this.#stepUp?.stop();
    this.#need = asked?.need;
    this.#stepUp = asked && this.#begin(asked);
  }

  #begin({ need, until }: Extract<CodesState, { status: 'proving' | 'proving-over' }>): StepUpController {
    const codes = this.#codes;
    const stepUp = new StepUpController(this.#backend, {
      need,
      until,
      supports: this.#supports,
      policy: codes.policy,
      withCall: codes.withPassword,
    });
    stepUp.subscribe(({ status }) => {
      if (this.#stepUp !== stepUp) return;
      // With the password in the call, what it was for has been done.
      if (status === 'proved' && need.how !== 'with-call') codes.proved();
      if (status === 'sign-in') codes.dispatch({ type: 'signed-out' });
    });
    void stepUp.load();
    return stepUp;
  }
}
