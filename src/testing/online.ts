/**
 * Makes `navigator.onLine` say this, and tells the page by the event `online` or `offline`. Returns the way back to what
 * was said before. On Node without a `navigator` one is made meanwhile.
 */
export function setOnline(online: boolean): () => void {
  const scope = globalThis as { navigator?: object; dispatchEvent?: (event: Event) => boolean };
  const had = scope.navigator;
  if (!had) Object.defineProperty(scope, 'navigator', { configurable: true, writable: true, value: {} });
  const target = scope.navigator as object;
  const before = Object.getOwnPropertyDescriptor(target, 'onLine');
  Object.defineProperty(target, 'onLine', { configurable: true, get: () => online });
  tell(scope);
  return () => {
    Reflect.deleteProperty(target, 'onLine');
    if (before) Object.defineProperty(target, 'onLine', before);
    if (!had) Reflect.deleteProperty(scope, 'navigator');
    else tell(scope);
  };
}

function tell(scope: { dispatchEvent?: (event: Event) => boolean }): void {
  scope.dispatchEvent?.(new Event(globalThis.navigator.onLine ? 'online' : 'offline'));
}
