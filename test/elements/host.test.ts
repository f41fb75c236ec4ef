import { aTimeout, expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import '../../src/define/challenge.js';
import type { MfaChallenge } from '../../src/elements/challenge/challenge.js';
import { registerBackend } from '../../src/ports/registry.js';
import { refuse, scriptedBackend } from '../support/scripted-backend.js';
import { part, settled, submitCode, textOf } from '../support/screen.js';

const NOTICE = "This part of the page isn't working. Please tell the people at Fjord Bank.";

/** What the console is told while `work` runs. */
async function errorsDuring(work: () => Promise<unknown>): Promise<string[]> {
  const { error } = console;
  const said: string[] = [];
  console.error = (...words: unknown[]) => void said.push(words.join(' '));
  try {
    await work();
    // The words come by a file of their own: what was asked for before this is said by now.
    await import('../../src/elements/developer.js');
    await aTimeout(0);
  } finally {
    console.error = error;
  }
  return said;
}

/** Puts plain HTML on the page, as a server or an author would. */
async function page(markup: string): Promise<MfaChallenge> {
  const host = await fixture<HTMLElement>(html`<div></div>`);
  host.innerHTML = markup;
  const element = host.querySelector('mfa-challenge');
  if (!element) throw new Error('no element');
  await settled(element);
  return element;
}

registerBackend('scripted', () => scriptedBackend().backend);

describe('a page that is set up wrong', () => {
  for (const [what, markup, message] of [
    ['no backend', '<mfa-challenge service="Fjord Bank"></mfa-challenge>', 'has no backend'],
    [
      'an unknown backend',
      '<mfa-challenge service="Fjord Bank" backend="nobody"></mfa-challenge>',
      'Import "mfa-elements/backends/nobody"',
    ],
    [
      'a base URL elsewhere',
      '<mfa-challenge service="Fjord Bank" backend="scripted" base-url="https://elsewhere.example/"></mfa-challenge>',
      'another origin',
    ],
    [
      'a form around it',
      '<form><mfa-challenge service="Fjord Bank" backend="scripted"></mfa-challenge></form>',
      'stands inside another one',
    ],
    [
      'a fallback form without an action',
      '<mfa-challenge service="Fjord Bank" backend="scripted"><form method="post"><input></form></mfa-challenge>',
      'a code would land in the URL',
    ],
    [
      'a fallback form that would send by GET',
      '<mfa-challenge service="Fjord Bank" backend="scripted"><form action="/x"><input></form></mfa-challenge>',
      'a code would land in the URL',
    ],
  ] as const) {
    it(`shows a notice, no field, and one message to the developer: ${what}`, async () => {
      let element: MfaChallenge | undefined;
      const said = await errorsDuring(async () => {
        element = await page(markup);
        element.requestUpdate();
        await settled(element);
      });
      expect(element && textOf(element, 'notice')).to.equal(NOTICE);
      expect(element?.querySelectorAll('input')).to.have.length(0);
      expect(said).to.have.length(1);
      expect(said[0]).to.contain(message);
    });
  }

  it('shows a notice on a page without https', async () => {
    const real = Object.getOwnPropertyDescriptor(window, 'isSecureContext') ?? {};
    Object.defineProperty(window, 'isSecureContext', { value: false, configurable: true });
    const said = await errorsDuring(async () => {
      const element = await page('<mfa-challenge service="Fjord Bank" backend="scripted"></mfa-challenge>');
      expect(textOf(element, 'notice')).to.equal(NOTICE);
    });
    Object.defineProperty(window, 'isSecureContext', real);
    expect(said[0]).to.contain('only on https');
  });

  for (const name of ['backend', 'base-url', 'continue-url', 'help-url', 'service']) {
    it(`survives that the host removes ${name}`, async () => {
      const element = await page(
        '<mfa-challenge service="Fjord Bank" backend="scripted" base-url="/x" continue-url="/x" help-url="/x"></mfa-challenge>',
      );
      await errorsDuring(async () => {
        element.removeAttribute(name);
        await settled(element);
      });
      expect(part(element, 'title') ?? part(element, 'notice')).not.to.equal(null);
    });
  }

  it('is mended by the adapter that comes late', async () => {
    let element: MfaChallenge | undefined;
    await errorsDuring(async () => {
      element = await page('<mfa-challenge service="Fjord Bank" backend="late"></mfa-challenge>');
    });
    registerBackend('late', () => scriptedBackend().backend);
    if (element) await settled(element);
    expect(element && textOf(element, 'title')).to.equal('Enter the code from your app');
  });

  it('is not one that names its backend by property', async () => {
    const element = await page('<mfa-challenge service="Fjord Bank" backend="scripted"></mfa-challenge>');
    element.backend = 'scripted';
    await settled(element);
    expect(textOf(element, 'title')).to.equal('Enter the code from your app');
  });
});

describe('fallback HTML', () => {
  const FALLBACK =
    '<form method="post" action="/challenge"><label>Code <input name="code" autocomplete="one-time-code"></label></form>';

  /** An element that stands in the page with its fallback before its script is there. */
  async function beforeTheScript() {
    const name = `mfa-late-${String(Math.random()).slice(2)}`;
    const host = await fixture<HTMLElement>(html`<div></div>`);
    host.innerHTML = `<${name} service="Fjord Bank" backend="scripted">${FALLBACK}</${name}>`;
    const input = host.querySelector('input');
    if (!input) throw new Error('no input');
    const upgrade = async (): Promise<MfaChallenge> => {
      const { MfaChallenge: Base } = await import('../../src/elements/challenge/challenge.js');
      customElements.define(name, class extends Base {});
      const element = host.firstElementChild as MfaChallenge;
      await settled(element);
      return element;
    };
    return { input, upgrade };
  }

  it('keeps what was typed, the caret and the focus', async () => {
    const { input, upgrade } = await beforeTheScript();
    input.value = '123456';
    input.focus();
    input.setSelectionRange(3, 3);
    const element = await upgrade();
    const field = element.querySelector('input');
    expect(field).not.to.equal(input);
    expect([field?.value, field?.selectionStart]).to.deep.equal(['123456', 3]);
    expect(document.activeElement).to.equal(field);
  });

  it('does not take the focus of a person who is elsewhere', async () => {
    const { upgrade } = await beforeTheScript();
    const elsewhere = await fixture<HTMLInputElement>(html`<input aria-label="Search" />`);
    elsewhere.focus();
    await upgrade();
    expect(document.activeElement).to.equal(elsewhere);
  });

  it('keeps what was typed for the screen inside a drop-in, and puts it there once', async () => {
    const name = `mfa-late-${String(Math.random()).slice(2)}`;
    const host = await fixture<HTMLElement>(html`<div></div>`);
    host.innerHTML = `<${name} service="Fjord Bank" backend="refusing">${FALLBACK}</${name}>`;
    registerBackend('refusing', () => scriptedBackend({ verify: refuse({ code: 'wrong-code' }) }).backend);
    const input = host.querySelector('input');
    if (!input) throw new Error('no input');
    input.value = '48';
    input.focus();
    const { MfaSignIn } = await import('../../src/elements/sign-in/sign-in.js');
    await import('../../src/define/sign-in.js');
    customElements.define(name, class extends MfaSignIn {});
    const element = host.firstElementChild as InstanceType<typeof MfaSignIn>;
    await settled(element);
    const field = element.querySelector('input');
    expect([field?.value, document.activeElement === field]).to.deep.equal(['48', true]);
    await submitCode(element, '482913');
    expect(element.querySelector('input')?.value).to.equal('482913');
  });

  it('leaves nothing of it in the page’s own field, which its framework may hold', async () => {
    const { input, upgrade } = await beforeTheScript();
    input.value = '123456';
    await upgrade();
    expect(input.value).to.equal('');
  });

  it('leaves one field on the page', async () => {
    const { upgrade } = await beforeTheScript();
    const element = await upgrade();
    expect(element.querySelectorAll('input')).to.have.length(1);
  });

  it('stays, in silence, while the page is loading and its adapter may be on its way', async () => {
    Object.defineProperty(document, 'readyState', { value: 'interactive', configurable: true });
    let element: MfaChallenge | undefined;
    const said = await errorsDuring(async () => {
      element = await page(`<mfa-challenge service="Fjord Bank" backend="on-its-way">${FALLBACK}</mfa-challenge>`);
    });
    expect([said.length, element?.querySelectorAll('form label input').length]).to.deep.equal([0, 1]);
    Reflect.deleteProperty(document, 'readyState');
    const later = await errorsDuring(async () => {
      dispatchEvent(new Event('load'));
      if (element) await settled(element);
    });
    expect(element && textOf(element, 'notice')).to.equal(NOTICE);
    expect(later).to.have.length(1);
  });

  it('stays until there is something to put in its place', async () => {
    registerBackend('slow', () => scriptedBackend({ load: () => new Promise(() => undefined) }).backend);
    const element = await page(`<mfa-challenge service="Fjord Bank" backend="slow">${FALLBACK}</mfa-challenge>`);
    expect(element.querySelector('form')?.getAttribute('action')).to.equal('/challenge');
    expect(part(element, 'box')).to.equal(null);
  });
});

describe('a host that renders around the element', () => {
  it('gets the screen back, typed text and all, after it emptied the element', async () => {
    const element = await page('<mfa-challenge service="Fjord Bank" backend="scripted"></mfa-challenge>');
    const input = element.querySelector('input');
    if (input) input.value = '123';
    element.textContent = 'hello';
    await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(element.querySelector('input')?.value).to.equal('123');
  });

  it('gets the focus back with it, and the caret', async () => {
    const element = await page('<mfa-challenge service="Fjord Bank" backend="scripted"></mfa-challenge>');
    const input = element.querySelector('input') as HTMLInputElement;
    input.value = '123';
    input.focus();
    input.setSelectionRange(1, 1);
    for (const text of ['one', 'two']) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      element.textContent = text;
      expect(document.activeElement).to.equal(document.body);
      await new Promise((resolve) => requestAnimationFrame(resolve));
      expect([document.activeElement === input, input.selectionStart]).to.deep.equal([true, 1]);
    }
  });

  it('gets no focus back that the person had taken elsewhere', async () => {
    const element = await page('<mfa-challenge service="Fjord Bank" backend="scripted"></mfa-challenge>');
    const input = element.querySelector('input') as HTMLInputElement;
    input.focus();
    input.blur();
    await new Promise((resolve) => requestAnimationFrame(resolve));
    element.textContent = 'hello';
    await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(element.contains(input)).to.equal(true);
    expect(document.activeElement).to.equal(document.body);
  });

  it('shows no text that it writes into a node of its own', async () => {
    const element = await page('<mfa-challenge service="Fjord Bank" backend="scripted">Loading</mfa-challenge>');
    const [own] = element.childNodes;
    expect(own?.nodeValue).to.equal('');
    for (const text of ['Loading 1', 'Loading 2']) {
      if (own) own.nodeValue = text;
      await Promise.resolve();
      expect([own?.parentNode === element, own?.nodeValue]).to.deep.equal([true, '']);
    }
  });

  it('keeps its own nodes, emptied', async () => {
    const element = await page('<mfa-challenge service="Fjord Bank" backend="scripted"></mfa-challenge>');
    const own = document.createElement('p');
    own.textContent = 'the host was here';
    element.append(own);
    await new Promise((resolve) => requestAnimationFrame(resolve));
    expect([own.parentNode, own.hidden, own.textContent]).to.deep.equal([element, true, '']);
  });

  it('may move the element while a code is under way, which asks nothing anew and loses nothing', async () => {
    const { backend, calls } = scriptedBackend({ verify: () => new Promise(() => undefined) });
    registerBackend('waiting', () => backend);
    const element = await page('<mfa-challenge service="Fjord Bank" backend="waiting"></mfa-challenge>');
    await submitCode(element, '482913');
    const elsewhere = document.createElement('section');
    element.parentElement?.append(elsewhere);
    elsewhere.append(element);
    await settled(element);
    expect(calls).to.deep.equal(['load null', 'verify']);
    expect([textOf(element, 'button'), element.querySelector('input')?.value]).to.deep.equal(['Checking…', '482913']);
  });

  it('may take the element out and put it back later, which then asks anew', async () => {
    const { backend, calls } = scriptedBackend();
    registerBackend('returning', () => backend);
    const element = await page('<mfa-challenge service="Fjord Bank" backend="returning"></mfa-challenge>');
    const { parentElement } = element;
    element.remove();
    await Promise.resolve();
    parentElement?.append(element);
    await settled(element);
    expect(calls).to.deep.equal(['load null', 'load null']);
  });

  it('gets nothing that was typed from an element that it removed', async () => {
    const element = await page('<mfa-challenge service="Fjord Bank" backend="scripted"></mfa-challenge>');
    const input = element.querySelector('input');
    if (input) input.value = '482913';
    element.remove();
    await Promise.resolve();
    expect(input?.value).to.equal('');
  });

  it('has ids of its own for each instance', async () => {
    const host = await fixture<HTMLElement>(html`<div></div>`);
    const one = '<mfa-challenge service="Fjord Bank" backend="scripted"></mfa-challenge>';
    host.innerHTML = one + one;
    for (const element of host.querySelectorAll('mfa-challenge')) await settled(element);
    const ids = [...host.querySelectorAll('[id]')].map(({ id }) => id);
    expect(ids.length).to.be.greaterThan(2);
    expect(new Set(ids).size).to.equal(ids.length);
  });
});

