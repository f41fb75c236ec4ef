import { expect, fixtureCleanup } from '@open-wc/testing';
import { executeServerCommand, sendKeys, sendMouse } from '@web/test-runner-commands';
import { MfaChallenge } from '../../src/elements/challenge/challenge.js';
import { scriptedBackend } from '../support/scripted-backend.js';
import { settled } from '../support/screen.js';
import {
  blank,
  define,
  fieldsIn,
  lateTag,
  renderAgain,
  screen,
  seen,
  serve,
  setUp,
  tearDown,
  TITLE,
} from './frameworks-host.js';
import { react } from './frameworks-react.js';
import { vue } from './frameworks-vue.js';

const isChromium = /Chrome\//.test(navigator.userAgent);
const chromiumIt = isChromium ? it : it.skip;

/** Composes this text in the field that has the focus, in place of what was composed so far. */
const compose = (text: string): Promise<unknown> =>
  executeServerCommand('cdp', {
    method: 'Input.imeSetComposition',
    params: { text, selectionStart: text.length, selectionEnd: text.length },
  });
/** Ends what is composed with this text. */
const commit = (text: string): Promise<unknown> =>
  executeServerCommand('cdp', { method: 'Input.insertText', params: { text } });

/** A fallback with the focus in its field, whose element has no script yet. */
async function beforeTheScript() {
  const tag = lateTag();
  const { backend, proofs } = scriptedBackend();
  const host = await blank();
  host.innerHTML = `<${tag}><form method="post" action="/challenge"><input name="csrf" type="hidden"><input name="totp"><button>Continue</button></form></${tag}>`;
  const element = host.firstElementChild as MfaChallenge;
  element.backend = backend;
  const [old] = fieldsIn(host);
  if (!old) throw new Error('There is no field.');
  const left: Event[] = [];
  old.form?.addEventListener('submit', (event) => {
    event.preventDefault();
    left.push(event);
  });
  old.focus();
  const elsewhere = document.createElement('button');
  elsewhere.textContent = 'Elsewhere';
  host.prepend(elsewhere);
  const upgrade = async (): Promise<void> => {
    customElements.define(tag, class extends MfaChallenge {});
    await settled(element);
  };
  /** Waits for the element's own field. */
  const shown = async (): Promise<void> => {
    await screen(host);
    await settled(element);
  };
  /** The fallback's field or the element's, what stands in it, and whether typing goes on there. */
  const field = (): unknown[] =>
    fieldsIn(host).map((one) => [one === old ? 'old' : 'new', one.value, one === document.activeElement]);
  return { element, old, elsewhere, left, proofs, upgrade, shown, field };
}

