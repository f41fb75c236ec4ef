import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { canEmulate } from './conditions.js';
import { kept } from './kept.js';
import { loadAll } from './model/load.js';
import { SPOKEN_JOURNEYS } from './spoken/journeys.js';
import { Listening, Reading } from './spoken/reader.js';
import { hear } from './spoken/walk.js';

/**
 * What a screen reader says on each way through the product, as a simulator of one says it, beside what was said when it was
 * last read by a person: `SPOKEN=write npx wtr --files test/elements/spoken.test.ts` writes it anew, to be read before it is kept.
 */
(canEmulate ? describe : describe.skip)('what is heard', function () {
  this.timeout(30_000);
  before(async () => {
    await loadAll();
    await executeServerCommand('cdp', { method: 'Emulation.setTimezoneOverride', params: { timezoneId: 'UTC' } });
  });
  after(() => executeServerCommand('cdp', { method: 'Emulation.setTimezoneOverride', params: { timezoneId: '' } }));

  for (const journey of SPOKEN_JOURNEYS) {
    it(`on the way “${journey.title}”`, async () => {
      const heard = await hear(journey);
      expect(heard).to.equal(await kept(`spoken/${journey.id}.txt`, heard));
    });
  }

  describe('by a test', () => {
    const page = document.createElement('main');
    afterEach(() => page.remove());

    it('is what a region says that was there before its words, and not what comes with its words', async () => {
      page.innerHTML = '<div role="status" id="there"></div>';
      document.body.append(page);
      const listening = new Listening();
      await listening.start(page);
      document.getElementById('there')!.textContent = 'Saved.';
      page.insertAdjacentHTML('beforeend', '<div role="alert">Lost.</div>');
      await new Promise((turn) => setTimeout(turn));
      expect(await listening.heard()).to.deep.equal(['polite: Saved.']);
      await listening.stop();
    });

    it('is another role, another name and another error', async () => {
      page.innerHTML = `<label for="f">Code</label><input id="f" aria-invalid="true" aria-describedby="e" required>
        <p id="e">Error: wrong</p><div onclick="">Continue</div>`;
      document.body.append(page);
      const { phrases } = await Reading.of(page);
      expect(phrases).to.deep.equal([
        'Code',
        'textbox, Code, Error: wrong, invalid, required',
        'Error: wrong',
        'Continue',
      ]);
    });
  });
});
