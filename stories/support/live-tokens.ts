import { createRestBackend } from '../../src/backends/rest.js';
import '../../src/define.js';
import { button, make } from '../../demo/playground/dom.js';
import { copy } from '../../demo/playground/hand.js';
import { showState, stateOf } from '../../src/testing/states/index.js';
import { tokens, type Token } from './look.js';
import './pages.css';

/** Screens on which each of them can be seen. */
const SCREENS: readonly string[] = [
  'mfa-challenge/asking',
  'mfa-challenge/asking-wrong-code',
  'mfa-lost-factor/asking',
  'mfa-backup-codes/showing',
  'mfa-settings/overview',
];
const THEMES = ['light', 'dark'] as const;
type Theme = (typeof THEMES)[number];
/** What stands behind a color that lets it through. */
const BEHIND: Readonly<Record<Theme, string>> = { light: '#ffffff', dark: '#16181d' };

/** A control of one token. It knows its value once somebody has moved it. */
interface Dial {
  readonly name: string;
  readonly input: HTMLInputElement;
  readonly row: HTMLElement;
  /** As a rule says it; null where it is ours. */
  value(): string | null;
  /** Shows what is so in this theme. */
  show(theme: Theme): void;
  reset(): void;
}

const COLORS = /^light-dark\((.+), (.+)\)$/;
const LENGTH = /^(\d*\.?\d+)(px|rem)?$/;

function rowOf({ name, changes }: Token, type: string, ...rest: readonly HTMLElement[]) {
  const id = `token${name}`;
  const input = make('input', { id, type });
  const label = make('label', { for: id }, make('code', {}, name), ' ', changes);
  return { input, row: make('p', { class: `dial dial-${type}` }, label, input, ...rest) };
}

/** A color for a light page and one for a dark one: the theme that is shown is the one that is changed. */
function colorDial(token: Token, theme: () => Theme): Dial {
  const [, light = token.ours, dark = token.ours] = COLORS.exec(token.ours) ?? [];
  const ours = { light, dark };
  let pair: Readonly<Record<Theme, string>> = ours;
  const { input, row } = rowOf(token, 'color');
  input.addEventListener('input', () => {
    pair = { ...pair, [theme()]: input.value };
  });
  return {
    name: token.name,
    input,
    row,
    value: () => (pair === ours ? null : `light-dark(${pair.light}, ${pair.dark})`),
    show(shown) {
      input.value = pair[shown] === 'transparent' ? BEHIND[shown] : pair[shown];
    },
    reset() {
      pair = ours;
    },
  };
}

function lengthDial(token: Token, [, number = '0', unit = 'px']: readonly string[]): Dial {
  const output = make('output', { for: `token${token.name}` });
  const { input, row } = rowOf(token, 'range', output);
  Object.assign(input, unit === 'rem' ? { min: '16', max: '48' } : { min: '0', max: '48' });
  let moved = false;
  const show = (): void => void (output.value = `${input.value}${unit}`);
  input.addEventListener('input', () => {
    moved = true;
    show();
  });
  input.value = number;
  return {
    name: token.name,
    input,
    row,
    value: () => (moved ? `${input.value}${unit}` : null),
    show,
    reset() {
      moved = false;
      input.value = number;
    },
  };
}

function textDial(token: Token): Dial {
  const { input, row } = rowOf(token, 'text');
  input.value = token.ours;
  input.spellcheck = false;
  return {
    name: token.name,
    input,
    row,
    value: () => (input.value === token.ours || input.value.trim() === '' ? null : input.value),
    show: () => undefined,
    reset() {
      input.value = token.ours;
    },
  };
}

function dialOf(token: Token, theme: () => Theme): Dial {
  const length = LENGTH.exec(token.ours);
  if (length) return lengthDial(token, length);
  return COLORS.test(token.ours) || token.ours === 'transparent' ? colorDial(token, theme) : textDial(token);
}

function selectOf(id: string, label: string, options: readonly (readonly [value: string, label: string])[]) {
  const select = make('select', { id }, ...options.map(([value, text]) => make('option', { value }, text)));
  return { select, row: make('p', { class: 'dial' }, make('label', { for: id }, label), select) };
}

/** Fills a box with every token, live on an element; what comes of it can be copied. */
export function mountLiveTokens(box: HTMLElement | null): void {
  if (!box || box.hasChildNodes()) return;
  const page = selectOf('live-page', 'Page', [
    ['light', 'Light'],
    ['dark', 'Dark'],
  ]);
  const screen = selectOf(
    'live-screen',
    'Screen',
    SCREENS.map((id) => [id, stateOf(id).title]),
  );
  const theme = (): Theme => THEMES.find((one) => one === page.select.value) ?? 'light';
  const dials = tokens.map((token) => dialOf(token, theme));
  const stage = make('div', { class: 'live-stage' });
  const css = make('code', {});
  const said = make('p', { role: 'status' });

  function apply(): void {
    const changed = dials.flatMap(({ name, value }) => {
      const set = value();
      if (set === null) stage.style.removeProperty(name);
      else stage.style.setProperty(name, set);
      return set === null ? [] : [`  ${name}: ${set};`];
    });
    css.textContent = changed.length > 0 ? [':root {', ...changed, '}'].join('\n') : '/* All of it is ours so far. */';
    said.textContent = '';
  }
  function show(): void {
    stage.dataset['theme'] = theme();
    for (const dial of dials) dial.show(theme());
    apply();
  }
  async function place(): Promise<void> {
    const next = make('div');
    const { value } = screen.select;
    stage.replaceChildren(next);
    // What takes the focus would scroll the page to it.
    stage.inert = true;
    await showState(stateOf(value), next, ({ baseUrl, fetch }) => createRestBackend({ baseUrl, fetch }));
    stage.inert = false;
  }

  for (const { input } of dials) input.addEventListener('input', apply);
  page.select.addEventListener('change', show);
  screen.select.addEventListener('change', () => void place());
  const reset = button('Ours again', () => {
    for (const dial of dials) dial.reset();
    show();
  });
  const take = button('Copy', () => void copy(css.textContent).then((words) => (said.textContent = words)));
  box.append(
    make(
      'div',
      { class: 'live' },
      make(
        'div',
        { class: 'live-side' },
        stage,
        make('pre', { tabindex: '0', 'aria-label': 'CSS' }, css),
        make('p', { class: 'live-acts' }, take, reset),
        said,
      ),
      make(
        'form',
        { class: 'live-form', 'aria-label': 'Custom properties' },
        page.row,
        screen.row,
        ...dials.map(({ row }) => row),
      ),
    ),
  );
  show();
  void place();
}
