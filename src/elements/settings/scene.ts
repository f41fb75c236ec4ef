import type { SettingsController } from '../../controllers/settings-controller.js';
import type { StepUpController } from '../../controllers/step-up-controller.js';
import type { Instant } from '../../core/factor.js';
import type { SettingsTrouble } from '../../core/settings-state.js';
import type { HostElement } from '../host.js';

/** What the screens of the account page need of the element that they stand in. */
export interface SettingsScene {
  readonly controller: SettingsController;
  /** What hands its settings on to the screens inside. */
  readonly host: HostElement;
  readonly account: string | null | undefined;
  readonly stepUp: StepUpController | undefined;
  readonly uid: string;
  readonly errorId: string;
  readonly service: string;
  /** Whether new codes stand on the screen inside. */
  readonly showsCodes: boolean;
  /** Tells whether they do. */
  codesShown(shown: boolean): void;
  date(at: Instant): string;
  time(at: Instant): string;
  problem(trouble: SettingsTrouble): string;
  retry(): void;
  signIn(): void;
}
