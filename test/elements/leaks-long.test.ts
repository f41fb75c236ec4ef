import { expect } from '@open-wc/testing';
import '../../src/define.js';
import { STATES } from '../../src/testing/states/index.js';
import { isClean, leftBy } from './leaks.js';

const TAGS = [...new Set(STATES.map(({ tag }) => tag))];

/** Every element, as often as an app may show it in a day. */
describe('over a long day', () => {
  const place = document.createElement('main');
  before(() => document.body.append(place));
  after(() => place.remove());

  for (const tag of TAGS) {
    it(`a thousand of ${tag} leave nothing behind`, async function () {
      this.timeout(300_000);
      const left = await leftBy(tag, place, 1000);
      expect(isClean(left, 2_000), JSON.stringify(left)).to.equal(true);
    });

    it(`a hundred of ${tag} on one page leave nothing behind`, async function () {
      this.timeout(120_000);
      const left = await leftBy(tag, place, 2, 100);
      expect(isClean(left), JSON.stringify(left)).to.equal(true);
    });
  }
});
