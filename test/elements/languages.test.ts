import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/backup-code-form.js';
import '../../src/define/challenge.js';
import '../../src/locales/de.js';
import type { MfaBackupCodeForm } from '../../src/elements/backup-code-form/backup-code-form.js';
import type { MfaChallenge } from '../../src/elements/challenge/challenge.js';
import { setWords } from '../../src/words.js';
import { refuse, scriptedBackend } from '../support/scripted-backend.js';
import { part, settled, submitCode, textOf } from '../support/screen.js';

/** One of all that German was asked for; the others come with what they are needed by. */
const fetched = (): string[] =>
  performance
    .getEntriesByType('resource')
    .map(({ name }) => /locales\/de\/([\w-]+)/.exec(name)?.[1] ?? '')
    .filter((name) => name !== '');

async function challenge(lang: string, port: Parameters<typeof scriptedBackend>[0] = {}) {
  const { backend } = scriptedBackend(port);
  const page = await fixture<HTMLElement>(
    html`<main lang=${lang}><mfa-challenge .backend=${backend} service="Fjord Bank"></mfa-challenge></main>`,
  );
  const element = page.querySelector<MfaChallenge>('mfa-challenge');
  if (!element) throw new Error('There is no challenge.');
  await settled(element);
  return { page, element };
}

/** Waits until an element says something else than it did. */
async function changed(element: HTMLElement, name: string, before: string | undefined): Promise<void> {
  while (textOf(element, name) === before) await new Promise(requestAnimationFrame);
}

describe('an element in the language of the page', () => {
  it('speaks German from its first word on', async () => {
    const heard: string[] = [];
    const watch = new MutationObserver(() => heard.push(textOf(document.body, 'title') ?? ''));
    watch.observe(document.body, { childList: true, subtree: true, characterData: true });
    const { element } = await challenge('de-AT');
    watch.disconnect();
    expect(textOf(element, 'title')).to.equal('Code aus Ihrer App eingeben');
    expect(new Set(heard.filter(Boolean))).to.deep.equal(new Set(['Code aus Ihrer App eingeben']));
  });

  it('says what went wrong in German too, once its code is there', async () => {
    const { element } = await challenge('de', { verify: refuse({ code: 'wrong-code', triesLeft: 1 }) });
    await submitCode(element, '123456');
    expect(textOf(element, 'error')).to.equal(
      'Fehler: Dieser Code hat nicht funktioniert. Warten Sie auf einen neuen Code in Ihrer App und nehmen Sie den. Sie haben noch einen Versuch.',
    );
  });

  it('fetches the words of the screens that are shown, and no others', async () => {
    await challenge('de');
    expect(fetched()).to.include.members(['first', 'later', 'sign-in']);
    expect(fetched()).not.to.include.members(['settings']);
  });

  it('speaks English where nothing else is known', async () => {
    const { element } = await challenge('sw');
    expect(textOf(element, 'title')).to.equal('Enter the code from your app');
    expect(part(element, 'box')?.lang).to.equal('en');
  });

  it('follows the page, and keeps what was typed, the caret and the focus', async () => {
    const { page, element } = await challenge('en');
    const input = element.querySelector('input');
    if (!input) throw new Error('There is no field.');
    input.focus();
    input.value = '1234';
    input.setSelectionRange(2, 2);
    page.lang = 'de';
    await changed(element, 'title', 'Enter the code from your app');
    expect(element.querySelector('input')).to.equal(input);
    expect([input.value, input.selectionStart, document.activeElement === input]).to.deep.equal(['1234', 2, true]);
    expect(textOf(element, 'label')).to.equal('App-Code');
  });

  it('does not announce again what it has said', async () => {
    const { page, element } = await challenge('en', { verify: refuse({ code: 'wrong-code' }) });
    await submitCode(element, '123456');
    const alert = part(element, 'error');
    if (!alert) throw new Error('There is no alert.');
    const heard: (string | null)[] = [];
    const watch = new MutationObserver(() => heard.push(alert.getAttribute('aria-live')));
    watch.observe(alert, { childList: true, subtree: true, characterData: true });
    page.lang = 'de';
    await changed(element, 'error', textOf(element, 'error'));
    watch.disconnect();
    expect(heard.length).to.be.greaterThan(0);
    expect(new Set(heard)).to.deep.equal(new Set(['off']));
    while (alert.hasAttribute('aria-live')) await new Promise(requestAnimationFrame);
  });

  it('asks the page around a shadow tree', async () => {
    const { backend } = scriptedBackend();
    const page = await fixture<HTMLElement>(html`<main lang="de"><div></div></main>`);
    const element = document.createElement('mfa-challenge');
    Object.assign(element, { backend });
    page.querySelector('div')?.attachShadow({ mode: 'open' }).append(element);
    await settled(element);
    expect(textOf(element, 'label')).to.equal('App-Code');
    page.lang = 'en';
    await changed(element, 'label', 'App-Code');
    expect(textOf(element, 'label')).to.equal('App code');
  });

  it('writes from right to left where its language does, whatever the page does', async () => {
    setWords('ar', { challenge: { title: 'أدخل الرمز' }, common: { whoAs: 'الدخول إلى {service} باسم {account}' } });
    const { page, element } = await challenge('ar');
    const box = part(element, 'box');
    expect([box?.dir, box?.lang, getComputedStyle(element).direction]).to.deep.equal(['rtl', 'ar', 'ltr']);
    expect(textOf(element, 'who')).to.equal('الدخول إلى \u2068Fjord Bank\u2069 باسم \u2068a•••@example.com\u2069');
    expect(textOf(element, 'label')).to.equal('App code');
    expect(getComputedStyle(element.querySelector('input') as Element).direction).to.equal('ltr');
    page.lang = 'de';
    await changed(element, 'label', 'App code');
    expect(box?.dir).to.equal('ltr');
  });

  it('takes a word of the page in the place of ours, at once, and for its region alone', async () => {
    const { page, element } = await challenge('de-CH');
    setWords('de-CH', { challenge: { submit: 'Los' } });
    await settled(element);
    expect(element.querySelector('form button')?.textContent.trim()).to.equal('Los');
    page.lang = 'de';
    await changed(element, 'form', textOf(element, 'form'));
    expect(element.querySelector('form button')?.textContent.trim()).to.equal('Weiter');
  });

  it('refuses words for what is no language', () => {
    expect(() => setWords('no language', {})).to.throw(TypeError, '"no language" is no language.');
  });

  it('shows each element in the language around it', async () => {
    const { backend } = scriptedBackend();
    const page = await fixture<HTMLElement>(html`
      <main>
        <div lang="de"><mfa-challenge .backend=${backend}></mfa-challenge></div>
        <div lang="en"><mfa-backup-code-form .backend=${backend}></mfa-backup-code-form></div>
      </main>
    `);
    const german = page.querySelector<MfaChallenge>('mfa-challenge');
    const english = page.querySelector<MfaBackupCodeForm>('mfa-backup-code-form');
    if (!german || !english) throw new Error('One is missing.');
    await settled(german);
    await settled(english);
    german.requestUpdate();
    await settled(german);
    expect([textOf(german, 'label'), textOf(english, 'label')]).to.deep.equal(['App-Code', 'Backup code']);
  });
});
