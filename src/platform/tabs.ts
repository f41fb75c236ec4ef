import type { TabChannel } from '../ports/platform.js';

/**
 * A channel between the tabs of this origin, closed while the page is kept for the way back: browsers may not keep a page whose
 * channel is open, and drop one that is told something.
 */
export function openTabs(name: string, hear: (message: unknown) => void): TabChannel {
  let channel: BroadcastChannel | undefined;
  const open = (): void => {
    channel ??= new BroadcastChannel(name);
    channel.onmessage = ({ data }: MessageEvent<unknown>) => hear(data);
  };
  const shut = (): void => {
    channel?.close();
    channel = undefined;
  };
  open();
  addEventListener('pageshow', open);
  addEventListener('pagehide', shut);
  return {
    tell: (message) => channel?.postMessage(message),
    close() {
      removeEventListener('pageshow', open);
      removeEventListener('pagehide', shut);
      shut();
    },
  };
}
