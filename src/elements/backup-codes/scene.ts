import type { BackupCodesController } from '../../controllers/backup-codes-controller.js';
import type { CodesTrouble } from '../../core/codes-state.js';
import type { Instant } from '../../core/factor.js';
import type { Platform } from '../../ports/platform.js';

/** What the screens of backup codes need of the element that they stand in. */
export interface CodesScene {
  readonly controller: BackupCodesController;
  readonly platform: Pick<Platform, 'copy' | 'print' | 'save'>;
  readonly uid: string;
  readonly errorId: string;
  readonly service: string;
  /** Masked; null: the page does not say. */
  readonly account: string | null;
  readonly language: string | undefined;
  date(at: Instant): string;
  problem(trouble: CodesTrouble): string;
  retry(): void;
  signIn(): void;
  done(): void;
}
