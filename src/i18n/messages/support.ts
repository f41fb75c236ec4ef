/** Words of the last resort. */
export const support = {
  title: 'Ask our help team',
  text: (time: string | null): string =>
    'If nothing else works, a person checks who you are and helps you back in.' +
    (time === null ? '' : ` This can take ${time}.`),
  phone: 'Phone',
  hours: 'Hours',
  page: 'How to reach our help team',
  nowhere: (service: string): string => `You find them where you usually reach ${service}.`,
  will: 'What they will do',
  never: 'What they never do',
  neverList: ['Ask for your password or a code.', 'Accept a new phone number or email today.', 'Hurry.'],
  found: 'I found my codes',
  ask: 'Ask for help',
  asking: 'Asking…',
  waitingTitle: 'We have your request',
  waiting: (number: string, time: string): string => `Case ${number}, asked ${time}.`,
  waitingText: "You can close this page. Sign in again to see what's new.",
  answeredText: "Our help team has looked at it. Sign in again to see what's new.",
  foundIt: 'I found it, cancel the request',
  cancelling: 'Cancelling…',
  notMe: "I didn't ask for this.",
  notMeTitle: "You didn't ask for this?",
  notMeText: 'Then somebody else may know your password. Cancel the request, and call us.',
  notMeLink: 'The message that we sent you has a link. It locks your account.',
  cancelRequest: 'Cancel the request',
  cancelledTitle: 'The request is cancelled',
  cancelledText: {
    found: 'Go back, and sign in with what you found.',
    'not-me': 'Somebody else may know your password. Sign in, and change it now.',
  },
  troubles: {
    'not-asked': "We lost the connection, and your request didn't reach us. Ask again.",
    'still-open': 'We lost the connection, and your request is still open. Cancel it again.',
    offline: "You're offline. Nothing was sent.",
    ask: {
      unsure: 'We lost the connection. Try again: it stays one request.',
      'too-many-attempts': (time: string | null): string =>
        time === null
          ? 'You asked us not long ago. Wait a little, then ask again.'
          : `You asked us not long ago. You can ask again on ${time}.`,
      over: 'That took a while, so we started again. Try once more.',
      'sign-in': 'That took a while. Sign in again, then ask us.',
      'not-allowed': "You can't ask us here right now. Please call us.",
    },
    cancel: {
      unsure: "We lost the connection, and can't tell if your request is cancelled. Cancel it again.",
      'too-many-attempts': (time: string | null): string =>
        time === null
          ? 'Too many tries. Wait a little, then cancel again.'
          : `Too many tries. You can cancel again on ${time}.`,
      over: 'That took a while, so we started again. Cancel once more.',
      'sign-in': 'That took a while. Sign in again, then cancel your request.',
      'not-allowed': "You can't cancel your request here. Please call us.",
    },
  },
  openAgain: 'You can ask us again now.',
  callTitle: 'Please call us',
  callText: "We can't open this account here.",
  forbiddenTitle: "This account can't be opened without your second factor",
  forbiddenText: (service: string): string =>
    `That is how ${service} protects it. You can make a new account, but your data won't come with it.`,
  startOver: 'Make a new account',
  startOverTitle: 'Make a new account?',
  startOverText: 'You start with nothing. What is in this account stays locked.',
  dataIsLost: 'I understand that my data is lost.',
  tickFirst: 'Tick the box first, so we know that you read it.',
} as const;
