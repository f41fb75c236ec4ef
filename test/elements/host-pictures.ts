/** A login page in pictures, with a page's sheets and without them, in one browser: no picture is kept anywhere. */
import { executeServerCommand } from '@web/test-runner-commands';
import { createRestBackend } from '../../src/backends/rest.js';
import '../../src/define.js';
import { showState, stateOf } from '../../src/testing/states/index.js';

/** What a person meets on their way, with every kind of part. The first has the focus. */
export const STATES: readonly string[] = [
  'mfa-challenge/asking-wrong-code',
  'mfa-challenge/asking',
  'mfa-challenge/trust',
  'mfa-challenge/choice',
  'mfa-lost-factor/asking',
  'mfa-backup-code-form/asking-where',
  'mfa-support/waiting',
  'mfa-repair/in',
  'mfa-repair/choosing',
  'mfa-backup-codes/showing',
  'mfa-totp-enrollment/connecting',
  'mfa-settings/overview',
  'mfa-settings/activity',
];

export type Theme = 'light' | 'dark';

/** What a page hands down by design is the same in every picture: the type and how it is drawn, a rem, what is behind. */
const PAGE = `
  html { font-size: 16px !important }
  *, ::before, ::after { transition: none !important; animation: none !important; caret-color: transparent !important }
  #login { position: absolute; inset: 0 auto auto 0; font-family: sans-serif !important; text-rendering: auto !important }
  #login > header { position: absolute; inset: 16px auto auto 32px }
  #login > section { position: absolute; inline-size: 448px; padding: 16px; box-sizing: border-box }
  html[data-theme=light] #login { color-scheme: light; background: #fff }
  html[data-theme=dark] #login { color-scheme: dark; background: #16181d }
`;

const WIDTH = 448;
const TOP = 120;
const COLUMNS = 3;

interface Shown {
  readonly id: string;
  readonly place: HTMLElement;
  readonly element: HTMLElement;
}

interface Part {
  readonly name: string;
  readonly element: HTMLElement;
  /** Within its picture: its corner in whole pixels. */
  readonly box: DOMRect;
}

interface Picture {
  readonly pixels: ImageData;
  readonly parts: readonly Part[];
}

type Pictures = ReadonlyMap<string, Picture>;

export interface LoginPage {
  readonly shown: readonly Shown[];
  /** What the page looks like now. */
  take(theme: Theme): Promise<Pictures>;
  /** With our rules, or with none of them. */
  dress(look: 'mfa' | 'none'): Promise<void>;
  close(): void;
}

const cdp = <R>(method: string, params: object): Promise<R> =>
  executeServerCommand<R, object>('cdp', { method, params });

