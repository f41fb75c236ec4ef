/** What a person who doesn't see the page notices on the way through it: where the focus goes, and what is announced. */
import { nameOf } from './fit.js';

export interface Said {
  readonly role: string;
  readonly text: string;
  /** In milliseconds of the page's clock. */
  readonly at: number;
}

export interface Followed {
  readonly said: readonly Said[];
  /** What went wrong on the way, and where the focus is that should be elsewhere. */
  faults(): string[];
  stop(): void;
}

const REGIONS = '[role=status], [role=alert]';
const TITLE = '[data-part~=title]';
const wordsOf = (one: Element): string => one.textContent.replaceAll(/\s+/g, ' ').trim();
const seen = (root: Element, selector: string): HTMLElement | null =>
  [...root.querySelectorAll<HTMLElement>(selector)].find((one) => one.checkVisibility()) ?? null;

/** Follows what happens in a place from now on. A click there takes the focus along, as a person's does. */
export function follow(place: HTMLElement): Followed {
  const known = new WeakSet<Element>(place.querySelectorAll(REGIONS));
  const said: Said[] = [];
  const wrong: string[] = [];
  /** The step in which the person did something last. */
  let left: Element | null | undefined;

  const onGesture = ({ type, target }: Event): void => {
    left = seen(place, TITLE);
    const control = (target as Element).closest<HTMLElement>('button, a, input, summary');
    if (type === 'click') control?.focus();
    else if (!place.contains(document.activeElement)) (target as Element).querySelector('input')?.focus();
  };
  for (const type of ['click', 'submit']) place.addEventListener(type, onGesture, true);

  const hear = (region: Element): void => {
    const [text, role] = [wordsOf(region), region.getAttribute('role') ?? ''];
    const wasThere = known.has(region);
    known.add(region);
    if (text === '' || !region.isConnected) return;
    said.push({ role, text, at: Date.now() });
    if (region.matches('[data-part=notice]')) return;
    if (text.startsWith('Error:') !== (role === 'alert')) wrong.push(`the ${role} says “${text}”`);
    // With a step of its own, whose heading takes the focus, nothing has to be announced; nor before anything was done.
    const isStep = document.activeElement?.matches(TITLE) ?? false;
    const isWaiting = !seen(place, TITLE);
    if (!wasThere && !isStep && !isWaiting && left !== undefined) wrong.push(`the ${role} came with “${text}”`);
  };
  const regionsOf = ({ target, addedNodes }: MutationRecord): Element[] => {
    const at = (target instanceof Element ? target : target.parentElement)?.closest(REGIONS);
    const added = [...addedNodes].filter((node) => node instanceof Element);
    return [
      ...(at ? [at] : []),
      ...added.flatMap((one) => [...(one.matches(REGIONS) ? [one] : []), ...one.querySelectorAll(REGIONS)]),
    ];
  };
  const observer = new MutationObserver((records) => {
    for (const region of new Set(records.flatMap(regionsOf))) hear(region);
  });
  observer.observe(place, { childList: true, subtree: true, characterData: true });

  return {
    said,
    faults() {
      const { activeElement: active } = document;
      const [title, invalid] = [seen(place, TITLE), seen(place, '[aria-invalid=true]')];
      const found = `the focus is on ${active ? nameOf(active) : 'nothing'}`;
      const isLost = left !== undefined && title !== null && !place.contains(active);
      const isBehind = left !== undefined && title !== left && !active?.matches(`${TITLE}, input`);
      if (invalid && active !== invalid) return [...wrong, `${found}, and not on the field that is wrong`];
      if (isLost) return [...wrong, `${found}: it is lost`];
      return title && isBehind ? [...wrong, `${found}, and a new step has begun`] : wrong;
    },
    stop() {
      observer.disconnect();
      for (const type of ['click', 'submit']) place.removeEventListener(type, onGesture, true);
    },
  };
}
