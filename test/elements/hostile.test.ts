import { expect } from '@open-wc/testing';
import { html, render, type TemplateResult } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { createBetterAuthBackend } from '../../src/backends/better-auth.js';
import { createKratosBackend } from '../../src/backends/kratos.js';
import { createRestBackend } from '../../src/backends/rest.js';
import '../../src/define.js';
import { isSafeUrl } from '../../src/elements/safe-url.js';
import { isSameOrigin } from '../../src/elements/urls.js';
import type { MfaBackend } from '../../src/ports/backend.js';
import { createFakePlatform } from '../../src/testing/index.js';
import { placeState, showState, stateOf, STATES, type ScreenState } from '../../src/testing/states/index.js';
import { BETTER_AUTH_ANSWERS, betterAuthFetch } from '../support/better-auth-answers.js';
import { HOSTILE, withStrings } from '../support/hostile.js';
import { createSimulatedKratos } from '../support/kratos/server.js';
import { beStrict, faultsIn, happened, hostileFetch, waysOn } from './hostile.js';

const ALL = Object.entries(HOSTILE);
const TEXTS = Object.values(HOSTILE);
/** Hosts say these too: what stands in an attribute of theirs, and what their scripts hand over. */
const URLS = ['help-url', 'sign-in-url', 'continue-url', 'sign-out-url', 'new-account-url'];
/** The first screen of an element that nobody has to come to by gestures. */
const firstOf = (tag: string): ScreenState =>
  STATES.find((state) => state.tag === tag && !state.reach && !['loading', 'notice'].includes(state.status)) ??
  stateOf(tag);
const TAGS = [...new Set(STATES.map(({ tag }) => tag))];

/** The states that show the most of what a server says. */
const TELLING = [
  'mfa-challenge/asking',
  'mfa-challenge/asking-codes-only',
  'mfa-settings/overview',
  'mfa-backup-codes/showing',
  'mfa-support/waiting',
];

