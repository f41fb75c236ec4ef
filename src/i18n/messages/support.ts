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
  callTitle: 'Please call us',
  callText: "We can't open this account here.",
  forbiddenTitle: "This account can't be opened without your second factor",
  forbiddenText: (service: string): string =>
    `That is how ${service} protects it. You can make a new account, but your data won't come with it.`,
} as const;
