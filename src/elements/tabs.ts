import type { ChallengeController } from '../controllers/challenge-controller.js';

/** Tells other tabs of this page's origin that the person is in, and looks when one of them tells. Returns the way to stop. */
export function followTabs(controller: ChallengeController): () => void {
  const channel = new BroadcastChannel('mfa-elements');
  channel.onmessage = () => void controller.follow();
  const unsubscribe = controller.subscribe(({ status }) => {
    // Nothing but the fact: every tab asks the server itself.
    if (status === 'passed') channel.postMessage(status);
  });
  return () => {
    unsubscribe();
    channel.close();
  };
}