describe('whatever a server or a host says', () => {
  const host = document.createElement('main');
  before(() => {
    document.body.append(host);
    beStrict();
  });
  after(() => host.remove());
  afterEach(() => host.replaceChildren());

  /** A template, on a page of its own. */
  function draw(template: TemplateResult): void {
    const place = document.createElement('div');
    host.replaceChildren(place);
    render(template, place);
  }

  /** One state on a server whose every text is hostile. */
  async function shown(state: ScreenState, texts: readonly string[]): Promise<HTMLElement> {
    const screen = await showState(state, host, (server) =>
      createRestBackend({ baseUrl: server.baseUrl, fetch: hostileFetch(server, texts) }),
    );
    return screen.element;
  }

  describe('would be seen', () => {
    it('as elements, were it put in as HTML', async () => {
      const text = TEXTS.find((one) => one.startsWith('<img')) ?? '';
      draw(html`<div>${unsafeHTML(text)}</div>`);
      expect(faultsIn(host)).to.deep.equal(['<img>', '<img onerror>', '<img src> leads to https://evil.example/a.png']);
      expect((await happened()).join())
        .to.contain('img-src https://evil.example')
        .and.contain('script-src-attr inline');
    });

    it('as a broken rule, where a page does so itself', async () => {
      expect(() => (host.innerHTML = '<b>bold</b>')).to.throw(TypeError);
      expect((await happened()).join()).to.contain('require-trusted-types-for');
    });

    it('as a script that ran', async () => {
      (globalThis as unknown as { hostile: () => void }).hostile();
      expect(await happened()).to.deep.equal(['a script ran']);
    });

    it('as an address that runs', () => {
      const link = document.createElement('a');
      link.href = 'javascript:hostile()';
      const form = document.createElement('form');
      form.setAttribute('action', '//evil.example/');
      host.replaceChildren(link, form);
      expect(faultsIn(host)).to.deep.equal([
        '<a href> leads to javascript:hostile()',
        '<form action> leads to //evil.example/',
      ]);
    });

    it('as a text that turns the one beside it, and not where it is kept in', () => {
      draw(html`<p>Signed in as ‮moc</p>`);
      expect(faultsIn(host)).to.deep.equal([]);
      draw(html`<p>Signed in as ${'\u202emoc.live'}</p>`);
      expect(faultsIn(host)).to.deep.equal(['turned: \u202emoc.live']);
      draw(html`<p>Signed in as <bdi>${'\u202emoc.live'}</bdi></p>`);
      expect(faultsIn(host)).to.deep.equal([]);
    });
  });

  for (const id of TELLING) {
    for (const [at, name] of ['one way', 'the other way'].entries()) {
      it(`${id} shows it as text and leads on, ${name} round`, async () => {
        const texts = at === 0 ? TEXTS : TEXTS.toReversed();
        const element = await shown(stateOf(id), texts);
        expect(faultsIn(element)).to.deep.equal([]);
        expect(waysOn(element)).to.be.greaterThan(0);
        expect(await happened()).to.deep.equal([]);
      });
    }
  }

  for (const [at, tag] of TAGS.entries()) {
    it(`${tag} takes it from its host, and shows it as text`, async () => {
      // All of it, over all elements.
      for (let step = at; step < ALL.length; step += 6) {
        const text = TEXTS[step] ?? '';
        const names = [...URLS, 'service', 'lang', 'title'];
        const contact = { phone: text, hours: text, takes: text, steps: [text, text] };
        const rungs = [{ label: text, line: text, url: text }];
        const { element } = placeState(
          {
            ...firstOf(tag),
            attributes: Object.fromEntries(names.map((name) => [name, text])),
            properties: { contact, rungs, challenge: text },
          },
          host,
          ({ baseUrl, fetch }) => createRestBackend({ baseUrl, fetch }),
        );
        element.append(text);
        await rendered(element);
        expect([text, ...faultsIn(element)]).to.deep.equal([text]);
        host.replaceChildren();
      }
      expect(await happened()).to.deep.equal([]);
    });
  }

  it('is no backend, and no place for one', async () => {
    for (const [, text] of ALL) {
      const { error } = console;
      console.error = () => undefined;
      const element = document.createElement('mfa-challenge');
      element.setAttribute('backend', text);
      element.setAttribute('base-url', text);
      host.replaceChildren(element);
      await rendered(element);
      await import('../../src/elements/developer.js');
      console.error = error;
      expect([text, ...faultsIn(element)]).to.deep.equal([text]);
    }
    expect(await happened()).to.deep.equal([]);
  });

  const others: Record<string, (text: string) => MfaBackend> = {
    'Better Auth as it comes': (text) =>
      createBetterAuthBackend({
        baseUrl: '/better-auth',
        plugins: ['two-factor', 'passkey'],
        fetch: betterAuthFetch('/better-auth', (body) =>
          withStrings(body, (own, name) => (/^(name|email|id|displayName)$/.test(name) ? text : own)),
        ),
      }),
    Kratos: (text) => {
      const kratos = createSimulatedKratos({}, { keys: 1, passkeys: 1 });
      const { keys, passkeys } = kratos.world.identity;
      for (const list of [keys, passkeys])
        list.splice(0, 1, ...list.slice(0, 1).map((key) => ({ ...key, name: text })));
      kratos.signIn();
      return createKratosBackend({
        baseUrl: kratos.base,
        fetch: kratos.fetch,
        totp: { issuer: text, accountName: text },
      });
    },
  };
  for (const [server, connect] of Object.entries(others)) {
    it(`${server} says it on the account page, as text`, async () => {
      expect(Object.keys(BETTER_AUTH_ANSWERS)).to.include('/get-session');
      for (const [what, text] of ALL) {
        const element = document.createElement('mfa-settings');
        Object.assign(element, { backend: connect(text), service: 'Fjord Bank', platform: createFakePlatform() });
        host.replaceChildren(element);
        const named = await until(() => element.querySelector('[data-part=card-title], [data-part=error]:not(:empty)'));
        expect([what, named.textContent === '', ...faultsIn(element)]).to.deep.equal([what, false]);
        expect(waysOn(element)).to.be.greaterThan(0);
      }
      expect(await happened()).to.deep.equal([]);
    });
  }

  it('is an address of ours only where the browser reads it as one', () => {
    for (const [what, text] of ALL) {
      const { origin, protocol } = Object.assign(document.createElement('a'), { href: text });
      if (isSameOrigin(text)) expect(origin, what).to.equal(location.origin);
      if (isSafeUrl(text)) expect([location.protocol, 'https:'], what).to.include(protocol);
      if (/evil\.example/.test(new URL(text, location.href).host)) expect(isSameOrigin(text), what).to.equal(false);
    }
    expect([isSameOrigin('/login'), isSameOrigin('?a'), isSafeUrl('https://id.example/')]).to.deep.equal([
      true,
      true,
      true,
    ]);
  });
});

/** Until nothing more is to come of the element's first answer. */
async function rendered(element: HTMLElement): Promise<void> {
  await until(() => element.querySelector('[data-part=box] > *'));
  for (let turn = 0; turn < 5; turn += 1) await new Promise((frame) => requestAnimationFrame(frame));
}

async function until<Found>(find: () => Found | null): Promise<Found> {
  for (let frames = 0; frames < 300; frames += 1) {
    const found = find();
    if (found) return found;
    await new Promise((frame) => requestAnimationFrame(frame));
  }
  throw new Error('It never came.');
}
