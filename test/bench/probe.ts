/** A page with the probe in it. */
export interface Probed {
  readonly fieldShown: (text: string) => void;
  readonly keyTaken: (text: string) => void;
  bench: { isShown: boolean; longTasks: number };
}

/**
 * In the page, before its own script: says when the first field is on screen, gives it focus, and says when it has taken a key. It
 * watches what changes and asks for no frame while nothing does, so that waiting costs every candidate the same: nothing.
 *
 * Sent to the page as text, so it holds all that it needs.
 */
export function probe(): void {
  const page = globalThis as unknown as Probed;
  const bench: Probed['bench'] = (page.bench = { isShown: false, longTasks: 0 });
  const roots: (Document | ShadowRoot)[] = [document];
  const FIELD = 'input:not([type=hidden], [type=checkbox], :disabled)';
  let isLooking = false;

  const find = (): HTMLInputElement | undefined => {
    for (const root of roots) {
      for (const field of root.querySelectorAll<HTMLInputElement>(FIELD)) if (field.checkVisibility()) return field;
    }
    return undefined;
  };
  const look = (): void => {
    isLooking = false;
    const field = find();
    if (!field || bench.isShown) return;
    watcher.disconnect();
    bench.isShown = true;
    field.focus();
    page.fieldShown('');
  };
  const watcher = new MutationObserver(() => {
    if (isLooking || !roots.some((root) => root.querySelector(FIELD))) return;
    isLooking = true;
    requestAnimationFrame(look);
  });
  const watch = (root: Document | ShadowRoot): void =>
    watcher.observe(root, { childList: true, subtree: true, attributeFilter: ['disabled', 'hidden', 'type'] });
  watch(document);

  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (options) {
    const root = attachShadow.call(this, options);
    roots.push(root);
    if (!bench.isShown) watch(root);
    return root;
  };

  addEventListener(
    'input',
    () => {
      page.keyTaken(String(performance.now()));
    },
    { capture: true, once: true },
  );
  new PerformanceObserver((list) => (bench.longTasks += list.getEntries().length)).observe({
    type: 'longtask',
    buffered: true,
  });
}

/** In the page, at the end: whether the field that has the focus holds the key that was typed first. */
export function isKept(): boolean {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active instanceof HTMLInputElement && active.value === '1';
}