describe('the look', () => {
  const button = (element: Element): CSSStyleDeclaration => getComputedStyle(part(element, 'button') as HTMLElement);
  const PLAIN = '<mfa-challenge service="Fjord Bank" backend="scripted"></mfa-challenge>';

  it('comes without a style element or attribute', async () => {
    const element = await page(PLAIN);
    expect(button(element).borderTopLeftRadius).to.equal('8px');
    expect(element.querySelectorAll('style, [style]')).to.have.length(0);
  });

  it('gives way to a host rule of the weight the guide names', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('mfa-challenge [data-part=button] { border-radius: 3px }');
    document.adoptedStyleSheets.unshift(sheet);
    const element = await page(PLAIN);
    const radius = button(element).borderTopLeftRadius;
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    expect(radius).to.equal('3px');
  });

  it('holds against a reset of the host', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { padding: 0; margin: 0 } button { background: none; border-radius: 0 }');
    document.adoptedStyleSheets.unshift(sheet);
    const element = await page(PLAIN);
    const { borderTopLeftRadius, paddingInlineStart } = button(element);
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    expect([borderTopLeftRadius, paddingInlineStart]).to.deep.equal(['8px', '16px']);
  });

  it('follows the tokens', async () => {
    const element = await page(PLAIN);
    element.style.setProperty('--mfa-accent', 'rgb(1, 2, 3)');
    expect(button(element).backgroundColor).to.equal('rgb(1, 2, 3)');
  });

  it('is off where the page says so', async () => {
    const element = await page(PLAIN.replace('<mfa-challenge', '<mfa-challenge unstyled'));
    expect(button(element).borderTopLeftRadius).to.equal('0px');
  });
});

afterEach(() => fixtureCleanup());
