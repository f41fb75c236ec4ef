import { catalogue } from '../catalogue.js';

/** Words for the ways a challenge ends without the person being in, and for a page that is set up wrong. */
export const ends = catalogue('ends', {
  failedTitle: "That didn't work",
  overTitle: 'Please sign in again',
  overText: 'For your safety, this step ends after some time.',
  codesGood: 'Your backup codes still work.',
  codeSpent: 'The backup code that you typed is used up. Cross it out on your list.',
  codeMaybeSpent: 'The backup code that you typed may be used up. If it is refused, use the next one.',
  cancelledText: 'You left this step. To go on, sign in again.',
  firstTitle: 'Please sign in first',
  firstText: "Then we'll ask you here to confirm it's you.",
  goToSignIn: 'Go to sign-in',
  elsewhereTitle: "We can't open this account here",
  elsewhereText: 'Please ask the help team of {service}.',
  passwordTitle: 'Please choose a new password',
  passwordText: 'Do that first. Then sign in again.',
  passwordLink: 'Choose a new password',
  inTitle: "You're in",
  told: 'We told you about this at {addresses}.',
  helpLink: 'How to reach our help team',
});
