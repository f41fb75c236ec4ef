import { expect } from '@open-wc/testing';
import { createRestBackend } from '../../src/backends/rest.js';
import '../../src/define.js';
import { showState, stateOf } from '../../src/testing/states/index.js';
import { BOOTSTRAP, NORMALIZE, OPEN_PROPS, PICO, REBOOT, TAILWIND, withRules, withSheets, type Host } from './hosts.js';

/** What of ours a page's sheets are known to change. */
const HOSTS: readonly (Host & { readonly changes?: RegExp })[] = [
  REBOOT,
  BOOTSTRAP,
  TAILWIND,
  NORMALIZE,
  {
    ...PICO,
    // Its rules for fields weigh more than ours: they look like its own. Shadows that it draws are transparent.
    changes:
      /: input (padding|margin|line-height)|: checkbox |: link border|box-shadow: none → rgba\(0, 0, 0, 0\)|: code (display|border)|: key display|: fold-title/,
  },
  {
    ...OPEN_PROPS,
    // It gives details a box; a checkbox draws no background of its own. What holds texts with a size of their own is larger.
    changes:
      /: fold(-title)? |: code (padding|border)|: checkbox |: (choices?|cards?|card-actions|codes|code-item|qr|key) (font-size|line-height): /,
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
    let seen: string[] = [];
    await withRules('button:not(#none) { border-radius: 1px }', () => {
      seen = changed();
    });
    expect(seen.some((one) => one.endsWith('button border-top-left-radius: 8px → 1px'))).to.equal(true);
  });

  it('a larger rem, all of it grows along', async () => {
    await withRules('html { font-size: 20px }', () => {
      const sizes = ['title', 'text', 'input'].map((part) => {
        const found = document.querySelector(`mfa-challenge [data-part~=${part}]`) as HTMLElement;
        return getComputedStyle(found).fontSize;
      });
      expect(sizes).to.deep.equal(['27.5px', '20px', '30px']);
    });
  });

  for (const { name, sheets, changes } of HOSTS) {
    it(`${name}, a rule that means one of our parts wins`, async () => {
      let found: string[] = [];
      await withSheets(sheets, () =>
        withRules("mfa-challenge [data-part='button'] { border-radius: 3px; text-transform: uppercase }", () => {
          const button = document.querySelector('mfa-challenge [data-part=button]') as HTMLElement;
          const { borderTopLeftRadius, textTransform } = getComputedStyle(button);
          found = [borderTopLeftRadius, textTransform];
        }),
      );
      expect(found).to.deep.equal(['3px', 'uppercase']);
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
