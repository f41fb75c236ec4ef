/** Where the element stands, and the pages around it: a person's sign-in page before, and the app behind. */
import '../../src/define.js';
import * as all from '../../src/index.js';
import type { SimulatedServer } from '../../src/testing/index.js';
import { chosen, type Settings } from './control.js';
import { LANGUAGE } from './controls.js';
import { button, make } from './dom.js';
import { attributesOf, leadsOn } from './element.js';
import { JOURNEY } from './journeys.js';
import { loadLanguage } from './languages.js';
import type { Log } from './log.js';
import { THEME, WIDTH } from './surroundings.js';
import { begin, type Visit } from './visit.js';

/** Every event of the elements, by what the package exports. */
const EVENTS: readonly string[] = Object.values(all).flatMap((one) =>
  typeof one === 'function' && 'eventName' in one ? [String(one.eventName)] : [],
);
/** Those that would lead to another page. */
const LEADS = ['mfa-done', 'mfa-sign-in-needed', 'mfa-step-up-needed', 'mfa-rung-chosen'];

export interface Stage {
  readonly server: SimulatedServer | undefined;
  /** The calls that met a fault. */
  readonly met: readonly string[];
  /** Sets everything up anew. */
  begin(settings: Settings): Promise<void>;
  /** As a person reloads the page: the server knows what happened so far. */
  reload(): void;
  /** As after "Sign out": the account is as it is now, and the person at the beginning. */
  signInAgain(): void;
  /** Changes what is around the screen that is there. In another language it is loaded again. */
  dress(settings: Settings): Promise<void>;
}

/** English is the language that an element speaks by itself. */
export const languageOf = (settings: Settings): string | null => {
  const { id } = chosen(settings, LANGUAGE);
  return id === LANGUAGE.choices[0].id ? null : id;
};

/** @param changed called when the server may know something new */
export function createStage(frame: HTMLElement, log: Log, changed: () => void): Stage {
  let visit: Visit | undefined;
  let settings: Settings = {};
  let latest = 0;

  function dress(): void {
    frame.dataset['theme'] = chosen(settings, THEME).id;
    frame.dataset['width'] = chosen(settings, WIDTH).id;
    const element = frame.querySelector(chosen(settings, JOURNEY).tag);
    const attributes = attributesOf(settings, languageOf(settings));
    if (element && element.getAttribute('lang') !== (attributes['lang'] ?? null)) return place();
    for (const name of ['lang', 'dir', 'unstyled']) {
      const value = attributes[name];
      if (value === undefined) element?.removeAttribute(name);
      else element?.setAttribute(name, value);
    }
  }

  /** @param step what the person left to do when they were sent away for a proof */
  function place(step: string | null = null): void {
    if (!visit) return;
    const { backend, platform } = visit;
    const { tag, contact } = chosen(settings, JOURNEY);
    const attributes = attributesOf(settings, languageOf(settings));
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    if (step !== null) element.setAttribute('step', step);
    Object.assign(element, { backend, ...(platform && { platform }), ...(contact && { contact }) });
    for (const type of EVENTS) element.addEventListener(type, (event) => follow(event as CustomEvent<object>));
    element.addEventListener('click', (event) => stay(event as MouseEvent, log));
    frame.replaceChildren(element);
    dress();
    changed();
  }

  function follow(event: CustomEvent<object>): void {
    log.add(event.type, event.detail);
    const { how, step } = event.detail as { how?: string; step?: string | null };
    if (!LEADS.includes(event.type) || how === 'in-place') return;
    if (event.type === 'mfa-done' && !leadsOn(chosen(settings, JOURNEY))) return;
    event.preventDefault();
    if (event.type === 'mfa-done') showApp();
    else if (event.type !== 'mfa-rung-chosen') showSignIn(step ?? null);
  }

  function show(title: string, words: string, act: HTMLButtonElement): void {
    const heading = make('h2', { tabindex: '-1' }, title);
    frame.replaceChildren(make('section', { class: 'host' }, heading, make('p', {}, words), make('p', {}, act)));
    heading.focus();
    changed();
  }

  function showApp(): void {
    const isIn = visit?.server.signedIn === true;
    const words = isIn ? 'The server has signed this browser in.' : 'The server has not signed this browser in.';
    show('Your app', words, button('Sign in again', signInAgain));
  }

  function showSignIn(step: string | null): void {
    const words = 'Your page asks for the password here, and leads on to the element.';
    const go = button('Give the password', () => {
      if (leadsOn(chosen(settings, JOURNEY))) return signInAgain();
      visit?.server.signIn();
      place(step);
    });
    show('Your sign-in page', words, go);
  }

  function signInAgain(): void {
    const { at } = chosen(settings, JOURNEY);
    if (at === 'challenge') visit?.server.passFirstFactor();
    else visit?.server.signIn({ privileged: at === 'fresh' });
    place();
  }

  return {
    get server() {
      return visit?.server;
    },
    get met() {
      return visit?.met() ?? [];
    },
    async begin(given) {
      settings = given;
      const own = (latest += 1);
      await loadLanguage(languageOf(given));
      const begun = await begin(given, changed);
      if (own !== latest) return;
      // Nobody waits any more for what is held there.
      visit?.server.faults.release();
      visit = begun;
      log.clear();
      place();
    },
    reload: () => place(),
    signInAgain,
    async dress(given) {
      settings = given;
      await loadLanguage(languageOf(given));
      if (settings === given) dress();
    },
  };
}

/** Its links lead to pages that a playground doesn't have. */
function stay(event: MouseEvent, log: Log): void {
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (!link || event.defaultPrevented) return;
  event.preventDefault();
  log.add('(link)', { to: link.getAttribute('href') });
}
