/** Words that more than one screen uses, the first among them. Functions take their slots; plain words are strings. */
export const common = {
  who: (service: string, account: string | null): string =>
    account === null ? `Signing in to ${service}` : `Signing in to ${service} as ${account}`,
  loading: 'One moment…',
  checking: 'Checking…',
  notLoaded: "Error: Part of this page didn't load. Try again.",
  tryAgain: 'Try again',
  cancel: 'Cancel',
  notSetUp: (service: string): string => `This part of the page isn't working. Please tell the people at ${service}.`,
} as const;
