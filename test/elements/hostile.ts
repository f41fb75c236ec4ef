import type { SimulatedServer } from '../../src/testing/index.js';
import { isPolluted, withStrings } from '../support/hostile.js';

/** What is looked for after a hostile text was shown, on a page under the strict policy. */

/** As the documentation gives it; the test runner speaks to its server by a socket. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self' ws:; img-src 'self'; form-action 'self'; " +
  "base-uri 'none'; object-src 'none'; require-trusted-types-for 'script'; trusted-types lit-html 'allow-duplicates'";

/** Everything that our screens are made of. */
const OWN_TAGS =
  'a b bdi button code dd details div dl dt form h2 h3 input label li ol p path rect section small span strong summary svg time ul'.split(
    ' ',
  );
/** Where a link may lead besides. */
const LINKS = ['https:', 'tel:', 'otpauth:'];

const seen: string[] = [];
/** An address that the policy blocks, and that nothing but the fence asks for. */
const FENCE = 'https://fence.example';
let fences = 0;

/** Under the policy from here on, as a page is whose document carries it; for as long as the page lives. */
export function beStrict(): void {
  const meta = document.createElement('meta');
  meta.httpEquiv = 'Content-Security-Policy';
  meta.content = POLICY;
  document.head.append(meta);
  Object.assign(globalThis, { hostile: () => void seen.push('a script ran') });
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
    seen.push(`${effectiveDirective} ${blockedURI}`),
  );
  performance.setResourceTimingBufferSize(10_000);
  new PerformanceObserver((list) => {
    for (const { name } of list.getEntries())
      if (new URL(name).origin !== location.origin) seen.push(`a request to ${new URL(name).origin}`);
  }).observe({ type: 'resource' });
}

/** What ran, was blocked or was asked of strangers since the last look. */
export async function happened(): Promise<readonly string[]> {
  await fence();
  await new Promise((frame) => requestAnimationFrame(frame));
  return [...new Set(seen.splice(0))].filter((one) => !one.includes(FENCE));
}

/** Reports come in order, when the browser gets to them: once that of a picture asked for now is there, all before it are. */
async function fence(): Promise<void> {
  const reported = new Promise<void>((resolve) => {
    addEventListener('securitypolicyviolation', function listen({ blockedURI }) {
      if (!blockedURI.startsWith(FENCE)) return;
      removeEventListener('securitypolicyviolation', listen);
      resolve();
    });
  });
  fences += 1;
  new Image().src = `${FENCE}/${String(fences)}.png`;
  await reported;
}

/** Every fault in what stands on screen. */
export function faultsIn(root: Element): readonly string[] {
  const faults = new Set<string>();
  for (const element of root.querySelectorAll('*')) {
    const { localName } = element;
    if (!OWN_TAGS.includes(localName) && !localName.startsWith('mfa-')) faults.add(`<${localName}>`);
    for (const { name } of element.attributes)
      if (/^on|^style$|^srcdoc$|^formaction$/.test(name)) faults.add(`<${localName} ${name}>`);
    for (const name of ['href', 'src', 'action'] as const) {
      const value = element.getAttribute(name);
      if (value !== null && !isOwnAddress(value, name === 'href' ? LINKS : []))
        faults.add(`<${localName} ${name}> leads to ${value.slice(0, 40)}`);
    }
  }
  for (const text of textsIn(root)) if (turnsOthers(text)) faults.add(`turned: ${text.data.trim().slice(0, 60)}`);
  if (isPolluted()) faults.add('every object has another member');
  return [...faults];
}

function isOwnAddress(value: string, schemes: readonly string[]): boolean {
  // As the browser itself reads it.
  const { protocol, origin } = Object.assign(document.createElement('a'), { href: value });
  return origin === location.origin || schemes.includes(protocol);
}

function* textsIn(root: Element): Generator<Text> {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) yield node as Text;
}

/** Overrides, embeddings and isolates, and the ends of them. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g;

/** Whether marks of direction in a text reach another text: nothing between them keeps them in. */
function turnsOthers(text: Text): boolean {
  if (!TURNS.test(text.data)) return false;
  TURNS.lastIndex = 0;
  // What a sentence of ours isolates itself, in a language from right to left, ends where it began.
  if (text.data.replaceAll(/\u2068[^\u202a-\u202e\u2066-\u2069]*\u2069/g, '').search(TURNS) < 0) return false;
  const kept = isolatorOf(text);
  const around = [...textsIn(kept)].filter((other) => other !== text && isolatorOf(other) === kept);
  return around.some(({ data }) => data.trim() !== '');
}

/** The nearest element that keeps the direction of its text to itself. */
function isolatorOf(text: Text): Element {
  let at = text.parentElement ?? document.body;
  while (at.parentElement && isInline(at)) at = at.parentElement;
  return at;
}
const isInline = (element: Element): boolean => {
  const { display, unicodeBidi } = getComputedStyle(element);
  return display === 'inline' && !unicodeBidi.includes('isolate') && !element.hasAttribute('dir');
};

/** How many ways on a screen has. */
export const waysOn = (root: Element): number =>
  root.querySelectorAll('button:not([disabled]), a[href], input:not([disabled]), summary').length;

/** Names of members whose text is the server's own choice; other texts are words of the contract. */
const FREE =
  /^(account|label|to|url|name|where|number|reference|id|handle|notified|codes|title|detail|type|email|displayName|identifier|value|text|address|display_name|issuer|accountName|rpId)$/;
/** Words of ours that stand under such a name. */
const WORD = /^(unknown|public-key|urn:mfa.*)$/;

/**
 * The way to a server whose every free text is hostile. Ids come back as they were told, so that the server knows them.
 * @param texts in turn
 */
export function hostileFetch({ fetch: ask }: Pick<SimulatedServer, 'fetch'>, texts: readonly string[]): typeof fetch {
  const own = new Map<string, string>();
  let next = 0;
  const change = (text: string, name: string): string => {
    if (name === 'byRole' && ['you', 'help-desk', 'system'].includes(text)) return text;
    if (WORD.test(text) || !(FREE.test(name) || name === 'byRole')) return text;
    const told = [...own].find(([, one]) => one === text)?.[0];
    if (told !== undefined) return told;
    const hostile = `${texts[next++ % texts.length] ?? ''}${name === 'id' || name === 'number' ? String(next) : ''}`;
    own.set(hostile, text);
    return hostile;
  };
  return async (input, init) => {
    const address = input instanceof Request ? input.url : input.toString();
    const path = address
      .split('/')
      .map((part) =>
        part
          .split('=')
          .map((one) => own.get(decodeURIComponent(one)) ?? one)
          .join('='),
      )
      .join('/');
    const body =
      typeof init?.body === 'string'
        ? JSON.stringify(withStrings(JSON.parse(init.body), (text) => own.get(text) ?? text))
        : undefined;
    const answer = await ask(path, { ...init, ...(body !== undefined && { body }) });
    if (!answer.headers.get('content-type')?.includes('json')) return answer;
    const told = withStrings(await answer.json(), change);
    return new Response(JSON.stringify(told), { status: answer.status, headers: answer.headers });
  };
}
