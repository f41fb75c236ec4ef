import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { createRestBackend } from '../../src/backends/rest.js';
import '../../src/define.js';
import { findCanary, searchPage, watchPage, type PageWatch } from '../../src/testing/index.js';
import { placeState, reachState, STATES, type Screen } from '../../src/testing/states/index.js';

import { setWords } from '../../src/words.js';
import {
  bareIn,
  canEmulate,
  emulate,
  faintIn,
  fixedIn,
  movingIn,
  ringlessIn,
  shadedIn,
  stretch,
} from './conditions.js';
import { closeWindow, conditionAt, enter, layoutFaults, leave, ruleFaults, tellCondition } from './everyone.js';
import { wrongFieldsIn } from './fields.js';
import { misfitsIn, spoken, unmirroredIn } from './fit.js';
import { follow, type Followed } from './followed.js';
import { misnamedIn, misplacedHelpIn, toldOf, unlistedIn, unsaidIn } from './meaning.js';
import { keptByState } from './kept.js';
import { SAID, speaking } from '../support/server-words.js';
import { leftIn, pseudo } from './pseudo.js';
import { treeOf } from './tree.js';

/** What the simulated server and the page around tell. */
const DATA = [
  ...['Fjord Bank', 'localhost', 'This device', 'Authenticator app', 'Your bank card'],
  ...['Oslo, Norway', 'Bergen', 'Oslo'],
];

interface Described {
  readonly tagName?: string;
  readonly cssParts?: readonly { readonly name: string }[];
}

/** The parts that the JSDoc of each element names. */
async function readParts(): Promise<ReadonlyMap<string, readonly string[]>> {
  const answer = await fetch('/custom-elements.json');
  const { modules } = (await answer.json()) as { modules: { declarations?: Described[] }[] };
  const elements = modules.flatMap(({ declarations = [] }) => declarations);
  return new Map(elements.map(({ tagName = '', cssParts = [] }) => [tagName, cssParts.map(({ name }) => name)]));
}

/** The parts on screen that are not documented for the element that shows them. */
function unnamedIn(root: HTMLElement, documented: ReadonlyMap<string, readonly string[]>): string[] {
  return [...root.querySelectorAll<HTMLElement>('[data-part]')].flatMap((part) => {
    const tag = part.closest(TAGS)?.localName ?? '';
    const names = part.dataset['part']?.split(/\s+/) ?? [];
    return names.filter((name) => !documented.get(tag)?.includes(name)).map((name) => `${tag} ${name}`);
  });
}

/** Names that people and services give, wherever they stand. */
const NAMES = [...DATA.slice(0, 5), /\S+@\S+/g];

const chromiumIt = canEmulate ? it : it.skip;

async function inZone(timezoneId: string): Promise<void> {
  if (canEmulate)
    await executeServerCommand('cdp', { method: 'Emulation.setTimezoneOverride', params: { timezoneId } });
}

/** What the simulated server's clock shows. */
const NOW = Date.UTC(2027, 0, 15, 8);

const TAGS = [...new Set(STATES.map(({ tag }) => tag))].join(',');

