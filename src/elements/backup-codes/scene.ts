import type { BackupCodesController } from '../../controllers/backup-codes-controller.js';
import type { CodesTrouble } from '../../core/codes-state.js';
import type { Instant } from '../../core/factor.js';
import type { KeepingScene } from '../fragments/codes-list.js';

/** What the screens of backup codes need of the element that they stand in. */
export interface CodesScene extends KeepingScene {
  readonly controller: BackupCodesController;
  date(at: Instant): string;
  problem(trouble: CodesTrouble): string;
  retry(): void;
  signIn(): void;
  done(): void;
}
