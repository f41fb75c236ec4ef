import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define.js';
import type { ChallengeElement } from '../../src/elements/challenge-element.js';
import { MfaChallenge } from '../../src/elements/challenge/challenge.js';
import type { ChallengePort } from '../../src/ports/backend.js';
import { withControl } from '../support/keys.js';
import { refuse, scriptedBackend } from '../support/scripted-backend.js';
import { control, errorText, part, settled, textOf } from '../support/screen.js';

/** What engines do differently: keys, focus, the clipboard, adopted sheets, measures. Runs in every engine, in every gate. */

const TAGS = ['mfa-sign-in', 'mfa-challenge', 'mfa-backup-code-form'] as const;

async function shown(tag: (typeof TAGS)[number], port?: Partial<ChallengePort>) {
  const scripted = scriptedBackend(port);
  const host = await fixture<HTMLElement>(html`<div></div>`);
  const element = Object.assign(document.createElement(tag), { backend: scripted.backend, service: 'Fjord Bank' });
  host.append(element);
  await settled(element);
  return { host, element, field: fieldOf(element), ...scripted };
}

function fieldOf(element: Element): HTMLInputElement {
  const field = element.querySelector('input');
  if (!field) throw new Error('There is no field.');
  return field;
}

async function press(element: ChallengeElement, key: string): Promise<void> {
  await sendKeys({ press: key });
  await settled(element);
}

const SENT = {
  'mfa-sign-in': { kind: 'totp', code: '482913' },
  'mfa-challenge': { kind: 'totp', code: '482913' },
  'mfa-backup-code-form': { kind: 'backup-code', code: 'CK7Q-M9XA-4TPB' },
} as const;

describe('in this engine', () => {
  for (const tag of TAGS) {
    it(`${tag} sends a code that is typed on the keyboard, with Enter`, async () => {
      const { element, field, proofs } = await shown(tag);
      field.focus();
      await sendKeys({ type: SENT[tag].code });
      await press(element, 'Enter');
      expect(proofs.map(({ proof }) => proof)).to.deep.equal([SENT[tag]]);
    });
  }

  it('a code that a manager filled is sent by a click', async () => {
    const { element, field, proofs } = await shown('mfa-backup-code-form');
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, 'CK7Q-M9XA-4TPB');
    for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
    element.querySelector<HTMLButtonElement>('button[type=submit]')?.click();
    await settled(element);
    expect(proofs.map(({ proof }) => proof)).to.deep.equal([SENT['mfa-backup-code-form']]);
  });

  it('a line copied from a list and pasted whole is sent in the server’s spelling', async () => {
    const { host, element, field, proofs } = await shown('mfa-backup-code-form');
    const list = document.createElement('textarea');
    list.value = '\t 2.  ck7q m9xa–4tpb \n';
    host.append(list);
    list.select();
    await withControl('c');
    field.focus();
    await withControl('v');
    await press(element, 'Enter');
    expect(proofs.map(({ proof }) => proof)).to.deep.equal([SENT['mfa-backup-code-form']]);
  });

  it('a refused code stays in its field, with the focus and the words', async () => {
    const { element, field } = await shown('mfa-challenge', { verify: refuse({ code: 'wrong-code' }) });
    field.focus();
    await sendKeys({ type: '482913' });
    await press(element, 'Enter');
    expect([field.value, document.activeElement === field]).to.deep.equal(['482913', true]);
    expect(errorText(element)).to.contain("That code didn't work.");
  });

  it('the Tab key goes through the screen in the order it is read', async () => {
    const { element, field } = await shown('mfa-challenge');
    field.focus();
    const reached: (string | undefined)[] = [];
    for (let stop = 0; stop < 3; stop += 1) {
      await press(element, 'Tab');
      reached.push(document.activeElement?.textContent?.trim());
    }
    expect(reached).to.deep.equal(['Continue', 'I lost my second factor', 'Cancel']);
  });

  it('focus goes with the person to the next screen', async () => {
    const { element } = await shown('mfa-sign-in');
    control(element, 'I lost my second factor').focus();
    await sendKeys({ press: 'Enter' });
    await import('../../src/define/backup-code-form.js');
    await settled(element);
    expect(textOf(element, 'title')).to.equal('Enter a backup code');
    expect(document.activeElement).to.equal(part(element, 'title'));
  });

  it('what is typed before the script stays where it is typed on', async () => {
    const host = await fixture<HTMLElement>(html`<div></div>`);
    const name = `mfa-late-${String(Math.random()).slice(2)}`;
    host.innerHTML = `<${name}><form method="post" action="/challenge"><input name="code"></form></${name}>`;
    fieldOf(host).focus();
    await sendKeys({ type: '1234' });
    fieldOf(host).setSelectionRange(2, 2);
    const element = host.firstElementChild as MfaChallenge;
    element.backend = scriptedBackend().backend;
    customElements.define(name, class extends MfaChallenge {});
    await settled(element);
    await sendKeys({ type: '9' });
    expect(fieldOf(host).value).to.equal('12934');
  });

  it('the sheet is adopted, and follows the page’s light or dark', async () => {
    const { host, element } = await shown('mfa-challenge');
    const colour = (): string => getComputedStyle(part(element, 'button') as HTMLElement).backgroundColor;
    host.style.colorScheme = 'light';
    const light = colour();
    host.style.colorScheme = 'dark';
    expect([light, colour()]).to.deep.equal(['rgb(29, 95, 209)', 'rgb(143, 182, 255)']);
  });

  it('nothing sticks out of a narrow page', async () => {
    const { host, element } = await shown('mfa-backup-code-form', { verify: refuse({ code: 'wrong-code' }) });
    host.style.cssText = 'inline-size: 288px; overflow: auto';
    fieldOf(element).value = 'CK7Q-M9XA-4TPB';
    element.querySelector('form')?.requestSubmit();
    await settled(element);
    expect(host.scrollWidth).to.be.at.most(288);
    fieldOf(element).style.inlineSize = '400px';
    expect(host.scrollWidth, 'it would be seen').to.be.greaterThan(288);
  });

  it('there is no accessibility fault', async () => {
    const { element } = await shown('mfa-sign-in');
    await expect(element).to.be.accessible();
  });
});
