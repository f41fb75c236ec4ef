/** Words after a reset by the help team, and of what they did. */
export const reset = {
  title: 'Set up a new second factor',
  /** Whose act it was, by the names of roles that a server tells. */
  byRole: { system: 'We' } as Readonly<Record<string, string>>,
  team: 'Our help team',
  text: (who: string, date: string): string => `${who} removed your old one on ${date}, after a request.`,
  deadline: (time: string): string => `Please set up a new one by ${time}.`,
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
  tooMany: (time: string | null): string =>
    time === null ? 'Too many tries. Wait a little, then try again.' : `Too many tries. You can try again at ${time}.`,
  notAllowed: "We can't take a code here right now. Please call our help team.",
  offline: "You're offline. Your code was not sent.",
  settling: 'We lost the connection. Checking your code…',
  unsettled: "We still can't tell. Your code was not sent again.",
  checkAgain: 'Check again',
  notYou: "Didn't ask for this?",
  stop: (phone: string | null): string =>
    phone === null ? 'Stop here and call us.' : `Stop here and call us on ${phone}.`,
  stopLink: 'The message that we sent you has a link. It locks your account.',
  help: 'Ask our help team',
  signOut: 'Sign out',
  /** Later, once: what was done, at whose request, and that it is written down. */
  told: (who: string, date: string): string =>
    `${who} removed your old second factor on ${date}, after a request. This is written down.`,
  toldNotYou: "Didn't ask for this? Call us now.",
  caseOpen: { waiting: 'You have asked our help team.', answered: 'Our help team has looked at your request.' },
  seeCase: 'See your request',
  /** How many there are is not told. */
  temporaryCodes: 'Our help team made you one or more backup codes. Each works once.',
} as const;
