/** Words that more than one screen uses. Functions take their slots; plain words are strings. */
export const common = {
  who: (service: string, account: string | null): string =>
    account === null ? `Signing in to ${service}` : `Signing in to ${service} as ${account}`,
  whoIn: (service: string, account: string | null): string => (account === null ? service : `${service} · ${account}`),
  errorPrefix: 'Error:',
  loading: 'One moment…',
  checking: 'Checking…',
  checkAgain: 'Check again',
  tryAgain: 'Try again',
  cancel: 'Cancel',
  goBack: 'Go back',
  goTo: (service: string): string => `Go to ${service}`,
  restarted: 'That took a while, so we started again. Nothing you saved is lost.',
  settling: "We lost the connection. Checking whether you're in…",
} as const;
