import { catalogue } from '../catalogue.js';

export const lostFactor = catalogue('lostFactor', {
  title: "Let's get you back in",
  text: 'Choose the first one you can use.',
  textAssumed: 'Choose the first one you have set up.',
  codes: 'A backup code',
  codesLine: 'From the list you saved or printed.',
  code: 'A code that we send you',
  codeTo: 'Code to {address}',
  linked: '{name} sign-in',
  linkedLine: 'You then set up a new second factor.',
  /** After a line that the app itself wrote. */
  from: '{line} From {service}.',
  none: 'None of these',
  noneLine: 'Ask our help team. This takes longer.',
  found: 'I found it. Go back.',
});