describe('an input method at work', () => {
  afterEach(() => fixtureCleanup());

  describe('in the fallback since before the script', () => {
    chromiumIt('is left alone', async () => {
      const { upgrade, field } = await beforeTheScript();
      await compose('１２');
      await upgrade();
      expect(field()).to.deep.equal([['old', '１２', true]]);
      await compose('１２３');
      expect(field()).to.deep.equal([['old', '１２３', true]]);
    });

    chromiumIt('gives its text to the new field once, when it is done', async () => {
      const { shown, upgrade, field } = await beforeTheScript();
      await compose('１２');
      await upgrade();
      await compose('１２３');
      await commit('123');
      await shown();
      expect(field()).to.deep.equal([['new', '123', true]]);
    });

    chromiumIt('gives its text to the new field once, and not the focus, when the person goes elsewhere', async () => {
      const { elsewhere, shown, upgrade, field } = await beforeTheScript();
      await compose('１２');
      await upgrade();
      const { x, y } = elsewhere.getBoundingClientRect();
      await sendMouse({ type: 'click', position: [Math.ceil(x) + 5, Math.ceil(y) + 5] });
      await shown();
      expect(field()).to.deep.equal([['new', '１２', false]]);
      expect(document.activeElement).to.equal(elsewhere);
    });

    // Nothing tells it from typing: no event, and the letters are those of codes. What the browser's own input method learns of
    // the lost field does not reach one that is driven from outside: it goes on, and its text is there twice.
    chromiumIt(
      'is not seen where it composes plain letters: its text is in the new field, and again if it goes on',
      async () => {
        const { upgrade, field } = await beforeTheScript();
        await compose('ck7');
        await upgrade();
        expect(field()).to.deep.equal([['new', 'ck7', true]]);
        await commit('ck7');
        expect(field()).to.deep.equal([['new', 'ck7ck7', true]]);
      },
    );

    chromiumIt('is left alone also with plain letters, once it was heard of', async () => {
      const { element, shown, upgrade, field } = await beforeTheScript();
      let answer = (): void => undefined;
      const entry = await scriptedBackend().backend.challenge?.load(null, { signal: new AbortController().signal });
      const waiting = new Promise<NonNullable<typeof entry>>((resolve) => (answer = () => entry && resolve(entry)));
      element.backend = scriptedBackend({ load: () => waiting }).backend;
      await compose('ck7');
      await upgrade();
      await compose('ck7q');
      answer();
      await settled(element);
      expect(field()).to.deep.equal([['old', 'ck7q', true]]);
      await commit('ck7q');
      await shown();
      expect(field()).to.deep.equal([['new', 'ck7q', true]]);
    });
  });

  describe('that was done before the script, with wide digits in the field,', () => {
    async function done() {
      const page = await beforeTheScript();
      page.old.value = '４８２９１３';
      page.old.setSelectionRange(6, 6);
      await page.upgrade();
      expect(page.field()).to.deep.equal([['old', '４８２９１３', true]]);
      return page;
    }

    it('is known to be by the next key, which is not lost', async () => {
      const { shown, field } = await done();
      await sendKeys({ type: '0' });
      await shown();
      expect(field()).to.deep.equal([['new', '４８２９１３0', true]]);
    });

    it('is known to be by Enter, which sends the code by script, once', async () => {
      const { element, left, proofs } = await done();
      await sendKeys({ press: 'Enter' });
      await settled(element);
      expect(proofs.map(({ proof }) => proof)).to.deep.equal([{ kind: 'totp', code: '482913' }]);
      expect(left).to.have.length(0);
    });

    it('is known to be when the person goes elsewhere', async () => {
      const { old, shown, field } = await done();
      old.blur();
      await shown();
      expect(field()).to.deep.equal([['new', '４８２９１３', false]]);
    });
  });

  for (const framework of [react, vue]) {
    describe(`in a page of ${framework.name}`, () => {
      beforeEach(setUp);
      afterEach(tearDown);

      chromiumIt('goes on in the element’s field while the app renders again', async () => {
        serve();
        const host = await blank();
        const view = { tag: 'mfa-challenge', inside: 'a form that changes', turn: 0 } as const;
        const root = await framework.mount(host, view);
        (await screen(host)).focus();
        await compose('４８');
        await renderAgain(root, view);
        await compose('４８２');
        await commit('482');
        expect(seen(host).fields).to.deep.equal([['482', 'focus']]);
      });

      chromiumIt('goes on in the fallback while the app hydrates, renders again, and the script comes', async () => {
        serve();
        const host = await blank();
        const view = { tag: lateTag(), inside: 'a form that changes', turn: 0 } as const;
        host.innerHTML = await framework.serverHtml(view);
        fieldsIn(host)[0]?.focus();
        await compose('４８');
        const root = await framework.hydrate(host, view);
        define(view.tag);
        await renderAgain(root, view);
        await compose('４８２');
        expect(seen(host).title).to.equal(undefined);
        await commit('482');
        await screen(host);
        expect(seen(host)).to.deep.equal({ title: TITLE, leftovers: false, fields: [['482', 'focus']] });
      });
    });
  }
});
