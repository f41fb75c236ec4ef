/** Words that more than one of the later screens uses. */
export const shared = {
  whoIn: (service: string, account: string | null): string => (account === null ? service : `${service} · ${account}`),
  errorPrefix: 'Error:',
  goBack: 'Go back',
  goTo: (service: string): string => `Go to ${service}`,
} as const;
