/** The conditions in which each state must be usable, and what of them a machine can see. */
import { executeServerCommand } from '@web/test-runner-commands';
import 'axe-core';
import type * as Axe from 'axe-core';
import { emulate, faintIn, FOCUSABLE, seenIn } from './conditions.js';
import { misfitsIn, nameOf, spoken } from './fit.js';

const axe = (globalThis as unknown as { readonly axe: typeof Axe }).axe;

type Colors = 'light' | 'dark' | 'forced';

/** A window as it is after zooming: fewer pixels of CSS, each of several of the screen. */
interface Window {
  readonly width: number;
  readonly height: number;
  readonly zoom: 1 | 2 | 4;
}

export interface Condition {
  readonly colors: Colors;
  readonly window: Window;
  readonly dir: 'ltr' | 'rtl';
  /** Whether the person spaces texts out, as far as WCAG 1.4.12 goes. */
  readonly spaced: boolean;
}

export const COLORS: readonly Colors[] = ['light', 'dark', 'forced'];
/** Two phones, a desk's screen, and that one zoomed in on to 200 and 400 %. */
export const WINDOWS: readonly Window[] = [
  { width: 320, height: 640, zoom: 1 },
  { width: 390, height: 844, zoom: 1 },
  { width: 1280, height: 1024, zoom: 1 },
  { width: 640, height: 512, zoom: 2 },
  { width: 320, height: 256, zoom: 4 },
];

/** One for each place in a list: neighbors differ in all but the window, which takes long to change. */
export const conditionAt = (index: number): Condition => ({
  colors: COLORS[index % COLORS.length]!,
  window: WINDOWS[Math.floor(index / 6) % WINDOWS.length]!,
  dir: index % 2 === 0 ? 'ltr' : 'rtl',
  spaced: Math.floor(index / 2) % 2 === 0,
});

export const tellCondition = ({ colors, window: { width, zoom }, dir, spaced }: Condition): string =>
  `${colors}, ${width} px at ${zoom * 100} %, ${dir}${spaced ? ', spaced' : ''}`;

const cdp = (method: string, params: object): Promise<unknown> => executeServerCommand('cdp', { method, params });

let shown: Window | undefined;

