import type { Delivery, Instant } from '../../core/factor.js';

const due = new WeakMap<Delivery, boolean>();

/**
 * When another code may be asked for, as long as it may not. By the time that passes here, since clocks differ.
 * @param refresh renders again once it may
 */
export function mustWaitUntil(sent: Delivery, refresh: () => void): Instant | null {
  const { sentAt, resendAt } = sent;
  if (resendAt === 'unknown') return null;
  if (!due.has(sent)) {
    due.set(sent, false);
    setTimeout(() => {
      due.set(sent, true);
      refresh();
    }, resendAt - sentAt);
  }
  return due.get(sent) ? null : resendAt;
}
