import { expect } from '@open-wc/testing';
import '../../src/define/challenge.js';
import { canCount, isClean, leftBy, LeakingElement } from './leaks.js';

/** The other elements, and a thousand of each: `leaks-long.test.ts`. */
(canCount ? describe : describe.skip)('elements that are taken out', () => {
  const place = document.createElement('main');
  before(() => document.body.append(place));
  after(() => place.remove());

  it('would be seen to be held', async () => {
    customElements.define('leaking-element', LeakingElement);
    const left = await leftBy('leaking-element', place, 30);
    expect(left.elements).to.be.greaterThan(29);
    expect(left.listeners).to.be.greaterThan(29);
    expect(isClean(left)).to.equal(false);
  });

  it('leave nothing behind, one after the other', async () => {
    const left = await leftBy('mfa-challenge', place, 60);
    expect(isClean(left), JSON.stringify(left)).to.equal(true);
  });

  it('leave nothing behind, a hundred at once', async () => {
    const left = await leftBy('mfa-challenge', place, 1, 100);
    expect(isClean(left), JSON.stringify(left)).to.equal(true);
  });
});
