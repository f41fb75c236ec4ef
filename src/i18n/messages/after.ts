import { catalogue } from '../catalogue.js';

/** Words for what happened to a challenge that is still on screen. */
export const after = catalogue('after', {
  settling: "We lost the connection. Checking whether you're in…",
  checkAgain: 'Check again',
  restarted: 'That took a while, so we started again. Nothing you saved is lost.',
  'not-finished': "That didn't finish. Try again, or choose another way.",
  'open-again': 'You can try again now.',
  'sent-again': 'We sent a new code.',
  'sent-before': 'We sent you a code a moment ago. It may take a little to arrive.',
});
