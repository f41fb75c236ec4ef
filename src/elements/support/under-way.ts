import type { AssistanceController, AssistanceListener } from '../../controllers/assistance-controller.js';
import type { AssistanceState } from '../../core/machines/assistance.js';

/** What leads a challenge. */
type Leader = object;

interface UnderWay {
  readonly desk: AssistanceController;
  readonly forget: () => void;
}

/** What was sent to the help team from a screen that is gone, until its answer comes. */
const underWay = new WeakMap<Leader, UnderWay>();

export const isUnderWay = ({ status }: AssistanceState): boolean => status === 'requesting' || status === 'cancelling';

/** Goes on without a screen. @param tell hears what comes of it */
export function goOnAlone(leader: Leader, desk: AssistanceController, tell: AssistanceListener): void {
  const unsubscribe = desk.subscribe((state, previous) => {
    forget();
    desk.stop();
    tell(state, previous);
  });
  const forget = (): void => {
    unsubscribe();
    underWay.delete(leader);
  };
  underWay.set(leader, { desk, forget });
}

/** Gives it back to a screen that is there again. */
export function takeBack(leader: Leader): AssistanceController | undefined {
  const found = underWay.get(leader);
  found?.forget();
  return found?.desk;
}
