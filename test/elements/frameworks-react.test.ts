import { expect, fixtureCleanup } from '@open-wc/testing';
import { createRestBackend } from '../../src/backends/rest.js';
import { ChallengeController } from '../../src/controllers/challenge-controller.js';
import type { ChallengePort } from '../../src/ports/backend.js';
import type { SimulatedServer } from '../../src/testing/index.js';
import {
  blank,
  EMPTY,
  elementIn,
  heard,
  screen,
  seen,
  serve,
  setUp,
  tearDown,
  type,
  TYPED,
} from './frameworks-host.js';
import { strictly } from './frameworks-react.js';

/** What React alone does: it renders twice in development, moves nodes by their keys, and gives objects as properties. */
describe('in an app that React renders strictly', () => {
  beforeEach(setUp);
  afterEach(() => {
    tearDown();
    fixtureCleanup();
  });

  const ATTRIBUTES = { key: 'challenge', service: 'Fjord Bank' };

  it('the element asks its server once', async () => {
    const { server } = serve();
    const host = await blank();
    let renders = 0;
    strictly(host, (make) =>
      make(function App() {
        renders += 1;
        return make('main', null, make('mfa-challenge', { ...ATTRIBUTES, backend: 'rest' }));
      }),
    );
    await screen(host);
    expect(renders).to.equal(2);
    expect(server.log.map(({ operationId }) => operationId)).to.deep.equal(['loadChallenge']);
    expect(heard).to.deep.equal([]);
  });

  it('the element keeps its screen, what was typed and the focus among neighbours that change places', async () => {
    serve();
    const host = await blank();
    const page = (turn: number): Parameters<typeof strictly>[1] => {
      const order = turn % 2 === 0 ? ['h1', 'challenge', 'footer'] : ['footer', 'challenge', 'h1'];
      return (make) =>
        make(
          'main',
          null,
          order.map((name) =>
            name === 'challenge'
              ? make('mfa-challenge', { ...ATTRIBUTES, backend: 'rest' })
              : make(name, { key: name }, name),
          ),
        );
    };
    const { render } = strictly(host, page(0));
    await screen(host);
    await type(host);
    const { children } = elementIn(host).parentElement as HTMLElement;
    const first = children[0]?.localName;
    for (const turn of [1, 2, 3]) render(page(turn));
    expect(children[0]?.localName).not.to.equal(first);
    expect(seen(host)).to.deep.equal(TYPED);
  });

  function portOf({ baseUrl, fetch }: SimulatedServer): ChallengePort {
    const { challenge } = createRestBackend({ baseUrl, fetch });
    if (!challenge) throw new Error('There is no challenge.');
    return challenge;
  }

  /** An app that leads the challenge itself and shows it in elements of its own choice. */
  async function led() {
    const { server } = serve();
    const flow = new ChallengeController(portOf(server));
    await flow.load();
    const host = await blank();
    const { render, unmount } = strictly(host, (make) =>
      make('main', null, make('mfa-challenge', { ...ATTRIBUTES, flow })),
    );
    await screen(host);
    return { server, flow, host, render, unmount };
  }

  it('the element shows a challenge that the app leads, and asks for none', async () => {
    const { server, host } = await led();
    // Where focus goes is the app's as well.
    expect(seen(host)).to.deep.equal({ ...EMPTY, fields: [['', 'no focus']] });
    expect(server.log.map(({ operationId }) => operationId)).to.deep.equal(['loadChallenge']);
  });

  it('the element leaves a challenge that the app leads as it is when it goes', async () => {
    const { flow, unmount } = await led();
    unmount();
    await Promise.resolve();
    expect(flow.state.status).to.equal('asking');
  });

  it('the element follows to another challenge that the app leads', async () => {
    const { host, render } = await led();
    const { server } = serve();
    const flow = new ChallengeController(portOf(server));
    await flow.load();
    render((make) => make('main', null, make('mfa-challenge', { ...ATTRIBUTES, flow })));
    const field = await screen(host);
    field.value = server.appCode();
    field.form?.requestSubmit();
    await new Promise<void>((resolve) => flow.subscribe(({ status }) => status === 'passed' && resolve()));
    expect(server.signedIn).to.equal(true);
  });
});
