import type { AssistanceController } from '../../controllers/assistance-controller.js';
import type { HelpTrouble } from '../../core/machines/assistance.js';
import type { HelpAct } from '../../i18n/describe-help.js';
import type { HelpView } from '../fragments/help-facts.js';

/** What the screens of the last resort need of the element that they stand in. */
export interface SupportScene extends HelpView {
  readonly controller: AssistanceController;
  readonly uid: string;
  readonly errorId: string;
  /** As the challenge tells it; null: it does not. */
  readonly account: string | null;
  /** Where the page leads a person who makes a new account; nothing: it has no place for it. */
  readonly newAccountUrl: string | null;
  problem(trouble: HelpTrouble, act: HelpAct): string;
  /** Writes a day and a time. */
  time(at: number): string;
  /** Whether there are codes to be found. */
  readonly hasCodes: boolean;
  /** To the screen before; nothing where there is none. */
  readonly back: (() => void) | undefined;
  /** Ends the challenge; nothing where none is met. */
  readonly cancel: (() => void) | undefined;
  signIn(): void;
  startOver(): void;
}
