import { catalogue } from '../catalogue.js';

export const signIn = catalogue('signIn', {
  used: {
    one: 'That backup code is now used up. You have {count} left.',
    other: 'That backup code is now used up. You have {count} left.',
  },
  usedLow: {
    one: 'That backup code is now used up. You have only {count} left.',
    other: 'That backup code is now used up. You have only {count} left.',
  },
  usedLast: 'That backup code is now used up. That was your last one.',
  usedUncounted: 'That backup code is now used up. Cross it out on your list.',
  helpTitle: 'Ask our help team',
  helpText: 'If nothing else works, a person checks who you are and helps you back in.',
});
