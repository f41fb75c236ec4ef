import type { TotpController } from '../../controllers/totp-controller.js';
import type { TotpTrouble } from '../../core/totp-state.js';
import type { Platform } from '../../ports/platform.js';
import type { KeepingScene } from '../fragments/codes-list.js';

/** What the screens of an app need of the element that they stand in. */
export interface TotpScene extends KeepingScene {
  readonly controller: TotpController;
  readonly platform: Pick<Platform, 'copy' | 'print' | 'save' | 'isTouch' | 'openApp'>;
  /** Whether what draws the picture did not come. */
  readonly isPictureMissing: boolean;
  /** Whether there is a screen before this one. */
  readonly withBack: boolean;
  problem(trouble: TotpTrouble): string;
  /** Asks for the picture again. */
  redraw(): void;
  retry(): void;
  back(): void;
  cancel(): void;
  signIn(): void;
  done(): void;
}
