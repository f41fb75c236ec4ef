import { fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/backends/rest.js';
import '../../src/define/challenge.js';
import { MfaChallenge } from '../../src/elements/challenge/challenge.js';
import { createSimulatedServer, type SimulatedServer } from '../../src/testing/index.js';

/** What a host puts inside the element. */
export const INSIDE = [
  'nothing',
  'a form',
  'a form that changes',
  'a form with a neighbour',
  'text',
  'text in pieces',
  'HTML',
  'empty HTML',
] as const;
export type Inside = (typeof INSIDE)[number];

/** A page of a host, as its framework is to render it. */
export interface View {
  readonly tag: string;
  readonly inside: Inside;
  /** Counts the renders: what can change does. */
  readonly turn: number;
  readonly props?: Record<string, unknown>;
}

export interface Root {
  /** Resolves when the framework has rendered. */
  render(view: View): Promise<void>;
  unmount(): void;
}

export interface Framework {
  readonly name: 'React' | 'Vue';
  mount(host: HTMLElement, view: View): Promise<Root>;
  /** Resolves when the framework has hydrated. */
  hydrate(host: HTMLElement, view: View): Promise<Root>;
  serverHtml(view: View): Promise<string>;
}

const ACTION = '/api/auth/mfa/challenge/form';
const FALLBACK = `<form method="post" action="${ACTION}"><label>Code <input name="totp"></label></form>`;

/**
 * The element among nodes of the host's own.
 *
 * @param make the framework's function for a node
 * @param markup how the framework writes HTML into a node
 */
export function pageOf<Node>(
  make: (tag: string, props: Record<string, unknown>, ...children: (Node | string)[]) => Node,
  markup: (html: string) => Record<string, unknown>,
  { tag, inside, turn, props }: View,
): Node {
  const count = String(turn);
  const form = (label: string): Node =>
    make(
      'form',
      { key: 'form', method: 'post', action: ACTION },
      make('label', {}, label, make('input', { name: 'totp' })),
    );
  const children: Record<Inside, (Node | string)[]> = {
    nothing: [],
    'a form': [form('Code ')],
    'a form that changes': [form(`Code ${count} `)],
    'a form with a neighbour': [...(turn % 2 ? [make('p', { key: 'note' }, `Note ${count}`)] : []), form('Code ')],
    text: [`Loading ${count}`],
    'text in pieces': [`Loading ${count}`, '…'],
    HTML: [],
    'empty HTML': [],
  };
  const written = inside === 'HTML' ? markup(FALLBACK) : inside === 'empty HTML' ? markup('') : {};
  return make(
    'main',
    {},
    make('h1', {}, `Sign in ${count}`),
    make(
      tag,
      { backend: 'rest', service: `Fjord Bank ${count}`, 'help-url': `/help/${count}`, ...written, ...props },
      ...children[inside],
    ),
    make('footer', {}, count),
  );
}

const page = { server: createSimulatedServer(), held: Promise.resolve() };

/** A server for the page's own `fetch`; `hold` keeps its answers back until what it returns is called. */
export function serve() {
  const server = createSimulatedServer();
  server.passFirstFactor();
  Object.assign(page, { server, held: Promise.resolve() });
  return {
    server,
    hold: (): (() => void) => {
      let release = (): void => undefined;
      page.held = new Promise((resolve) => (release = resolve));
      return () => release();
    },
  };
}

/** The errors and warnings of the page, its framework's included. */
export const heard: string[] = [];
const hear = (...words: unknown[]): void => void heard.push(words.map(String).join(' ').slice(0, 300));
const onError = ({ message }: ErrorEvent): void => hear(message);
const { error, warn } = console;
const real = globalThis.fetch;

export function setUp(): void {
  heard.length = 0;
  Object.assign(console, { error: hear, warn: hear });
  addEventListener('error', onError);
  globalThis.fetch = async (input, init) => {
    await page.held;
    return page.server.fetch(input, init);
  };
}

export function tearDown(): void {
  Object.assign(console, { error, warn });
  removeEventListener('error', onError);
  globalThis.fetch = real;
}

export const blank = (): Promise<HTMLElement> => fixture<HTMLElement>(html`<div></div>`);

/** A name that no script has defined yet. */
export const lateTag = (): string => `mfa-late-${String(Math.random()).slice(2)}`;
export const define = (tag: string): void => customElements.define(tag, class extends MfaChallenge {});

export function elementIn(host: HTMLElement): MfaChallenge {
  const element = host.querySelector<MfaChallenge>('main > :not(h1, footer)');
  if (!element) throw new Error(`There is no element but: ${host.innerHTML}`);
  return element;
}

/** The fields that a person sees. */
export const fieldsIn = (host: HTMLElement): HTMLInputElement[] =>
  [...host.querySelectorAll('input')].filter((field) => field.checkVisibility());

const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));

/** Resolves with the element's own field once it is there. */
export async function screen(host: HTMLElement): Promise<HTMLInputElement> {
  for (let frames = 0; frames < 200; frames += 1) {
    const field = host.querySelector<HTMLInputElement>('[data-part=input]');
    if (field) return field;
    await frame();
  }
  throw new Error(`There is no screen but: ${host.innerHTML}`);
}

/** Types three digits into the field that is there, if one is. */
export async function type(host: HTMLElement): Promise<void> {
  const [field] = fieldsIn(host);
  if (!field) return;
  field.focus();
  await sendKeys({ type: '482' });
}

/** Renders anew four times, each time with other attributes, neighbours and children. */
export async function renderAgain(root: Root, view: View): Promise<void> {
  for (let turn = 1; turn <= 4; turn += 1) {
    await root.render({ ...view, turn });
    await frame();
  }
}

/** What a person has in front of them. */
export const seen = (host: HTMLElement) => ({
  title: host.querySelector('[data-part=title]')?.textContent?.trim(),
  fields: fieldsIn(host).map((field) => [field.value, document.activeElement === field ? 'focus' : 'no focus']),
  leftovers: /Loading|Note/.test(elementIn(host).innerText),
});

export const TITLE = 'Enter the code from your app';
const SCREEN = { title: TITLE, leftovers: false };
export const TYPED = { ...SCREEN, fields: [['482', 'focus']] };
/** The first field takes the focus that nobody has. */
export const EMPTY = { ...SCREEN, fields: [['', 'focus']] };

/** Sends the right code, and resolves once the element says that the person is in. */
export async function signIn(host: HTMLElement, server: SimulatedServer): Promise<void> {
  const field = await screen(host);
  const verified = new Promise((resolve) => host.addEventListener('mfa-verified', resolve, { once: true }));
  field.value = server.appCode();
  field.form?.requestSubmit();
  await verified;
}
