import { expect } from '@open-wc/testing';
import { searchPage, watchPage, type PageWatch } from '../../../src/testing/index.js';
import { ADDRESS, CODE, element, PASSING, PLACES, put } from './places.js';

describe('the search of a page', () => {
  let watch: PageWatch | undefined;
  const { info, error } = console;

  afterEach(() => {
    watch?.stop();
    Object.assign(console, { info, error });
    performance.clearResourceTimings();
  });

  it('finds nothing where nothing is', async () => {
    watch = watchPage();
    console.info('A file called canary.ts, and the word CANARY.');
    expect(await searchPage({ watch })).to.deep.equal([]);
  });

  for (const [place, where, bring] of PLACES) {
    it(`finds a code ${where}, until it is gone, and does not print it`, async () => {
      const undo = await bring();
      const hits = await searchPage();
      await undo();
      expect(hits.map((hit) => hit.place)).to.include(place);
      expect(JSON.stringify(hits)).not.to.match(/canary|RY\d.-/i);
      expect(await searchPage()).to.deep.equal([]);
    });
  }

  for (const [place, where, pass] of PASSING) {
    it(`finds a code that passed by ${where}`, async () => {
      Object.assign(console, { info: () => undefined, error: () => undefined });
      watch = watchPage();
      await pass();
      performance.clearResourceTimings();
      const hits = await searchPage({ watch });
      expect(hits.map((hit) => hit.place)).to.include(place);
      expect(JSON.stringify(hits)).not.to.match(/canary|RY\d.-/i);
    });
  }

  it('tells a body from its address', async () => {
    watch = watchPage();
    await fetch(ADDRESS, { method: 'POST', body: CODE });
    expect((await searchPage({ watch })).map(({ place }) => place)).to.deep.equal(['request-body']);
    expect(await searchPage({ watch, allow: ['request-body'] })).to.deep.equal([]);
  });

  it('says where it found something', async () => {
    const undo = put(element('p', (one) => ((one.id = 'note'), one.setAttribute('title', `Code ${CODE}!`))));
    const hits = await searchPage();
    undo();
    expect(hits).to.deep.equal([
      { place: 'attribute', where: 'html > body > div > p#note title', sample: 'title\nCode •••!' },
    ]);
  });

  it('lets everything happen as it would, and puts everything back', async () => {
    const before = [window.fetch, console.log, EventTarget.prototype.dispatchEvent, History.prototype.pushState];
    watch = watchPage();
    let heard = 0;
    const target = new EventTarget();
    target.addEventListener('mfa-test', () => (heard += 1));
    target.dispatchEvent(new Event('mfa-test'));
    expect([(await fetch(ADDRESS)).status, heard]).to.deep.equal([200, 1]);
    watch.stop();
    const after = [window.fetch, console.log, EventTarget.prototype.dispatchEvent, History.prototype.pushState];
    expect(after).to.deep.equal(before);
    document.dispatchEvent(new CustomEvent('mfa-test', { detail: CODE }));
    expect(await watch.hits()).to.deep.equal([]);
  });
});
