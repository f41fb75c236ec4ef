import type { Keeping } from '../core/custody.js';
import type { Platform, Sheet } from '../ports/platform.js';
import type { BackupCodesController } from './backup-codes-controller.js';

/**
 * The three ways in which codes leave the screen, one gesture each. To be called in the turn of the click. What is kept passes
 * through as an argument; what the browser holds of it ends when the codes leave the screen.
 */
export const copyCodes = (controller: BackupCodesController, { copy }: Pick<Platform, 'copy'>, text: string) =>
  keep(controller, 'copied', () => copy(text));

export const printCodes = (controller: BackupCodesController, { print }: Pick<Platform, 'print'>, sheet: Sheet) =>
  keep(controller, 'printed', async (life) => (await print(sheet, life)) === 'shown');

export const downloadCodes = (
  controller: BackupCodesController,
  { save }: Pick<Platform, 'save'>,
  fileName: string,
  text: string,
) => keep(controller, 'downloaded', async (life) => (await save(fileName, text, life)) === 'offered');

async function keep(
  controller: BackupCodesController,
  by: Keeping,
  act: (life: AbortSignal) => Promise<boolean>,
): Promise<void> {
  const { state, onScreen } = controller;
  if (!('shown' in state) || state.shown.masked) return;
  const ok = await act(onScreen).catch(() => false);
  if (!onScreen.aborted) controller.dispatch({ type: 'kept', news: { by, ok } });
}
