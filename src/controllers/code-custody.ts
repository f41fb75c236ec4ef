import type { Keeping, KeptNews, Shown } from '../core/custody.js';
import type { Platform, Sheet } from '../ports/platform.js';

/** What leads codes that are on screen. */
export interface Keeper {
  readonly state: { readonly status: string; readonly shown?: Shown };
  /** Ends when the codes leave the screen or are masked. */
  readonly onScreen: AbortSignal;
  dispatch(
    event:
      | { readonly type: 'kept'; readonly news: KeptNews }
      | { readonly type: 'ticked'; readonly ticked: boolean }
      | { readonly type: 'masked'; readonly masked: boolean },
  ): void;
}

/**
 * The three ways in which codes leave the screen, one gesture each. To be called in the turn of the click. What is kept passes
 * through as an argument; what the browser holds of it ends when the codes leave the screen.
 */
export const copyCodes = (controller: Keeper, { copy }: Pick<Platform, 'copy'>, text: string) =>
  keep(controller, 'copied', () => copy(text));

export const printCodes = (controller: Keeper, { print }: Pick<Platform, 'print'>, sheet: Sheet) =>
  keep(controller, 'printed', async (life) => (await print(sheet, life)) === 'shown');

export const downloadCodes = (controller: Keeper, { save }: Pick<Platform, 'save'>, fileName: string, text: string) =>
  keep(controller, 'downloaded', async (life) => (await save(fileName, text, life)) === 'offered');

async function keep(controller: Keeper, by: Keeping, act: (life: AbortSignal) => Promise<boolean>): Promise<void> {
  const { state, onScreen } = controller;
  if (!state.shown || state.shown.masked) return;
  const ok = await act(onScreen).catch(() => false);
  if (!onScreen.aborted) controller.dispatch({ type: 'kept', news: { by, ok } });
}
