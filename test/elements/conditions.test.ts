import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { createRestBackend } from '../../src/backends/rest.js';
import '../../src/define.js';
import { showState, stateOf, type Screen } from '../../src/testing/states/index.js';
import { bareIn, canEmulate, emulate, faintIn, LONG, movingIn, shadedIn, stretch } from './conditions.js';
import { misfitsIn } from './fit.js';

const chromium = canEmulate ? describe : describe.skip;

/** What `states.test.ts` holds of every state, where it can be seen to fail; and what happens on the way from one to the next. */
chromium('a person’s conditions', () => {
  const host = document.createElement('main');
  const show = (id: string): Promise<Screen> =>
    showState(stateOf(id), host, ({ baseUrl, fetch }) => createRestBackend({ baseUrl, fetch }));
  beforeEach(() => document.body.append(host));
  afterEach(async () => {
    await emulate({});
    host.replaceChildren();
    host.remove();
  });

  it('would be seen to be missed', async () => {
    host.innerHTML = `
      <p data-part="hint" style="color: #777; background: #fff">Faint</p>
      <div data-part="status" style="background: #eee; transition: opacity 1s">Shaded</div>
      <a data-part="link" href="#" style="text-decoration: none">Bare</a>
      <p data-part="error" style="color: #a00">Wrong</p>`;
    const shaded = shadedIn(host);
    const faint = faintIn(host, { text: 7, edge: 4.5 });
    await emulate({ 'forced-colors': 'active' });
    expect([...faint, ...movingIn(host), ...bareIn(host, shaded)]).to.deep.equal([
      'hint has text of 4.5',
      'status moves for 1s',
      'hint has no edge',
      'status has no edge',
      'link has no line',
      'error is told by its color',
    ]);
  });

  it('a name of sixty letters would be seen to be too long', async () => {
    const { element } = await show('mfa-settings/overview');
    host.style.width = '320px';
    element.style.overflowWrap = 'normal';
    for (const part of element.querySelectorAll<HTMLElement>('[data-part]')) part.style.overflowWrap = 'normal';
    const { count } = stretch(element, ['Authenticator app']);
    expect(LONG.length).to.equal(60);
    expect(count).to.be.greaterThan(0);
    expect(misfitsIn(element, host)).to.not.deep.equal([]);
    host.style.width = '';
  });

  for (const [motion, moves] of [
    ['no-preference', true],
    ['reduce', false],
  ] as const) {
    it(`the next screen ${moves ? 'rises' : 'stands at once'} with motion: ${motion}`, async () => {
      await emulate({ 'prefers-reduced-motion': motion });
      // The sheet is there once the first of them is.
      await show('mfa-repair/choosing');
      const runs: string[] = [];
      host.addEventListener('transitionrun', ({ propertyName }) => runs.push(propertyName));
      const { element } = await show('mfa-lost-factor/asking');
      await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
      expect([runs.length > 0, movingIn(element).length > 0]).to.deep.equal([moves, moves]);
    });
  }

  for (const id of [
    'mfa-challenge/asking-wrong-code',
    'mfa-lost-factor/asking',
    'mfa-backup-codes/showing',
    'mfa-totp-enrollment/connecting',
    'mfa-settings/overview',
  ]) {
    it(`at 400 % zoom all of ${id} is reached by scrolling one way, and what has the focus is seen whole`, async () => {
      await setViewport({ width: 320, height: 256 });
      host.style.cssText =
        'position: absolute; inset: 0 auto auto 0; inline-size: 320px; padding: 16px; box-sizing: border-box';
      const { element } = await show(id);
      const hidden = [...element.querySelectorAll<HTMLElement>('a[href], button, input, summary')].filter((one) => {
        if (!one.checkVisibility()) return false;
        // What has the focus already is not scrolled to.
        one.blur();
        one.focus();
        const { left, right, top, bottom } = one.getBoundingClientRect();
        const onTop = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
        return left < 0 || right > 320 || top < -0.5 || bottom > 256.5 || !onTop || !one.contains(onTop);
      });
      const wide = [document.documentElement.scrollWidth, ...misfitsIn(element, host)];
      host.style.cssText = '';
      await setViewport({ width: 800, height: 600 });
      expect([hidden.map(({ outerHTML }) => outerHTML), wide]).to.deep.equal([[], [320]]);
    });
  }
});