/** Every state that a person can meet: that it is what it says, that everyone can use it, and that it tells no secret. */
describe('every state', () => {
  let documented: ReadonlyMap<string, readonly string[]>;
  let answers = 0;
  const trees = keptByState('tree');
  const heard =
    (fetch: typeof globalThis.fetch): typeof globalThis.fetch =>
    async (...args) => {
      const answer = await fetch(...args);
      if ((await answer.clone().text()).includes(SAID)) answers += 1;
      return answer;
    };
  before(async () => {
    setWords('en-XA', pseudo);
    setWords('ar-XB', pseudo);
    documented = await readParts();
    await inZone('UTC');
  });
  after(async () => {
    await inZone('');
    await trees.write();
  });
  after(async () => {
    if (canEmulate) await closeWindow();
  });

  it('would be seen to have a part that nobody documented', () => {
    const element = document.createElement('mfa-support');
    const part = document.createElement('p');
    part.dataset['part'] = 'title surprise';
    element.append(part);
    expect(unnamedIn(element, documented)).to.deep.equal(['mfa-support surprise']);
  });

  chromiumIt('would be heard to have lost a name, an error and a role', async () => {
    const place = document.createElement('main');
    place.innerHTML = `<label>Code</label><input aria-invalid="true" aria-describedby="e"><p id="e">Error: <b>wrong</b></p>
      <div role="status"></div><button><svg></svg></button><div>Continue</div>`;
    document.body.append(place);
    const found = await treeOf(place);
    place.remove();
    expect(found.split('\n')).to.deep.equal([
      'text "Code"',
      'textbox described "Error: wrong" invalid=true',
      'text "Error:"',
      'text "wrong"',
      'status live=polite atomic',
      'button',
      'text "Continue"',
    ]);
  });

  it('would be seen to have a field of no kind, or one that tells something else', () => {
    const place = document.createElement('main');
    place.innerHTML = `<input name="pin"><input name="password" type="password" autocomplete="off" inputmode="numeric">`;
    expect(wrongFieldsIn(place)).to.deep.equal([
      'a field has the name "pin"',
      'password has autocomplete=off',
      'password has inputmode=numeric',
    ]);
  });

  it('would be seen not to fit, and not to be mirrored', () => {
    const place = document.createElement('main');
    place.style.width = '320px';
    place.innerHTML =
      '<section dir="ltr"><h2 data-part="title">Title</h2><p data-part="text" dir="rtl"><code dir="rtl">AB</code></p><p>Wide</p></section>';
    document.body.append(place);
    const [box, wide] = [place.querySelector('section')!, place.querySelector<HTMLElement>('p:last-child')!];
    wide.style.width = '400px';
    const found = [...misfitsIn(box, place), ...unmirroredIn(box)];
    place.remove();
    expect(found).to.deep.equal([
      'p reaches from 0 to 400',
      'code is a code, and not isolated from left to right',
      'h2[title] runs from left to right',
      'h2[title] stands on the left',
    ]);
  });

  for (const [index, state] of STATES.entries()) {
    describe(state.id, () => {
      const host = document.createElement('main');
      const addresses: string[] = [];
      let watch: PageWatch;
      let screen: Screen;
      let followed: Followed;

      // Some take a while to reach: they are shown once, and only the last test changes anything.
      before(async () => {
        document.body.append(host);
        watch = watchPage();
        followed = follow(host);
        const { now } = Date;
        Date.now = () => NOW;
        screen = placeState(state, host, ({ baseUrl, fetch }) =>
          createRestBackend({ baseUrl, fetch: heard(speaking((input, init) => fetch(noted(input), init))) }),
        );
        await reachState(state, screen);
        Date.now = now;
        // A screen that is still fading in has other colours than it will have.
        for (const animation of screen.element.getAnimations({ subtree: true })) animation.finish();
      });
      after(() => {
        watch.stop();
        followed.stop();
        host.remove();
      });

      const noted = (input: RequestInfo | URL): RequestInfo | URL => {
        addresses.push(input instanceof Request ? input.url : input.toString());
        return input;
      };

      it('says what it is', () => {
        expect(screen.element.textContent.replaceAll(/\s+/g, ' ')).to.contain(state.says);
        const box = screen.element.querySelector<HTMLElement>('[data-part=box]');
        if (state.status !== 'notice') expect(box?.dataset['state']).to.equal(state.status);
      });

      if (state.showsCodes) {
        it('would be seen to tell a secret', async () => {
          expect((await searchPage({ watch })).map(({ place }) => place)).to.include('text');
        });
      }

      it('has no part but documented ones', () => {
        expect(unnamedIn(screen.element, documented)).to.deep.equal([]);
      });

      it('is where the focus of who came to it is, and was announced', () => {
        expect(followed.faults()).to.deep.equal([]);
      });

      it('means the same to who hears it, or speaks to it, as to who sees it', () => {
        const { element } = screen;
        expect([
          ...misnamedIn(element),
          ...unsaidIn(element),
          ...unlistedIn(element),
          ...misplacedHelpIn(element),
        ]).to.deep.equal([]);
      });

      chromiumIt('tells a screen reader of a field that is wrong what is', async () => {
        const field = screen.element.querySelector('[aria-invalid]');
        if (!field) return;
        const { description, invalid } = await toldOf(field);
        const error = field.closest('[data-part=screen]')?.querySelector('[data-part=error]:not(:empty)');
        const bare = (text: string): string => text.replaceAll(/\s+/g, '');
        expect([invalid, bare(description).includes(bare(error?.textContent ?? 'none'))]).to.deep.equal([true, true]);
      });

      // What a person last read stands in `tree`, and `SPOKEN=write` writes it anew.
      chromiumIt('tells a screen reader the roles, names, descriptions and errors that it told before', async () => {
        const [found, kept] = await trees.of(state, () => treeOf(host));
        expect(found).to.equal(kept);
      });

      it('has fields that tell browsers and password managers what they are for', () => {
        expect(wrongFieldsIn(screen.element)).to.deep.equal([]);
      });

      it('fits 320 px with names of sixty letters, and nothing in it stays while the page scrolls', () => {
        host.style.width = '320px';
        const stretched = stretch(screen.element, NAMES);
        const found = [...misfitsIn(screen.element, host), ...fixedIn(screen.element)];
        stretched.restore();
        host.style.width = '';
        expect(found).to.deep.equal([]);
      });

      chromiumIt('stands out by 7 to 1 for who wants more contrast, and does not move for who wants that', async () => {
        await emulate({ 'prefers-contrast': 'more', 'prefers-reduced-motion': 'reduce' });
        const faint = ['light', 'dark'].flatMap((scheme) => {
          host.style.colorScheme = scheme;
          host.style.background = 'Canvas';
          return faintIn(screen.element, { text: 7, edge: 4.5 }).map((fault) => `${scheme}: ${fault}`);
        });
        const moving = movingIn(screen.element);
        host.style.colorScheme = host.style.background = '';
        await emulate({});
        expect([...faint, ...moving]).to.deep.equal([]);
      });

      chromiumIt('tells nothing by a color alone where the system has its own', async () => {
        const shaded = shadedIn(screen.element);
        await emulate({ 'forced-colors': 'active' });
        const found = [...bareIn(screen.element, shaded), ...ringlessIn(screen.element)];
        await emulate({});
        expect(found).to.deep.equal([]);
      });

      it('says all of it in the language of the page, once that is another', async () => {
        const box = screen.element.querySelector<HTMLElement>('[data-part=box]');
        host.lang = 'en-XA';
        if (box) await spoken(box, 'en-XA');
        expect(box ? leftIn(box, DATA) : []).to.deep.equal([]);
      });

      it('fits 320 px with longer words, and is mirrored where they run from right to left', async () => {
        const box = screen.element.querySelector<HTMLElement>('[data-part=box]');
        host.style.width = '320px';
        host.lang = 'ar-XB';
        if (box) await spoken(box, 'ar-XB');
        expect(box ? [...misfitsIn(box, host), ...unmirroredIn(box)] : []).to.deep.equal([]);
      });

      chromiumIt(`can be used by everyone: ${tellCondition(conditionAt(index))}`, async () => {
        const condition = conditionAt(index);
        await enter(host, screen.element.querySelector('[data-part=box]'), condition);
        const found = [...(await ruleFaults(screen.element, condition.colors)), ...layoutFaults(screen.element, host)];
        await leave(host);
        expect(found).to.deep.equal([]);
      });

      it('says nothing that a server said', () => {
        expect(screen.element.outerHTML).not.to.contain(SAID);
      });

      it('holds a secret in its field and on its way to the server alone', async () => {
        const shown = state.showsCodes ? (['text'] as const) : [];
        expect(await searchPage({ watch, allow: ['field', 'request-body', ...shown] })).to.deep.equal([]);
        expect(findCanary(addresses.join('\n'))).to.deep.equal([]);
      });

      it('leaves no secret behind', async () => {
        screen.element.remove();
        // The element forgets once it is sure that it is not being moved.
        await new Promise((done) => setTimeout(done));
        const fields = [...screen.element.querySelectorAll('input')].map(({ value }) => value);
        expect(fields.filter((value) => value !== '')).to.deep.equal([]);
        expect(findCanary(screen.element.innerHTML)).to.deep.equal([]);
        expect(await searchPage({ watch, allow: ['request-body'] })).to.deep.equal([]);
      });
    });
  }

  // A suite's own tests come before those of the suites inside it.
  describe('all of them', () => {
    it('are told by servers that speak', () => {
      expect(answers).to.be.above(STATES.length / 2);
    });
  });
});
