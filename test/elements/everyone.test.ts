import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { createRestBackend } from '../../src/backends/rest.js';
import '../../src/define.js';
import { showState, stateOf, type Screen } from '../../src/testing/states/index.js';
import { canEmulate } from './conditions.js';
import {
  betweenStickyParts,
  closeWindow,
  COLORS,
  coveredIn,
  enter,
  layoutFaults,
  leave,
  ruleFaults,
  WINDOWS,
  type Condition,
} from './everyone.js';
import { follow } from './followed.js';
import { misnamedIn, misplacedHelpIn, toldOf, unlistedIn, unsaidIn } from './meaning.js';
import { hurriedIn, leaveAlone } from './patience.js';

const chromium = canEmulate ? describe : describe.skip;

/** What `states.test.ts` holds of every state, where it can be seen to fail; and what time and typing alone do. */
describe('everyone', () => {
  const host = document.createElement('main');
  const show = (id: string): Promise<Screen> =>
    showState(stateOf(id), host, ({ baseUrl, fetch }) => createRestBackend({ baseUrl, fetch }));
  beforeEach(() => document.body.append(host));
  afterEach(() => {
    host.replaceChildren();
    host.remove();
  });

  it('would be seen to hear, or to say, something else than is read', () => {
    host.innerHTML = `
      <button aria-label="Send it">Continue</button>
      <label for="a" hidden>App code</label><input id="a" aria-invalid="true" aria-describedby="b">
      <div role="status" data-part="status" style="display: none"></div>
      <div role="alert" data-part="error">Wrong</div>`;
    expect([...misnamedIn(host), ...unsaidIn(host)]).to.deep.equal([
      'button reads “Continue” and is named “Send it”',
      'the label of input is not seen',
      'div[status] is hidden until it says something',
      'div[error] is not called one',
      'input is wrong, and nothing says why',
      'nothing has the id b',
    ]);
  });

  it('would be seen to hear codes that are no list', () => {
    const item = (inner: string): string => `<ul data-part="codes"><li>${inner}</li></ul>`;
    host.innerHTML = [
      '<code data-part="code" aria-label="A B">AB</code>',
      '<code data-part="code"><b>A</b>B</code>',
      '<code data-part="code">AB</code>, code 1 of 1',
    ]
      .map(item)
      .join('');
    expect(unlistedIn(host).map((fault) => fault.includes('no code'))).to.deep.equal([
      false,
      true,
      false,
      true,
      false,
      true,
    ]);
  });

  it('would be seen to find help elsewhere than before', () => {
    host.innerHTML = ['cancel', 'help', 'send', 'back']
      .map((name) => `<button data-action="${name}">A</button>`)
      .join('');
    expect(misplacedHelpIn(host)).to.deep.equal([
      'send stands on the wrong side of help',
      'cancel stands on the wrong side of help',
    ]);
  });

  describe('would be seen to lose', () => {
    const go = (inner: string, after: () => void): string[] => {
      host.innerHTML = `<div><h2 data-part="title" tabindex="-1">One</h2><button>Go on</button></div>`;
      const followed = follow(host);
      const button = host.querySelector('button');
      button?.addEventListener('click', () => {
        host.innerHTML = inner;
        after();
      });
      button?.click();
      const faults = followed.faults();
      followed.stop();
      return faults;
    };
    const TWO = '<h2 data-part="title" tabindex="-1">Two</h2><button>Go on</button>';
    const FIELD = '<h2 data-part="title" tabindex="-1">Two</h2><input aria-invalid="true">';
    const focus = (selector: string) => () => host.querySelector<HTMLElement>(selector)?.focus();

    for (const [what, inner, at, found] of [
      ['nothing where the heading has the focus', TWO, 'h2', []],
      ['the focus', TWO, 'none', ['the focus is on body: it is lost']],
      ['the new step', TWO, 'button', ['the focus is on button, and a new step has begun']],
      ['the field that is wrong', FIELD, 'h2', ['the focus is on h2[title], and not on the field that is wrong']],
    ] as const) {
      it(what, () => {
        expect(go(inner, focus(at))).to.deep.equal(found);
      });
    }

    it('what a region says that comes with it, or that says it too loud', async () => {
      host.innerHTML = '<h2 data-part="title" tabindex="-1">One</h2><button>Go on</button><p role="alert"></p>';
      const followed = follow(host);
      await Promise.resolve();
      host.querySelector('button')?.click();
      host.querySelector('p')!.textContent = 'Copied.';
      host.insertAdjacentHTML('beforeend', '<p role="status">We sent a code.</p>');
      await Promise.resolve();
      const faults = followed.faults();
      followed.stop();
      expect(faults).to.deep.equal(['the alert says “Copied.”', 'the status came with “We sent a code.”']);
    });
  });

  it('would be heard to be told too much at a time', () => {
    const said = [0, 1000, 40_000].map((at) => ({ role: 'status', text: `${at}`, at }));
    expect(hurriedIn(said)).to.deep.equal(['“1000” comes 1 s after “0”']);
  });

  for (const id of [
    'mfa-challenge/asking-locked',
    'mfa-challenge/passkey',
    'mfa-challenge/sent-again',
    'mfa-backup-code-form/asking',
    'mfa-support/asking-busy',
    'mfa-backup-codes/showing',
    'mfa-totp-enrollment/connecting',
    'mfa-settings/overview',
  ]) {
    it(`can leave ${id} alone for a day: it says little, and there is a way on`, async () => {
      expect(await leaveAlone(stateOf(id), host)).to.deep.equal([]);
    });
  }

  for (const id of ['mfa-challenge/asking', 'mfa-backup-code-form/asking', 'mfa-step-up/asking']) {
    it(`sends what is typed when they say so, and not before: ${id}`, async () => {
      const { element, server } = await show(id);
      const field = element.querySelector('input')!;
      const sent = (): number => server.log.length;
      const before = sent();
      field.focus();
      // WebKit's driver takes the same key twice in a row for one.
      for (const key of id.includes('backup') ? server.backupCode() : server.appCode()) await sendKeys({ type: key });
      field.dispatchEvent(new Event('change', { bubbles: true }));
      for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
      expect(sent()).to.equal(before);
      await sendKeys({ press: 'Enter' });
      while (sent() === before) await new Promise(requestAnimationFrame);
    });
  }

  chromium('in each condition', () => {
    const PLAIN: Condition = { colors: 'light', window: WINDOWS[0]!, dir: 'ltr', spaced: false };
    afterEach(async () => {
      await leave(host);
      await closeWindow();
    });

    for (const colors of COLORS) {
      it(`would be seen to read too little: ${colors}`, async () => {
        await enter(host, null, { ...PLAIN, colors });
        host.innerHTML = '<p style="color: #777; background: #888; forced-color-adjust: none">Faint</p>';
        expect((await ruleFaults(host, colors)).map((fault) => fault.replace(/ <.*/, ''))).to.deep.equal([
          ...(colors === 'forced' ? [] : ['color-contrast:']),
          'p has text of 1.3',
        ]);
      });
    }

    for (const window of WINDOWS) {
      it(`would be seen not to fit ${window.width} px at ${window.zoom * 100} %`, async () => {
        await enter(host, null, { ...PLAIN, window });
        host.innerHTML = `<p style="inline-size: ${window.width + 1}px">Wide</p>`;
        expect(layoutFaults(host, host)[0]).to.match(/^the page is \d+ px wide$/);
      });
    }

    it('would be seen to space texts out over each other', async () => {
      const text = '<p style="block-size: 20px; line-height: 1; overflow: hidden">Two words</p>';
      host.innerHTML = `<div style="inline-size: 80px">${text}<p>Below</p></div>`;
      const before = layoutFaults(host, host);
      await enter(host, null, { ...PLAIN, spaced: true });
      expect([before, layoutFaults(host, host)]).to.deep.equal([
        [],
        ['the text of p leaves its box by 24 px', 'p is cut off below'],
      ]);
    });

    it('would be seen to aim at what is too small, and at what lies under something', async () => {
      await enter(host, null, PLAIN);
      const small = '<button style="block-size: 12px; padding: 0; font-size: 8px">A</button>';
      host.innerHTML = `<h1>One</h1><div style="line-height: 12px">${small}${small}</div>`;
      expect((await ruleFaults(host, 'light')).filter((fault) => fault.startsWith('target-size')).length).to.equal(2);
      const above = document.createElement('p');
      above.style.cssText = 'position: fixed; inset: 0; margin: 0';
      host.append(above);
      const found = coveredIn(host.querySelector('div')!);
      expect(found).to.deep.equal(['button has the focus, and is covered', 'button has the focus, and is covered']);
    });

    for (const id of ['mfa-challenge/asking-wrong-code', 'mfa-backup-codes/showing', 'mfa-settings/overview'])
      it(`what has the focus is seen between the page’s own parts: ${id}`, async () => {
        await enter(host, null, PLAIN);
        const sticky = betweenStickyParts(host);
        const { element } = await show(id);
        const found = coveredIn(element);
        sticky.remove();
        expect(found).to.deep.equal([]);
      });

    it('Chromium tells of a field what is wrong with it, or nothing', async () => {
      host.innerHTML = `<label for="a">A</label><input id="a" aria-describedby="b" aria-invalid="true"><p id="b">Error: Empty.</p><input>`;
      const [wrong, plain] = host.querySelectorAll('input');
      expect([await toldOf(wrong!), await toldOf(plain!)]).to.deep.equal([
        { name: 'A', description: 'Error: Empty.', invalid: true },
        { name: '', description: '', invalid: false },
      ]);
    });
  });
});
