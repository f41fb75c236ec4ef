import { expect } from '@open-wc/testing';
import { createRestBackend } from '../../src/backends/rest.js';
import '../../src/define.js';
import '../../src/locales.js';
import { showState, STATES } from '../../src/testing/states/index.js';
import { misfitsIn, spoken, unmirroredIn } from './fit.js';

const LEFT_TO_RIGHT = [
  'cs',
  'da',
  'de',
  'en',
  'es',
  'fi',
  'fr',
  'hi',
  'id',
  'it',
  'ja',
  'ko',
  'nb',
  'nl',
  'pl',
  'pt-BR',
];
const MORE = ['sv', 'th', 'tr', 'uk', 'vi', 'zh-Hans', 'zh-Hant'];
const RIGHT_TO_LEFT = ['ar', 'fa', 'he'];

/** Every state in every language, on the narrowest screen. Long, so it runs with the long tests alone. */
describe('every language', () => {
  for (const state of STATES) {
    it(`fits 320 px: ${state.id}`, async function () {
      this.timeout(120_000);
      const host = document.createElement('main');
      host.style.width = '320px';
      document.body.append(host);
      const screen = await showState(state, host, (options) => createRestBackend(options));
      const box = screen.element.querySelector<HTMLElement>('[data-part=box]');
      const wrong: string[] = [];
      for (const lang of box ? [...LEFT_TO_RIGHT, ...MORE, ...RIGHT_TO_LEFT] : []) {
        host.lang = lang;
        await spoken(box!, lang);
        const found = [...misfitsIn(box!, host), ...(RIGHT_TO_LEFT.includes(lang) ? unmirroredIn(box!) : [])];
        wrong.push(...found.map((fault) => `${lang}: ${fault}`));
      }
      host.remove();
      expect(wrong).to.deep.equal([]);
    });
  }
});
