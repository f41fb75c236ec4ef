import type { RepairController } from '../../controllers/repair-controller.js';
import type { StepUpController } from '../../controllers/step-up-controller.js';
import type { MfaProblem } from '../../core/errors.js';
import type { Known } from '../../core/factor.js';
import type { HostElement } from '../host.js';

/** What the screens of repair need of the element that they stand in. */
export interface RepairScene {
  readonly controller: RepairController;
  /** What hands its settings on to the screens inside. */
  readonly host: HostElement;
  readonly account: string | null | undefined;
  /** Where the person was told of the code that let them in. */
  readonly notified: Known<readonly string[]>;
  readonly stepUp: StepUpController | undefined;
  readonly uid: string;
  readonly errorId: string;
  readonly service: string;
  /** Whether new codes stand on the screen inside. */
  readonly showsCodes: boolean;
  problem(problem: MfaProblem): string;
  /** Tells whether they do. */
  codesShown(shown: boolean): void;
  /** Whether the person's click led to making codes, not only to the offer. */
  readonly asksForCodes: boolean;
  /** Shows the screen again, with what a form lacks. */
  hinder(): void;
  /** Whether the form was sent and lacks something. */
  readonly lacks: boolean;
  signIn(): void;
  done(): void;
}
