import { expect } from '@open-wc/testing';
import { createRestBackend } from '../../src/backends/rest.js';
import '../../src/define.js';
import { showState, STATES } from '../../src/testing/states/index.js';
import { setWords } from '../../src/words.js';
import {
  betweenStickyParts,
  closeWindow,
  COLORS,
  coveredIn,
  layoutFaults,
  leave,
  paint,
  ruleFaults,
  showIn,
  smallIn,
  space,
  tellCondition,
  turnTo,
  WINDOWS,
} from './everyone.js';
import { leaveAlone } from './patience.js';
import { pseudo } from './pseudo.js';

/**
 * Every state in every condition. Texts, windows and their spacing change no color, and colors move nothing: so axe goes
 * through all of it in each window with each of the colors, and the layout is looked at in each window with each way to
 * write.
 */
describe('every state, in every condition,', () => {
  const host = document.createElement('main');
  before(() => setWords('ar-XB', pseudo));
  after(closeWindow);
  beforeEach(() => document.body.append(host));
  afterEach(async () => {
    await leave(host);
    host.replaceChildren();
    host.remove();
  });

  for (const state of STATES) {
    it(`can be used: ${state.id}`, async function () {
      this.timeout(60_000);
      const { element } = await showState(state, host, (options) => createRestBackend(options));
      for (const animation of element.getAnimations({ subtree: true })) animation.finish();
      const box = element.querySelector<HTMLElement>('[data-part=box]');
      const found: string[] = [];
      for (const [turn, dir] of (['ltr', 'rtl'] as const).entries()) {
        await turnTo(host, box, dir);
        for (const [at, window] of WINDOWS.entries()) {
          await showIn(window);
          for (const spaced of [false, true]) {
            space(spaced);
            const told = `${tellCondition({ colors: 'light', window, dir, spaced })}: `;
            const faults = [...layoutFaults(element, host), ...(await smallIn(element))];
            found.push(...faults.map((fault) => told + fault));
          }
          // Each of the colors in one direction, spaced out in every other window.
          space(at % 2 === turn);
          for (const colors of COLORS.filter((_, color) => (at + color) % 2 === turn)) {
            await paint(host, colors);
            const told = `${colors}, ${window.width} px, ${dir}: `;
            found.push(...(await ruleFaults(element, colors)).map((fault) => told + fault));
          }
          await paint(host, 'light');
        }
      }
      await leave(host);
      await showIn(WINDOWS[0]!);
      const sticky = betweenStickyParts(host);
      found.push(...coveredIn(element));
      sticky.remove();
      expect([...new Set(found)]).to.deep.equal([]);
    });

    it(`can be left alone for a day: ${state.id}`, async () => {
      expect(await leaveAlone(state, host)).to.deep.equal([]);
    });
  }
});
