import { expect, fixtureCleanup } from '@open-wc/testing';
import {
  blank,
  define,
  elementIn,
  EMPTY,
  fieldsIn,
  heard,
  INSIDE,
  lateTag,
  renderAgain,
  screen,
  seen,
  serve,
  setUp,
  signIn,
  tearDown,
  type,
  TYPED,
  type Framework,
  type Inside,
} from './frameworks-host.js';
import { react } from './frameworks-react.js';
import { vue } from './frameworks-vue.js';

/** When the element has its script: after hydration; before it, its challenge under way; before it, its screen there. */
const WHEN = ['later', 'while its challenge is under way', 'once its screen is there'] as const;
type When = (typeof WHEN)[number];

/** What becomes of the element at hydration. */
type Fate = 'kept' | 'kept, with a warning' | 'made anew';

/** What its renderer makes of it. React makes a whole page anew where it finds a node that it did not write. */
function fateOf({ name }: Framework, inside: Inside, when: When): Fate {
  const html = inside.endsWith('HTML');
  const form = inside.startsWith('a form');
  if (html || when === 'later' || (form && when !== 'once its screen is there')) return 'kept';
  if (name === 'React') return 'made anew';
  return inside === 'nothing' ? 'kept' : 'kept, with a warning';
}

/** Vue writes its HTML again when it hydrates, over what was typed. */
const isWrittenAgain = ({ name }: Framework, inside: Inside, when: When): boolean =>
  name === 'Vue' && inside === 'HTML' && when !== 'once its screen is there';

beforeEach(setUp);
afterEach(() => {
  tearDown();
  fixtureCleanup();
});

for (const framework of [react, vue]) {
  describe(`in an app that ${framework.name} renders, the element with`, () => {
    for (const inside of INSIDE) {
      const view = { tag: 'mfa-challenge', inside, turn: 0 };

      describe(inside, () => {
        async function shown() {
          const { server } = serve();
          const host = await blank();
          const root = await framework.mount(host, view);
          await screen(host);
          await type(host);
          return { server, host, root };
        }

        it('keeps its screen, what was typed and the focus when the app renders again', async () => {
          const { host, root } = await shown();
          await renderAgain(root, view);
          expect(seen(host)).to.deep.equal(TYPED);
          expect(heard).to.deep.equal([]);
        });

        it('signs the person in after the app rendered again', async () => {
          const { server, host, root } = await shown();
          await renderAgain(root, view);
          await signIn(host, server);
          expect(server.signedIn).to.equal(true);
        });

        it('goes with the app, and comes back with it', async () => {
          const { host, root } = await shown();
          root.unmount();
          expect(host.innerHTML).to.equal('');
          await framework.mount(host, view);
          await screen(host);
          expect(seen(host)).to.deep.equal(EMPTY);
          expect(heard).to.deep.equal([]);
        });
      });
    }
  });

  for (const when of WHEN) {
    describe(`in a page that ${framework.name} hydrates, with its script ${when}, the element with`, () => {
      for (const inside of INSIDE) {
        const fate = fateOf(framework, inside, when);

        async function hydrated() {
          const { server, hold } = serve();
          const view = { tag: when === 'later' ? lateTag() : 'mfa-challenge', inside, turn: 0 };
          const host = await blank();
          const written = await framework.serverHtml(view);
          const release = when === 'while its challenge is under way' ? hold() : () => undefined;
          host.innerHTML = written;
          if (when === 'once its screen is there') await screen(host);
          const element = elementIn(host);
          const typed = fieldsIn(host).length > 0;
          await type(host);
          const root = await framework.hydrate(host, view);
          if (when === 'later') define(view.tag);
          release();
          await screen(host);
          return { server, view, host, root, element, typed };
        }

        it(`${inside} is ${fate}`, async () => {
          const { view, host, root, element, typed } = await hydrated();
          const said = heard.splice(0);
          expect(elementIn(host) === element).to.equal(fate !== 'made anew');
          expect(said.length > 0).to.equal(fate !== 'kept');
          const stays = typed && fate !== 'made anew' && !isWrittenAgain(framework, inside, when);
          expect(seen(host)).to.deep.equal(stays ? TYPED : EMPTY);
          await renderAgain(root, view);
          expect(seen(host)).to.deep.equal(stays ? TYPED : EMPTY);
          expect(heard).to.deep.equal([]);
        });

        it(`${inside} signs the person in`, async () => {
          const { server, host } = await hydrated();
          await signIn(host, server);
          expect(server.signedIn).to.equal(true);
        });
      }
    });
  }

  for (const inside of ['nothing', 'a form that changes'] as const) {
    it(`in an app that ${framework.name} has rendered, the script may come later to an element with ${inside}`, async () => {
      const { server } = serve();
      const view = { tag: lateTag(), inside, turn: 0 };
      const host = await blank();
      const root = await framework.mount(host, view);
      await type(host);
      define(view.tag);
      await screen(host);
      await renderAgain(root, view);
      expect(seen(host)).to.deep.equal(inside === 'nothing' ? EMPTY : TYPED);
      await signIn(host, server);
      expect(heard).to.deep.equal([]);
    });
  }

  it(`${framework.name} names the backend by property`, async () => {
    serve();
    const host = await blank();
    await framework.mount(host, { tag: 'mfa-challenge', inside: 'nothing', turn: 0 });
    await screen(host);
    const element = elementIn(host);
    expect([element.backend, element.getAttribute('backend')]).to.deep.equal(['rest', null]);
  });

  it(`${framework.name} hands in an entry by property, and none is asked for`, async () => {
    const { server } = serve();
    const answer = await server.fetch(`${server.baseUrl}/challenge`, { headers: { 'x-mfa': '1' } });
    const challenge: unknown = await answer.json();
    const asked = () => server.log.filter(({ operationId }) => operationId === 'loadChallenge').length;
    const before = asked();
    const host = await blank();
    await framework.mount(host, { tag: 'mfa-challenge', inside: 'nothing', turn: 0, props: { challenge } });
    await screen(host);
    expect(asked()).to.equal(before);
  });
}
