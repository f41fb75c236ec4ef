/** The addresses of the demo and the files behind them, from the project's root. */
export const PAGES = {
  '/': 'demo/start.html',
  '/login': 'demo/login.html',
  '/challenge': 'demo/challenge.html',
  '/account': 'demo/account.html',
  '/settings': 'demo/settings.html',
  '/help': 'demo/help.html',
  '/desk': 'demo/desk.html',
  '/freeze': 'demo/freeze.html',
  '/new-password': 'demo/new-password.html',
} as const;

/** The files behind the same addresses where the query names another server, as `/login?backend=kratos`. */
export const OTHER_PAGES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  kratos: {
    '/login': 'demo/kratos/login.html',
    '/challenge': 'demo/kratos/challenge.html',
    '/account': 'demo/kratos/account.html',
    '/settings': 'demo/kratos/settings.html',
  },
};

/** The file behind an address, by its path and query. */
export function pageAt(path: string, search: string): string | undefined {
  const backend = new URLSearchParams(search).get('backend') ?? '';
  const own: Readonly<Record<string, string>> = PAGES;
  const other = Object.hasOwn(OTHER_PAGES, backend) ? OTHER_PAGES[backend]?.[path] : undefined;
  return other ?? (Object.hasOwn(own, path) ? own[path] : undefined);
}
