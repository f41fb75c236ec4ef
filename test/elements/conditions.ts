/** How a person wants to see: what a system tells every page, and what must hold then. */
import { executeServerCommand } from '@web/test-runner-commands';

/** Only Chromium lets a test choose. */
export const canEmulate = /Chrome\//.test(navigator.userAgent);

export async function emulate(features: Readonly<Record<string, string>>): Promise<void> {
  const list = Object.entries(features).map(([name, value]) => ({ name, value }));
  await executeServerCommand('cdp', { method: 'Emulation.setEmulatedMedia', params: { features: list } });
}

type Color = readonly [red: number, green: number, blue: number, alpha: number];

export function colorOf(css: string): Color {
  const [, list] = /^rgba?\((.+)\)$/.exec(css) ?? [];
  if (list === undefined) throw new Error(`"${css}" is no color that a browser computes.`);
  const [red = 0, green = 0, blue = 0, alpha = 1] = list.split(/[\s,/]+/).map(Number);
  return [red, green, blue, alpha];
}

const isSeen = (css: string): boolean => colorOf(css)[3] > 0;

/** WCAG 2: relative luminance. */
function luminance([red, green, blue]: Color): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(colorOf(one)), luminance(colorOf(other))].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function behind(element: Element): string {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const { backgroundColor } = getComputedStyle(at);
    if (isSeen(backgroundColor)) return backgroundColor;
  }
  return 'rgb(255, 255, 255)';
}

const nameOf = (one: Element): string => one.getAttribute('data-part') ?? one.localName;
export const seenIn = (root: Element): HTMLElement[] =>
  [...root.querySelectorAll<HTMLElement>('*')].filter((one) => {
    const { width, height } = one.getBoundingClientRect();
    return one.checkVisibility() && width > 1 && height > 0;
  });
const hasText = (one: Element): boolean =>
  [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());

/** Whose edge is a line. */
const EDGED = '[data-part~=input], [data-part~=second-button], [data-part~=choice-button], [data-part~=notice]';

/** Texts and edges that stand out too little. */
export function faintIn(root: Element, least: { readonly text: number; readonly edge: number }): string[] {
  return seenIn(root).flatMap((one) => {
    const { color, borderTopColor } = getComputedStyle(one);
    const [text, edge] = [contrast(color, behind(one)), contrast(borderTopColor, behind(one.parentElement ?? one))];
    return [
      ...(hasText(one) && text < least.text ? [`${nameOf(one)} has text of ${text.toFixed(1)}`] : []),
      ...(one.matches(EDGED) && edge < least.edge ? [`${nameOf(one)} has an edge of ${edge.toFixed(1)}`] : []),
    ];
  });
}

/** Panels that are told by what is behind their text. */
export const shadedIn = (root: Element): HTMLElement[] =>
  seenIn(root).filter(
    (one) => !one.matches('input') && one.dataset['part'] && isSeen(getComputedStyle(one).backgroundColor),
  );

function hasEdge(one: Element): boolean {
  const style = getComputedStyle(one);
  return ['top', 'right', 'bottom', 'left'].every(
    (side) =>
      Number.parseFloat(style.getPropertyValue(`border-${side}-width`)) >= 1 &&
      style.getPropertyValue(`border-${side}-style`) === 'solid' &&
      contrast(style.getPropertyValue(`border-${side}-color`), behind(one.parentElement ?? one)) >= 3,
  );
}

/** Whether a system's own colors leave enough: no panel, button, field or link is told by a color alone. */
export function bareIn(root: Element, shaded: readonly HTMLElement[]): string[] {
  const seen = seenIn(root);
  const edged = seen.filter((one) => one.matches(`${EDGED}, [data-part~=button]`));
  return [
    ...[...new Set([...edged, ...shaded])].filter((one) => !hasEdge(one)).map((one) => `${nameOf(one)} has no edge`),
    ...seen
      .filter((one) => one.matches('[data-part~=link]') && getComputedStyle(one).textDecorationLine !== 'underline')
      .map((one) => `${nameOf(one)} has no line`),
    ...seen
      .filter((one) => one.matches('[data-part~=error]:not(:empty)'))
      .filter((one) => !one.querySelector('svg')?.checkVisibility() || !/^\s*Error:/.test(one.textContent))
      .map((one) => `${nameOf(one)} is told by its color`),
  ];
}

export const FOCUSABLE = 'a[href], button, input, summary, select, [tabindex="0"]';

/** What shows no ring when the focus comes to it by keys. */
export function ringlessIn(root: Element): string[] {
  return seenIn(root)
    .filter((one) => one.matches(FOCUSABLE))
    .flatMap((one) => {
      one.focus();
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(one);
      const isRing =
        one.matches(':focus-visible') &&
        outlineStyle !== 'none' &&
        Number.parseFloat(outlineWidth) >= 2 &&
        contrast(outlineColor, behind(one.parentElement ?? one)) >= 3;
      return isRing ? [] : [`${nameOf(one)} has no ring`];
    });
}

/** What would move, and for how long. */
export function movingIn(root: Element): string[] {
  return [root, ...root.querySelectorAll('*')].flatMap((one) => {
    const { transitionDuration, animationName, animationDuration } = getComputedStyle(one);
    const lasts = (list: string): boolean => list.split(', ').some((time) => Number.parseFloat(time) > 0);
    return [
      ...(lasts(transitionDuration) ? [`${nameOf(one)} moves for ${transitionDuration}`] : []),
      ...(animationName !== 'none' && lasts(animationDuration) ? [`${nameOf(one)} is animated`] : []),
    ];
  });
}

/** What stays where it is while the page scrolls, and may cover a field. */
export const fixedIn = (root: Element): string[] =>
  seenIn(root)
    .filter((one) => ['sticky', 'fixed'].includes(getComputedStyle(one).position))
    .map((one) => `${nameOf(one)} stays`);

/** Sixty letters with no place to break at. */
export const LONG = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunte';

/** Puts the long one wherever one of these stands. Returns how to take it back, and how often it stands there. */
export function stretch(root: Element, names: readonly (string | RegExp)[]): { count: number; restore(): void } {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const before = new Map<Text, string>();
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    const text = names.reduce((all: string, name) => all.replaceAll(name, LONG), node.data);
    if (text === node.data) continue;
    before.set(node, node.data);
    node.data = text;
  }
  return {
    count: before.size,
    restore() {
      for (const [node, text] of before) node.data = text;
    },
  };
}
