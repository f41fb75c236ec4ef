/** Words that more than one screen uses. Functions take their slots; plain words are strings. */
export const common = {
  who: (service: string, account: string | null): string =>
    account === null ? `Signing in to ${service}` : `Signing in to ${service} as ${account}`,
  whoIn: (service: string, account: string | null): string => (account === null ? service : `${service} · ${account}`),
  errorPrefix: 'Error:',
  loading: 'One moment…',
  checking: 'Checking…',
  tryAgain: 'Try again',
  cancel: 'Cancel',
  goBack: 'Go back',
  goTo: (service: string): string => `Go to ${service}`,
  notSetUp: (service: string): string => `This part of the page isn't working. Please tell the people at ${service}.`,
} as const;
