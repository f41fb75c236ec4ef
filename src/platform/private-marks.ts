/**
 * Marks a node whose text is nobody's but the person's: translators leave it alone, and session replay leaves the whole node
 * out (a mask may miss what an attribute says). Each maker has a mark of its own.
 */
export const PRIVATE = {
  classes: ['notranslate', 'rr-block', 'sentry-block', 'ph-no-capture'],
  attributes: { translate: 'no', 'data-private': '', 'data-dd-privacy': 'hidden', 'data-sentry-block': '' },
} as const;

export function markPrivate(node: Element): void {
  node.classList.add(...PRIVATE.classes);
  for (const [name, value] of Object.entries(PRIVATE.attributes)) node.setAttribute(name, value);
}