export async function showIn(window: Window): Promise<void> {
  if (window === shown) return;
  shown = window;
  const { width, height, zoom } = window;
  await cdp('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: zoom, mobile: false });
}

let painted: Colors = 'light';

/** The page's own colors, light or dark, or the system's. */
export async function paint(host: HTMLElement, colors: Colors): Promise<void> {
  host.style.colorScheme = colors === 'dark' ? 'dark' : 'light';
  host.style.background = 'Canvas';
  if (colors === painted) return;
  if (colors === 'forced' || painted === 'forced')
    await emulate(colors === 'forced' ? { 'forced-colors': 'active' } : {});
  painted = colors;
}

const SPACING = new CSSStyleSheet();
SPACING.replaceSync(`
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-block-end: 2em !important }
`);

/** As a person's own sheet does it, over all of the page's. */
export function space(spaced: boolean): void {
  document.adoptedStyleSheets = [
    ...document.adoptedStyleSheets.filter((one) => one !== SPACING),
    ...(spaced ? [SPACING] : []),
  ];
}

/** Says all of it in English, or in a language that nobody speaks and that runs from right to left. */
export async function turnTo(host: HTMLElement, box: HTMLElement | null, dir: Condition['dir']): Promise<void> {
  host.lang = dir === 'ltr' ? 'en' : 'ar-XB';
  if (box) await spoken(box, host.lang);
}

export async function enter(host: HTMLElement, box: HTMLElement | null, condition: Condition): Promise<void> {
  host.removeAttribute('style');
  await showIn(condition.window);
  await paint(host, condition.colors);
  space(condition.spaced);
  await turnTo(host, box, condition.dir);
}

/** Back to how every test begins, but for the window. */
export async function leave(host: HTMLElement): Promise<void> {
  host.removeAttribute('style');
  host.lang = '';
  space(false);
  if (painted === 'forced') await emulate({});
  painted = 'light';
}

/** The window of every test. */
export async function closeWindow(): Promise<void> {
  shown = undefined;
  await cdp('Emulation.clearDeviceMetricsOverride', {});
}

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The lines of a text, as they stand on screen. */
function linesOf(owner: Element): DOMRect[] {
  return [...owner.childNodes].flatMap((node) => {
    if (node.nodeType !== Node.TEXT_NODE || !node.textContent?.trim()) return [];
    const range = document.createRange();
    range.selectNodeContents(node);
    // A space that hangs over the end of a line has no width.
    return [...range.getClientRects()].filter(({ width }) => width > 0);
  });
}

/** Whether nothing lies over a text. */
function isOnTop(owner: Element): boolean {
  owner.scrollIntoView({ block: 'center' });
  return linesOf(owner).every(({ left, right, top, bottom }) => {
    const found = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return found !== null && owner.contains(found);
  });
}

/** What axe can't judge, and how we do. What is in no list counts as found. */
const OURS: Readonly<Record<string, (element: Element) => boolean>> = {
  // It takes what is beside a line for what lies over it, where a space hangs over the end.
  'color-contrast': isOnTop,
  // What stands before the first heading of an element is the page's.
  'heading-order': (element) => element.localName === 'h2',
};

async function axeFaults(root: Element, what: Pick<Axe.RunOptions, 'runOnly' | 'rules'>): Promise<string[]> {
  const { violations, incomplete } = await axe.run(root, {
    ...what,
    resultTypes: ['violations', 'incomplete'],
    elementRef: true,
  });
  const open = incomplete.flatMap(({ id, nodes }) =>
    nodes.filter(({ element }) => !element || !OURS[id]?.(element)).map((node) => ({ id, node })),
  );
  return [...violations.flatMap(({ id, nodes }) => nodes.map((node) => ({ id, node }))), ...open].map(
    ({ id, node: { html, any, all, none } }) => `${id}: ${html} ${[...any, ...all, ...none][0]?.message ?? ''}`,
  );
}

/**
 * Every rule of axe, and our own measure of contrast: WCAG 1.4.3 for texts, and 1.4.11 for the edges of what is used. Where the
 * system has its own colors ours alone: axe reads `-webkit-text-fill-color`, for which Chromium tells the page's color.
 */
export async function ruleFaults(root: Element, colors: Colors): Promise<string[]> {
  const rules = { 'target-size': { enabled: true }, 'color-contrast': { enabled: colors !== 'forced' } };
  const found = await axeFaults(root, { runOnly: { type: 'tag', values: TAGS }, rules });
  return [...found, ...faintIn(root, { text: 4.5, edge: 3 })];
}

/** How far letters reach out of their line without meeting those of another. */
const SLACK = 4;

/** Texts of two elements, one over the other; and text that leaves its own box. */
export function crowdedIn(root: Element): string[] {
  const seen = seenIn(root);
  const lines = seen.flatMap((owner) => linesOf(owner).map((box) => ({ owner, box })));
  const over = lines.flatMap(({ owner, box }, at) =>
    lines.slice(at + 1).flatMap((other) => {
      const wide = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
      const high = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
      const meets = other.owner !== owner && wide > 1 && high > SLACK;
      return meets ? [`${nameOf(owner)} covers ${nameOf(other.owner)}`] : [];
    }),
  );
  const out = lines.flatMap(({ owner, box }) => {
    let around = owner as Element;
    while (getComputedStyle(around).display === 'inline' && around.parentElement) around = around.parentElement;
    const { top, bottom, left, right } = around.getBoundingClientRect();
    const far = Math.max(top - box.top, box.bottom - bottom, left - box.left, box.right - right);
    return far > SLACK ? [`the text of ${nameOf(owner)} leaves its box by ${far.toFixed(0)} px`] : [];
  });
  const cut = seen
    .filter((one) => one.localName !== 'input' && ['hidden', 'clip'].includes(getComputedStyle(one).overflowY))
    .filter((one) => one.scrollHeight > one.clientHeight + 1)
    .map((one) => `${nameOf(one)} is cut off below`);
  return [...over, ...out, ...cut];
}

/** What a window and the spacing of texts may break, whatever the colors. */
export function layoutFaults(root: Element, host: Element): string[] {
  const page = document.documentElement;
  const wide = page.scrollWidth > page.clientWidth ? [`the page is ${page.scrollWidth} px wide`] : [];
  return [...wide, ...misfitsIn(root, host), ...crowdedIn(root)];
}

/** Targets of less than 24 px that stand too close to others: WCAG 2.5.8. */
export const smallIn = (root: Element): Promise<string[]> =>
  axeFaults(root, { runOnly: { type: 'rule', values: ['target-size'] } });

/** Where the page around keeps its own parts in view, above and below. */
export function betweenStickyParts(host: HTMLElement): { remove(): void } {
  const [above, below] = ['top', 'bottom'].map((side) => {
    const part = document.createElement('div');
    part.style.cssText = `position: sticky; ${side}: 0; block-size: 64px; background: silver; z-index: 1`;
    return part;
  });
  host.before(above!);
  host.after(below!);
  return {
    remove: () => {
      above?.remove();
      below?.remove();
    },
  };
}

/** What can have the focus and is not seen while it has it, for something of the page lies over it. */
export const coveredIn = (root: Element): string[] =>
  seenIn(root)
    .filter((one) => one.matches(`${FOCUSABLE}, [data-part~=title]`))
    .flatMap((one) => {
      one.blur();
      one.focus();
      const { left, right, top, bottom } = one.getBoundingClientRect();
      const found = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      return found && one.contains(found) ? [] : [`${nameOf(one)} has the focus, and is covered`];
    });
