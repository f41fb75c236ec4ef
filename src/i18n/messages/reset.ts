import { catalogue } from '../catalogue.js';

/** Words after a reset by the help team, and of what they did. */
export const reset = catalogue('reset', {
  title: 'Set up a new second factor',
  text: 'Our help team removed your old one on {date}, after a request. Please set up a new one by {time}.',
  /** Where a server did it by itself. */
  textSystem: 'We removed your old one on {date}, after a request. Please set up a new one by {time}.',
  someText: 'You need one before you go on.',
  pass: 'Code from the help team',
  passHint: 'They read it to you. It works once.',
  submit: 'Continue',
  empty: 'Type the code that our help team read to you.',
  many: "That's more than one code. Leave just one.",
  wrong: "That code didn't work. Check each letter and number, or ask for a new one.",
  used: 'That code was used before. Ask our help team for a new one.',
  notSpent: 'That took a while. Your code still works: send it again.',
  maybeSpent: "We lost the connection. Send that code again. If it's refused, ask for a new one.",
  tooMany: 'Too many tries. Wait a little, then try again.',
  tooManyUntil: 'Too many tries. You can try again at {time}.',
  notAllowed: "We can't take a code here right now. Please call our help team.",
  offline: "You're offline. Your code was not sent.",
  settling: 'We lost the connection. Checking your code…',
  unsettled: "We still can't tell. Your code was not sent again.",
  checkAgain: 'Check again',
  notYou: "Didn't ask for this?",
  stop: 'Stop here and call us.',
  stopCall: 'Stop here and call us on {phone}.',
  stopLink: 'The message that we sent you has a link. It locks your account.',
  help: 'Ask our help team',
  signOut: 'Sign out',
  /** Later, once: what was done, at whose request, and that it is written down. */
  told: 'Our help team removed your old second factor on {date}, after a request. This is written down.',
  toldNotYou: "Didn't ask for this? Call us now.",
  caseOpen: { waiting: 'You have asked our help team.', answered: 'Our help team has looked at your request.' },
  seeCase: 'See your request',
  /** How many there are is not told. */
  temporaryCodes: 'Our help team made backup codes for you. Each works once.',
});
