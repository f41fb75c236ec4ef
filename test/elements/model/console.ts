const METHODS = ['debug', 'info', 'log', 'warn', 'error'] as const;

/** Keeps what is told to the console from it, and hands it on. Returns the way back. */
export function holdConsole(tell: (text: string) => void): () => void {
  const own = Object.fromEntries(METHODS.map((name) => [name, console[name]]));
  const held = (...told: unknown[]): void => tell(told.map(String).join(' '));
  Object.assign(console, Object.fromEntries(METHODS.map((name) => [name, held])));
  return () => void Object.assign(console, own);
}
