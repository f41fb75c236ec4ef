import { catalogue } from '../catalogue.js';
import type { FormFault } from '../../core/form-fault.js';

/** What the plain form says where no script comes. */
export const fallback = catalogue('fallback', {
  faults: {
    'no-code': 'Type the code from your app, or one of your backup codes.',
    'two-codes': 'Type one code only.',
    'wrong-code': "That code didn't work. Check it and try again.",
    'used-code': 'That code was used before. Use the next one.',
    'too-many-attempts': 'Too many tries. Wait a while, then try again.',
    'challenge-over': 'For your safety, this step has ended. Sign in again.',
    'not-allowed': "This code can't be used here.",
    server: 'Something went wrong. Try again in a moment.',
  } satisfies Record<FormFault, string>,
});
