/**
 * Whether the frame around this page surely lets it do this (`allow-downloads`, `allow-modals`). A sandbox says nothing when it
 * stops one, so its rules are read where they can be; a frame whose rules can't be read is taken for one that forbids.
 */
export function isAllowedByFrame(token: string, view: Window = window): boolean {
  // An opaque origin is a sandbox's: its rules are on the other side.
  if (view.origin === 'null') return false;
  try {
    const frame = view.frameElement;
    return frame === null || !frame.hasAttribute('sandbox') || tokensOf(frame).includes(token);
  } catch {
    return true;
  }
}

const tokensOf = (frame: Element): readonly string[] =>
  (frame.getAttribute('sandbox') ?? '').toLowerCase().split(/\s+/);

/** Whether a page of another origin holds this one in a frame, or holds one that does. */
export function isFramedByStranger(): boolean {
  try {
    for (let frame: Window = window; frame !== frame.parent; frame = frame.parent) {
      // Reading a stranger's origin throws.
      if (frame.parent.origin !== self.origin) return true;
    }
    return false;
  } catch {
    return true;
  }
}
