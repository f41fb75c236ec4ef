import { expect, fixture, html, nextFrame, oneEvent } from '@open-wc/testing';
import '../../src/define/challenge.js';
import type { MfaChallenge } from '../../src/elements/challenge/challenge.js';
import { scriptedBackend } from '../support/scripted-backend.js';

/** A browser that is busy until it is told otherwise; WebKit has no such moment of its own. */
function busyBrowser(): { becomeIdle(): void } {
  const waiting: (() => void)[] = [];
  Object.assign(globalThis, { requestIdleCallback: (run: () => void) => waiting.push(run) });
  return { becomeIdle: () => waiting.splice(0).forEach((run) => run()) };
}

// What comes later comes once for a page, so there is one test in this file.
describe('the code of what comes after the first field', () => {
  it('is fetched once the browser is idle, the field being there before', async () => {
    const browser = busyBrowser();
    const { backend } = scriptedBackend();
    let shown = 0;
    document.addEventListener('mfa-challenge-shown', () => (shown += 1));

    const element = await fixture<MfaChallenge>(html`<mfa-challenge .backend=${backend}></mfa-challenge>`);
    expect(element.querySelector('input')).to.be.an.instanceOf(HTMLInputElement);
    // Had the element asked for them, it would have them by now.
    await Promise.all([import('../../src/elements/later.js'), import('../../src/elements/gestures.js')]);
    await nextFrame();
    expect(shown, 'before').to.equal(0);

    const told = oneEvent(element, 'mfa-challenge-shown');
    browser.becomeIdle();
    await told;
  });
});
