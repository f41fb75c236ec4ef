import { expect } from '@open-wc/testing';
import { createRestBackend } from '../../src/backends/rest.js';
import '../../src/define.js';
import { showState, stateOf } from '../../src/testing/states/index.js';

/** What pages bring along, as their packages have it, outside of any layer; and what of ours they are known to change. */
const PACKAGES = '/node_modules';
const HOSTS: readonly { readonly name: string; readonly sheets: readonly string[]; readonly changes?: RegExp }[] = [
  { name: 'Bootstrap’s reboot', sheets: [`${PACKAGES}/bootstrap/dist/css/bootstrap-reboot.css`] },
  { name: 'Bootstrap whole', sheets: [`${PACKAGES}/bootstrap/dist/css/bootstrap.css`] },
  { name: 'Tailwind’s preflight', sheets: ['/tailwind-preflight.css'] },
  { name: 'normalize.css', sheets: [`${PACKAGES}/normalize.css/normalize.css`] },
  {
    name: 'Pico',
    sheets: [`${PACKAGES}/@picocss/pico/css/pico.css`],
    // Its rules for fields weigh more than ours: they look like its own. Shadows that it draws are transparent.
    changes:
      /: input (padding|margin|line-height)|: checkbox |: link border|box-shadow: none → rgba\(0, 0, 0, 0\)|: code (display|border)|: key display|: fold-title/,
  },
  {
    name: 'Open Props',
    sheets: [`${PACKAGES}/open-props/open-props.min.css`, `${PACKAGES}/open-props/normalize.min.css`],
    // It sets paragraphs and lists a tenth larger, and gives details a box; a checkbox draws no background of its own.
    changes: /(font-size|line-height): 1\.\d+rem → 1\.\d+rem|: fold(-title)? |: code (padding|border)|: checkbox /,
  },
];

const STATES = [
  'mfa-challenge/asking-wrong-code',
  'mfa-challenge/trust',
  'mfa-lost-factor/asking',
  'mfa-settings/overview',
  'mfa-backup-codes/showing',
  'mfa-totp-enrollment/connecting',
];

/** What makes the look, but for the family and the colours that a page hands down. */
const LOOK = [
  ...['top', 'right', 'bottom', 'left'].flatMap((side) => [
    `margin-${side}`,
    `padding-${side}`,
    `border-${side}-width`,
  ]),
  'background-color',
  'border-top-left-radius',
  'box-shadow',
  'display',
  'list-style-type',
  'min-height',
];
const TEXT = [
  ...['font-size', 'font-weight', 'letter-spacing', 'line-height'],
  ...['text-align', 'text-decoration-line', 'text-transform'],
];

const OF_TEXT = ['font-size', 'line-height', 'letter-spacing'];

/** In a unit that a page's own size of a rem does not change. */
function valueOf(style: CSSStyleDeclaration, name: string, rem: number): string {
  const value = style.getPropertyValue(name);
  return OF_TEXT.includes(name) && value.endsWith('px') ? `${(Number.parseFloat(value) / rem).toFixed(3)}rem` : value;
}

/** Every part's look, by its place in the element. */
function lookOf(element: Element): ReadonlyMap<string, string> {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const look = new Map<string, string>();
  for (const [place, part] of element.querySelectorAll<HTMLElement>('[data-part]').entries()) {
    const style = getComputedStyle(part);
    if (part.matches('svg')) continue;
    const names = part.matches('[type=checkbox]') ? LOOK : [...LOOK, ...TEXT];
    for (const name of names)
      look.set(`${String(place)} ${part.dataset['part'] ?? ''} ${name}`, valueOf(style, name, rem));
  }
  return look;
}

/** Puts a page's sheets before ours, as they are, and takes them away again. */
async function withSheets(sheets: readonly string[], act: () => void): Promise<void> {
  const links = sheets.map((href) => Object.assign(document.createElement('link'), { rel: 'stylesheet', href }));
  const loaded = links.map(
    (link) =>
      new Promise((resolve, reject) => {
        link.addEventListener('load', resolve);
        link.addEventListener('error', () => reject(new Error(`There is no ${link.href}.`)));
      }),
  );
  document.head.append(...links);
  try {
    await Promise.all(loaded);
    act();
  } finally {
    for (const link of links) link.remove();
  }
}

describe('in a page with', () => {
  const host = document.createElement('main');
  // What moves has other values for a while.
  const still = new CSSStyleSheet();
  still.replaceSync('*, ::before, ::after { transition: none !important; animation: none !important }');
  const shown: { id: string; element: Element; plain: ReadonlyMap<string, string> }[] = [];

  before(async () => {
    document.adoptedStyleSheets.unshift(still);
    document.body.append(host);
    for (const id of STATES) {
      const connect = ({ baseUrl, fetch }: { baseUrl: string; fetch: typeof globalThis.fetch }) =>
        createRestBackend({ baseUrl, fetch });
      const { element } = await showState(stateOf(id), host, connect);
      shown.push({ id, element, plain: new Map() });
    }
    for (const one of shown) one.plain = lookOf(one.element);
  });
  after(() => {
    host.remove();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== still);
  });

  /** What a page's sheets change of ours. */
  const changed = (): string[] =>
    shown.flatMap(({ id, element, plain }) => {
      const look = lookOf(element);
      return [...plain].flatMap(([key, value]) =>
        look.get(key) === value ? [] : [`${id}: ${key.replace(/^\d+ /, '')}: ${value} → ${look.get(key) ?? ''}`],
      );
    });

  it('a rule that outweighs ours, that would be seen', async () => {
    const own = new CSSStyleSheet();
    own.replaceSync('button:not(#none) { border-radius: 1px }');
    document.adoptedStyleSheets.unshift(own);
    const seen = changed();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== own);
    expect(seen.some((one) => one.endsWith('button border-top-left-radius: 8px → 1px'))).to.equal(true);
  });

  for (const { name, sheets, changes } of HOSTS) {
    it(`${name}, a rule that means one of our parts wins`, async () => {
      const own = new CSSStyleSheet();
      own.replaceSync("mfa-challenge [data-part='button'] { border-radius: 3px; text-transform: uppercase }");
      await withSheets(sheets, () => {
        document.adoptedStyleSheets.unshift(own);
        const button = document.querySelector('mfa-challenge [data-part=button]') as HTMLElement;
        const { borderTopLeftRadius, textTransform } = getComputedStyle(button);
        document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== own);
        expect([borderTopLeftRadius, textTransform]).to.deep.equal(['3px', 'uppercase']);
      });
    });

    it(`${name}, every part keeps its look`, async () => {
      let found: readonly string[] = ['nothing was looked at'];
      await withSheets(sheets, () => {
        found = [...new Set(changed())].filter((one) => !changes?.test(one));
      });
      expect(found).to.deep.equal([]);
    });
  }
});
