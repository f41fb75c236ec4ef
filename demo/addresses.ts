/** The addresses of the demo and the files behind them, from the project's root. */
export const PAGES = {
  '/': 'index.html',
  '/login': 'demo/login.html',
  '/challenge': 'demo/challenge.html',
  '/account': 'demo/account.html',
  '/help': 'demo/help.html',
} as const;
