/** What does not fit into its screen, or stands in the wrong direction. */

/** Codes, keys and what is typed of them: they run from left to right in every language, and no translator touches them. */
const CODES = 'code, [data-part=key], input[translate=no]';

export const nameOf = (one: Element): string => {
  const part = one.getAttribute('data-part');
  return `${one.localName}${part ? `[${part}]` : ''}`;
};

const isSeen = (one: Element): boolean => one.checkVisibility();

/** What reaches over the sides of a place, or is cut off inside itself. */
export function misfitsIn(box: Element, place: Element): string[] {
  const { left, right } = place.getBoundingClientRect();
  return [...box.querySelectorAll('*')].filter(isSeen).flatMap((one) => {
    const { left: start, right: end, width } = one.getBoundingClientRect();
    // What is there for screen readers alone is a pixel wide.
    if (width <= 1) return [];
    const over =
      start < left - 1 || end > right + 1 ? [`${nameOf(one)} reaches from ${start - left} to ${end - left}`] : [];
    const style = getComputedStyle(one);
    // A field shows a part of what is typed, wherever the caret is.
    const cuts = one.localName !== 'input' && (style.overflowX === 'hidden' || style.overflowX === 'clip');
    const cut = cuts && one.scrollWidth > one.clientWidth + 1 ? [`${nameOf(one)} is cut off`] : [];
    return [...over, ...cut];
  });
}

/** What is not as a language that runs from right to left wants it. */
export function unmirroredIn(box: HTMLElement): string[] {
  const codes = [...box.querySelectorAll(CODES)].filter(
    (one) => getComputedStyle(one).direction !== 'ltr' || !one.closest('[translate=no]'),
  );
  const texts = [...box.querySelectorAll<HTMLElement>('[data-part=title], [data-part=text], [data-part=label]')].filter(
    (one) => isSeen(one) && getComputedStyle(one).direction !== 'rtl',
  );
  // The lines of a heading begin where its box ends, and not where left-to-right ones would.
  const titles = [...box.querySelectorAll<HTMLElement>('[data-part=title]')].filter((one) => {
    const text = document.createRange();
    text.selectNodeContents(one);
    const end = Math.max(...[...text.getClientRects()].map(({ right }) => right));
    return isSeen(one) && Math.abs(end - one.getBoundingClientRect().right) > 2;
  });
  return [
    ...codes.map((one) => `${nameOf(one)} is a code, and not isolated from left to right`),
    ...texts.map((one) => `${nameOf(one)} runs from left to right`),
    ...titles.map((one) => `${nameOf(one)} stands on the left`),
  ];
}

/** Waits until an element speaks a language. */
export async function spoken(box: HTMLElement, lang: string): Promise<void> {
  while (box.lang !== lang) await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
}
