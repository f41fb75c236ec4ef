import { isInDoubt, type CodesState } from '../core/codes-state.js';
import type { TabChannel } from '../ports/platform.js';
import type { BackupCodesController } from './backup-codes-controller.js';

/** What tabs tell each other: that something happened, and to which set. Never a code. */
interface CodesMessage {
  readonly type: 'codes-made' | 'codes-changed';
  readonly flow: string | null;
}

/**
 * Tells other tabs what happens to the codes here, and follows what happens there. Returns the way to stop.
 * @param open opens the channel between tabs
 */
export function followCodeTabs(
  controller: BackupCodesController,
  open: (hear: (message: unknown) => void) => TabChannel,
): () => void {
  const channel = open((message) => {
    if (isMessage(message)) void follow(controller, message);
  });
  const unsubscribe = controller.subscribe((state, previous) => {
    const message = messageOf(state, previous);
    if (message) channel.tell(message);
  });
  return () => {
    unsubscribe();
    channel.close();
  };
}

/** A set on screen that another one has replaced goes; everything else is the server's to say. */
async function follow(controller: BackupCodesController, { type, flow }: CodesMessage): Promise<void> {
  const { state } = controller;
  if ('shown' in state) {
    // A set that was only made has ended none that may be on by now.
    const mayBeOn = state.status === 'confirming' || isInDoubt(state);
    if (flow === state.shown.set.id || (type === 'codes-made' && mayBeOn)) return;
    controller.dispatch({ type: 'superseded' });
  }
  await controller.refresh();
}

function messageOf(state: CodesState, previous: CodesState): CodesMessage | undefined {
  if (state.status === 'showing' && !('shown' in previous)) return { type: 'codes-made', flow: state.shown.set.id };
  if (state.status === 'done' && 'shown' in previous) return { type: 'codes-changed', flow: previous.shown.set.id };
  return state.status === 'overview' && state.news === 'removed' ? { type: 'codes-changed', flow: null } : undefined;
}

const isMessage = (value: unknown): value is CodesMessage => {
  if (typeof value !== 'object' || value === null) return false;
  const { type, flow } = value as Partial<Record<keyof CodesMessage, unknown>>;
  return (type === 'codes-made' || type === 'codes-changed') && (flow === null || typeof flow === 'string');
};
