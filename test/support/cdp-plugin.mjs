/** For the test runner: `executeServerCommand('cdp', { method, params })` speaks to the page's DevTools. Chromium only. */
export function cdpPlugin() {
  const sessions = new WeakMap();
  return {
    name: 'cdp',
    async executeCommand({ command, payload, session }) {
      if (command !== 'cdp') return undefined;
      if (session.browser.name !== 'Chrome') throw new Error(`${session.browser.name} has no DevTools protocol.`);
      const page = session.browser.getPage(session.id);
      if (!sessions.has(page)) sessions.set(page, await page.createCDPSession());
      // A command without an answer reads as one that nobody took.
      return (await sessions.get(page).send(payload.method, payload.params)) ?? {};
    },
  };
}