/** Puts these states on one page, each at a place that does not depend on what is around it. */
export async function openLoginPage(states: readonly string[]): Promise<LoginPage> {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(PAGE);
  document.adoptedStyleSheets.unshift(sheet);
  const page = document.createElement('main');
  page.id = 'login';
  const header = document.createElement('header');
  const title = document.createElement('h1');
  title.textContent = 'Fjord Bank';
  header.append(title);
  page.append(header);
  document.body.append(page);
  const shown: Shown[] = [];
  for (const id of states) {
    const place = document.createElement('section');
    page.append(place);
    const { element } = await showState(stateOf(id), place, ({ baseUrl, fetch }) =>
      createRestBackend({ baseUrl, fetch }),
    );
    shown.push({ id, place, element });
  }
  const bottoms = Array.from({ length: COLUMNS }, () => TOP);
  for (const { place } of shown) {
    const height = Math.ceil(place.getBoundingClientRect().height);
    const column = bottoms.indexOf(Math.min(...bottoms));
    place.style.left = `${String(column * WIDTH)}px`;
    place.style.top = `${String(bottoms[column])}px`;
    // Room for a sheet that makes it longer.
    bottoms[column] = (bottoms[column] ?? 0) + Math.ceil(height * 1.5);
  }
  const [width, height] = [WIDTH * COLUMNS, Math.max(...bottoms)];
  page.style.inlineSize = `${String(width)}px`;
  page.style.blockSize = `${String(height)}px`;
  // The ring of a field that has the focus is part of the look.
  shown[0]?.element.querySelector<HTMLElement>('[data-part=input]')?.focus();

  return {
    shown,
    async take(theme) {
      document.documentElement.dataset['theme'] = theme;
      document.documentElement.dataset['bsTheme'] = theme;
      await cdp('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: theme }] });
      const { data } = await cdp<{ data: string }>('Page.captureScreenshot', {
        format: 'png',
        captureBeyondViewport: true,
        clip: { x: 0, y: 0, width, height, scale: 1 },
      });
      const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
      const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d', { willReadFrequently: true })!;
      canvas.drawImage(image, 0, 0);
      return new Map(
        shown.map(({ id, place, element }) => {
          const { left, top, height: tall } = place.getBoundingClientRect();
          const pixels = canvas.getImageData(left + scrollX, top + scrollY, WIDTH, Math.round(tall));
          const parts = [...element.querySelectorAll<HTMLElement>('[data-part]')].flatMap((part) => {
            const { x, y, width: wide, height: high } = part.getBoundingClientRect();
            if (wide <= 1 || !part.checkVisibility()) return [];
            const box = new DOMRect(Math.round(x - left), Math.round(y - top), wide, high);
            return [{ name: part.dataset['part'] ?? '', element: part, box }];
          });
          return [id, { pixels, parts }];
        }),
      );
    },
    async dress(look) {
      for (const { element } of shown) {
        element.toggleAttribute('unstyled', look === 'none');
        while (!element.querySelector(`[data-look=${look}]`)) await new Promise(requestAnimationFrame);
      }
    },
    close() {
      page.remove();
      delete document.documentElement.dataset['theme'];
      delete document.documentElement.dataset['bsTheme'];
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
      void cdp('Emulation.setEmulatedMedia', { features: [] });
    },
  };
}

/** How far a color channel may be off before an eye sees it. */
const SEEN = 16;

/** How many pixels of two places of one size an eye could tell apart. */
function apart(one: ImageData, other: ImageData, from: DOMRect, to: DOMRect): number {
  let found = 0;
  for (let y = 0; y < Math.floor(from.height); y += 1) {
    const [a, b] = [((from.y + y) * one.width + from.x) * 4, ((to.y + y) * other.width + to.x) * 4];
    for (let at = 0; at < Math.floor(from.width) * 4; at += 4) {
      for (let channel = at; channel < at + 3; channel += 1) {
        if (Math.abs((one.data[a + channel] ?? 0) - (other.data[b + channel] ?? 0)) <= SEEN) continue;
        found += 1;
        break;
      }
    }
  }
  return found;
}

const whole = ({ width, height }: ImageData): DOMRect => new DOMRect(0, 0, width, height);
const size = ({ width, height }: DOMRect): string => `${width.toFixed(1)} × ${height.toFixed(1)}`;

function wrongIn(name: string, plain: Picture, now: Picture, from: DOMRect, to: DOMRect): string[] {
  const off = Math.max(Math.abs(from.width - to.width), Math.abs(from.height - to.height));
  if (off > 0.5) return [`${name} is ${size(to)} and not ${size(from)}`];
  const count = apart(plain.pixels, now.pixels, from, to);
  // A line that lies between two pixels may be drawn on either.
  return count <= 4 ? [] : [`${name} has ${String(count)} other pixels`];
}

/**
 * What looks otherwise now, by the smallest part that does.
 * @param known names of parts that may look otherwise. What holds one of them isn't looked at as a whole then.
 */
export function differencesOf(before: Pictures, after: Pictures, known: readonly string[] = []): string[] {
  return [...before].flatMap(([id, plain]) => {
    const now = after.get(id);
    if (!now) return [`${id} is gone`];
    const isKnown = ({ name }: Part): boolean => known.includes(name);
    const skipped = plain.parts.filter(isKnown);
    const inner = plain.parts.flatMap((part, index) => {
      const holds = plain.parts.some(({ element }) => element !== part.element && part.element.contains(element));
      if (holds || skipped.some(({ element }) => element.contains(part.element) || part.element.contains(element)))
        return [];
      const same = now.parts.find(({ element }) => element === part.element);
      return same
        ? wrongIn(`${id}: ${part.name} (${String(index)})`, plain, now, part.box, same.box)
        : [`${id}: ${part.name} is not seen`];
    });
    if (inner.length > 0 || skipped.length > 0) return inner;
    return wrongIn(id, plain, now, whole(plain.pixels), whole(now.pixels));
  });
}
